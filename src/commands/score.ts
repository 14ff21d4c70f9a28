import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { collectWords } from "../cli/option-values.ts";
import type { OutputOptions, ReadingOptions, ScoringOptions } from "../cli/options.ts";
import { addOutputOptions, addReadingOptions, addScoringOptions, EXPORTS_ARGUMENT } from "../cli/options.ts";
import { resultFormat } from "../cli/output.ts";
import { asOfDay, customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request } from "../cli/result.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { resultLook } from "../cli/terminal.ts";
import { keptOfCustomers, withKept } from "../core/customers/kept-values.ts";
import { SCORE_COLUMNS } from "../core/output-columns.ts";
import type { SegmentedCustomers } from "../core/segments/assign-segments.ts";
import { segmentCustomers } from "../core/segments/segment-customers.ts";
import { UsageError } from "../errors.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { DataTable } from "../render/data-table.ts";
import { recordsIn, renderTable } from "../render/formats.ts";
import type { Language } from "../render/language/language.ts";
import { note } from "../render/note.ts";
import { scoringNotes } from "../render/notes.ts";
import { scoreTable } from "../render/tables/score-table.ts";
import { sortRows } from "../render/tables/sort-rows.ts";

interface ScoreCommandOptions extends ReadingOptions, ScoringOptions, OutputOptions {
  readonly sort?: string;
}

const EXAMPLES = `
Examples:
  rfm score exports/ > scores.csv
  rfm score orders.csv --window 12m --keep Country -o scores.csv
  rfm score orders.csv --sort -monetary_value | head -11
  rfm score orders.csv --cut-points r=30,90,180,365 --save-model model.json -o scores.csv`;

const ROWS_ON_A_TERMINAL = 20;

export function registerScore(program: Command, context: CliContext): void {
  const command = program.command("score").summary("score every customer on recency, frequency and monetary value");
  command
    .description("Scores every customer on recency, frequency and monetary value, and names their segment.")
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addScoringOptions(addReadingOptions(command)))
    .option(
      "--keep <columns>",
      "columns of the exports to carry along, separated by commas, as of each customer's newest purchase",
      collectWords,
    )
    .option("--sort <column>", "sort by a column of the result; -column for the largest first (default: customer_id)")
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: ScoreCommandOptions) =>
      printResult({ exports, options, context }, prepareScore),
    );
}

/** Each customer's numbers, scores and segment; on a terminal, of the first customers. */
export async function prepareScore({ options, context }: Request<ScoreCommandOptions>): Promise<Preparation> {
  checkSort(options.sort, options.keep);
  const onTerminal = options.output === undefined && context.stdout.isTTY === true;
  const format = resultFormat(options, onTerminal ? "table" : "csv");
  const languages = await languagesFor(options, format);
  const { said } = languages;
  const scoring = await prepareScoring(options, context, languages);
  return {
    keep: options.keep,
    personal: true,
    make: (history) => {
      const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
      const table = customerTable(history, segmented, { ...options, language: languages.shown });
      const isPreview = onTerminal && options.format === undefined && table.length > ROWS_ON_A_TERMINAL;
      const shown: DataTable = isPreview ? { ...table, length: ROWS_ON_A_TERMINAL } : table;
      const { notes, beside } = finishScoring(history, segmented, scoring);
      const ledger = ledgerAt(history, customerOptions(history, options));
      const asOf = asOfDay(history, options);
      const preview = said.words.scoring.preview(ROWS_ON_A_TERMINAL, table.length);
      return {
        chunks: renderTable(shown, format, resultLook(context, options, languages.shown)),
        rows: recordsIn(shown, format),
        beside,
        notes: [
          ...(isPreview ? [note(preview)] : []),
          ...inputNotes(history, { ledger, asOf }, said),
          ...scoringNotes(segmented, said),
          ...notes,
        ],
      };
    },
  };
}

function customerTable(
  history: OrderHistory,
  segmented: SegmentedCustomers,
  { keep = [], sort, language }: Pick<ScoreCommandOptions, "keep" | "sort"> & { readonly language: Language },
): DataTable {
  const { asOf } = segmented.customers;
  const kept =
    keep.length === 0 ? [] : keptOfCustomers(withKept(history.orders, keep), { asOf, of: "newest purchase" });
  return sortRows(scoreTable(segmented, language, { kept }), sort);
}

function checkSort(sort: string | undefined, keep: readonly string[] = []): void {
  const column = sort?.replace(/^-/, "");
  const columns: readonly string[] = [...SCORE_COLUMNS, ...keep];
  if (column === undefined || columns.includes(column)) return;
  throw new UsageError(`--sort ${sort}: there is no such column`, `the columns are ${columns.join(", ")}`);
}
