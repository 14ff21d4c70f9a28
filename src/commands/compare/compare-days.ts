import { stabilityBetween } from "../../analysis/backtest/stability.ts";
import { type Comparison, compareSnapshots } from "../../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../analysis/compare/earlier-day.ts";
import type { Flow } from "../../analysis/compare/flow.ts";
import { snapshotOf } from "../../analysis/compare/snapshot.ts";
import { refuseNtile } from "../../analysis/model/model.ts";
import type { Scales } from "../../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import type { Span } from "../../basics/calendar/span.ts";
import { languagesFor } from "../../cli/language.ts";
import { asOfDay, inputNotes, ledgerAt } from "../../cli/read-exports.ts";
import type { Request } from "../../cli/result.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../../cli/scoring.ts";
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
): Promise<(history: OrderHistory) => Compared> {
  const { from } = options;
  if (from === undefined) {
    throw new UsageError(
      "--from is missing: which day is the earlier one?",
      "for instance --from -1m, or --from 2011-04-30",
    );
  }
  const scoring = await prepareScoring(options, context, await languagesFor(options, format));
  const frozenAt = frozenDay(options);
  return (history) =>
    scoreBothSides({ before: history, after: history }, scoring, { ...daysOf(history, from, options.to), frozenAt });
}

/**
 * The day whose cut points both days have, by default the later one, as in the report; `null` where each has its own.
 *
 * @throws UsageError where a day is named whose cut points are not used
 */
export function frozenDay({ freeze, cutPointsOf }: CompareOptions): CutPointsOf | null {
  if (freeze !== false) return cutPointsOf ?? "to";
  if (cutPointsOf === undefined) return null;
  throw new UsageError(
    `--cut-points-of ${cutPointsOf} cannot be used here: --no-freeze gives each day cut points of its own`,
    "leave one of them out",
  );
}

function daysOf(
  history: OrderHistory,
  from: number | Span,
  to: CompareOptions["to"],
): { readonly fromDay: number; readonly toDay: number } {
  const toDay = asOfDay(history, to === undefined ? {} : { asOf: to });
  const fromDay = typeof from === "number" ? from : earlierDay(toDay, from);
  if (fromDay <= toDay) return { fromDay, toDay };
  throw new UsageError(`--from ${formatDay(fromDay)} is after --to ${formatDay(toDay)}`, "the earlier day comes first");
}

/** What is compared: one history on two days, or two tables of customers. */
export interface Sides {
  readonly before: OrderHistory;
  readonly after: OrderHistory;
}

interface Days {
  readonly fromDay: number;
  readonly toDay: number;
  readonly frozenAt: CutPointsOf | null;
}

/** Scores both sides, each as of its day, and follows their customers. */
export function scoreBothSides(sides: Sides, scoring: Scoring, days: Days): Compared {
  const { frozenAt } = days;
  const isFrozen = frozenAt !== null || scoring.model !== null;
  const at = (side: keyof Sides, scales?: Scales): SegmentedCustomers => {
    const asOf = side === "before" ? days.fromDay : days.toDay;
    const options = segmentOptions(sides[side], { ...scoring, options: { ...scoring.options, asOf } });
    return segmentCustomers(sides[side].orders, scales === undefined ? options : { ...options, frozen: scales });
  };
  /** The side that is scored first; the other takes its cut points. */
  const [firstSide, secondSide] = frozenAt === "to" ? (["after", "before"] as const) : (["before", "after"] as const);
  const first = at(firstSide);
  if (isFrozen) refuseNtile(first.scales, "add --no-freeze to rank each day anew");
  const second = at(secondSide, isFrozen ? first.scales : undefined);
  const [before, after] = firstSide === "after" ? [second, first] : [first, second];
  const comparison = compareSnapshots(snapshotOf(before), snapshotOf(after));
  const { notes, companions } = finishScoring(sides[firstSide], first, scoring);
  return {
    hasMoney: sides.after.orders.hasMoney !== false,
    ofCustomers: isOfTables(sides),
    comparison,
    written: withNames(
      comparison,
      scoring.written.segments.map(({ name }) => name),
    ),
    notes: [...comparisonNotes(comparison, { sides, days, scoring, first }), ...notes],
    companions,
  };
}

function isOfTables({ before, after }: Sides): boolean {
  return before.orders.customers !== undefined && after.orders.customers !== undefined;
}

function comparisonNotes(
  comparison: Comparison,
  {
    sides,
    days,
    scoring,
    first,
  }: {
    readonly sides: Sides;
    readonly days: Days;
    readonly scoring: Scoring;
    readonly first: SegmentedCustomers;
  },
): readonly Note[] {
  const { messageLanguage } = scoring.languages;
  const { words } = messageLanguage;
  const inputs = (history: OrderHistory, asOf: number): readonly Note[] =>
    inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage);
  const { before, after } = sides;
  return [
    ...(before === after ? [] : inputs(before, days.fromDay)),
    ...inputs(after, days.toDay),
    ...scoringNotes(first, messageLanguage),
    note(frozenText({ scoring, days }, messageLanguage)),
    ...(comparison.scoredBy === "margin" ? [note(words.compare.scoredByMargin)] : []),
    ...(before === after
      ? stayNotes(after, days, messageLanguage)
      : [note(words.ofCustomers.newAndGone(countsOf(comparison)))]),
    ...frozenNotes(scoring, { sides, days }),
  ];
}

function stayNotes({ orders }: OrderHistory, { fromDay, toDay }: Days, language: Language): readonly Note[] {
  const stay = stayNote(stabilityBetween(orders, fromDay, toDay), language);
  return stay === null ? [] : [note(stay)];
}

/** That the numbers of orders and the spend grow with the history; not where a window ends on each day. */
function frozenNotes(
  { model, options, languages }: Scoring,
  { sides, days }: { readonly sides: Sides; readonly days: Days },
): readonly Note[] {
  const isFrozen = days.frozenAt !== null && model === null;
  const noWindow = options.window === undefined && !isOfTables(sides);
  return isFrozen ? frozenCompareNotes(noWindow, languages.messageLanguage) : [];
}

/** How many customers stand in one of two tables only. */
function countsOf({ flows }: Comparison): { readonly added: number; readonly gone: number } {
  const count = (isMeant: (flow: Flow) => boolean): number =>
    flows.reduce((sum, flow) => (isMeant(flow) ? sum + flow.customers : sum), 0);
  return {
    added: count(({ from }) => typeof from !== "number"),
    gone: count(({ to }) => to === "lapsed"),
  };
}

function frozenText(
  {
    scoring: { model, options },
    days: { fromDay, toDay, frozenAt },
  }: { readonly scoring: Scoring; readonly days: Days },
  { day, words }: Language,
): string {
  if (model !== null) return words.compare.frozenCutPoints(options.model ?? "", null);
  if (frozenAt === null) return words.compare.ownCutPoints;
  return frozenAt === "to"
    ? words.compare.frozenCutPoints(day(toDay), "from")
    : words.compare.frozenCutPoints(day(fromDay), "to");
}
