import type { ActivityTable } from "./activity.ts";

/**
 * What the customers who began in one period did in another, added up: all that retention and calendar cohorts need, and all
 * that a database returns for them. Periods are running numbers; money is whole 1/10,000 of a unit.
 */
export interface PeriodCell {
  /** The period of these customers' first purchase ever. */
  readonly began: number;
  readonly period: number;
  /** Customers who bought in it; 0 where only refunds fall into it. */
  readonly buyers: number;
  /** Those of them who bought in the period before, too. */
  readonly retained: number;
  /** Those of them who did not buy again up to the as-of date. */
  readonly lastBuyers: number;
  readonly orders: number;
  /** Purchases minus refunds in the period, of buyers and others. */
  readonly net: bigint;
  /** Over buyers with net spend B > 0 here and A in the next period: Σ B, Σ A, Σ min(max(A, 0), B). */
  readonly base: bigint;
  readonly next: bigint;
  readonly kept: bigint;
  /** What of `net` is of the retained. */
  readonly retainedNet: bigint;
}

/** The cells of all customers, and the days of the rows that they come from, as an order table has them. */
export interface PeriodSums {
  /** Sorted by `began`, then period; each pair once. */
  readonly cells: readonly PeriodCell[];
  readonly firstDay: number;
  readonly lastDay: number;
}

const LARGEST_PART = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * The cells as activity in which everybody who began in one period is one customer. Money that a double cannot hold is spread
 * over several rows.
 */
export function activityOfCells(cells: readonly PeriodCell[]): ActivityTable {
  const rows = cells.flatMap((cell) => moneyParts(cell.net).map((net, part) => ({ cell, net, isFirst: part === 0 })));
  const ints = (value: (cell: PeriodCell) => number): Int32Array => Int32Array.from(rows, ({ cell }) => value(cell));
  const once = (value: (cell: PeriodCell) => number): Float64Array =>
    Float64Array.from(rows, ({ cell, isFirst }) => (isFirst ? value(cell) : 0));
  return {
    length: rows.length,
    customer: ints((cell) => cell.began),
    period: ints((cell) => cell.period),
    orders: once((cell) => cell.orders),
    net: Float64Array.from(rows, ({ net }) => net),
    people: { buyers: once((cell) => cell.buyers), lastBuyers: once((cell) => cell.lastBuyers) },
  };
}

function moneyParts(money: bigint): readonly number[] {
  const parts: number[] = [];
  let rest = money;
  for (; rest > LARGEST_PART; rest -= LARGEST_PART) parts.push(Number(LARGEST_PART));
  for (; rest < -LARGEST_PART; rest += LARGEST_PART) parts.push(-Number(LARGEST_PART));
  return [...parts, Number(rest)];
}
