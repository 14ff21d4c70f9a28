import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import type { AsOfOptions, OutputOptions, ReadingOptions } from "../cli/options.ts";
import { addAsOfOption, addOutputOptions, addReadingOptions, EXPORTS_ARGUMENT } from "../cli/options.ts";
import { resultFormat } from "../cli/output.ts";
import { pinnedCommand } from "../cli/pinned-command.ts";
import { asOfDay, inputNotes } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request } from "../cli/result.ts";
import { type ResultLook, resultLook } from "../cli/terminal.ts";
import { checkUp } from "../core/ledger/checkup.ts";
import { reasonsAt } from "../core/ledger/entries.ts";
import { ledgerOf } from "../core/ledger/ledger.ts";
import type { DataTable } from "../render/data-table.ts";
import { type Format, isDataFormat, jsonArray, renderTable } from "../render/formats.ts";
import { checkupTable } from "../render/tables/checkup-table.ts";
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
    .action((exports: string[], options: InspectOptions) =>
      printResult({ exports, options, context }, prepareInspection),
    );
}

/** What was understood, the account of every row, and a look over the orders. */
export async function prepareInspection({ exports, options, context }: Request<InspectOptions>): Promise<Preparation> {
  const format = resultFormat(options, "table");
  const { said, shown } = await languagesFor(options, format);
  return {
    make: (history) => {
      const asOf = asOfDay(history, options);
      const reasons = reasonsAt(history.entries, { asOf });
      const ledger = ledgerOf(history.entries, reasons);
      const tables = {
        understood: understandingTable(history.understanding, shown),
        ledger: ledgerTable(ledger, shown),
        checkup: checkupTable(checkUp(history.entries, reasons), shown),
      };
      const command = pinnedCommand(exports, history.understanding);
      return {
        chunks: renderInspection(tables, { command, format, look: resultLook(context, options, shown) }),
        notes: inputNotes(history, { ledger, asOf }, said),
      };
    },
  };
}

/** The tables one after the other for people, one document in JSON, and what was understood alone in other formats. */
function* renderInspection(
  tables: Readonly<Record<"understood" | "ledger" | "checkup", DataTable>>,
  { command, format, look }: { readonly command: string | null; readonly format: Format; readonly look: ResultLook },
): Generator<string | Uint8Array> {
  if (format === "json") {
    const fields = Object.entries(tables).map(([name, table]) => `${JSON.stringify(name)}:${jsonArray(table)}`);
    yield `{${fields.join(",")},"command":${JSON.stringify(command)}}\n`;
    return;
  }
  yield* renderTable(tables.understood, format, look);
  if (isDataFormat(format)) return;
  const { notAlike, pinned } = look.language.words.inspect;
  yield "\n";
  yield* renderTable(tables.ledger, format, look);
  yield "\n";
  yield* renderTable(tables.checkup, format, look);
  yield command === null ? `\n${notAlike}\n` : `\n${pinned}\n${command}\n`;
}
