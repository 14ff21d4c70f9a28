/*
 * Explain: everything that a customer's scores and segment come from, the events in order and each step of the score.
 */
import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions, CustomerTable } from "../customers/customer-table.ts";
import type { Dimension } from "../scores/dimension.ts";
import { scaleFor } from "../scores/dimension-scale.ts";
import type { Method } from "../scores/method.ts";
import { DIMENSIONS, measureOf, rfmCell, scoredDimensions } from "../scores/score-customers.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { schemeScore } from "../segments/scheme.ts";
import { type OrderEvent, orderEvents, type SilenceEvent, silenceEvents } from "./events.ts";
import { type OwnOrder, type OwnSums, ownOrders } from "./one-customer.ts";

/** One measure of one customer, and the cut points either side of it. */
export interface ExplainedMeasure {
  readonly dimension: Dimension;
  readonly method: Method;
  /** Days, purchases (or days with one), or 1/10,000 of a unit. */
  readonly value: number;
  readonly score: number;
  readonly levels: number;
  /** The score as the scheme reads it. */
  readonly schemeScore: number;
  /** The value lies above `below` and not above `above`; `null` where there is no cut point on that side. */
  readonly below: number | null;
  readonly above: number | null;
}

/** Why one customer is in their segment, and what would change it. */
export interface Explanation {
  readonly id: string;
  readonly asOf: number;
  readonly cell: string;
  /** Index into the scheme's segments. */
  readonly segment: number;
  /** All purchases and dated refunds up to the as-of date, before the window too; none where only their sums are known. */
  readonly orders: readonly OwnOrder[];
  /** `null` where every order is known. */
  readonly sums: OwnSums | null;
  /** Whether the monetary value comes from the margin. */
  readonly ofMargin: boolean;
  readonly measures: readonly ExplainedMeasure[];
  /** `null` where a dimension is scored with `ntile`, which has no cut points to reach. */
  readonly events: { readonly orders: readonly OrderEvent[]; readonly silences: readonly SilenceEvent[] } | null;
}

/**
 * Explains one scored customer.
 *
 * @param customer index into the customer table
 * @param options what the measures mean, as the customers were made with
 */
export function explainCustomer(
  orders: OrderTable,
  segmented: SegmentedCustomers,
  { customer, options }: { readonly customer: number; readonly options: Omit<CustomersAtOptions, "asOf"> },
): Explanation {
  const { customers, scales, scheme } = segmented;
  const { asOf } = customers;
  const sums = customers.knows.singleOrders ? null : sumsOf(customers, customer);
  const own = { orders: ownOrders(orders, customers.customer[customer] as number, asOf), sums };
  const { window, windowFor, frequency, monetary } = options;
  const ofMargin = orders.margin != null;
  const placing = { window, windowFor, frequency, monetary, scales, scheme, ofMargin };
  const ranked = DIMENSIONS.some((dimension) => scales[dimension].method === "ntile");
  return {
    id: customers.ids[customer] as string,
    asOf,
    cell: rfmCell(segmented, customer),
    segment: segmented.segment[customer] as number,
    ...own,
    ofMargin,
    measures: scoredDimensions(segmented).map((dimension, index) =>
      explainedMeasure(segmented, { dimension, index, customer }),
    ),
    events: ranked ? null : { orders: orderEvents(own, asOf, placing), silences: silenceEvents(own, asOf, placing) },
  };
}

function sumsOf({ orders, firstOrderDay, lastOrderDay, spend, knows, hasMoney }: CustomerTable, at: number): OwnSums {
  return {
    orders: orders[at] as number,
    firstDay: knows.firstDay ? (firstOrderDay[at] as number) : null,
    lastDay: lastOrderDay[at] as number,
    spend: hasMoney ? (spend[at] as number) : null,
  };
}

function explainedMeasure(
  { customers, scales, scores, levels, scheme }: SegmentedCustomers,
  { dimension, index, customer }: { dimension: Dimension; index: number; customer: number },
): ExplainedMeasure {
  const before = DIMENSIONS.slice(0, index).map((earlier) => scores[earlier][customer] as number);
  const cutPoints = scaleFor(scales[dimension], before)?.cutPoints ?? [];
  const value = measureOf(customers, dimension)[customer] as number;
  const score = scores[dimension][customer] as number;
  return {
    dimension,
    method: scales[dimension].method,
    value,
    score,
    levels: levels[dimension],
    schemeScore: schemeScore(score, levels[dimension], scheme.levels),
    below: cutPoints.findLast((point) => point < value) ?? null,
    above: cutPoints.find((point) => point >= value) ?? null,
  };
}
