import { ExactSums } from "../../basics/money/exact-sums.ts";
import type { ActivityTable } from "./activity.ts";

/** How customers are put into cohorts, and which of their steps are looked at. */
export interface CohortPlan {
  readonly cohorts: number;
  /** The number of steps, k = 0 … steps − 1. */
  readonly steps: number;
  /** The cohort of a customer, 0 … cohorts − 1. */
  readonly cohortOf: (customer: number, firstStep: number) => number;
  /** The step in which k = 0 stands for a customer whose first purchase is in `firstStep`. */
  readonly originOf: (firstStep: number) => number;
  /** The last k to look at for a customer; −1 where there is none. */
  readonly lastK: (customer: number, firstStep: number) => number;
  /** Every k up to the last that an export is missing for, ascending. */
  readonly missing: (customer: number, firstStep: number) => readonly number[];
}

/** Sums by cohort and k, at index cohort × stride + k. */
export interface CohortTally {
  /** steps + 1: one place after the last k, where what is taken off again ends up. */
  readonly stride: number;
  /** Customers by cohort. */
  readonly size: Float64Array;
  /** Customers whose k-th step is looked at. */
  readonly counted: Float64Array;
  /** Those of them who bought in the k-th step, and who bought in it or later. */
  readonly on: Float64Array;
  readonly onOrAfter: Float64Array;
  readonly orders: Float64Array;
  readonly revenue: ExactSums;
  /** Revenue of the counted customers from k = 0 up to k, and how many of them no missing export keeps from being known. */
  readonly cumulative: ExactSums;
  readonly cumulativeCounted: Float64Array;
}

/**
 * One pass over activity sorted by customer and step. Customers who have not had the time for a step are in none of its sums.
 * What lies before k = 0 (a refund of an order that the exports do not hold) counts with k = 0.
 *
 * What holds for a customer from one k to another is written down where it begins and where it ends, and summed up at the
 * end, so that a million customers cost a million pairs of additions and not one for each of their steps.
 */
export function tallyCohorts(activity: ActivityTable, plan: CohortPlan): CohortTally {
  const stride = plan.steps + 1;
  const cells = plan.cohorts * stride;
  const tally: CohortTally = {
    stride,
    size: new Float64Array(plan.cohorts),
    counted: new Float64Array(cells),
    on: new Float64Array(cells),
    onOrAfter: new Float64Array(cells),
    orders: new Float64Array(cells),
    revenue: new ExactSums(cells),
    cumulative: new ExactSums(cells),
    cumulativeCounted: new Float64Array(cells),
  };
  for (let from = 0; from < activity.length; ) {
    let to = from + 1;
    while (to < activity.length && activity.customer[to] === activity.customer[from]) to += 1;
    addCustomer(tally, activity, { plan, from, to });
    from = to;
  }
  for (const column of [tally.counted, tally.onOrAfter, tally.cumulativeCounted]) sumUp(column, stride);
  tally.cumulative.sumUp(stride);
  return tally;
}

function addCustomer(
  tally: CohortTally,
  activity: ActivityTable,
  { plan, from, to }: { plan: CohortPlan; from: number; to: number },
): void {
  const { customer: customers, period, orders } = activity;
  const customer = customers[from] as number;
  let first = from;
  while (orders[first] === 0) first += 1;
  let last = to - 1;
  while (orders[last] === 0) last -= 1;
  const firstStep = period[first] as number;
  const origin = plan.originOf(firstStep);
  const cohort = plan.cohortOf(customer, firstStep);
  const many = buyersAt(activity, first);
  add(tally.size, cohort, many);
  const lastK = plan.lastK(customer, firstStep);
  if (lastK < 0) return;
  const missing = plan.missing(customer, firstStep);
  const at = cohort * tally.stride;
  addRange(tally.counted, at, { last: lastK, without: missing, many });
  for (let row = activity.people === undefined ? last : first; row <= last; row += 1) {
    const lastBought = Math.min((period[row] as number) - origin, lastK);
    addRange(tally.onOrAfter, at, { last: lastBought, without: missing, many: lastBuyersAt(activity, row) });
  }
  const knownTo = Math.min(lastK, (missing[0] ?? lastK + 1) - 1);
  addRange(tally.cumulativeCounted, at, { last: knownTo, without: [], many });
  addRows(tally, activity, { from, to, origin, at, lastK, knownTo, missing });
}

interface CustomerRows {
  readonly from: number;
  readonly to: number;
  readonly origin: number;
  /** Index of the cohort's k = 0. */
  readonly at: number;
  readonly lastK: number;
  /** The last k up to which revenue is known without a gap; −1 where it is not at all. */
  readonly knownTo: number;
  readonly missing: readonly number[];
}

function addRows(tally: CohortTally, activity: ActivityTable, rows: CustomerRows): void {
  const { period, orders, net } = activity;
  const { at, lastK, knownTo, missing } = rows;
  let lastCounted = -1; // several rows can fall on k = 0
  for (let row = rows.from; row < rows.to; row += 1) {
    const k = Math.max(0, (period[row] as number) - rows.origin);
    if (k > lastK) break;
    const spent = net[row] as number;
    if (k <= knownTo) {
      tally.cumulative.add(at + k, spent);
      tally.cumulative.add(at + knownTo + 1, -spent);
    }
    if (missing.includes(k)) continue;
    tally.revenue.add(at + k, spent);
    if (orders[row] === 0) continue;
    add(tally.orders, at + k, orders[row] as number);
    if (k !== lastCounted) add(tally.on, at + k, buyersAt(activity, row));
    lastCounted = k;
  }
}

/** How many people a row with purchases stands for, and how many bought for the last time. */
function buyersAt({ people }: ActivityTable, row: number): number {
  return people === undefined ? 1 : (people.buyers[row] as number);
}
function lastBuyersAt({ people }: ActivityTable, row: number): number {
  return people === undefined ? 1 : (people.lastBuyers[row] as number);
}

/** Marks a range k = 0 … last without some of it for so many people, to be summed up later. */
function addRange(
  column: Float64Array,
  at: number,
  { last, without, many }: { readonly last: number; readonly without: readonly number[]; readonly many: number },
): void {
  if (last < 0) return;
  add(column, at, many);
  add(column, at + last + 1, -many);
  for (const k of without) {
    if (k > last) break;
    add(column, at + k, -many);
    add(column, at + k + 1, many);
  }
}

function add(column: Float64Array, index: number, value: number): void {
  column[index] = (column[index] as number) + value;
}

/** Turns beginnings and ends into sums, cohort by cohort. */
function sumUp(column: Float64Array, stride: number): void {
  for (let index = 1; index < column.length; index += 1) {
    if (index % stride !== 0) column[index] = (column[index] as number) + (column[index - 1] as number);
  }
}
