import { EmptyInputError } from "../../errors.ts";
import { type CustomersAtOptions, customersAt } from "../customers/customers-at.ts";
import type { OrderTable } from "../order-table.ts";
import { scoreValue } from "../scores/dimension-scale.ts";
import { DIMENSIONS, measureOf, type Scales } from "../scores/score-customers.ts";
import { segmentOfScores } from "../segments/assign-segments.ts";
import type { Scheme } from "../segments/scheme.ts";

/** One purchase (> 0) or refund (< 0), in 1/10,000 of a unit. */
export interface OwnOrder {
  readonly day: number;
  readonly amount: number;
}

/** The purchases and dated refunds of one customer up to a day, by day; those of one day in the table's order. */
export function ownOrders(orders: OrderTable, customer: number, asOf: number): readonly OwnOrder[] {
  const own: OwnOrder[] = [];
  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    if (orders.customer[entry] === customer && day <= asOf) own.push({ day, amount: orders.amount[entry] as number });
  }
  return own.sort((a, b) => a.day - b.day);
}

/** How a customer is to be placed: what the measures mean, the cut points, the scheme. */
export interface PlacingOptions extends Omit<CustomersAtOptions, "asOf"> {
  readonly scales: Scales;
  readonly scheme: Scheme;
}

/** One customer on one day: the three measures, the scores in the order of the dimensions, and the segment's index. */
export interface PlacedCustomer {
  readonly measures: readonly number[];
  readonly scores: readonly number[];
  readonly segment: number;
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
    customerKeys: [""],
    firstDay: own[0]?.day ?? day,
    lastDay: day,
  };
  const customers = scoredOrNone(table, { ...options, asOf: day });
  if (customers === null) return null;
  const measures = DIMENSIONS.map((dimension) => measureOf(customers, dimension)[0] as number);
  const scores: number[] = [];
  for (const [index, dimension] of DIMENSIONS.entries()) {
    const score = scoreValue(options.scales[dimension], measures[index] as number, scores);
    if (score === null) return null;
    scores.push(score);
  }
  const [recency = 1, frequency = 1, monetary = 1] = scores;
  const { scales, scheme } = options;
  const levels = {
    recency: scales.recency.levels,
    frequency: scales.frequency.levels,
    monetary: scales.monetary.levels,
  };
  return { measures, scores, segment: segmentOfScores(scheme, levels, { recency, frequency, monetary }) };
}

function scoredOrNone(table: OrderTable, options: CustomersAtOptions): ReturnType<typeof customersAt> | null {
  try {
    return customersAt(table, options);
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}
