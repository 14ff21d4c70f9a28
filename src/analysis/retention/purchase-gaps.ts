import { quantile } from "../scores/scale.ts";
import type { Timelines } from "./timelines.ts";

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

/**
 * How long customers pause between purchases. Two purchases on one day leave no gap.
 *
 * Pauses that have not ended yet are not in it, and who came once has none: the gaps of a young or fast-growing shop come
 * out too short.
 */
export function purchaseGaps({ start, day, amount }: Timelines): PurchaseGaps {
  const gaps = new Int32Array(day.length);
  const longest = new Int32Array(start.length);
  let [count, repeaters] = [0, 0];
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    let [previous, most] = [Number.NaN, 0];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      if ((amount[entry] as number) <= 0) continue;
      const gap = (day[entry] as number) - previous; // NaN at the first purchase
      previous = day[entry] as number;
      if (!(gap > 0)) continue;
      gaps[count] = gap;
      count += 1;
      most = Math.max(most, gap);
    }
    if (most === 0) continue;
    longest[repeaters] = most;
    repeaters += 1;
  }
  const all = gaps.subarray(0, count).sort();
  const each = longest.subarray(0, repeaters).sort();
  const at = (sorted: Int32Array, k: number, parts: number): number | null =>
    sorted.length === 0 ? null : quantile(sorted, k, parts);
  return {
    gaps: count,
    repeaters,
    lowerQuartile: at(all, 1, 4),
    median: at(all, 2, 4),
    upperQuartile: at(all, 3, 4),
    lapseGap: at(each, 9, 10),
  };
}
