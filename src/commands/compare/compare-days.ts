import { stabilityBetween } from "../../analysis/backtest/stability.ts";
import { type Comparison, compareSnapshots } from "../../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../analysis/compare/earlier-day.ts";
import { snapshotOf } from "../../analysis/compare/snapshot.ts";
import { refuseNtile } from "../../analysis/model/model.ts";
import type { Scales } from "../../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentCustomers, segmentTable } from "../../analysis/segments/segment-customers.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import type { Span } from "../../basics/calendar/span.ts";
import type { EngineReader, GivenCustomers } from "../../cli/engine-reader.ts";
import { languagesFor } from "../../cli/language.ts";
import { asOfDay, inputNotes, ledgerAt } from "../../cli/read-exports.ts";
import type { Request } from "../../cli/result.ts";
import {
  finishScoring,
  givenSegmentOptions,
  givenSource,
  prepareScoring,
  type ScoredSource,
  type Scoring,
  segmentOptions,
} from "../../cli/scoring.ts";
import { UsageError } from "../../errors.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { Language } from "../../render/language/language.ts";
import { frozenCompareNotes } from "../../render/notes/model-notes.ts";
import { type Note, note } from "../../render/notes/note.ts";
import { scoringNotes } from "../../render/notes/scoring-notes.ts";
import { stayNote } from "../../render/sentences/backtest-sentences.ts";
import type { Format } from "../../render/tables/formats.ts";
import { type Compared, type CompareOptions, withNames } from "./compared.ts";

/** Which of the two days has the cut points for both. */
type CutPointsOf = "from" | "to";

/**
 * Settles how two days of the exports are scored and compared.
 *
 * @throws UsageError where no earlier day is named, or options contradict each other
 */
export async function prepareDays(
  { options, context }: Request<CompareOptions>,
  format: Format,
): Promise<DayComparison> {
  const { from } = options;
  if (from === undefined) {
    throw new UsageError(
      "--from is missing: which day is the earlier one?",
      "for instance --from -1m, or --from 2011-04-30",
    );
  }
  const frozenAt = frozenDay(options);
  const scoring = await prepareScoring(options, context, await languagesFor(options, format));
  return {
    ofHistory: (history) => {
      const toDay = asOfDay(history, options.to === undefined ? {} : { asOf: options.to });
      return scoreBothDays(daysOfHistory(history, scoring), scoring, { ...bothDays(from, toDay), frozenAt });
    },
    fromEngine: async (reader) => {
      const toDay = await reader.asOf();
      return scoreBothDays(daysOfOneTable(reader, scoring), scoring, { ...bothDays(from, toDay), frozenAt });
    },
  };
}

/** A comparison of two days that waits for the orders. */
export interface DayComparison {
  readonly ofHistory: (history: OrderHistory) => Promise<Compared>;
  readonly fromEngine: (reader: EngineReader) => Promise<Compared>;
}

/** The two days that are compared. */
export interface ComparedDays {
  readonly fromDay: number;
  readonly toDay: number;
  /** Which of them has the cut points for both; `null` where each has its own. */
  readonly frozenAt: CutPointsOf | null;
}

/** Customers who can be scored as of the earlier day and of the later one. */
export interface ScoredDays {
  readonly scoredAt: (
    asOf: number,
    scored: { readonly side: CutPointsOf; readonly frozen?: Scales | undefined },
  ) => Promise<SegmentedCustomers>;
  /** What is said of the rows. */
  readonly inputNotes: (days: ComparedDays) => readonly Note[];
  /** What is said of who came and stayed; `null` where nothing is known of it. */
  readonly stay: (days: ComparedDays, comparison: Comparison) => string | null;
  /** What the side that is scored first comes from. */
  readonly source: (side: CutPointsOf) => ScoredSource;
  readonly hasMoney: boolean;
  /** Whether each side is all that a table of its own holds: who left is in one of them only. */
  readonly ofTwoTables: boolean;
}

function daysOfHistory(history: OrderHistory, scoring: Scoring): ScoredDays {
  const options = segmentOptions(history, scoring);
  const { messageLanguage } = scoring.languages;
  return {
    scoredAt: async (asOf, { frozen }) =>
      segmentCustomers(history.orders, { ...options, asOf, ...(frozen === undefined ? {} : { frozen }) }),
    inputNotes: ({ toDay }) =>
      inputNotes(history, { ledger: ledgerAt(history, { asOf: toDay }), asOf: toDay }, messageLanguage),
    stay: ({ fromDay, toDay }) => stayNote(stabilityBetween(history.orders, fromDay, toDay), messageLanguage),
    source: () => history,
    hasMoney: history.orders.hasMoney !== false,
    ofTwoTables: false,
  };
}

