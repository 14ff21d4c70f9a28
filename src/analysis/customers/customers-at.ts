/*
 * Customers: orders become one row per customer as of a day. customers-at.ts is the definition of recency, frequency and
 * monetary value; contacts.ts and kept-values.ts take what else the newest purchase says.
 */

import { windowStart } from "../../basics/calendar/span.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { EmptyInputError } from "../../errors.ts";
import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { timelinesAtHand } from "../retention/timelines.ts";
import { CustomerSums, type DaysThatCount } from "./customer-sums.ts";
import type { CustomersAtOptions, CustomerTable } from "./customer-table.ts";
import { customersFrom } from "./customers-from.ts";
import { monetaryValues } from "./monetary-values.ts";
import { nobodyToScore } from "./nobody-to-score.ts";
import { purchaseDays } from "./purchase-days.ts";

/** The first day that counts at `asOf`: −Infinity without a window. */
export function firstDayThatCounts(options: Pick<CustomersAtOptions, "asOf" | "window">): number {
  return options.window === undefined ? Number.NEGATIVE_INFINITY : windowStart(options.asOf, options.window);
}

/**
 * Folds the order table into one entry a customer, as of a day.
 *
 * @throws EmptyInputError when no customer has a purchase that counts
 * @throws InputError when a customer's spend is too large to be exact
 */
export function customersAt(orders: OrderTable, options: CustomersAtOptions): CustomerTable {
  const order = keyOrder(orders);
  if (orders.customers !== undefined) return customersFrom(orders.customers, { ...options, order });
  const windowFor = options.windowFor ?? "rfm";
  const days = { from: firstDayThatCounts(options), to: options.asOf };
  const sums = new CustomerSums(keyCount(orders));
  const timelines = timelinesAtHand(orders, options.asOf);
  if (timelines === null) sums.addOrders(orders, days);
  else sums.addTimelines(timelines, days);
  const scored = sums.columnsOf(order, {
    bought: windowFor === "rfm" ? "in window" : "ever",
    window: Number.isFinite(days.from),
  });
  const { customer, first, last, purchases, ever, everBought } = scored;
  const hasMoney = orders.hasMoney !== false;
  const spend = hasMoney ? scored.spend : new Float64Array(customer.length);
  if (customer.length === 0) throw noCustomers(orders, options, everBought);
  const dayCounts = options.frequency === "days" ? purchaseDays(orders, days) : null;
  const frequency = dayCounts === null ? purchases : customer.map((code) => dayCounts[code] as number);
  const margin = orders.margin == null ? null : marginSums(orders, days);
  const money = margin === null ? spend : Float64Array.from(customer, (code) => margin[code] as number);
  let ids: readonly string[] | null = null;
  return {
    length: customer.length,
    asOf: options.asOf,
    windowStart: options.window === undefined ? null : days.from,
    windowFor,
    get ids() {
      ids ??= Array.from(customer, (code) => orders.customerKeys[code] as string);
      return ids;
    },
    keyBytes: orders.keyBytes,
    customer,
    firstOrderDay: first,
    lastOrderDay: last,
    recencyDays: last.map((day) => options.asOf - day),
    orders: purchases,
    ordersEver: ever,
    frequency,
    spend,
    money,
    ofMargin: margin !== null,
    hasMoney,
    knows: { firstDay: true, singleOrders: true },
    monetaryValue: monetaryValues(money, frequency, options.monetary ?? "total"),
    outsideWindow: everBought - customer.length,
  };
}

/** The customers' indexes, sorted by their keys by code unit. */
function keyOrder(orders: OrderTable): Int32Array {
  if (orders.keyOrder !== undefined) return orders.keyOrder();
  const keys = orders.customerKeys;
  const order = Int32Array.from(keys.keys());
  return order.sort((a, b) => compareCodeUnits(keys[a] as string, keys[b] as string));
}

/** What each customer key earned from one day to another, both included. */
export function marginSums(orders: OrderTable, { from, to }: DaysThatCount): Float64Array {
  const sums = new Float64Array(keyCount(orders));
  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    const customer = orders.customer[entry] as number;
    if (day >= from && day <= to) sums[customer] = (sums[customer] as number) + (orders.margin?.[entry] ?? 0);
  }
  return sums;
}

function noCustomers(orders: OrderTable, options: CustomersAtOptions, everBought: number): EmptyInputError {
  const firstPurchase = orders.day.reduce(
    (earliest, day, entry) => ((orders.amount[entry] as number) > 0 ? Math.min(earliest, day) : earliest),
    Number.POSITIVE_INFINITY,
  );
  const facts = {
    asOf: options.asOf,
    windowStart: options.window === undefined ? null : firstDayThatCounts(options),
    boughtBefore: everBought,
    firstPurchase: Number.isFinite(firstPurchase) ? firstPurchase : null,
  };
  return nobodyToScore(facts, {
    where: "",
    otherwise: "rfm inspect shows what was understood and why each row was set aside",
  });
}
