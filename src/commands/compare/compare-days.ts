import { stabilityBetween } from "../../analysis/backtest/stability.ts";
import { compareSnapshots } from "../../analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../analysis/compare/earlier-day.ts";
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
import { note } from "../../render/notes/note.ts";
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
  const frozenAt = frozenDay(options);
  const scoring = await prepareScoring(options, context, await languagesFor(options, format));
  return (history) => scoreBothDays(history, scoring, { ...daysOf(history, from, options.to), frozenAt });
}

/**
 * The day whose cut points both days have, by default the later one, as in the report; `null` where each has its own.
 *
 * @throws UsageError where a day is named whose cut points are not used, or a saved model has those of both days
 */
function frozenDay({ freeze, cutPointsOf, model }: CompareOptions): CutPointsOf | null {
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

function scoreBothDays(
  history: OrderHistory,
  scoring: Scoring,
  days: { readonly fromDay: number; readonly toDay: number; readonly frozenAt: CutPointsOf | null },
): Compared {
  const { fromDay, toDay, frozenAt } = days;
  const options = segmentOptions(history, scoring);
  const isFrozen = frozenAt !== null || scoring.model !== null;
  const at = (asOf: number, scales?: Scales): SegmentedCustomers =>
    segmentCustomers(history.orders, { ...options, asOf, ...(scales === undefined ? {} : { frozen: scales }) });
  /** The side that is scored first; the other takes its cut points. */
  const first = at(frozenAt === "to" ? toDay : fromDay);
  if (isFrozen) refuseNtile(first.scales, "add --no-freeze to rank each day anew");
  const second = at(frozenAt === "to" ? fromDay : toDay, isFrozen ? first.scales : undefined);
  const [before, after] = frozenAt === "to" ? [second, first] : [first, second];
  const comparison = compareSnapshots(snapshotOf(before), snapshotOf(after));
  const { notes, companions } = finishScoring(history, first, scoring);
  const { messageLanguage } = scoring.languages;
  const noWindow = scoring.options.window === undefined;
  const frozen = isFrozen && scoring.model === null ? frozenCompareNotes(noWindow, messageLanguage) : [];
  const ledger = ledgerAt(history, { asOf: toDay });
  const stay = stayNote(stabilityBetween(history.orders, fromDay, toDay), messageLanguage);
  return {
    hasMoney: history.orders.hasMoney !== false,
    comparison,
    written: withNames(
      comparison,
      scoring.written.segments.map(({ name }) => name),
    ),
    notes: [
      ...inputNotes(history, { ledger, asOf: toDay }, messageLanguage),
      ...scoringNotes(first, messageLanguage),
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
  }: { readonly scoring: Scoring; readonly days: Parameters<typeof scoreBothDays>[2] },
  { day, words }: Language,
): string {
  if (model !== null) return words.compare.frozenCutPoints(options.model ?? "", null);
  if (frozenAt === null) return words.compare.ownCutPoints;
  return frozenAt === "to"
    ? words.compare.frozenCutPoints(day(toDay), "from")
    : words.compare.frozenCutPoints(day(fromDay), "to");
}
