import { type PeriodKind, periodIndex } from "../calendar/period.ts";
import type { OrderTable } from "../order-table.ts";

/**
 * What each customer did in each period, one row a customer and period with anything in it, sorted by customer, then
 * period. Customers without a purchase up to the as-of date are left out.
 */
export interface ActivityTable {
  readonly length: number;
  readonly customer: Int32Array;
  /** Running number of the period ({@link periodIndex}). */
  readonly period: Int32Array;
  /** Purchases in the period; 0 where only refunds fall into it. */
  readonly orders: Int32Array;
  /** Purchases minus refunds in the period, whole 1/10,000 of a unit. */
  readonly net: Float64Array;
}

/** Folds the order table into activity by customer and period, up to and including the as-of date. */
export function activityByPeriod(orders: OrderTable, options: { asOf: number; period: PeriodKind }): ActivityTable {
  const entries = entriesByCustomer(orders, options.asOf);
  const periods = periodsOf(orders, options.period);
  entries.sort(
    (a, b) =>
      (orders.customer[a] as number) - (orders.customer[b] as number) ||
      (periods[a] as number) - (periods[b] as number),
  );
  const customer = new Int32Array(entries.length);
  const period = new Int32Array(entries.length);
  const counts = new Int32Array(entries.length);
  const net = new Float64Array(entries.length);
  let row = -1;
  for (const entry of entries) {
    const [who, when] = [orders.customer[entry] as number, periods[entry] as number];
    if (row < 0 || customer[row] !== who || period[row] !== when) {
      row += 1;
      customer[row] = who;
      period[row] = when;
    }
    const amount = orders.amount[entry] as number;
    net[row] = (net[row] as number) + amount;
    if (amount > 0) counts[row] = (counts[row] as number) + 1;
  }
  const length = row + 1;
  return {
    length,
    customer: customer.subarray(0, length),
    period: period.subarray(0, length),
    orders: counts.subarray(0, length),
    net: net.subarray(0, length),
  };
}

/** The entries up to the as-of date of customers who have a purchase among them. */
function entriesByCustomer(orders: OrderTable, asOf: number): Int32Array {
  const buyer = new Uint8Array(orders.customerKeys.length);
  for (let entry = 0; entry < orders.length; entry += 1) {
    if ((orders.amount[entry] as number) > 0 && (orders.day[entry] as number) <= asOf) {
      buyer[orders.customer[entry] as number] = 1;
    }
  }
  const entries = new Int32Array(orders.length);
  let count = 0;
  for (let entry = 0; entry < orders.length; entry += 1) {
    if ((orders.day[entry] as number) > asOf || buyer[orders.customer[entry] as number] === 0) continue;
    entries[count] = entry;
    count += 1;
  }
  return entries.subarray(0, count);
}

/** The period of each entry; days repeat so much that each is worked out once. */
function periodsOf(orders: OrderTable, kind: PeriodKind): Int32Array {
  const known = new Map<number, number>();
  return orders.day.map((day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const index = periodIndex(day, kind);
    known.set(day, index);
    return index;
  });
}
