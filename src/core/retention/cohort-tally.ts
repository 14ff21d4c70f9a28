import { ExactSums } from "../money/exact-sums.ts";
import type { ActivityTable } from "./activity.ts";

/** What is known of one customer's k-th step: all of it, some of it so far, or nothing because an export is missing. */
export const SEEN = { fully: 0, partly: 1, notAtAll: 2 } as const;
export type Seen = (typeof SEEN)[keyof typeof SEEN];

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
  readonly seen: (customer: number, step: number) => Seen;
}

/** Sums by cohort and k, at index cohort × steps + k. */
export interface CohortTally {
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
 * One pass over activity sorted by customer and step; each customer's steps are walked once, whether they bought or not, so
 * that customers who have not had the time for a step are in none of its sums. What lies before k = 0 (a refund of an order
 * that the exports do not hold) counts with k = 0.
 */
export function tallyCohorts(activity: ActivityTable, plan: CohortPlan): CohortTally {
  const cells = plan.cohorts * plan.steps;
  const tally = {
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
  return tally;
}

function addCustomer(
  tally: CohortTally,
  { customer: customers, period, orders, net }: ActivityTable,
  { plan, from, to }: { plan: CohortPlan; from: number; to: number },
): void {
  const customer = customers[from] as number;
  let first = from;
  while (orders[first] === 0) first += 1;
  let last = to - 1;
  while (orders[last] === 0) last -= 1;
  const firstStep = period[first] as number;
  const origin = plan.originOf(firstStep);
  const cohort = plan.cohortOf(customer, firstStep);
  const lastBought = (period[last] as number) - origin;
  const lastK = plan.lastK(customer, firstStep);
  add(tally.size, cohort, 1);
  let [row, total, known] = [from, 0, true];
  for (let k = 0; k <= lastK; k += 1) {
    let [bought, spent] = [0, 0];
    for (; row < to && (period[row] as number) - origin <= k; row += 1) {
      bought += orders[row] as number;
      spent += net[row] as number;
    }
    total += spent;
    const seen = plan.seen(customer, origin + k);
    if (seen === SEEN.notAtAll) {
      known = false;
      continue;
    }
    const cell = cohort * plan.steps + k;
    add(tally.counted, cell, 1);
    if (k <= lastBought) add(tally.onOrAfter, cell, 1);
    if (bought > 0) {
      add(tally.on, cell, 1);
      add(tally.orders, cell, bought);
    }
    if (spent !== 0) tally.revenue.add(cell, spent);
    if (!known) continue;
    add(tally.cumulativeCounted, cell, 1);
    tally.cumulative.add(cell, total);
  }
}

function add(column: Float64Array, index: number, value: number): void {
  column[index] = (column[index] as number) + value;
}
