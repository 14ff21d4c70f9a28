import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { Span } from "../../basics/calendar/span.ts";
import { EmptyInputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { type SegmentChange, segmentChanges, sortedFlows } from "../compare/compare-snapshots.ts";
import { FlowSums } from "../compare/direction.ts";
import { earlierDay } from "../compare/earlier-day.ts";
import type { Flow, Place } from "../compare/flow.ts";
import { DIMENSIONS } from "../scores/dimension.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { type SegmentOptions, segmentCustomers } from "../segments/segment-customers.ts";

/** Who moved between segments in the period up to the as-of date: a comparison without a list of the customers. */
export interface Movement {
  readonly fromDay: number;
  readonly toDay: number;
  readonly segments: readonly string[];
  /** Flows that have a customer, those who stayed included, by place of origin and then of arrival. */
  readonly flows: readonly Flow[];
  readonly changes: readonly SegmentChange[];
}

/** Why there is no movement to show: scores by rank have no cut points to keep; or nobody had bought by the earlier day. */
export type NoMovement = "ranked" | "too early";

const SPANS: Readonly<Record<PeriodKind, Span["unit"]>> = {
  week: "weeks",
  month: "months",
  quarter: "quarters",
  year: "years",
};

/**
 * Compares the customers with those of one period earlier. Both days are scored with the later day's cut points, so that
 * the later side is what the rest of the report shows, and a move is the customer's own.
 */
export function movementOf(
  orders: OrderTable,
  later: SegmentedCustomers,
  options: SegmentOptions & { readonly period?: PeriodKind | undefined },
): Movement | NoMovement {
  return movementSince(orders, later, { ...options, fromDay: movementFrom(options) });
}

/** The day with which a report compares: one period before its as-of date. */
export function movementFrom({
  asOf,
  period = "month",
}: {
  readonly asOf: number;
  readonly period?: PeriodKind | undefined;
}): number {
  return earlierDay(asOf, { count: 1, unit: SPANS[period] });
}

/** Whether customers can be scored as of an earlier day with a later day's cut points: ranks have none. */
export function hasRanks({ scales }: Pick<SegmentedCustomers, "scales">): boolean {
  return DIMENSIONS.some((dimension) => scales[dimension].method === "ntile");
}

/** The same since an earlier day of choice. */
export function movementSince(
  orders: OrderTable,
  later: SegmentedCustomers,
  { fromDay, ...options }: SegmentOptions & { readonly fromDay: number },
): Movement | NoMovement {
  if (hasRanks(later)) return "ranked";
  const earlier = segmentedAt(orders, { ...options, asOf: fromDay, frozen: later.scales });
  return earlier === null ? "too early" : movementBetween(earlier, later, orders.customerKeys.length);
}

/** Movement between two days whose customers are indexes of the same so many keys. */
function movementBetween(earlier: SegmentedCustomers, later: SegmentedCustomers, known: number): Movement {
  const segments = later.scheme.segments.map(({ name }) => name);
  const flows = flowsBetween(earlier, later, known);
  const [fromDay, toDay] = [earlier.customers.asOf, later.customers.asOf];
  return { fromDay, toDay, segments, flows, changes: segmentChanges(segments, flows) };
}

/** The same between two days of customers who are known by their ids only. */
export function movementById(earlier: SegmentedCustomers, later: SegmentedCustomers): Movement {
  const places = new Map<string, number>();
  for (const { ids } of [earlier.customers, later.customers]) {
    for (const id of ids) if (!places.has(id)) places.set(id, places.size);
  }
  const placed = (side: SegmentedCustomers): SegmentedCustomers => ({
    ...side,
    customers: { ...side.customers, customer: Int32Array.from(side.customers.ids, (id) => places.get(id) as number) },
  });
  return movementBetween(placed(earlier), placed(later), places.size);
}

function segmentedAt(orders: OrderTable, options: SegmentOptions): SegmentedCustomers | null {
  try {
    return segmentCustomers(orders, options);
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}

const NOWHERE = -1;

/** Counts customers by where they were and where they are; both days index the same customer keys. */
function flowsBetween(earlier: SegmentedCustomers, later: SegmentedCustomers, known: number): readonly Flow[] {
  const rowBefore = rowsByCustomer(earlier, known);
  const rowAfter = rowsByCustomer(later, known);
  const { length } = later.scheme.segments;
  const places = length + OUTSIDE.length;
  const sums = Array.from({ length: places * places }, (): Sum | undefined => undefined);
  const spent = (side: SegmentedCustomers, row: number): number =>
    row === NOWHERE ? 0 : (side.customers.spend[row] as number);
  for (let customer = 0; customer < known; customer += 1) {
    const [was, is] = [rowBefore[customer] as number, rowAfter[customer] as number];
    if (was === NOWHERE && is === NOWHERE) continue;
    const from = was === NOWHERE ? arrival(earlier, later, is) : (earlier.segment[was] as number);
    const to = is === NOWHERE ? "lapsed" : (later.segment[is] as number);
    const at = placeIndex(from, length) * places + placeIndex(to, length);
    const sum = sums[at] ?? { from, to, own: new FlowSums() };
    const hasOrdered = is !== NOWHERE && (later.customers.lastOrderDay[is] as number) > earlier.customers.asOf;
    sum.own.add({ before: spent(earlier, was), after: spent(later, is) }, hasOrdered);
    sums[at] = sum;
  }
  const flows = sums.flatMap((sum) => (sum === undefined ? [] : [{ from: sum.from, to: sum.to, ...sum.own.sums }]));
  return sortedFlows(flows, length);
}

interface Sum {
  readonly from: Place;
  readonly to: Place;
  readonly own: FlowSums;
}

const OUTSIDE = ["new", "back", "lapsed"] as const;

/** A place as a number: the segments first, of which there are so many. */
function placeIndex(place: Place, segments: number): number {
  return typeof place === "number" ? place : segments + OUTSIDE.indexOf(place);
}

function rowsByCustomer({ customers }: SegmentedCustomers, known: number): Int32Array {
  const rows = new Int32Array(known).fill(NOWHERE);
  customers.customer.forEach((customer, row) => {
    rows[customer] = row;
  });
  return rows;
}

function arrival(earlier: SegmentedCustomers, later: SegmentedCustomers, row: number): "new" | "back" {
  return (later.customers.firstOrderDay[row] as number) <= earlier.customers.asOf ? "back" : "new";
}
