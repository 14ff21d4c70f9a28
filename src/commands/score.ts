import { type CustomerValues, keptOfCustomers, withKept } from "../analysis/customers/kept-values.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { segmentCustomers, segmentTable } from "../analysis/segments/segment-customers.ts";
import { resultCommand } from "../cli/command.ts";
import { presentationOf } from "../cli/presentation.ts";
import { addUpOf, asOfDay, customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request, Result } from "../cli/result.ts";
import {
  finishScoring,
  givenSegmentOptions,
  givenSource,
  prepareScoring,
  type ScoredSource,
  segmentOptions,
} from "../cli/scoring.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import { UsageError } from "../errors.ts";
import type { ValuesOf } from "../options/option.ts";
import { keepOption, outputOptions, sortOption } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import { engineSourceOptions, intoOptions } from "../options/warehouse-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { type Note, note } from "../render/notes/note.ts";
import { scoringNotes } from "../render/notes/scoring-notes.ts";
import { recordsIn, renderTable } from "../render/tables/formats.ts";
import { SCORE_COLUMNS, scoreTable } from "../render/tables/score-table.ts";
import { sortRows } from "../render/tables/sort-rows.ts";

const EXAMPLES = `
Examples:
  rfm score exports/ > scores.csv
  rfm score orders.csv --window 12m --keep Country -o scores.csv
  rfm score orders.csv --sort -monetary_value | head -11
  rfm score orders.csv --cut-points r=30,90,180,365 --save-model model.json -o scores.csv

A table in a database instead of files: rfm score postgres://host/name --table orders`;

const ROWS_ON_A_TERMINAL = 20;

const consumes = [
  ...engineSourceOptions,
  ...intoOptions,
  ...readingOptions,
  ...scoringOptions,
  ...outputOptions,
  keepOption,
  sortOption,
] as const;
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
    addUp: addUpOf(options, options.keep),
    personal: true,
    make: (history) => {
      const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
      const ledger = ledgerAt(history, customerOptions(history, options));
      const asOf = asOfDay(history, options);
      const kept = keptColumns(history, segmented, options.keep);
      return resultOf(segmented, {
        source: history,
        kept,
        notes: inputNotes(history, { ledger, asOf }, messageLanguage),
      });
    },
    fromEngine: async (reader) => {
      const given = await reader.customers();
      return resultOf(segmentTable(given.customers, givenSegmentOptions(given, scoring)), {
        source: givenSource(given),
        kept: [],
        notes: given.notes,
      });
    },
  };

  function resultOf(
    segmented: SegmentedCustomers,
    {
      source,
      kept,
      notes: inputs,
    }: {
      readonly source: ScoredSource;
      readonly kept: readonly CustomerValues[];
      readonly notes: readonly Note[];
    },
  ): Result {
    const table = sortRows(scoreTable(segmented, resultLanguage, { kept }), options.sort);
    const isPreview = onTerminal && options.format === undefined && table.length > ROWS_ON_A_TERMINAL;
    const shown: DataTable = isPreview ? { ...table, length: ROWS_ON_A_TERMINAL } : table;
    const { notes, companions } = finishScoring(source, segmented, scoring);
    const preview = messageLanguage.words.scoring.preview(ROWS_ON_A_TERMINAL, table.length);
    return {
      chunks: renderTable(shown, format, { ...look, currency: source.understanding.currency }),
      rows: recordsIn(shown, format),
      companions,
      notes: [
        ...(isPreview ? [note(preview)] : []),
        ...inputs,
        ...scoringNotes(segmented, messageLanguage, source),
        ...notes,
      ],
    };
  }
}

/** The columns that are carried along, from each customer's newest purchase. */
function keptColumns(
  history: OrderHistory,
  { customers: { asOf } }: SegmentedCustomers,
  keep: readonly string[] = [],
): readonly CustomerValues[] {
  return keep.length === 0 ? [] : keptOfCustomers(withKept(history.orders, keep), { asOf, of: "newest purchase" });
}

function checkSort(sort: string | undefined, keep: readonly string[] = []): void {
  const column = sort?.replace(/^-/, "");
  const columns: readonly string[] = [...SCORE_COLUMNS, ...keep];
  if (column === undefined || columns.includes(column)) return;
  throw new UsageError(`--sort ${sort}: unknown column`, `the columns are ${columns.join(", ")}`);
}
