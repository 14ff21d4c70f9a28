import { definitionsOf } from "../analysis/model/model.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { segmentCustomers, segmentTable } from "../analysis/segments/segment-customers.ts";
import { type SegmentSummaries, summariseSegments } from "../analysis/segments/summarise-segments.ts";
import { type Yardstick, yardstickOf, yardstickOfPauses } from "../analysis/segments/yardstick.ts";
import { resultCommand } from "../cli/command.ts";
import { presentationOf } from "../cli/presentation.ts";
import { asOfDay, customerOptions, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request, Result } from "../cli/result.ts";
import {
  finishScoring,
  givenSegmentOptions,
  givenSource,
  prepareScoring,
  type ScoredSource,
  segmentOptions,
} from "../cli/scoring.ts";
import type { ResultLook } from "../cli/terminal.ts";
import { inTurn } from "../files/chunks.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import { engineSourceOptions } from "../options/warehouse-options.ts";
import { markdownActions, textActions } from "../render/documents/segment-actions.ts";
import { withMonetaryWords } from "../render/language/monetary-words.ts";
import type { Note } from "../render/notes/note.ts";
import { scoringNotes } from "../render/notes/scoring-notes.ts";
import { untoldNotes } from "../render/sentences/advice.ts";
import { type Format, recordsIn, renderTable } from "../render/tables/formats.ts";
import { segmentTable as segmentTableOf } from "../render/tables/segment-table.ts";

const EXAMPLES = `
Examples:
  rfm segments exports/
  rfm segments orders.csv --window 12m --format md
  rfm segments orders.csv --scheme seg-map -o segments.csv
  rfm segments orders.csv --method ntile

A table in a database instead of files: rfm segments postgres://host/name --table orders`;

const consumes = [...engineSourceOptions, ...readingOptions, ...scoringOptions, ...outputOptions] as const;
type SegmentsOptions = ValuesOf<typeof consumes>;

export const segments = resultCommand({
  name: "segments",
  takesCustomers: true,
  description: "Counts each segment's customers, orders and revenue, with medians and what to do.",
  consumes,
  help: EXAMPLES,
  prepare: prepareSegments,
});

/** Each segment's figures. */
export async function prepareSegments(request: Request<SegmentsOptions>): Promise<Preparation> {
  const { options, context } = request;
  const presentation = await presentationOf(request);
  const { format, messageLanguage, resultLanguage } = presentation;
  const scoring = await prepareScoring(options, context, presentation);
  return {
    make: (history) => {
      const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
      const ledger = ledgerAt(history, customerOptions(history, options));
      const notes = inputNotes(history, { ledger, asOf: asOfDay(history, options) }, messageLanguage);
      return resultOf(segmented, { source: history, yardstick: yardstickOf(history.orders, segmented), notes });
    },
    fromEngine: async (reader) => {
      const given = await reader.customers();
      const pauses = await reader.pauses();
      return resultOf(segmentTable(given.customers, givenSegmentOptions(given, scoring)), {
        source: givenSource(given),
        yardstick: yardstickOfPauses(given.customers, pauses),
        notes: given.notes,
      });
    },
  };

  function resultOf(
    segmented: SegmentedCustomers,
    {
      source,
      yardstick,
      notes: inputs,
    }: {
      readonly source: ScoredSource;
      readonly yardstick: Yardstick;
      readonly notes: readonly Note[];
    },
  ): Result {
    const summaries = summariseSegments(segmented, yardstick);
    const { asOf } = segmented.customers;
    const language = withMonetaryWords(resultLanguage, definitionsOf({ ...options, asOf }));
    const table = segmentTableOf(summaries, language);
    const look = { ...presentation.look, language, currency: source.understanding.currency };
    const { notes, companions } = finishScoring(source, segmented, scoring);
    return {
      chunks: inTurn(renderTable(table, format, look), actionsBelow(summaries, format, look)),
      rows: recordsIn(table, format),
      companions,
      notes: [
        ...inputs,
        ...scoringNotes(segmented, messageLanguage, source),
        ...untoldNotes(summaries, messageLanguage),
        ...notes,
      ],
    };
  }
}

/** What to do, which the table has no room for; data formats have it as a column. */
function actionsBelow(summaries: SegmentSummaries, format: Format, look: ResultLook): Iterable<string> {
  if (format === "table") return textActions(summaries, look);
  return format === "md" ? markdownActions(summaries, look.language) : [];
}
