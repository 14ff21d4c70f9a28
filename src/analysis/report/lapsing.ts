import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { isTrueOf } from "../segments/claims.ts";
import type { Yardstick } from "../segments/yardstick.ts";

/** Customers who have not ordered for longer than the lapse gap. */
export interface QuietCustomers {
  readonly customers: number;
  /** What they have spent so far, or with a window in it, after refunds: whole 1/10,000 of a unit. It says nothing of what they would still spend. */
  readonly revenue: bigint;
  /** Their share of all revenue; `null` when that is not > 0. */
  readonly revenueShare: number | null;
  /** Those of each segment that has any: the most first; ties in the scheme's order. They add up to all of them. */
  readonly segments: readonly QuietInSegment[];
}

/** Those of them who are in one segment, an index into the scheme's. */
export interface QuietInSegment {
  readonly segment: number;
  readonly customers: number;
  /** What they have spent so far, or with a window in it: whole 1/10,000 of a unit. */
  readonly revenue: bigint;
}

/**
 * Everybody who has not ordered for longer than the lapse gap, customer by customer, whatever their segment is called.
 *
 * Those whose spend is over the median of all, and over 0, are worth winning back; the others are the rest of the silent. Where
 * nothing is known of money, all of them are worth it.
 */
export interface Lapsing {
  readonly lapseDays: number;
  readonly valuable: QuietCustomers;
  readonly others: QuietCustomers;
}

/** Finds the silent customers; `null` where the data cannot say how long a silence is long. */
export function lapsing(segmented: SegmentedCustomers, yardstick: Yardstick): Lapsing | null {
  const { customers } = segmented;
  const { lapseDays, untold } = yardstick;
  if (untold !== null || lapseDays === null) return null;
  const is = (claim: "silent" | "more", at: number): boolean => isTrueOf(customers, at, { claim, yardstick });
  const isValuable = (at: number): boolean => !customers.hasMoney || is("more", at);
  const silent = Array.from(customers.customer.keys()).filter((at) => is("silent", at));
  return {
    lapseDays,
    valuable: together(segmented, silent.filter(isValuable)),
    others: together(
      segmented,
      silent.filter((at) => !isValuable(at)),
    ),
  };
}

function together({ customers, segment, scheme }: SegmentedCustomers, group: readonly number[]): QuietCustomers {
  const [own, all] = [new ExactSum(), new ExactSum()];
  for (const spend of customers.spend) all.add(spend);
  const parts = scheme.segments.map((_, index) => ({ segment: index, customers: 0, spent: new ExactSum() }));
  for (const at of group) {
    own.add(customers.spend[at] as number);
    const part = parts[segment[at] as number];
    if (part === undefined) continue;
    part.customers += 1;
    part.spent.add(customers.spend[at] as number);
  }
  return {
    customers: group.length,
    revenue: own.value,
    revenueShare: all.value > 0n ? Number(own.value) / Number(all.value) : null,
    segments: parts
      .filter((part) => part.customers > 0)
      .sort((a, b) => b.customers - a.customers)
      .map(({ spent, ...part }) => ({ ...part, revenue: spent.value })),
  };
}
