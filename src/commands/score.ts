import { keptOfCustomers, withKept } from "../analysis/customers/kept-values.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { resultCommand } from "../cli/command.ts";
import { presentationOf } from "../cli/presentation.ts";
import { asOfDay, customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request } from "../cli/result.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import { UsageError } from "../errors.ts";
import type { ValuesOf } from "../options/option.ts";
import { keepOption, outputOptions, sortOption } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { Language } from "../render/language/language.ts";
import { note } from "../render/notes/note.ts";
import { scoringNotes } from "../render/notes/scoring-notes.ts";
import { recordsIn, renderTable } from "../render/tables/formats.ts";
import { SCORE_COLUMNS, scoreTable } from "../render/tables/score-table.ts";
import { sortRows } from "../render/tables/sort-rows.ts";

const EXAMPLES = `
Examples:
  rfm score exports/ > scores.csv
  rfm score orders.csv --window 12m --keep Country -o scores.csv
  rfm score orders.csv --sort -monetary_value | head -11
  rfm score orders.csv --cut-points r=30,90,180,365 --save-model model.json -o scores.csv`;

const ROWS_ON_A_TERMINAL = 20;

const consumes = [...readingOptions, ...scoringOptions, ...outputOptions, keepOption, sortOption] as const;
type ScoreCommandOptions = ValuesOf<typeof consumes>;

export const score = resultCommand({
  name: "score",
  takesCustomers: true,
  description: "Scores every customer on recency, frequency and monetary value, and names their segment.",
  consumes,
  help: EXAMPLES,
  prepare: prepareScore,
});

/** Each customer's numbers, scores and segment; on a terminal, of the first customers. */
export async function prepareScore(request: Request<ScoreCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  checkSort(options.sort, options.keep);
  const onTerminal = options.output === undefined && context.stdout.isTTY === true;
  const presentation = await presentationOf(request, onTerminal ? "table" : "csv");
  const { format, look, messageLanguage, resultLanguage } = presentation;
  const scoring = await prepareScoring(options, context, presentation);
  return {
    keep: options.keep,
    personal: true,
    make: (history) => {
      const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
      const table = customerTable(history, segmented, { ...options, language: resultLanguage });
      const isPreview = onTerminal && options.format === undefined && table.length > ROWS_ON_A_TERMINAL;
      const shown: DataTable = isPreview ? { ...table, length: ROWS_ON_A_TERMINAL } : table;
      const { notes, companions } = finishScoring(history, segmented, scoring);
      const ledger = ledgerAt(history, customerOptions(history, options));
      const asOf = asOfDay(history, options);
      const preview = messageLanguage.words.scoring.preview(ROWS_ON_A_TERMINAL, table.length);
      return {
        chunks: renderTable(shown, format, look),
        rows: recordsIn(shown, format),
        companions,
        notes: [
          ...(isPreview ? [note(preview)] : []),
          ...inputNotes(history, { ledger, asOf }, messageLanguage),
          ...scoringNotes(segmented, messageLanguage),
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
  throw new UsageError(`--sort ${sort}: unknown column`, `the columns are ${columns.join(", ")}`);
}
