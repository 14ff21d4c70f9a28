import type { CohortFigures, CohortTable } from "./cohorts.ts";

/** The first k at which a cohort's revenue so far is worth what its customers cost to win. */
export interface Payback {
  /** What winning one customer cost, whole 1/10,000 of a unit. */
  readonly acquisitionCost: number;
  /** One entry a cohort, in the table's order; `null` where it has not been reached. */
  readonly cohorts: readonly (number | null)[];
  /** The same of the pooled averages. */
  readonly pooled: number | null;
}

/**
 * The payback period of every cohort: the least k with cumulative revenue / customers ≥ the cost of winning one. It is
 * revenue, net of refunds, not margin: goods and postage are not taken off.
 *
 * @example cumulative revenue per customer 12, 19, 25 and a cost of 20: k = 2
 */
export function paybackOf({ cohorts, averages }: CohortTable, acquisitionCost: number): Payback {
  const reached = (figures: CohortFigures | null): boolean => {
    const cumulative = figures?.cumulative ?? null;
    return cumulative !== null && cumulative.revenue >= BigInt(acquisitionCost) * BigInt(cumulative.counted);
  };
  const firstK = (steps: readonly { readonly k: number; readonly figures: CohortFigures | null }[]): number | null =>
    steps.find(({ figures }) => reached(figures))?.k ?? null;
  return { acquisitionCost, cohorts: cohorts.map(({ cells }) => firstK(cells)), pooled: firstK(averages) };
}
