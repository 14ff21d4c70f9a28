import type { ActiveCustomersTable } from "../../analysis/retention/active-customers.ts";
import type { RetentionTable } from "../../analysis/retention/retention-by-period.ts";
import type { SegmentRetention } from "../../analysis/retention/segment-retention.ts";
import { type RatedRow, summariseRetention } from "../../analysis/retention/summary.ts";
import type { Language } from "../language/language.ts";
import { shownDifference } from "../language/signed-share.ts";

/** One plain line on what the retention table shows: the average, the latest period, and what it compares with. */
export function retentionSentence(
  table: RetentionTable,
  { words }: Language,
  periodName: (period: string) => string = words.period,
): string {
  const { kind } = table;
  const { average, latest, noRate } = words.retention;
  const { pooled, last, previous, yearBefore } = summariseRetention(table);
  if (pooled === null || last === null) return noRate(kind);
  const compared = (row: RatedRow): { period: string; rate: number; difference: number } => ({
    period: periodName(row.period),
    rate: row.retentionRate,
    difference: difference(last, row),
  });
  const sentence = latest(
    { period: periodName(last.period), rate: last.retentionRate, retained: last.retained, before: last.before ?? 0 },
    previous === null ? null : { ...compared(previous), kind },
    yearBefore === null ? null : compared(yearBefore),
  );
  return `${average(pooled.rate, pooled.periods, kind)} ${sentence}`;
}

/** The difference of the rates in tenths of a percentage point. */
function difference(row: RatedRow, than: RatedRow): number {
  return Math.round(shownDifference(row.retentionRate, than.retentionRate) * 1000);
}

/** What the view of active customers shows, why its two rates differ, and who can lapse at all. */
export function activeCustomerSentences(
  { rows: active, activeWithin }: ActiveCustomersTable,
  table: RetentionTable,
  { words }: Language,
): readonly string[] {
  const at = active.findLastIndex((row) => row.activeRetentionRate !== null);
  const [row, period] = [active[at], table.rows[at]];
  if (row === undefined || period === undefined) return [];
  const { activeBefore, activeEnd, activeRetentionRate, textbookRetentionRate, couldLeave, left } = row;
  if (activeBefore === null || activeRetentionRate === null || textbookRetentionRate === null || left === null)
    return [];
  const common = { span: activeWithin, period: words.period(period.period) };
  return [
    words.retention.active({
      ...common,
      before: activeBefore,
      rate: activeRetentionRate,
      end: activeEnd ?? 0,
      new: period.new,
      textbook: textbookRetentionRate,
      backAgain: (activeEnd ?? 0) - (activeBefore - left) - period.new,
    }),
    words.retention.couldLeave({ ...common, kind: table.kind, couldLeave: couldLeave ?? 0, left }),
  ];
}

/** One plain line on what the retention of segments shows. */
export function segmentRetentionSentence(
  { scheme, pooled }: SegmentRetention,
  table: RetentionTable,
  language: Language,
): string {
  const rated = pooled.flatMap(({ rate }, index) =>
    rate === null ? [] : [{ segment: scheme.segments[index]?.name ?? "", rate }],
  );
  const sorted = rated.toSorted((a, b) => b.rate - a.rate);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined) return retentionSentence(table, language);
  return language.words.retention.bySegment(table.kind, best, worst);
}
