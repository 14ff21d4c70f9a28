import { InputError } from "../errors.ts";
import { type AnyOption, attributeOf, flagOf, type OptionValues } from "../options/option.ts";
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
 * @param ofOrders the options of a command that do
 * @throws InputError that names all of them that were given
 */
export function refuseOptionsOfOrders(
  { orders, understanding }: OrderHistory,
  options: OptionValues,
  ofOrders: readonly AnyOption[],
): void {
  if (orders.customers === undefined) return;
  const given = ofOrders.filter((option) => options[attributeOf(option)] !== undefined).map(flagOf);
  if (given.length === 0) return;
  const file = understanding.files[0]?.name ?? "";
  throw new InputError(
    `${given.join(", ")} ${given.length === 1 ? "looks" : "look"} at single orders, and ${file} has one row per customer`,
    { hint: `leave ${given.join(", ")} out; or export the orders, one row per order` },
  );
}
