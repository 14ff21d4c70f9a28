import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { PurchaseOutcomes } from "../forecast/purchase-histories.ts";
import { type Dimension, rfmCells, scoredDimensions } from "../scores/score-customers.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { wilsonInterval } from "../statistics/wilson.ts";

/** What customers are told apart by. */
export const RETURN_GROUPS = [
  "recency_score",
  "frequency_score",
  "monetary_score",
  "rfm_cell",
  "segment",
  "all",
] as const;
export type ReturnGroup = (typeof RETURN_GROUPS)[number];

/** What became of the customers of one score, cell or segment in the days after they were scored. */
export interface ReturnRow {
  readonly group: ReturnGroup;
  /** The score, the cell or the segment; "" for all. */
  readonly value: string;
  readonly customers: number;
  /** Those who ordered in the horizon. */
  readonly returned: number;
  /** returned / customers with its Wilson 95 % interval; `null` without a customer. */
  readonly returnRate: number | null;
  readonly returnLow: number | null;
  readonly returnHigh: number | null;
  /** Purchase days in the horizon. */
  readonly orders: number;
  /** Purchases minus refunds dated in the horizon, 1/10,000 of a currency unit. */
  readonly revenue: bigint;
  /** In currency units; `null` without a customer. */
  readonly revenuePerCustomer: number | null;
}

const SCORE_GROUPS: Readonly<Record<Dimension, ReturnGroup>> = {
  recency: "recency_score",
  frequency: "frequency_score",
  monetary: "monetary_score",
};

/**
 * What became of every score (the highest first, those without a customer left out), every cell that has a customer (the
 * highest first), every segment in the scheme's order, and of all. The customers of each group add up to all.
 */
export function returnTable(segmented: SegmentedCustomers, outcomes: PurchaseOutcomes): readonly ReturnRow[] {
  const { scores, scheme, segment } = segmented;
  const byScore = scoredDimensions(segmented).flatMap((dimension) => {
    const tally = tallied(scores[dimension], outcomes);
    return descending(tally).map(([score, sums]) => rowOf(SCORE_GROUPS[dimension], String(score), sums));
  });
  const cells = rfmCells(segmented);
  const byCell = descending(tallied(cells.codes, outcomes)).map(([code, sums]) =>
    rowOf("rfm_cell", cells.texts[code] ?? "", sums),
  );
  const inSegments = tallied(segment, outcomes);
  const bySegment = scheme.segments.map(({ name }, index) =>
    rowOf("segment", name, inSegments.get(index) ?? new Sums()),
  );
  const all = tallied(new Uint8Array(segment.length), outcomes).get(0) ?? new Sums();
  return [...byScore, ...byCell, ...bySegment, rowOf("all", "", all)];
}

class Sums {
  customers = 0;
  returned = 0;
  orders = 0;
  readonly revenue = new ExactSum();
}

function tallied(codes: Uint8Array | Uint16Array, { purchaseDays, revenue }: PurchaseOutcomes): Map<number, Sums> {
  const byCode: Sums[] = [];
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] as number;
    let sums = byCode[code];
    if (sums === undefined) {
      sums = new Sums();
      byCode[code] = sums;
    }
    const orders = purchaseDays[index] as number;
    sums.customers += 1;
    sums.returned += orders > 0 ? 1 : 0;
    sums.orders += orders;
    sums.revenue.add(revenue[index] as number);
  }
  return new Map(byCode.flatMap((sums, code) => (sums === undefined ? [] : [[code, sums] as const])));
}

function descending(tally: ReadonlyMap<number, Sums>): readonly (readonly [number, Sums])[] {
  return [...tally].sort(([a], [b]) => b - a);
}

function rowOf(group: ReturnGroup, value: string, { customers, returned, orders, revenue }: Sums): ReturnRow {
  const interval = customers === 0 ? null : wilsonInterval(returned, customers);
  return {
    group,
    value,
    customers,
    returned,
    returnRate: customers === 0 ? null : returned / customers,
    returnLow: interval?.low ?? null,
    returnHigh: interval?.high ?? null,
    orders,
    revenue: revenue.value,
    revenuePerCustomer: customers === 0 ? null : Number(revenue.value) / (customers * AMOUNT_SCALE),
  };
}
