import { EmptyInputError } from "../../errors.ts";
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
export function placeOn(own: readonly OwnOrder[], day: number, options: PlacingOptions): PlacedCustomer | null {
  const table: OrderTable = {
    length: own.length,
    customer: new Int32Array(own.length),
    day: Int32Array.from(own, (order) => order.day),
    amount: Float64Array.from(own, (order) => order.amount),
    margin: options.ofMargin ? Float64Array.from(own, (order) => order.margin ?? 0) : null,
    customerKeys: [""],
    firstDay: own[0]?.day ?? day,
    lastDay: day,
  };
  const customers = scoredOrNone(table, { ...options, asOf: day });
  if (customers === null) return null;
  const measures = DIMENSIONS.map((dimension) => measureOf(customers, dimension)[0] as number);
  const place = segmentWith(measures, options);
  return place === null ? null : { ...place, measures, money: customers.money[0] as number };
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
