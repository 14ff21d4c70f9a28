import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { ExactSum } from "../../basics/money/exact-sum.ts";
import { medianOf } from "../scores/scale.ts";
import type { SegmentedCustomers } from "./assign-segments.ts";
import { type Claim, claimsHeld, type SegmentClaims } from "./claims.ts";
import type { Family } from "./family.ts";
import type { Yardstick } from "./yardstick.ts";

/** One segment in figures. Shares are of all scored customers; medians, averages and shares are `null` where undefined. */
export interface SegmentSummary {
  readonly segment: string;
  readonly customers: number;
  /** Fraction 0 … 1. */
  readonly customerShare: number | null;
  readonly orders: number;
  /** Net spend, whole 1/10,000 of a unit. */
  readonly revenue: bigint;
  /** Fraction of all revenue; may leave 0 … 1 where a segment's net spend is negative; `null` when revenue is not > 0. */
  readonly revenueShare: number | null;
  /** Revenue per order, in currency units. */
  readonly averageOrderValue: number | null;
  /** Revenue per customer, in currency units. */
  readonly revenuePerCustomer: number | null;
  readonly medianRecencyDays: number | null;
  readonly medianFrequency: number | null;
  readonly medianMonetaryValue: number | null;
  /** Median whole days from the first purchase ever to the as-of date. */
  readonly medianTenureDays: number | null;
  readonly meaning: string;
  readonly action: string;
  readonly avoid: string;
  readonly measure: string;
  /** The segment's name promises newcomers. */
  readonly newcomers: boolean;
  readonly family: Family | null;
  /** What the texts claim; `null` where their author has not said. */
  readonly claims: SegmentClaims | null;
  /** Which claims are true of the customers; `null` where no group is told apart in words. */
  readonly held: readonly Claim[] | null;
}

export interface SegmentSummaries {
  /** In the scheme's order, empty segments included. */
  readonly segments: readonly SegmentSummary[];
  readonly customers: number;
  readonly orders: number;
  readonly revenue: bigint;
  /** Whether anything is known of money; where nothing is, revenue is 0 throughout and says nothing. */
  readonly hasMoney: boolean;
  /** Customers who bought before the window only: in no segment. */
  readonly outsideWindow: number;
  /** What words about the segments were measured by; `null` where no yardstick was given. */
  readonly yardstick: Yardstick | null;
}

/**
 * The figures of every segment; their customers, orders and revenue add up to the totals. Without a yardstick no segment is
 * told apart in words.
 */
export function summariseSegments(segmented: SegmentedCustomers, yardstick: Yardstick | null = null): SegmentSummaries {
  const { customers, scheme } = segmented;
  const members = membersBySegment(segmented);
  const revenues = members.map((group) => exactSum(customers.spend, group));
  const revenue = revenues.reduce((sum, value) => sum + value, 0n);
  const orderCounts = members.map((group) =>
    group.reduce((sum, index) => sum + (customers.orders[index] as number), 0),
  );
  const tenureDays = customers.firstOrderDay.map((day) => customers.asOf - day);
  const segments = scheme.segments.map((segment, index): SegmentSummary => {
    const group = members[index] as Int32Array;
    const orders = orderCounts[index] as number;
    const own = revenues[index] as bigint;
    return {
      segment: segment.name,
      customers: group.length,
      customerShare: customers.length === 0 ? null : group.length / customers.length,
      orders,
      revenue: own,
      revenueShare: revenue > 0n ? Number(own) / Number(revenue) : null,
      averageOrderValue: orders === 0 || !customers.hasMoney ? null : Number(own) / (orders * AMOUNT_SCALE),
      revenuePerCustomer:
        group.length === 0 || !customers.hasMoney ? null : Number(own) / (group.length * AMOUNT_SCALE),
      medianRecencyDays: median(customers.recencyDays, group),
      medianFrequency: median(customers.frequency, group),
      medianMonetaryValue: customers.hasMoney ? median(customers.monetaryValue, group) : null,
      medianTenureDays: customers.knows.firstDay ? median(tenureDays, group) : null,
      meaning: segment.meaning,
      action: segment.action,
      avoid: segment.avoid,
      measure: segment.measure,
      newcomers: segment.newcomers,
      family: segment.family,
      claims: segment.claims,
      held: claimsHeld(customers, group, yardstick),
    };
  });
  return {
    segments,
    customers: customers.length,
    orders: orderCounts.reduce((sum, value) => sum + value, 0),
    revenue,
    hasMoney: customers.hasMoney,
    outsideWindow: customers.outsideWindow,
    yardstick,
  };
}

/** Sorts the segments with the largest revenue first; where nothing is known of money, those with most customers. */
export function byWeight({
  hasMoney,
}: Pick<SegmentSummaries, "hasMoney">): (a: SegmentSummary, b: SegmentSummary) => number {
  if (!hasMoney) return (a, b) => b.customers - a.customers;
  return (a, b) => (a.revenue === b.revenue ? 0 : a.revenue < b.revenue ? 1 : -1);
}

/** The customers of each segment, as indexes into the customer table, ascending. */
export function membersBySegment({ scheme, segment }: SegmentedCustomers): readonly Int32Array[] {
  const counts = new Int32Array(scheme.segments.length);
  for (const one of segment) counts[one] = (counts[one] as number) + 1;
  const members = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let customer = 0; customer < segment.length; customer += 1) {
    const one = segment[customer] as number;
    const at = counts[one] as number;
    counts[one] = at + 1;
    (members[one] as Int32Array)[at] = customer;
  }
  return members;
}

function exactSum(values: Float64Array, group: Int32Array): bigint {
  const sum = new ExactSum();
  for (const index of group) sum.add(values[index] as number);
  return sum.value;
}

function median(values: Float64Array | Int32Array, group: Int32Array): number | null {
  if (group.length === 0) return null;
  const own = new Float64Array(group.length);
  for (let at = 0; at < group.length; at += 1) own[at] = values[group[at] as number] as number;
  return medianOf(own);
}
