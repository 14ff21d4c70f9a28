import { refuseNtile } from "../analysis/model/model.ts";
import { type ActiveCustomersTable, activeCustomersByPeriod } from "../analysis/retention/active-customers.ts";
import { type RetentionTable, retentionByPeriod, retentionOfCells } from "../analysis/retention/retention-by-period.ts";
import { retentionBySegment, type SegmentRetention } from "../analysis/retention/segment-retention.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { resultCommand } from "../cli/command.ts";
import type { EngineReader } from "../cli/engine-reader.ts";
import { presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { CompanionFile, Preparation, Request, Result } from "../cli/result.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import { inTurn } from "../files/chunks.ts";
import { givenOfOrders } from "../options/looking-at-orders.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import {
  activeWithinOption,
  perSegmentOption,
  perSegmentRules,
  retentionOptions,
} from "../options/retention-options.ts";
import { asOfOption, scoringShapeOptions } from "../options/scoring-options.ts";
import { engineSourceOptions } from "../options/warehouse-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { RETENTION_TOPIC } from "../render/documents/retention-topic.ts";
import type { Language } from "../render/language/language.ts";
import type { Note } from "../render/notes/note.ts";
import { retentionNotes } from "../render/notes/period-notes.ts";
import {
  activeCustomerSentences,
  retentionSentence,
  segmentRetentionSentence,
} from "../render/sentences/retention-sentences.ts";
import { type Format, recordsIn, renderTable } from "../render/tables/formats.ts";
import { retentionTable } from "../render/tables/retention-table.ts";
import { segmentRetentionOverview, segmentRetentionTable } from "../render/tables/segment-retention-table.ts";
import { wrapSentences } from "../render/terminal/wrap.ts";

const EXAMPLES = `
Examples:
  rfm retention exports/
  rfm retention orders.csv --active-within 3m
  rfm retention orders.csv --per-segment
  rfm retention orders.csv --covers 2011-01-01..2011-03-31 -o retention.csv

A table in a database instead of files: rfm retention postgres://host/name --table orders
`;

const consumes = [
  ...engineSourceOptions,
  ...readingOptions,
  ...retentionOptions,
  activeWithinOption,
  perSegmentOption,
  asOfOption,
  ...scoringShapeOptions,
  ...outputOptions,
] as const;
type RetentionCommandOptions = ValuesOf<typeof consumes>;

export const retention = resultCommand({
  name: "retention",
  description:
    "Follows customers from period to period: kept, lost, new, back again. Rates are blank where they cannot be known.",
  consumes,
  rules: perSegmentRules,
  help: `${EXAMPLES}\n${RETENTION_TOPIC}`,
  prepare: prepareRetention,
});

/** What the command shows: the table of data formats, that of people, and the lines under it. */
interface Shown {
  readonly data: DataTable;
  readonly people: DataTable;
  readonly lines: readonly string[];
  /** What scoring has to say, and the file that it writes. */
  readonly notes: readonly Note[];
  readonly companions: readonly CompanionFile[];
}

/** The table of periods, or of segments by period. */
export async function prepareRetention(request: Request<RetentionCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  const [ofOrders] = givenOfOrders(consumes, options);
  const presentation = await presentationOf(request);
  const { format, look, messageLanguage, resultLanguage: language } = presentation;
  const scoring = options.perSegment === true ? await prepareScoring(options, context, presentation) : null;
  return {
    make: (history) => {
      const asOf = asOfDay(history, options);
      const retention = retentionByPeriod(history.orders, { asOf, period: options.period, covers: options.covers });
      const shown =
        scoring === null
          ? byPeriod(retention, activeCustomersAt(history, retention, options), language)
          : perSegment(history, retention, scoring);
      const inputs = inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage);
      return resultOf(shown, {
        inputs: [...inputs, ...retentionNotes(retention, asOf, messageLanguage)],
        currency: history.understanding.currency,
      });
    },
    needsOrders: ofOrders,
    fromEngine: ofOrders === undefined ? fromEngine : undefined,
  };

  async function fromEngine(reader: EngineReader): Promise<Result> {
    const { period = "month", covers } = options;
    const { sums, asOf, notes } = await reader.periods(period);
    const retention = retentionOfCells(sums, { asOf, period, covers });
    const shown = byPeriod(retention, undefined, language);
    return resultOf(shown, {
      inputs: [...notes, ...retentionNotes(retention, asOf, messageLanguage)],
      currency: "",
    });
  }

  function resultOf(
    { data, people, lines, companions, notes }: Shown,
    { inputs, currency }: { readonly inputs: readonly Note[]; readonly currency: string },
  ): Result {
    const forPeople = format === "table" || format === "md";
    const texts = lines.map((line) => `\n${textFor(format, line, look.width)}\n`);
    return {
      chunks: inTurn(renderTable(forPeople ? people : data, format, { ...look, currency }), forPeople ? texts : []),
      rows: recordsIn(data, format),
      companions,
      notes: [...inputs, ...notes],
    };
  }
}

function byPeriod(retention: RetentionTable, active: ActiveCustomersTable | undefined, language: Language): Shown {
  const table = retentionTable(retention, language, active);
  const lines = active === undefined ? [] : activeCustomerSentences(active, retention, language);
  const sentences = [retentionSentence(retention, language), ...lines];
  return { data: table, people: table, lines: sentences, notes: [], companions: [] };
}

function activeCustomersAt(
  { orders, ...history }: OrderHistory,
  retention: RetentionTable,
  options: RetentionCommandOptions,
): ActiveCustomersTable | undefined {
  const { activeWithin } = options;
  if (activeWithin === undefined) return undefined;
  return activeCustomersByPeriod(orders, retention, { asOf: asOfDay({ orders, ...history }, options), activeWithin });
}

function perSegment(history: OrderHistory, retention: RetentionTable, scoring: Scoring): Shown {
  const at = segmentOptions(history, scoring);
  const segmented = segmentCustomers(history.orders, at);
  refuseNtile(segmented.scales, "choose another method: ranks have no cut points that could score earlier days");
  const language = scoring.languages.resultLanguage;
  const segments: SegmentRetention = retentionBySegment(history.orders, retention, {
    ...at,
    scheme: scoring.scheme,
    scored: segmented,
  });
  return {
    data: segmentRetentionTable(segments),
    people:
      retention.periodsPooled === 0
        ? retentionTable(retention, language)
        : segmentRetentionOverview(segments, language),
    lines: [segmentRetentionSentence(segments, retention, language)],
    ...finishScoring(history, segmented, scoring),
  };
}

/** A sentence under a table: broken to the width in a terminal, one paragraph in Markdown. */
function textFor(format: Format, line: string, width: number): string {
  return format === "md" ? line : wrapSentences(line, width);
}
