import { type PeriodKind, periodIndex } from "../../basics/calendar/period.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { dayRange, firstPurchaseDay, type Timelines, timelinesOf } from "./timelines.ts";

/**
 * What each customer did in each period, one row per customer and period with anything in it, sorted by customer, then
 * period. Customers without a purchase up to the as-of date are left out.
 */
export interface ActivityTable {
  readonly length: number;
  readonly customer: Int32Array;
  /** Running number of the period ({@link periodIndex}), or of the customer's own window ({@link activityByWindow}). */
  readonly period: Int32Array;
  /** Purchases in the period; 0 where only refunds fall into it. */
  readonly orders: Int32Array | Float64Array;
  /** Purchases minus refunds in the period, whole 1/10,000 of a unit. */
  readonly net: Float64Array;
  /**
   * Where a "customer" is everybody who began in one period: how many of them bought in the period, and how many did so for
   * the last time. Left out where each customer is one.
   */
  readonly people?: { readonly buyers: Float64Array; readonly lastBuyers: Float64Array };
}

/** Folds the order table into activity by customer and period, up to and including the as-of date. */
export function activityByPeriod(orders: OrderTable, options: { asOf: number; period: PeriodKind }): ActivityTable {
  return periodActivity(timelinesOf(orders, options.asOf), options.period);
}

/** The activity of timelines by calendar period. */
export function periodActivity(timelines: Timelines, kind: PeriodKind): ActivityTable {
  const known = newest.get(timelines);
  if (known?.kind === kind) return known.activity;
  const activity = foldPeriods(timelines, kind);
  newest.set(timelines, { kind, activity });
  return activity;
}

/** The activity that was made last of timelines: retention, cohorts and repeat purchase all begin with it. */
const newest = new WeakMap<Timelines, { readonly kind: PeriodKind; readonly activity: ActivityTable }>();

/** The days repeat so much that the period of each is worked out once. */
function foldPeriods(timelines: Timelines, kind: PeriodKind): ActivityTable {
  const [least, greatest] = dayRange(timelines);
  const periods = Int32Array.from({ length: timelines.day.length === 0 ? 0 : greatest - least + 1 }, (_, offset) =>
    periodIndex(least + offset, kind),
  );
  return foldTimelines(timelines, (day) => periods[day - least] as number);
}

/**
 * Activity by windows of `days` days from each customer's own first purchase: window 0 begins on that day. Refunds dated
 * before the first known purchase count with window 0.
 */
export function activityByWindow(timelines: Timelines, days: number): ActivityTable {
  return foldTimelines(timelines, (day, first) => Math.max(0, Math.floor((day - first) / days)));
}

/**
 * One pass over the timelines. `stepOf` gives the step of a day, given the day of the customer's first purchase, and never
 * falls as days rise. The columns are made as long as the timelines at first: one allocation is faster than growing.
 */
function foldTimelines(timelines: Timelines, stepOf: (day: number, first: number) => number): ActivityTable {
  const { start, day, amount } = timelines;
  const customer = new Int32Array(day.length);
  const period = new Int32Array(day.length);
  const orders = new Int32Array(day.length);
  const net = new Float64Array(day.length);
  let row = -1;
  for (let who = 0; who + 1 < start.length; who += 1) {
    const [from, to] = [start[who] as number, start[who + 1] as number];
    if (from === to) continue;
    const first = firstPurchaseDay(timelines, who);
    let last = -0x80000000;
    for (let entry = from; entry < to; entry += 1) {
      const step = stepOf(day[entry] as number, first);
      if (step !== last) {
        row += 1;
        last = step;
        customer[row] = who;
        period[row] = step;
      }
      const value = amount[entry] as number;
      net[row] = (net[row] as number) + value;
      if (value > 0) orders[row] = (orders[row] as number) + 1;
    }
  }
  const length = row + 1;
  return {
    length,
    customer: customer.subarray(0, length),
    period: period.subarray(0, length),
    orders: orders.subarray(0, length),
    net: net.subarray(0, length),
  };
}
