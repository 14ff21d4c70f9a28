import { quantileOfCounts, type ValueCounts } from "../scores/scale.ts";
import { dayRange, type Timelines } from "./timelines.ts";

/** Days between the consecutive purchase days of customers who have two or more. */
export interface PurchaseGaps {
  /** How many gaps there are, and how many customers have one. */
  readonly gaps: number;
  readonly repeaters: number;
  /** Quartiles of all gaps, type 7, in days; `null` without a gap. */
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  /** The 90th percentile (type 7) of each repeater's longest gap, in days: nine in ten never paused for longer. */
  readonly lapseGap: number | null;
}

/** The gaps by their days: all of them, and of each customer who has one the longest. */
export interface GapCounts {
  readonly all: ValueCounts;
  readonly longest: ValueCounts;
}

/**
 * How long customers pause between purchases. Two purchases on one day leave no gap.
 *
 * Pauses that have not ended yet are not in it, and who came once has none: the gaps of a young or fast-growing shop come
 * out too short.
 *
 * @param upTo the last day whose purchases are known
 */
export function purchaseGaps(timelines: Timelines, upTo = Number.POSITIVE_INFINITY): PurchaseGaps {
  return gapsOfCounts(countGaps(timelines, upTo));
}

/** The same of gaps that were counted. */
export function gapsOfCounts({ all, longest }: GapCounts): PurchaseGaps {
  const at = (counts: ValueCounts, k: number, parts: number): number | null =>
    counts.length === 0 ? null : quantileOfCounts(counts, k, parts);
  return {
    gaps: countOf(all),
    repeaters: countOf(longest),
    lowerQuartile: at(all, 1, 4),
    median: at(all, 2, 4),
    upperQuartile: at(all, 3, 4),
    lapseGap: at(longest, 9, 10),
  };
}

function countOf(counts: ValueCounts): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

function countGaps(timelines: Timelines, upTo: number): GapCounts {
  const { start, day, amount } = timelines;
  const [least, greatest] = dayRange(timelines);
  const counts = new Float64Array(Math.max(0, greatest - least) + 1);
  const longest = new Float64Array(counts.length);
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    let [previous, most] = [Number.NaN, 0];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      if ((amount[entry] as number) <= 0 || (day[entry] as number) > upTo) continue;
      const gap = (day[entry] as number) - previous; // NaN at the first purchase
      previous = day[entry] as number;
      if (!(gap > 0)) continue;
      counts[gap] = (counts[gap] as number) + 1;
      most = Math.max(most, gap);
    }
    if (most > 0) longest[most] = (longest[most] as number) + 1;
  }
  return { all: valueCounts(counts), longest: valueCounts(longest) };
}

function valueCounts(counts: Float64Array): ValueCounts {
  return Array.from(counts.entries()).filter(([, count]) => count > 0);
}
