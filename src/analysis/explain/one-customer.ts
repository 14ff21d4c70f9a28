import { EmptyInputError } from "../../errors.ts";
import type { CustomerColumns } from "../../orders/customer-columns.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { customersAt } from "../customers/customers-at.ts";
import { scoreValue } from "../scores/dimension-scale.ts";
import { DIMENSIONS, measureOf, type Scales } from "../scores/score-customers.ts";
import { segmentOfScores } from "../segments/assign-segments.ts";
import type { Scheme } from "../segments/scheme.ts";

/** One purchase (amount > 0) or refund (< 0), in 1/10,000 of a unit. */
export interface OwnOrder {
  readonly day: number;
  readonly amount: number;
  /** What it earned, where the monetary value comes from the margin; otherwise `null`. */
  readonly margin: number | null;
}

/** All that is known of a customer where single orders are not: their sums, up to the last purchase. */
export interface OwnSums {
  /** Number of purchases, ≥ 1. */
  readonly orders: number;
  /** Civil day; `null` where it is not known. */
  readonly firstDay: number | null;
  readonly lastDay: number;
  /** 1/10,000 of a unit; `null` where there is no money. */
  readonly spend: number | null;
}

/** What a customer has done: each purchase and refund, by day, or sums in their place. */
export interface OwnHistory {
  readonly orders: readonly OwnOrder[];
  /** `null` where every order is known; the orders then are those that come after. */
  readonly sums: OwnSums | null;
}

/** The purchases and dated refunds of one customer up to a day, by day; those of one day in the table's order. */
export function ownOrders(orders: OrderTable, customer: number, asOf: number): readonly OwnOrder[] {
  const own: OwnOrder[] = [];
  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    if (orders.customer[entry] !== customer || day > asOf) continue;
    own.push({ day, amount: orders.amount[entry] as number, margin: orders.margin?.[entry] ?? null });
  }
  return own.sort((a, b) => a.day - b.day);
}

/** How a customer is to be placed: what the measures mean, the cut points, the scheme. */
export interface PlacingOptions extends Omit<CustomersAtOptions, "asOf"> {
  readonly scales: Scales;
  readonly scheme: Scheme;
  /** Whether the monetary value comes from the margin. */
  readonly ofMargin: boolean;
}

/** Scores in the order of the dimensions, and the index of their segment. */
export interface Place {
  readonly scores: readonly number[];
  readonly segment: number;
}

/** One customer on one day. */
export interface PlacedCustomer extends Place {
  /** In the order of the dimensions. */
  readonly measures: readonly number[];
  /** Spend or margin in the window, before it is divided by anything; 1/10,000 of a unit. */
  readonly money: number;
}

/**
 * Where a customer with these orders is on a day; `null` where they are not scored then (no purchase in the window), or
 * where a dimension has no cut points (`ntile`). It goes through the same functions as everyone's scores.
 */
export function placeOn(own: OwnHistory, day: number, options: PlacingOptions): PlacedCustomer | null {
  const table = own.sums === null ? tableOf(own.orders, day, options) : tableOfSums(own.sums, own.orders, day);
  const customers = scoredOrNone(table, { ...options, asOf: day });
  if (customers === null) return null;
  const measures = DIMENSIONS.map((dimension) => measureOf(customers, dimension)[0] as number);
  const place = segmentWith(measures, options);
  return place === null ? null : { ...place, measures, money: customers.money[0] as number };
}

function tableOf(own: readonly OwnOrder[], day: number, { ofMargin }: PlacingOptions): OrderTable {
  return {
    length: own.length,
    customer: new Int32Array(own.length),
    day: Int32Array.from(own, (order) => order.day),
    amount: Float64Array.from(own, (order) => order.amount),
    margin: ofMargin ? Float64Array.from(own, (order) => order.margin ?? 0) : null,
    customerKeys: [""],
    firstDay: own[0]?.day ?? day,
    lastDay: day,
  };
}

/** A table with one row per customer that has seen further orders. */
function tableOfSums(sums: OwnSums, later: readonly OwnOrder[], day: number): OrderTable {
  const lastDay = later.reduce((last, order) => Math.max(last, order.day), sums.lastDay);
  const customers: CustomerColumns = {
    length: 1,
    keys: [""],
    orders: Int32Array.of(sums.orders + later.length),
    lastDay: Int32Array.of(lastDay),
    firstDay: sums.firstDay === null ? null : Int32Array.of(sums.firstDay),
    spend: sums.spend === null ? null : Float64Array.of(later.reduce((sum, order) => sum + order.amount, sums.spend)),
  };
  const none = new Int32Array(0);
  return {
    ...{ length: 0, customer: none, day: none, amount: new Float64Array(0), customers, customerKeys: [""] },
    ...{ firstDay: sums.firstDay ?? lastDay, lastDay: day },
  };
}

/** The scores and the segment of three measures; `null` where a dimension has no cut points. */
export function segmentWith(
  measures: readonly number[],
  { scales, scheme }: Pick<PlacingOptions, "scales" | "scheme">,
): Place | null {
  const scores: number[] = [];
  for (const [index, dimension] of DIMENSIONS.entries()) {
    const score = scoreValue(scales[dimension], measures[index] as number, scores);
    if (score === null) return null;
    scores.push(score);
  }
  const [recency = 1, frequency = 1, monetary = 1] = scores;
  const levels = {
    recency: scales.recency.levels,
    frequency: scales.frequency.levels,
    monetary: scales.monetary.levels,
  };
  return { scores, segment: segmentOfScores(scheme, levels, { recency, frequency, monetary }) };
}

function scoredOrNone(table: OrderTable, options: CustomersAtOptions): ReturnType<typeof customersAt> | null {
  try {
    return customersAt(table, options);
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}
