import type { Lapsing, QuietInSegment } from "../../src/analysis/report/lapsing.ts";
import type { Claim } from "../../src/analysis/segments/claims.ts";
import type { Family } from "../../src/analysis/segments/family.ts";
import type { SegmentSummary } from "../../src/analysis/segments/summarise-segments.ts";

type Figures = readonly [revenue: bigint, held: readonly Claim[] | null, family: Family | null, customers?: number];

/** Segments `s0`, `s1` … of which only revenue, claims, family and, where it matters, the number of customers are told. */
export function summaries(figures: readonly Figures[]): {
  readonly segments: readonly SegmentSummary[];
  readonly hasMoney: boolean;
} {
  const segments = figures.map(
    ([revenue, held, family, customers = 1], index): SegmentSummary => ({
      segment: `s${index}`,
      customers,
      customerShare: null,
      orders: 0,
      revenue,
      revenueShare: null,
      averageOrderValue: null,
      revenuePerCustomer: null,
      medianRecencyDays: 0,
      medianFrequency: null,
      medianMonetaryValue: null,
      medianTenureDays: null,
      meaning: "",
      action: "",
      avoid: "",
      measure: "",
      newcomers: false,
      family,
      claims: null,
      held,
    }),
  );
  return { segments, hasMoney: true };
}

/** Good customers who have lapsed, of whom only is told in which segments they are. */
export function slipping(segments: readonly QuietInSegment[]): Lapsing {
  const nobody = { customers: 0, revenue: 0n, revenueShare: null, medianRecencyDays: null, segments: [] };
  return { lapseDays: 90, valuable: { ...nobody, segments }, others: nobody };
}
