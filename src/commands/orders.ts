import { reasonsAt } from "../analysis/ledger/reasons-at.ts";
import { resultCommand } from "../cli/command.ts";
import { presentationOf } from "../cli/presentation.ts";
import { customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { asOfOption, windowOptions } from "../options/scoring-options.ts";
import { recordsIn, renderTable } from "../render/tables/formats.ts";
import { orderTable } from "../render/tables/order-table.ts";

const EXAMPLES = `
Examples:
  rfm orders exports/ -o orders-understood.csv
  rfm orders orders.csv --format ndjson
  rfm score orders-understood.csv`;

const consumes = [...readingOptions, asOfOption, ...windowOptions, ...outputOptions] as const;
type OrdersOptions = ValuesOf<typeof consumes>;

export const orders = resultCommand({
  name: "orders",
  description:
    "Prints every order and refund as it was read: the audit trail behind every other number. Its sums are the ledger's.",
  consumes,
  help: EXAMPLES,
  prepare: prepareOrders,
});

/** The order table as understood. */
export async function prepareOrders(request: Request<OrdersOptions>): Promise<Preparation> {
  const { options } = request;
  const { format, look, messageLanguage, resultLanguage } = await presentationOf(request, "csv");
  return {
    orderIds: true,
    personal: true,
    make: (history) => {
      const at = customerOptions(history, options);
      const table = orderTable(history.entries, reasonsAt(history.entries, at), resultLanguage);
      return {
        chunks: renderTable(table, format, { ...look, currency: history.understanding.currency }),
        rows: recordsIn(table, format),
        notes: inputNotes(history, { ledger: ledgerAt(history, at), asOf: at.asOf }, messageLanguage),
      };
    },
  };
}
