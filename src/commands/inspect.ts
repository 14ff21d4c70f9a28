import { resultCommand } from "../cli/command.ts";
import { languagesFor } from "../cli/language.ts";
import { resultFormat } from "../cli/output.ts";
import { type PinnedOption, pinnedCommand, pinnedOptions, quotedWords } from "../cli/pinned-command.ts";
import { asOfDay, inputNotes } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import { type ResultLook, resultLook } from "../cli/terminal.ts";
import { checkUp } from "../core/ledger/checkup.ts";
import { reasonsAt } from "../core/ledger/entries.ts";
import { ledgerOf } from "../core/ledger/ledger.ts";
import { printable } from "../core/words.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import type { DataTable } from "../render/data-table.ts";
import { type Format, isDataFormat, jsonArray, renderTable } from "../render/formats.ts";
import { checkupTable } from "../render/tables/checkup-table.ts";
import { ledgerTable } from "../render/tables/ledger-table.ts";
import { understandingTable } from "../render/tables/understanding-table.ts";

const EXAMPLES = `
Examples:
  rfm inspect exports/
  rfm inspect orders.csv --width 140
  rfm inspect orders.csv --format json`;

const consumes = [...readingOptions, asOfOption, ...outputOptions] as const;
type InspectOptions = ValuesOf<typeof consumes>;

export const inspect = resultCommand({
  name: "inspect",
  description:
    "Shows what was understood of the exports and what says so, with the option that changes each answer, and the account of every row.",
  consumes,
  help: EXAMPLES,
  prepare: prepareInspection,
});

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
      const pinned = pinnedOptions(history.understanding);
      return {
        chunks: renderInspection(tables, { exports, pinned, format, look: resultLook(context, options, shown) }),
        notes: inputNotes(history, { ledger, asOf }, said),
      };
    },
  };
}

interface InspectionView {
  readonly exports: readonly string[];
  /** The options that pin how the exports were understood; `null` where they were not understood alike. */
  readonly pinned: readonly PinnedOption[] | null;
  readonly format: Format;
  readonly look: ResultLook;
}

/** The tables one after the other for people, one document in JSON, and what was understood alone in other formats. */
function* renderInspection(
  tables: Readonly<Record<"understood" | "ledger" | "checkup", DataTable>>,
  { exports, pinned, format, look }: InspectionView,
): Generator<string | Uint8Array> {
  const command = pinned === null ? null : pinnedCommand(exports, pinned);
  if (format === "json") {
    const fields = Object.entries(tables).map(([name, table]) => `${JSON.stringify(name)}:${jsonArray(table)}`);
    const config = pinned === null ? null : { reading: Object.fromEntries(pinned) };
    yield `{${fields.join(",")},"command":${JSON.stringify(command)},"config":${JSON.stringify(config)}}\n`;
    return;
  }
  yield* renderTable(tables.understood, format, look);
  if (isDataFormat(format)) return;
  const { words } = look.language;
  yield "\n";
  yield* renderTable(tables.ledger, format, { ...look, hasFormats: false });
  yield "\n";
  yield* renderTable(tables.checkup, format, { ...look, hasFormats: false });
  if (command === null) yield `\n${words.inspect.notAlike}\n`;
  else
    yield `\n${words.inspect.pinned}\n${printable(command)}\n${printable(words.inspect.config(quotedWords(exports)))}\n`;
}
