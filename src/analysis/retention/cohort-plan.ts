import { type PeriodKind, periodIndex } from "../../basics/calendar/period.ts";
import type { CohortPlan } from "./cohort-tally.ts";
import { isObserved, type ObservedPeriods } from "./observed-periods.ts";
import { firstPurchaseDay, type Timelines } from "./timelines.ts";

/** The length of a window on the clock of days. */
export const WINDOW_DAYS = 30;

/** Customers put into named groups, such as the country of their first order; one code a customer key, −1 without a value. */
export interface CustomerGroups {
  readonly name: string;
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

export interface PlanInput {
  readonly timelines: Timelines;
  readonly periods: ObservedPeriods;
  /** The last day of which everything is known: covered, and not after the as-of date. */
  readonly lastDay: number;
  readonly groups: CustomerGroups | null;
}

/** Cohorts by the period of the first purchase, followed by calendar period; the running period is looked at so far. */
export function calendarPlan({ periods, groups }: Pick<PlanInput, "periods" | "groups">): CohortPlan {
  const { first, periods: calendar } = periods;
  const steps = calendar.length;
  // a group's customers have their k-th period at different times, so only periods known in full can be put together
  const isMissing = calendar.map((period) => (groups === null ? period.noData : !isObserved(period)));
  const missing = isMissing.flatMap((is, index) => (is ? [index] : []));
  const lastObserved = calendar.findLastIndex((period) => isObserved(period));
  return {
    cohorts: groups === null ? steps : groups.values.length + 1,
    steps,
    cohortOf: groups === null ? (_, firstStep) => firstStep - first : groupOf(groups),
    originOf: (firstStep) => firstStep,
    lastK: (_, firstStep) => (groups === null ? steps - 1 : lastObserved) - (firstStep - first),
    missing: (_, firstStep) =>
      missing.length === 0
        ? missing
        : missing.flatMap((index) => (index < firstStep - first ? [] : [index - (firstStep - first)])),
  };
}

/**
 * Each customer followed by windows of 30 days from the own first purchase; only windows that have ended are looked at, and of
 * these none that lies wholly in a period without one order: a closed shop, or a missing export.
 */
export function daysPlan({ timelines, periods, lastDay, groups }: PlanInput): CohortPlan {
  const firstDays = Int32Array.from({ length: timelines.start.length - 1 }, (_, customer) =>
    timelines.start[customer] === timelines.start[customer + 1] ? lastDay + 1 : firstPurchaseDay(timelines, customer),
  );
  const ended = (customer: number): number =>
    Math.floor((lastDay + 1 - (firstDays[customer] as number)) / WINDOW_DAYS) - 1;
  const steps = firstDays.reduce((most, _, customer) => Math.max(most, ended(customer) + 1), 1);
  const holes = periods.periods.filter((period) => period.noData);
  const periodOf = periodLookup(periods);
  return {
    cohorts: groups === null ? periods.periods.length : groups.values.length + 1,
    steps,
    cohortOf: groups === null ? (customer) => periodOf(firstDays[customer] as number) : groupOf(groups),
    originOf: () => 0,
    lastK: ended,
    missing: (customer) => {
      if (holes.length === 0) return [];
      const first = firstDays[customer] as number;
      const windows = Array.from({ length: ended(customer) + 1 }, (_, k) => k);
      return windows.filter((k) => {
        const from = first + k * WINDOW_DAYS;
        return holes.some((hole) => hole.firstDay <= from && hole.lastDay >= from + WINDOW_DAYS - 1);
      });
    },
  };
}

/** Customers without a value are a group of their own, the last. */
function groupOf({ codes, values }: CustomerGroups): (customer: number) => number {
  return (customer) => {
    const code = codes[customer] ?? -1;
    return code < 0 ? values.length : code;
  };
}

function periodLookup({ first, kind }: { first: number; kind: PeriodKind }): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const found = known.get(day) ?? periodIndex(day, kind) - first;
    known.set(day, found);
    return found;
  };
}
