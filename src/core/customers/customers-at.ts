import { EmptyInputError, InputError } from "../../errors.ts";
import { formatDay } from "../calendar/days.ts";
import { type Span, windowStart } from "../calendar/span.ts";
import { compareCodeUnits } from "../compare.ts";
import { LARGEST_AMOUNT } from "../money/amount.ts";
import type { OrderTable } from "../order-table.ts";
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
  readonly ids: readonly string[];
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
  /** `spend`, or the margin where the orders carry one; divided by frequency where asked for (0 where that is 0). */
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
  const windowFor = options.windowFor ?? "rfm";
  const from = firstDayThatCounts(options);
  const known = orders.customerKeys.length;
  const first = new Int32Array(known).fill(0x7fffffff);
  const last = new Int32Array(known).fill(-0x80000000);
  const purchases = new Int32Array(known);
  const ever = new Int32Array(known);
  const spend = new Float64Array(known);
  const margin = orders.margin == null ? null : new Float64Array(known);

  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    if (day > options.asOf) continue;
    const customer = orders.customer[entry] as number;
    const amount = orders.amount[entry] as number;
    if (amount > 0) {
      if (day < (first[customer] as number)) first[customer] = day;
      if (day > (last[customer] as number)) last[customer] = day;
      ever[customer] = (ever[customer] as number) + 1;
    }
    if (day < from) continue;
    const sum = (spend[customer] as number) + amount;
    if (Math.abs(sum) > LARGEST_AMOUNT) throw tooLarge();
    spend[customer] = sum;
    if (margin !== null) margin[customer] = (margin[customer] as number) + (orders.margin?.[entry] ?? 0);
    if (amount > 0) purchases[customer] = (purchases[customer] as number) + 1;
  }

  const everBought = indexesWhere(known, (customer) => (last[customer] as number) >= (first[customer] as number));
  const scored = windowFor === "fm" ? everBought : everBought.filter((customer) => (purchases[customer] as number) > 0);
  if (scored.length === 0) throw noCustomers(orders, options, everBought.length);
  const keys = orders.customerKeys;
  scored.sort((a, b) => compareCodeUnits(keys[a] as string, keys[b] as string));

  const table = {
    length: scored.length,
    asOf: options.asOf,
    windowStart: options.window === undefined ? null : from,
    windowFor,
    ids: scored.map((customer) => keys[customer] as string),
    customer: Int32Array.from(scored),
    firstOrderDay: Int32Array.from(scored, (customer) => first[customer] as number),
    lastOrderDay: Int32Array.from(scored, (customer) => last[customer] as number),
    recencyDays: Int32Array.from(scored, (customer) => options.asOf - (last[customer] as number)),
    orders: Int32Array.from(scored, (customer) => purchases[customer] as number),
    ordersEver: Int32Array.from(scored, (customer) => ever[customer] as number),
    spend: Float64Array.from(scored, (customer) => spend[customer] as number),
    outsideWindow: everBought.length - scored.length,
  };
  const days = options.frequency === "days" ? purchaseDays(orders, { from, to: options.asOf }) : null;
  const frequency = days === null ? table.orders : Int32Array.from(scored, (customer) => days[customer] as number);
  const money = margin === null ? table.spend : Float64Array.from(scored, (customer) => margin[customer] as number);
  return { ...table, frequency, monetaryValue: monetaryValues(money, frequency, options.monetary ?? "total") };
}

function indexesWhere(length: number, test: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < length; index += 1) if (test(index)) found.push(index);
  return found;
}

function monetaryValues(spend: Float64Array, frequency: Int32Array, monetary: "total" | "average"): Float64Array {
  if (monetary === "total") return spend;
  return spend.map((value, customer) => {
    const count = frequency[customer] as number;
    return count === 0 ? 0 : value / count;
  });
}

function tooLarge(): InputError {
  return new InputError("one customer's spend is too large to add up exactly", {
    hint: "check the amount column: it may hold something other than money",
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
