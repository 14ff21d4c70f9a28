import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomerTable } from "../customers/customer-table.ts";

export interface SpendByAgeOptions {
  /** Days from each customer's first order on that count; customers who have had less time are left out. `null`: all. */
  readonly followed: number | null;
  /** Whether the money of the day of the first order is left out. */
  readonly isLater: boolean;
}

/** What each customer spent at the same age; one entry per customer who has reached it. */
export interface SpendByAge {
  /** Index into the order table's `customerKeys`. */
  readonly customer: Int32Array;
  /** Purchases minus refunds, whole 1/10,000 of a unit. */
  readonly values: Float64Array;
}

/**
 * What customers spent, counted from each one's own first order, up to the table's as-of date: at the same age, or only
 * after the first day, so that neither an early start nor an expensive first order alone makes a customer one of the best.
 */
export function spendByAge(
  orders: OrderTable,
  { customer, firstOrderDay, asOf }: CustomerTable,
  { followed, isLater }: SpendByAgeOptions,
): SpendByAge {
  const places = new Map<number, number>();
  for (let row = 0; row < customer.length; row += 1) {
    const age = asOf - (firstOrderDay[row] as number);
    if (followed === null || age >= followed) places.set(customer[row] as number, row);
  }
  const spend = new Float64Array(customer.length);
  for (let entry = 0; entry < orders.length; entry += 1) {
    const row = places.get(orders.customer[entry] as number);
    const day = orders.day[entry] as number;
    if (row === undefined || day > asOf) continue;
    const age = day - (firstOrderDay[row] as number);
    if (age < (isLater ? 1 : 0) || (followed !== null && age > followed)) continue;
    spend[row] = (spend[row] as number) + (orders.amount[entry] as number);
  }
  const rows = [...places.values()];
  return {
    customer: Int32Array.from(rows, (row) => customer[row] as number),
    values: Float64Array.from(rows, (row) => spend[row] as number),
  };
}
