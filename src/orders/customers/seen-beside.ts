import { mayHoldAddress } from "../../basics/addresses/email-address.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { SeenAddresses } from "../order-table.ts";
import type { SummaryRow } from "./summary-rows.ts";

/** The address cells of every row of a customer, by the customer's key, whatever became of the row. */
export type SeenBeside = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds the addresses that stood beside each customer in any row of a table of customers.
 *
 * @param strays the cells of rows with shifted cells: every one may be a customer's key, and every one with an @ an address
 */
export function seenBeside(
  rows: readonly SummaryRow[],
  { plans, strays }: { readonly plans: readonly FilePlan[]; readonly strays: readonly (readonly string[])[] },
): SeenBeside {
  const seen = new Map<string, Set<string>>();
  const keyOf = new Map<string, string>();
  for (const { key, file, carried } of rows) {
    if (key === "") continue;
    const texts = seen.get(key) ?? new Set();
    seen.set(key, texts);
    keyOf.set(key.toLowerCase(), key);
    for (const column of addressColumns(plans[file])) {
      const text = carried[column] ?? "";
      if (text !== "") texts.add(text);
    }
  }
  for (const cells of strays) {
    for (const own of cells.flatMap((cell) => seen.get(keyOf.get(cell.trim().toLowerCase()) ?? "") ?? [])) {
      for (const cell of cells) if (mayHoldAddress(cell)) own.add(cell);
    }
  }
  return seen;
}

/** The places of a file's columns of e-mail addresses among those that are carried along. */
function addressColumns(plan: FilePlan | undefined): readonly number[] {
  const slots = plan?.contacts ?? [];
  const first = (plan?.kept.length ?? 0) - slots.length;
  return slots.flatMap(({ field }, index) => (field === "email" || field === "otherEmail" ? [first + index] : []));
}

/** The same as pairs of indexes, for the customers who are left. */
export function seenPairs(keys: readonly string[], seen: SeenBeside): SeenAddresses {
  const pairs = keys.flatMap((key, customer) => [...(seen.get(key) ?? [])].map((text) => ({ customer, text })));
  const texts = [...new Set(pairs.map(({ text }) => text))];
  const codeOf = new Map(texts.map((text, code) => [text, code]));
  return {
    customer: Int32Array.from(pairs, ({ customer }) => customer),
    text: Int32Array.from(pairs, ({ text }) => codeOf.get(text) ?? 0),
    texts,
  };
}
