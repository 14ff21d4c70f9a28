import type { FilePlan } from "../../exports/file-plan.ts";
import { contactSources } from "../build-understanding.ts";
import type { Understanding } from "../understanding.ts";
import type { ReadCustomers } from "./read-customer-tables.ts";

/** What was understood of tables of customers: nothing of statuses, of orders that overlap, or of refunds. */
export function understandingOfCustomers(
  plans: readonly FilePlan[],
  { currency, rowsOfFile, rounded }: ReadCustomers,
  { hashes, passedOver }: Pick<Understanding, "passedOver"> & { readonly hashes: readonly string[] },
): Understanding {
  return {
    files: plans.map((plan, file) => {
      const { source, path, layout, formats, origin } = plan;
      return {
        ...{ name: source.name, path, bytes: source.size, sha256: hashes[file] ?? null, rows: rowsOfFile[file] ?? 0 },
        ...{ layout, formats, origin, amountPer: "order", amountEvidence: "", costPer: null, amountCheck: null },
        ...{
          lines: [],
          contacts: contactSources(plan),
          reader: layout.table === null ? "tolerant" : "typed",
          joined: null,
        },
      };
    }),
    ...{ passedOver, joined: null, statuses: [], hasStatus: true, statusGaps: null, currency, currencies: [] },
    ...{
      splitLines: null,
      roundedRows: rounded,
      blankMargins: null,
      partlyRefunded: null,
      refundedTooMuch: null,
      destroyedIds: null,
      garbled: null,
    },
    ...{
      withoutOrderId: null,
      sameNames: null,
      linked: null,
      excluded: null,
      pointZeroIds: false,
      excludedLines: null,
    },
  };
}
