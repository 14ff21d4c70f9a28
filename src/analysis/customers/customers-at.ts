/*
 * Customers: orders become one row per customer as of a day. customers-at.ts is the definition of recency, frequency and
 * monetary value; contacts.ts and kept-values.ts take what else the newest purchase says.
 */
import { formatDay } from "../../basics/calendar/days.ts";
import { type Span, windowStart } from "../../basics/calendar/span.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { KeyBytes } from "../../csv/keys/key-bytes.ts";
import { EmptyInputError } from "../../errors.ts";
import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { CustomerSums, type DaysThatCount } from "./customer-sums.ts";
import { purchaseDays } from "./purchase-days.ts";

export interface CustomersAtOptions {
  /** The last day that counts, a civil day number; purchases and refunds after it are not looked at. */
  readonly asOf: number;
  /** Only this long up to `asOf` counts; without it, all history. */
  readonly window?: Span | undefined;
  /** What the window limits: everything, or frequency and spend only, with recency over all history. Default `rfm`. */
  readonly windowFor?: "rfm" | "fm" | undefined;
  /** What frequency counts: purchases (default) or the distinct days with a purchase. */
  readonly frequency?: "orders" | "days" | undefined;
  /** What monetary value is: total net spend (default) or net spend divided by frequency. */
  readonly monetary?: "total" | "average" | undefined;
}

/** The customers with a purchase as of one day, sorted by id (by code unit); all columns have one entry a customer. */
export interface CustomerTable {
  readonly length: number;
  readonly asOf: number;
  /** The window's first day; `null` when all history counts. */
  readonly windowStart: number | null;
  readonly windowFor: "rfm" | "fm";
  /** Made when they are asked for. */
  readonly ids: readonly string[];
  /** The order table's keys as UTF-8, where they are at hand; by `customer`. */
  readonly keyBytes?: KeyBytes | undefined;
  /** Index of each customer in the order table's `customerKeys`. */
  readonly customer: Int32Array;
  /** Day of the first purchase ever, whatever the window. */
  readonly firstOrderDay: Int32Array;
  /** Day of the last purchase that counts. */
  readonly lastOrderDay: Int32Array;
  /** Whole days from the last purchase to `asOf`, ≥ 0; lower is better. */
  readonly recencyDays: Int32Array;
  /** Number of purchases in the window; ≥ 1, or ≥ 0 with `windowFor: "fm"`. */
  readonly orders: Int32Array;
  /** Number of purchases up to `asOf`, whatever the window; ≥ 1. */
  readonly ordersEver: Int32Array;
  /** `orders`, or distinct purchase days where that was asked for. */
  readonly frequency: Int32Array;
  /** Purchases minus refunds in the window, whole 1/10,000 of a unit; may be ≤ 0. */
  readonly spend: Float64Array;
  /** What monetary value is made from: `spend`, or the margin in the window where the orders carry one. */
  readonly money: Float64Array;
  /** Whether that is the margin. */
  readonly ofMargin: boolean;
  /** Whether anything is known of money; where nothing is, spend, money and monetary value are 0 and say nothing. */
  readonly hasMoney: boolean;
  /** `money`; divided by frequency where asked for (0 where that is 0). */
  readonly monetaryValue: Float64Array;
  /** Customers who bought before the window and not in it: known, but not scored. */
  readonly outsideWindow: number;
}

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
  return customersInOrder(orders, { ...options, order: keyOrder(orders) });
}

/**
 * The same in another order of the customers: for counts, which then need not wait until all ids are sorted.
 *
 * @param options.order indexes into the order table's `customerKeys`, each once
 */
export function customersInOrder(
  orders: OrderTable,
  { order, ...options }: CustomersAtOptions & { readonly order: Int32Array },
): CustomerTable {
  const windowFor = options.windowFor ?? "rfm";
  const days = { from: firstDayThatCounts(options), to: options.asOf };
  const sums = new CustomerSums(keyCount(orders));
  sums.addOrders(orders, days);
  const scored = sums.columnsOf(order, windowFor === "rfm" ? "in window" : "ever");
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

function marginSums(orders: OrderTable, { from, to }: DaysThatCount): Float64Array {
  const sums = new Float64Array(keyCount(orders));
  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    const customer = orders.customer[entry] as number;
    if (day >= from && day <= to) sums[customer] = (sums[customer] as number) + (orders.margin?.[entry] ?? 0);
  }
  return sums;
}

function monetaryValues(spend: Float64Array, frequency: Int32Array, monetary: "total" | "average"): Float64Array {
  if (monetary === "total") return spend;
  return spend.map((value, customer) => {
    const count = frequency[customer] as number;
    return count === 0 ? 0 : value / count;
  });
}

function noCustomers(orders: OrderTable, options: CustomersAtOptions, everBought: number): EmptyInputError {
  const asOf = formatDay(options.asOf);
  if (everBought > 0 && options.window !== undefined) {
    const span = `${formatDay(firstDayThatCounts(options))} to ${asOf}`;
    return new EmptyInputError(`no customer to score: nobody bought in the window ${span}`, {
      hint: `${everBought} customers bought before it; choose a longer --window`,
    });
  }
  const firstPurchase = orders.day.reduce(
    (earliest, day, entry) => ((orders.amount[entry] as number) > 0 ? Math.min(earliest, day) : earliest),
    Number.POSITIVE_INFINITY,
  );
  if (Number.isFinite(firstPurchase)) {
    return new EmptyInputError(`no customer to score: nothing was bought on or before ${asOf}`, {
      hint: `the first purchase is of ${formatDay(firstPurchase)}; choose a later day (--as-of, or --from of rfm compare)`,
    });
  }
  return new EmptyInputError("no customer to score: no row is a purchase by a known customer", {
    hint: "rfm inspect shows what was understood and why each row was set aside",
  });
}
