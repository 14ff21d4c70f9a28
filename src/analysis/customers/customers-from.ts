import { formatDay, NO_DAY } from "../../basics/calendar/days.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { CustomerColumns } from "../../orders/customer-columns.ts";
import type { CustomersAtOptions, CustomerTable } from "./customer-table.ts";
import { monetaryValues } from "./monetary-values.ts";

/**
 * The customer table of customers of whom only sums are known, sorted by id (by code unit).
 *
 * @param options.order indexes into the keys, each once
 * @throws EmptyInputError where there is no customer
 * @throws InputError where the sums would have to be those of an earlier day, of a window or of purchase days: that takes
 * single orders
 */
export function customersFrom(
  columns: CustomerColumns,
  { order, ...options }: CustomersAtOptions & { readonly order: Int32Array },
): CustomerTable {
  refuseOtherSums(columns, options);
  if (columns.length === 0) {
    throw new EmptyInputError("no customer to score: the table has no purchase", {
      hint: "rfm inspect shows what was understood and why each row was set aside",
    });
  }
  const pick = (values: Int32Array): Int32Array => order.map((at) => values[at] as number);
  const hasMoney = columns.spend !== null;
  const { firstDay } = columns;
  const spend = Float64Array.from(order, (at) => columns.spend?.[at] ?? 0);
  const orders = pick(columns.orders);
  const last =
    columns.lastDay === null ? order.map((at) => options.asOf - (columns.daysSince?.[at] ?? 0)) : pick(columns.lastDay);
  return {
    length: order.length,
    asOf: options.asOf,
    windowStart: null,
    windowFor: "rfm",
    ids: Array.from(order, (at) => columns.keys[at] as string),
    customer: order,
    firstOrderDay: firstDay === null ? new Int32Array(order.length).fill(NO_DAY) : pick(firstDay),
    lastOrderDay: last,
    recencyDays: last.map((day) => options.asOf - day),
    orders,
    ordersEver: orders,
    frequency: orders,
    spend,
    money: spend,
    ofMargin: false,
    hasMoney,
    knows: { firstDay: firstDay !== null, singleOrders: false },
    monetaryValue: monetaryValues(spend, orders, options.monetary ?? "total"),
    outsideWindow: 0,
  };
}

function refuseOtherSums({ lastDay }: CustomerColumns, { asOf, window, frequency }: CustomersAtOptions): void {
  const newest = lastDay?.reduce((latest, day) => Math.max(latest, day), asOf) ?? asOf;
  const why =
    window !== undefined
      ? "a window counts the orders in it"
      : frequency === "days"
        ? "days with an order are counted in the orders"
        : newest > asOf
          ? `as of ${formatDay(asOf)}, later orders do not count, and the newest is of ${formatDay(newest)}`
          : null;
  if (why === null) return;
  throw new InputError(`the table has one row per customer, and ${why}: that takes single orders`, {
    hint: "read the orders themselves, or leave the option out",
  });
}
