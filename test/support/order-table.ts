import { parseDay } from "../../src/basics/calendar/days.ts";
import { AMOUNT_SCALE } from "../../src/basics/money/amount.ts";
import type { OrderTable } from "../../src/orders/order-table.ts";

/** One purchase, or a refund where the amount is negative; the amount in whole currency units or hundredths of them. */
export interface OrderLine {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
}

/** The day number of `yyyy-mm-dd`; a test that writes another day is wrong. */
export function dayOf(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is not a day`);
  return day;
}

/** A purchase as a test writes it: `["anna", "2024-03-05", 12.5]`. */
export type WrittenOrder = readonly [customer: string, day: string, amount: number];

/** Written orders as lines with day numbers. */
export function orderLines(written: readonly WrittenOrder[]): readonly OrderLine[] {
  return written.map(([customer, day, amount]) => ({ customer, day: dayOf(day), amount }));
}

/** An order table of these lines, which cover the days from the first to the last of them. */
export function orderTable(lines: readonly OrderLine[]): OrderTable {
  const customerKeys = [...new Set(lines.map(({ customer }) => customer))];
  const days = lines.map(({ day }) => day);
  return Object.freeze({
    length: lines.length,
    customer: Int32Array.from(lines, ({ customer }) => customerKeys.indexOf(customer)),
    day: Int32Array.from(days),
    amount: Float64Array.from(lines, ({ amount }) => Math.round(amount * AMOUNT_SCALE)),
    customerKeys: Object.freeze(customerKeys),
    firstDay: Math.min(...days),
    lastDay: Math.max(...days),
  });
}

/** An order table of orders as a test writes them. */
export function tableOf(written: readonly WrittenOrder[]): OrderTable {
  return orderTable(orderLines(written));
}
