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
    hint: "export the orders, one row per order; rfm score, segments, report, explain, lists and inspect work with a table of customers, and rfm compare with two of them",
  });
}

/**
 * Refuses options that look at single orders, where they are used with a table that has one row per customer.
 *
 * @param given those that do, as they are written
 * @throws InputError that names all of them
 */
export function refuseOptionsOfOrders({ orders, understanding }: OrderHistory, given: readonly string[]): void {
  if (orders.customers === undefined || given.length === 0) return;
  const file = understanding.files[0]?.name ?? "";
  throw new InputError(
    `${given.join(", ")} ${given.length === 1 ? "looks" : "look"} at single orders, and ${file} has one row per customer`,
    { hint: `leave ${given.join(", ")} out; or export the orders, one row per order` },
  );
}
