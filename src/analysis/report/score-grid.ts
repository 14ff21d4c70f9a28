import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { ScoredCustomers } from "../scores/score-customers.ts";

/** Customers and revenue by recency and frequency score; indexes are score − 1. */
export interface ScoreGrid {
  readonly recencyLevels: number;
  readonly frequencyLevels: number;
  /** `customers[r − 1][f − 1]` */
  readonly customers: readonly (readonly number[])[];
  readonly revenue: readonly (readonly bigint[])[];
}

/** Counts the customers of every pair of recency and frequency scores. */
export function scoreGrid({ customers, levels, scores }: ScoredCustomers): ScoreGrid {
  const rows = <T>(cell: () => T): T[][] =>
    Array.from({ length: levels.recency }, () => Array.from({ length: levels.frequency }, cell));
  const counts = rows(() => ({ customers: 0, revenue: new ExactSum() }));
  for (let customer = 0; customer < customers.length; customer += 1) {
    const cell = counts[(scores.recency[customer] as number) - 1]?.[(scores.frequency[customer] as number) - 1];
    if (cell === undefined) continue;
    cell.customers += 1;
    cell.revenue.add(customers.spend[customer] as number);
  }
  return {
    recencyLevels: levels.recency,
    frequencyLevels: levels.frequency,
    customers: counts.map((row) => row.map((cell) => cell.customers)),
    revenue: counts.map((row) => row.map((cell) => cell.revenue.value)),
  };
}
