import { keyCount, type OrderTable } from "../../orders/order-table.ts";

/**
 * How many distinct days each customer bought on, between two days (both included); one entry a customer key.
 *
 * Sorts one number a purchase (customer and day packed together) and counts the runs, so it needs no set a customer.
 */
export function purchaseDays(orders: OrderTable, { from, to }: { from: number; to: number }): Int32Array {
  if (orders.summed !== undefined) throw new Error("days with a purchase take single orders");
  const spread = 2 ** 22; // more days than any calendar that exports use has, and 2^31 customers times it stay exact
  const offset = spread / 2;
  const packed = new Float64Array(orders.length);
  let count = 0;
  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    if ((orders.amount[entry] as number) <= 0 || day < from || day > to) continue;
    packed[count] = (orders.customer[entry] as number) * spread + day + offset;
    count += 1;
  }
  const sorted = packed.subarray(0, count).sort();
  const days = new Int32Array(keyCount(orders));
  let previous = -1;
  for (const value of sorted) {
    if (value === previous) continue;
    previous = value;
    const customer = Math.floor(value / spread);
    days[customer] = (days[customer] as number) + 1;
  }
  return days;
}
