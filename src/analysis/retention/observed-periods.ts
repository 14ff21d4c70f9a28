import { formatDay } from "../../basics/calendar/days.ts";
import { type PeriodKind, periodEnd, periodIndex, periodLabel, periodStart } from "../../basics/calendar/period.ts";
import { EmptyInputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { ActivityTable } from "./activity.ts";

export interface RetentionOptions {
  /** The last day that counts. */
  readonly asOf: number;
  readonly period?: PeriodKind | undefined;
  /** The days that the exports cover, where the user vouches for it; default: first to last readable row. */
  readonly covers?: Cover | undefined;
}

/** The days for which the exports hold every order, both included. */
export interface Cover {
  readonly from: number;
  readonly to: number;
}

/** A period of the calendar, and how much of it the exports let one see. */
export interface ObservedPeriod {
  readonly period: string;
  readonly firstDay: number;
  readonly lastDay: number;
  /** All days of the period are covered by the exports and end on or before the as-of date. */
  readonly complete: boolean;
  /** It began before the exports do: what is known of it is its later part. */
  readonly isCutOff: boolean;
  /** Inside the cover, but without one order: an export is probably missing. */
  readonly noData: boolean;
}

/** The periods from the first that the exports touch to that of the as-of date, without a gap. */
export interface ObservedPeriods {
  readonly kind: PeriodKind;
  /** Running number of the first period; those of the others follow. */
  readonly first: number;
  readonly periods: readonly ObservedPeriod[];
  readonly covers: Cover;
  /** Whether the user vouched for the cover; otherwise it is the span of the data. */
  readonly coversGiven: boolean;
}

/**
 * The periods of a history. A whole period inside the cover without one entry is `noData`, unless the user vouches for the
 * cover: then nothing was sold in it.
 */
export function observedPeriods(
  orders: Pick<OrderTable, "firstDay" | "lastDay">,
  activity: ActivityTable,
  { asOf, period: kind = "month", covers: given }: RetentionOptions,
): ObservedPeriods {
  const covers = given ?? { from: orders.firstDay, to: Math.min(orders.lastDay, asOf) };
  const first = periodIndex(Math.min(orders.firstDay, covers.from), kind);
  const filled = new Uint8Array(Math.max(0, periodIndex(asOf, kind) - first + 1));
  for (let row = 0; row < activity.length; row += 1) filled[(activity.period[row] as number) - first] = 1;
  const periods = Array.from(filled, (isFilled, offset): ObservedPeriod => {
    const firstDay = periodStart(first + offset, kind);
    const lastDay = periodEnd(first + offset, kind);
    const complete = firstDay >= covers.from && lastDay <= Math.min(covers.to, asOf);
    const noData = complete && isFilled === 0 && given === undefined;
    const isCutOff = firstDay < covers.from;
    return { period: periodLabel(first + offset, kind), firstDay, lastDay, complete, isCutOff, noData };
  });
  return { kind, first, periods, covers, coversGiven: given !== undefined };
}

/** Whether what happened in a period is known in full: it is complete, and no export of it is missing. */
export function isObserved(period: ObservedPeriod | undefined): boolean {
  return period?.complete === true && !period.noData;
}

/** How many whole periods of a kind lie within some days. */
export function wholePeriods({ from, to }: Cover, kind: PeriodKind): number {
  const first = periodIndex(from, kind) + (periodStart(periodIndex(from, kind), kind) < from ? 1 : 0);
  const last = periodIndex(to, kind) - (periodEnd(periodIndex(to, kind), kind) > to ? 1 : 0);
  return Math.max(0, last - first + 1);
}

/** The error for an as-of date with nothing to follow. */
export function nothingBought(orders: OrderTable, asOf: number, what: string): EmptyInputError {
  let first = Number.POSITIVE_INFINITY;
  for (let entry = 0; entry < orders.length; entry += 1) {
    if ((orders.amount[entry] as number) > 0) first = Math.min(first, orders.day[entry] as number);
  }
  const hint = Number.isFinite(first)
    ? `the first purchase is of ${formatDay(first)}; choose a later --as-of`
    : "see rfm inspect for what became of the rows";
  return new EmptyInputError(`no ${what} to show: nothing was bought on or before ${formatDay(asOf)}`, { hint });
}
