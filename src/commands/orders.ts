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
import { formatFor, openOutput } from "../cli/output.ts";
import { customerOptions, inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { reasonsAt } from "../core/ledger/entries.ts";
import { isDataFormat, renderTable } from "../render/formats.ts";
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
    .action((exports: string[], options: OrdersOptions) => runOrders(exports, options, context));
}

async function runOrders(exports: readonly string[], options: OrdersOptions, context: CliContext): Promise<void> {
  const format = formatFor(options, "csv");
  const output = await openOutput(options.output, context);
  const { said, shown } = await languagesFor(options, { isData: isDataFormat(format) });
  const history = await readExports(exports, options, context);
  const at = customerOptions(history, options);
  await output.write(
    renderTable(orderTable(history.entries, reasonsAt(history.entries, at), shown), format, {
      language: shown,
      width: tableWidth(context.stdout, options),
      style: resultStyle(context, options),
    }),
  );
  const notes = inputNotes(history, { ledger: ledgerAt(history, at), asOf: at.asOf }, said);
  showNotes(notes, { context, options, language: said });
}
