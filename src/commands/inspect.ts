import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import type { AsOfOptions, OutputOptions, ReadingOptions } from "../cli/options.ts";
import { addAsOfOption, addOutputOptions, addReadingOptions, EXPORTS_ARGUMENT } from "../cli/options.ts";
import { formatOfFile, openOutput } from "../cli/output.ts";
import { asOfDay, inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { jsonArray, renderTable } from "../render/formats.ts";
import { ledgerTable } from "../render/tables/ledger-table.ts";
import { understandingTable } from "../render/tables/understanding-table.ts";

interface InspectOptions extends ReadingOptions, AsOfOptions, OutputOptions {}

const EXAMPLES = `
Examples:
  rfm inspect exports/
  rfm inspect orders.csv --width 140
  rfm inspect orders.csv --format json`;

export function registerInspect(program: Command, context: CliContext): void {
  const command = program.command("inspect").summary("what was understood of the exports, and why");
  command
    .description(
      "Shows what was understood of the exports and what says so, with the option that changes each answer, and the account of every row.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addAsOfOption(addReadingOptions(command)))
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: InspectOptions) => runInspect(exports, options, context));
}

async function runInspect(exports: readonly string[], options: InspectOptions, context: CliContext): Promise<void> {
  const format = options.format ?? (options.output === undefined ? "table" : formatOfFile(options.output));
  const output = await openOutput(options.output, context);
  const history = await readExports(exports, options, context);
  const asOf = asOfDay(history, options);
  const ledger = ledgerAt(history, { asOf });
  const [understood, account] = [understandingTable(history.understanding), ledgerTable(ledger)];
  const look = { width: tableWidth(context.stdout, options), style: resultStyle(context, options) };
  const both = format === "table" || format === "md";
  await output.write(
    format === "json"
      ? [`{"understood":${jsonArray(understood)},"ledger":${jsonArray(account)}}\n`]
      : [...renderTable(understood, format, look), ...(both ? ["\n", ...renderTable(account, format, look)] : [])],
  );
  showNotes(inputNotes(history, ledger, asOf), context, options);
}
