import { checkUp } from "../analysis/ledger/checkup.ts";
import { ledgerOf } from "../analysis/ledger/ledger.ts";
import { reasonsAt } from "../analysis/ledger/reasons-at.ts";
import { printable } from "../basics/text/words.ts";
import { resultCommand } from "../cli/command.ts";
import { pinnedCommand, pinnedOptions, quotedWords } from "../cli/pinned-command.ts";
import { presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import type { ResultLook } from "../cli/terminal.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import type { Chunks } from "../files/chunks.ts";
import { type ConfigSection, SHARED_OPTIONS } from "../options/index.ts";
import type { AnyOption, ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import type { WrittenOption } from "../options/written-options.ts";
import type { FileUnderstanding } from "../orders/understanding.ts";
import { checkupTable } from "../render/tables/checkup-table.ts";
import { type Format, isDataFormat, jsonArray, renderTable, type TextFormat } from "../render/tables/formats.ts";
import { ledgerTable } from "../render/tables/ledger-table.ts";
import { understandingTable } from "../render/tables/understanding/understanding-table.ts";
import { wrapSentences } from "../render/terminal/wrap.ts";

const EXAMPLES = `
Examples:
  rfm inspect exports/
  rfm inspect orders.csv --width 140
  rfm inspect orders.csv --format json`;

const consumes = [...readingOptions, asOfOption, ...outputOptions] as const;
type InspectOptions = ValuesOf<typeof consumes>;

export const inspect = resultCommand({
  name: "inspect",
  takesCustomers: true,
  description:
    "Shows how the exports were read and why, with the option that changes each answer, and what became of every row.",
  consumes,
  help: EXAMPLES,
  prepare: prepareInspection,
});

/** What was understood, the account of every row, and a look over the orders. */
export async function prepareInspection({
  exports,
  options,
  written,
  context,
}: Request<InspectOptions>): Promise<Preparation> {
  const { format, look, messageLanguage, resultLanguage } = await presentationOf({ options, context });
  return {
    checkAmounts: true,
    make: (history) => {
      const asOf = asOfDay(history, options);
      const reasons = reasonsAt(history.entries, { asOf });
      const ledger = ledgerOf(history.entries, reasons);
      const tables = {
        understood: understandingTable(history.understanding, resultLanguage),
        ledger: ledgerTable(ledger, resultLanguage),
        checkup: checkupTable(checkUp(history.entries, reasons), resultLanguage),
      };
      const pinned = pinnedOptions(history.understanding, written);
      return {
        chunks: renderInspection(tables, {
          ...{ exports, pinned, format, look },
          files: history.understanding.files,
        }),
        notes: inputNotes(history, { ledger, asOf }, messageLanguage),
      };
    },
  };
}

type InspectionTables = Readonly<Record<"understood" | "ledger" | "checkup", DataTable>>;

interface InspectionView {
  readonly exports: readonly string[];
  readonly files: readonly FileUnderstanding[];
  /** The options that pin how the exports were understood; `null` where they were not understood alike. */
  readonly pinned: readonly WrittenOption[] | null;
  readonly format: Format;
  readonly look: ResultLook;
}

/** The tables one after the other for people, one document in JSON, and what was understood alone in other formats. */
function renderInspection(tables: InspectionTables, view: InspectionView): Chunks {
  const { format, look } = view;
  return format === "xlsx" ? renderTable(tables.understood, format, look) : textInspection(tables, { ...view, format });
}

function* textInspection(
  tables: InspectionTables,
  { exports, files, pinned, format, look }: InspectionView & { readonly format: TextFormat },
): Generator<string | Uint8Array> {
  const command = pinned === null ? null : pinnedCommand(exports, pinned);
  if (format === "json") {
    const fields = Object.entries(tables).map(
      ([name, table]) => `${JSON.stringify(name)}:${jsonArray(table, look.language)}`,
    );
    const config = pinned === null ? null : configOf(pinned);
    const checks = files.flatMap(({ name, amountCheck }) =>
      amountCheck === null ? [] : [{ file: name, ...amountCheck }],
    );
    yield `{${fields.join(",")},"amount_checks":${JSON.stringify(checks)},"command":${JSON.stringify(command)},"config":${JSON.stringify(config)}}\n`;
    return;
  }
  yield* renderTable(tables.understood, format, look);
  if (isDataFormat(format)) return;
  const { words } = look.language;
  yield "\n";
  yield* renderTable(tables.ledger, format, { ...look, hasFormats: false });
  yield "\n";
  yield* renderTable(tables.checkup, format, { ...look, hasFormats: false });
  const isOfCustomers = files.some(({ layout }) => layout.columns.summary !== null);
  if (command === null) yield `\n${words.inspect.notAlike}\n`;
  else
    yield `\n${words.inspect.pinned}\n${printable(command)}\n${isOfCustomers ? "" : `${wrapSentences(printable(words.inspect.config(quotedWords(exports))), look.width)}\n`}`;
}

/** The options as a config has them, by its sections. */
function configOf(pinned: readonly WrittenOption[]): Readonly<Record<string, unknown>> {
  const valuesOf = (section: ConfigSection): Readonly<Record<string, unknown>> => {
    const options: readonly AnyOption[] = SHARED_OPTIONS[section];
    return Object.fromEntries(
      pinned.flatMap(([name, values]) => {
        const option = options.find((one) => one.name === name);
        if (option === undefined) return [];
        const [first = ""] = values;
        return [[name, option.kind === "flag" ? first === "true" : values.length === 1 ? first : values]];
      }),
    );
  };
  const scoring = valuesOf("scoring");
  return { reading: valuesOf("reading"), ...(Object.keys(scoring).length === 0 ? {} : { scoring }) };
}
