import { periodEnd, periodIndex } from "../../basics/calendar/period.ts";

/** The months of a replay, by their running number, with the last day of each that counts. */
export interface ReplayMonths {
  readonly first: number;
  readonly lastDays: readonly number[];
}

/** The months from a first day to the as-of date. */
export function monthsOf(firstDay: number, asOf: number): ReplayMonths {
  const first = periodIndex(firstDay, "month");
  const length = periodIndex(asOf, "month") - first + 1;
  return { first, lastDays: Array.from({ length }, (_, index) => Math.min(asOf, periodEnd(first + index, "month"))) };
}
