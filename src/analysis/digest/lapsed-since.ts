import { ExactSum } from "../../basics/money/exact-sum.ts";
import { lapsedCustomers } from "../report/lapsing.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import type { Yardstick } from "../segments/yardstick.ts";

/** Good customers who have lapsed since the last set's day. */
export interface LapsedSince {
  readonly day: number;
  readonly customers: number;
  /** What they have spent: whole 1/10,000 of a unit. */
  readonly revenue: bigint;
  /** All good customers who have lapsed by now, whom `rfm lists --lapsed` writes. */
  readonly all: number;
}

/**
 * Counts the good customers who have lapsed by now, and had not by an earlier day, by the lapse gap of now: their silence was no
 * longer than it then, or they ordered later. `null` where the data cannot say who has lapsed.
 */
export function lapsedSince(
  segmented: Pick<SegmentedCustomers, "customers">,
  yardstick: Yardstick,
  day: number,
): LapsedSince | null {
  const lapsed = lapsedCustomers(segmented, yardstick);
  if (lapsed === null) return null;
  const { recencyDays, spend, asOf } = segmented.customers;
  const since = lapsed.valuable.filter((at) => (recencyDays[at] as number) - (asOf - day) <= lapsed.lapseDays);
  const money = new ExactSum();
  for (const at of since) money.add(spend[at] as number);
  return { day, customers: since.length, revenue: money.value, all: lapsed.valuable.length };
}