function daysOfOneTable(reader: EngineReader, scoring: Scoring): ScoredDays {
  const read = new Map<number, GivenCustomers>();
  const newest = (): GivenCustomers => read.get(Math.max(...read.keys())) as GivenCustomers;
  return {
    scoredAt: async (asOf, { frozen }) => {
      const given = read.get(asOf) ?? (await reader.customers(asOf));
      read.set(asOf, given);
      const options = givenSegmentOptions(given, scoring);
      return segmentTable(given.customers, { ...options, ...(frozen === undefined ? {} : { frozen }) });
    },
    inputNotes: () => newest().notes,
    stay: () => null,
    source: () => givenSource(newest()),
    hasMoney: true,
    ofTwoTables: false,
  };
}

/**
 * The day whose cut points both days have, by default the later one, as in the report; `null` where each has its own.
 *
 * @throws UsageError where a day is named whose cut points are not used, or a saved model has those of both days
 */
export function frozenDay({ freeze, cutPointsOf, model }: CompareOptions): CutPointsOf | null {
  if (freeze === false && model !== undefined) {
    throw new UsageError(
      `--no-freeze cannot be used here: --model ${model} has the cut points of both days`,
      "leave one of them out",
    );
  }
  if (freeze !== false) return cutPointsOf ?? "to";
  if (cutPointsOf === undefined) return null;
  throw new UsageError(
    `--cut-points-of ${cutPointsOf} cannot be used here: --no-freeze gives each day cut points of its own`,
    "leave one of them out",
  );
}

function bothDays(from: number | Span, toDay: number): { readonly fromDay: number; readonly toDay: number } {
  const fromDay = typeof from === "number" ? from : earlierDay(toDay, from);
  if (fromDay <= toDay) return { fromDay, toDay };
  throw new UsageError(`--from ${formatDay(fromDay)} is after --to ${formatDay(toDay)}`, "the earlier day comes first");
}

/** Scores both days and follows their customers. */
export async function scoreBothDays(scored: ScoredDays, scoring: Scoring, days: ComparedDays): Promise<Compared> {
  const { fromDay, toDay, frozenAt } = days;
  const isFrozen = frozenAt !== null || scoring.model !== null;
  /** The side that is scored first; the other takes its cut points. */
  const [side, other] = frozenAt === "to" ? (["to", "from"] as const) : (["from", "to"] as const);
  const dayOf = { from: fromDay, to: toDay };
  const first = await scored.scoredAt(dayOf[side], { side });
  if (isFrozen) refuseNtile(first.scales, "add --no-freeze to rank each day anew");
  const second = await scored.scoredAt(dayOf[other], { side: other, frozen: isFrozen ? first.scales : undefined });
  const [before, after] = side === "to" ? [second, first] : [first, second];
  const comparison = compareSnapshots(snapshotOf(before), snapshotOf(after));
  const { notes, companions } = finishScoring(scored.source(side), first, scoring);
  const { messageLanguage } = scoring.languages;
  const noWindow = scoring.options.window === undefined && !scored.ofTwoTables;
  const frozen = isFrozen && scoring.model === null ? frozenCompareNotes(noWindow, messageLanguage) : [];
  const stay = scored.stay(days, comparison);
  return {
    hasMoney: scored.hasMoney,
    ofTwoTables: scored.ofTwoTables,
    comparison,
    written: withNames(
      comparison,
      scoring.written.segments.map(({ name }) => name),
    ),
    notes: [
      ...scored.inputNotes(days),
      ...scoringNotes(first, messageLanguage, scored.source(side)),
      note(frozenText({ scoring, days }, messageLanguage)),
      ...(comparison.scoredBy === "margin" ? [note(messageLanguage.words.compare.scoredByMargin)] : []),
      ...(stay === null ? [] : [note(stay)]),
      ...frozen,
      ...notes,
    ],
    companions,
  };
}

function frozenText(
  {
    scoring: { model, options },
    days: { fromDay, toDay, frozenAt },
  }: { readonly scoring: Scoring; readonly days: ComparedDays },
  { day, words }: Language,
): string {
  if (model !== null) return words.compare.frozenCutPoints(options.model ?? "", null);
  if (frozenAt === null) return words.compare.ownCutPoints;
  return frozenAt === "to"
    ? words.compare.frozenCutPoints(day(toDay), "from")
    : words.compare.frozenCutPoints(day(fromDay), "to");
}
