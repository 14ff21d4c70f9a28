import type { RetentionTable } from "../../core/retention/retention-by-period.ts";
import type { SegmentRetention } from "../../core/retention/segment-retention.ts";
import type { StockTable } from "../../core/retention/stock.ts";
import { type RatedRow, summariseRetention } from "../../core/retention/summary.ts";
import { peopleCount, plural } from "../../core/words.ts";
import { peopleShare, spanWords } from "../people.ts";

/** One plain line on what the retention table shows: the average, the latest period, and what it compares with. */
export function retentionSentence(table: RetentionTable): string {
  const { kind } = table;
  const { pooled, last, previous, yearBefore } = summariseRetention(table);
  if (pooled === null || last === null) {
    return `No retention rate yet: that takes two complete ${kind}s in a row.`;
  }
  const average = `On average ${peopleShare(pooled.rate)} of a ${kind}'s customers bought again in the next (${plural(pooled.periods, kind)} pooled).`;
  const others = [
    ...(previous === null ? [] : [`${comparison(last, previous)} the ${kind} before (${shareOf(previous)})`]),
    ...(yearBefore === null
      ? []
      : [`${comparison(last, yearBefore)} a year before (${yearBefore.period}, ${shareOf(yearBefore)})`]),
  ];
  const latest = `In ${last.period} it was ${shareOf(last)}: ${peopleCount(last.retained)} of ${peopleCount(last.before)}`;
  return `${average} ${[latest, ...others].join(", ")}.`;
}

function shareOf(row: RatedRow): string {
  return peopleShare(row.retentionRate);
}

/** The difference of the percentages as they are shown, in points: `up 11.8 points on`. */
function comparison(row: RatedRow, than: RatedRow): string {
  const tenths = Math.round(row.retentionRate * 1000) - Math.round(than.retentionRate * 1000);
  if (tenths === 0) return "the same as";
  return `${tenths > 0 ? "up" : "down"} ${(Math.abs(tenths) / 10).toFixed(1)} points on`;
}

/** What the stock view shows, why its two rates differ, and who can leave the stock at all. */
export function stockSentences({ rows: stock, activeWithin }: StockTable, table: RetentionTable): readonly string[] {
  const span = spanWords(activeWithin);
  const at = stock.findLastIndex((row) => row.stockRetentionRate !== null);
  const [row, period] = [stock[at], table.rows[at]];
  if (row === undefined || period === undefined) return [];
  const { stockBefore, stockEnd, stockRetentionRate, textbookRetentionRate, couldLeave, left } = row;
  if (stockBefore === null || stockRetentionRate === null || textbookRetentionRate === null || left === null) return [];
  const inTextbook = `the textbook's (${peopleCount(stockEnd ?? 0)} at the end − ${peopleCount(period.new)} new) / ${peopleCount(stockBefore)} gives ${peopleShare(textbookRetentionRate)}`;
  const backAgain = (stockEnd ?? 0) - (stockBefore - left) - period.new;
  const why = whyTextbookDiffers(backAgain);
  return [
    `Of ${plural(stockBefore, "customer")} active within ${span} before ${period.period}, ${peopleShare(stockRetentionRate)} were still active at its end; ${inTextbook}, ${why}.`,
    `Only customers whose last order turns older than ${span} in the ${table.kind} can leave the stock, ${peopleCount(couldLeave ?? 0)} of them in ${period.period}: ${peopleCount((couldLeave ?? 0) - left)} bought in time, ${peopleCount(left)} left. Everyone else stays active whatever they do.`,
  ];
}

/** @param backAgain the numerator of the textbook rate minus the customers who stayed in the stock */
function whyTextbookDiffers(backAgain: number): string {
  if (backAgain > 0) {
    return `because it counts ${plural(backAgain, "customer")} who came back from outside the stock as kept`;
  }
  if (backAgain === 0)
    return "the same, because nobody came back from outside the stock; it counts as kept whoever does";
  return "less, because it takes off new customers who were out of the stock again at the end";
}

/** One plain line on what the retention of segments shows. */
export function segmentRetentionSentence({ scheme, pooled }: SegmentRetention, table: RetentionTable): string {
  const rated = pooled.flatMap(({ rate }, index) =>
    rate === null ? [] : [{ name: scheme.segments[index]?.name ?? "", rate }],
  );
  const sorted = rated.toSorted((a, b) => b.rate - a.rate);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined) return retentionSentence(table);
  const what = `Of the customers in a segment on the day before a ${table.kind}, the share that bought in it, scored with the cut points of the as-of date:`;
  return `${what} on average from ${peopleShare(best.rate)} (${best.name}) down to ${peopleShare(worst.rate)} (${worst.name}).`;
}
