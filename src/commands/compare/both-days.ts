/*
 * What `rfm compare` does with exports: both days are scored from one reading and compared.
 */
import { stabilityBetween } from "../../analysis/backtest/stability.ts";
import { type Comparison, compareSnapshots } from "../../analysis/compare/compare-snapshots.ts";
import { snapshotOf } from "../../analysis/compare/snapshot.ts";
import { refuseNtile } from "../../analysis/model/model.ts";
import type { Scales } from "../../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { inputNotes, ledgerAt } from "../../cli/read-exports.ts";
import type { CompanionFile } from "../../cli/result.ts";
import { finishScoring, type Scoring, segmentOptions } from "../../cli/scoring.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { Language } from "../../render/language/language.ts";
import { frozenCompareNotes } from "../../render/notes/model-notes.ts";
import { type Note, note } from "../../render/notes/note.ts";
import { scoringNotes } from "../../render/notes/scoring-notes.ts";
import { stayNote } from "../../render/sentences/backtest-sentences.ts";

/** Which of the two days has the cut points for both. */
export type CutPointsOf = "from" | "to";

/** Two days compared, with what is to be written and said beside it. */
export interface Compared {
  /** Whether anything is known of money. */
  readonly hasMoney: boolean;
  readonly companions: readonly CompanionFile[];
  /** With the segments' names in the language of the result. */
  readonly comparison: Comparison;
  /** With the scheme's own names, for data. */
  readonly written: Comparison;
  readonly notes: readonly Note[];
}

/** Scores the customers of both days, with one day's cut points or each with its own, and compares them. */
export function scoreBothDays(
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

export function frozenText(
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

/** A comparison under other names of its segments, in the same order. */
export function withNames(comparison: Comparison, segments: readonly string[]): Comparison {
  const nameOf = (segment: string): string => segments[comparison.segments.indexOf(segment)] ?? segment;
  const changes = comparison.changes.map((change) => ({ ...change, segment: nameOf(change.segment) }));
  return { ...comparison, segments, changes };
}
