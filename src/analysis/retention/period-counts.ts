import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { ActivityTable } from "./activity.ts";
import type { PeriodCell } from "./period-cells.ts";

/** What is counted in one period. Money is whole 1/10,000 of a unit. */
export interface PeriodCount {
  readonly customers: number;
  readonly retained: number;
  readonly new: number;
  readonly orders: number;
  readonly revenue: bigint;
  readonly newRevenue: bigint;
  /** Of the customers of the period before with net spend B > 0 there, and A here: Σ B, Σ A, Σ min(max(A, 0), B). */
  readonly base: bigint;
  readonly next: bigint;
  readonly kept: bigint;
}

class RunningCount {
  customers = 0;
  retained = 0;
  new = 0;
  orders = 0;
  readonly revenue = new ExactSum();
  readonly newRevenue = new ExactSum();
  readonly base = new ExactSum();
  readonly next = new ExactSum();
  readonly kept = new ExactSum();
}

/**
 * One pass over the activity, whose rows are sorted by customer and period.
 *
 * @param first running number of the first period that is counted
 */
export function countPeriods(activity: ActivityTable, first: number, length: number): readonly PeriodCount[] {
  const counts = Array.from({ length }, () => new RunningCount());
  let lastBought = Number.NEGATIVE_INFINITY; // the customer's last period with a purchase so far
  for (let row = 0; row < activity.length; row += 1) {
    const customer = activity.customer[row];
    const period = (activity.period[row] as number) - first;
    if (row === 0 || customer !== activity.customer[row - 1]) lastBought = Number.NEGATIVE_INFINITY;
    const count = counts[period];
    if (count === undefined) continue;
    const [orders, net] = [activity.orders[row] as number, activity.net[row] as number];
    count.revenue.add(net);
    count.orders += orders;
    if (orders === 0) continue;
    count.customers += 1;
    if (lastBought === period - 1) count.retained += 1;
    if (lastBought === Number.NEGATIVE_INFINITY) {
      count.new += 1;
      count.newRevenue.add(net);
    }
    lastBought = period;
    const following = counts[period + 1];
    if (following === undefined || net <= 0) continue;
    const hasNext = activity.customer[row + 1] === customer && activity.period[row + 1] === first + period + 1;
    const spentNext = hasNext && row + 1 < activity.length ? (activity.net[row + 1] as number) : 0;
    following.base.add(net);
    following.next.add(spentNext);
    following.kept.add(Math.min(Math.max(spentNext, 0), net));
  }
  return counts.map(countOf);
}

function countOf({ customers, retained, new: began, orders, ...money }: RunningCount): PeriodCount {
  const { revenue, newRevenue, base, next, kept } = money;
  return {
    customers,
    retained,
    new: began,
    orders,
    revenue: revenue.value,
    newRevenue: newRevenue.value,
    base: base.value,
    next: next.value,
    kept: kept.value,
  };
}

/** The same counts from cells: sums over the periods in which customers began. */
export function countCells(cells: readonly PeriodCell[], first: number, length: number): readonly PeriodCount[] {
  const byPeriod = Array.from({ length }, (): PeriodCell[] => []);
  for (const cell of cells) byPeriod[cell.period - first]?.push(cell);
  return byPeriod.map((own, offset) => {
    const before = byPeriod[offset - 1] ?? [];
    const began = own.filter((cell) => cell.began === cell.period);
    return {
      customers: sum(own, (cell) => cell.buyers),
      retained: sum(own, (cell) => cell.retained),
      new: sum(began, (cell) => cell.buyers),
      orders: sum(own, (cell) => cell.orders),
      revenue: total(own, (cell) => cell.net),
      newRevenue: total(began, (cell) => cell.net),
      base: total(before, (cell) => cell.base),
      next: total(before, (cell) => cell.next),
      kept: total(before, (cell) => cell.kept),
    };
  });
}

function sum(cells: readonly PeriodCell[], value: (cell: PeriodCell) => number): number {
  return cells.reduce((all, cell) => all + value(cell), 0);
}

function total(cells: readonly PeriodCell[], value: (cell: PeriodCell) => bigint): bigint {
  return cells.reduce((all, cell) => all + value(cell), 0n);
}
