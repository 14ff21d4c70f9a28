import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { isTrueOf } from "../segments/claims.ts";
import type { Yardstick } from "../segments/yardstick.ts";
import { figuresOf, type GroupFigures } from "./group-figures.ts";

/** Customers who have not ordered for longer than the lapse gap: they have lapsed. */
export interface QuietCustomers extends GroupFigures {
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

/** Everybody who has lapsed, customer by customer, whatever their segment is called. */
export interface Lapsing {
  readonly lapseDays: number;
  readonly valuable: QuietCustomers;
  readonly others: QuietCustomers;
}

/** Indexes into the customer table. */
export interface LapsedCustomers {
  readonly lapseDays: number;
  /**
   * Those whose spend is over the median of all, and over 0: worth winning back. Where nothing is known of money, all of them.
   */
  readonly valuable: readonly number[];
  readonly others: readonly number[];
}

/** Finds who has lapsed; `null` where the data cannot say how long a silence is long. */
export function lapsedCustomers(
  { customers }: Pick<SegmentedCustomers, "customers">,
  yardstick: Yardstick,
): LapsedCustomers | null {
  const { lapseDays, untold } = yardstick;
  if (untold !== null || lapseDays === null) return null;
  const is = (claim: "silent" | "more", at: number): boolean => isTrueOf(customers, at, { claim, yardstick });
  const isValuable = (at: number): boolean => !customers.hasMoney || is("more", at);
  const silent = Array.from(customers.customer.keys()).filter((at) => is("silent", at));
  return {
    lapseDays,
    valuable: silent.filter(isValuable),
    others: silent.filter((at) => !isValuable(at)),
  };
}

/** The same in figures. */
export function lapsing(segmented: SegmentedCustomers, yardstick: Yardstick): Lapsing | null {
  const lapsed = lapsedCustomers(segmented, yardstick);
  if (lapsed === null) return null;
  const { lapseDays, valuable, others } = lapsed;
  return { lapseDays, valuable: together(segmented, valuable), others: together(segmented, others) };
}

function together({ customers, segment, scheme }: SegmentedCustomers, group: readonly number[]): QuietCustomers {
  const parts = scheme.segments.map((_, index) => ({ segment: index, customers: 0, spent: new ExactSum() }));
  for (const at of group) {
    const part = parts[segment[at] as number];
    if (part === undefined) continue;
    part.customers += 1;
    part.spent.add(customers.spend[at] as number);
  }
  return {
    ...figuresOf(customers, group),
    segments: parts
      .filter((part) => part.customers > 0)
      .sort((a, b) => b.customers - a.customers)
      .map(({ spent, ...part }) => ({ ...part, revenue: spent.value })),
  };
}
