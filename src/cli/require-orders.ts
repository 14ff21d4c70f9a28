import { InputError } from "../errors.ts";
import type { OrderHistory } from "../orders/history.ts";

/**
 * Refuses a table with one row per customer where single orders are looked at.
 *
 * @param what what looks at them, as a message begins: `rfm retention`
 * @throws InputError that names the file, and what works with it
 */
export function requireOrders({ orders, understanding }: OrderHistory, what: string): void {
  if (orders.customers === undefined) return;
  const file = understanding.files[0]?.name ?? "";
  throw new InputError(`${what} looks at single orders, and ${file} has one row per customer`, {
    hint: "export the orders, one row per order; rfm score, segments, lists and inspect work with a table of customers",
  });
}
