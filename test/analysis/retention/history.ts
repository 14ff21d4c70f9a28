import { parseDay } from "../../../src/basics/calendar/days.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";

/** An entry as tests write it: customer, day, amount in currency units (negative for a refund). */
export type Entry = readonly [customer: string, day: string, amount: number];

/** The day number of text that is a day. */
export function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is not a day`);
  return parsed;
}

/** An order table of some entries, in their order; it covers the days from the first to the last unless told otherwise. */
export function historyOf(entries: readonly Entry[], cover: { from?: string; to?: string } = {}): OrderTable {
  const customerKeys = [...new Set(entries.map(([customer]) => customer))];
  const days = entries.map(([, on]) => day(on));
  return {
    length: entries.length,
    customer: Int32Array.from(entries, ([customer]) => customerKeys.indexOf(customer)),
    day: Int32Array.from(days),
    amount: Float64Array.from(entries, ([, , amount]) => Math.round(amount * 10_000)),
    customerKeys,
    firstDay: cover.from === undefined ? Math.min(...days) : day(cover.from),
    lastDay: cover.to === undefined ? Math.max(...days) : day(cover.to),
  };
}
