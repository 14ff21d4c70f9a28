import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import type { OutputOptions, ReadingOptions, ScoringOptions } from "../cli/options.ts";
import {
  addAsOfOption,
  addOutputOptions,
  addReadingOptions,
  addWindowOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { resultFormat } from "../cli/output.ts";
import { customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request } from "../cli/result.ts";
import { resultLook } from "../cli/terminal.ts";
import { reasonsAt } from "../core/ledger/entries.ts";
import { recordsIn, renderTable } from "../render/formats.ts";
import { orderTable } from "../render/tables/order-table.ts";

interface OrdersOptions extends ReadingOptions, ScoringOptions, OutputOptions {}

const EXAMPLES = `
Examples:
  rfm orders exports/ -o orders-understood.csv
  rfm orders orders.csv --format ndjson
  rfm score orders-understood.csv`;

export function registerOrders(program: Command, context: CliContext): void {
  const command = program
    .command("orders")
    .summary("every order as it was understood, with the reason where it does not count");
  command
    .description(
      "Prints every order and refund as it was understood: the audit trail behind every other number. Its sums are the ledger's.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addWindowOptions(addAsOfOption(addReadingOptions(command))))
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: OrdersOptions) => printResult({ exports, options, context }, prepareOrders));
}

/** The order table as understood. */
export async function prepareOrders({ options, context }: Request<OrdersOptions>): Promise<Preparation> {
  const format = resultFormat(options, "csv");
  const { said, shown } = await languagesFor(options, format);
  return {
    orderIds: true,
    personal: true,
    make: (history) => {
      const at = customerOptions(history, options);
      const table = orderTable(history.entries, reasonsAt(history.entries, at), shown);
      return {
        chunks: renderTable(table, format, resultLook(context, options, shown)),
        rows: recordsIn(table, format),
        notes: inputNotes(history, { ledger: ledgerAt(history, at), asOf: at.asOf }, said),
      };
    },
  };
}
