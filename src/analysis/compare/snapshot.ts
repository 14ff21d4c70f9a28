import { DIMENSIONS } from "../scores/dimension.ts";
import { rfmCell } from "../scores/score-customers.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/** Customers in their segments on one day: all that a comparison needs. Columns have one entry a customer. */
export interface SegmentSnapshot {
  /** Civil day number; `null` where it is not known. */
  readonly asOf: number | null;
  /** In the scheme's order. */
  readonly segments: readonly string[];
  /** Ascending by code unit. */
  readonly ids: readonly string[];
  /** Index into `segments`. */
  readonly segment: ArrayLike<number>;
  /** What monetary scores are made from; `null` where it is not known, or there are none. */
  readonly scoredBy: "spend" | "margin" | null;
  /** Net spend, whole 1/10,000 of a unit; the monetary value where it is not known what that is. */
  readonly money: Float64Array;
  readonly cells: readonly string[];
  /** The sum of the scores. */
  readonly points: ArrayLike<number>;
  /** Civil day number of the first purchase ever; `null` where it is not known. */
  readonly firstOrderDay: Int32Array | null;
  /** Civil day number of the last purchase that counts. */
  readonly lastOrderDay: Int32Array;
}

/** The snapshot of segmented customers. */
export function snapshotOf(segmented: SegmentedCustomers): SegmentSnapshot {
  const { customers, scheme, segment, scores } = segmented;
  return {
    asOf: customers.asOf,
    segments: scheme.segments.map(({ name }) => name),
    ids: customers.ids,
    segment,
    scoredBy: customers.hasMoney ? (customers.ofMargin ? "margin" : "spend") : null,
    money: customers.spend,
    cells: customers.ids.map((_, customer) => rfmCell(segmented, customer)),
    points: Int32Array.from(customers.ids, (_, customer) =>
      DIMENSIONS.reduce((sum, dimension) => sum + (scores[dimension][customer] as number), 0),
    ),
    firstOrderDay: customers.knows.firstDay ? customers.firstOrderDay : null,
    lastOrderDay: customers.lastOrderDay,
  };
}
