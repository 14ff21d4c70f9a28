import fc from "fast-check";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";

/** The first day that random histories use; they last up to `RANDOM_DAYS` days, over a leap day. */
export const RANDOM_FIRST_DAY = dayNumber(2023, 11, 7);
export const RANDOM_DAYS = 300;

const entry = fc.record({
  customer: fc.integer({ min: 0, max: 11 }),
  offset: fc.integer({ min: 0, max: RANDOM_DAYS - 1 }),
  amount: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 900_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -900_000, max: -1 }) },
  ),
});

/** Histories of up to twelve customers with purchases and refunds in any order; at least one purchase. */
export const randomHistory: fc.Arbitrary<OrderTable> = fc
  .array(entry, { minLength: 1, maxLength: 90 })
  .filter((entries) => entries.some(({ amount }) => amount > 0))
  .map((entries) => ({
    length: entries.length,
    customer: Int32Array.from(entries, ({ customer }) => customer),
    day: Int32Array.from(entries, ({ offset }) => RANDOM_FIRST_DAY + offset),
    amount: Float64Array.from(entries, ({ amount }) => amount),
    customerKeys: Array.from({ length: 12 }, (_, index) => `customer ${index}`),
    firstDay: RANDOM_FIRST_DAY + Math.min(...entries.map(({ offset }) => offset)),
    lastDay: RANDOM_FIRST_DAY + Math.max(...entries.map(({ offset }) => offset)),
  }));

/** The day of the first purchase in a history. */
export function firstPurchaseOf(orders: OrderTable): number {
  return Math.min(...[...orders.day].filter((_, index) => (orders.amount[index] ?? 0) > 0));
}
