import type { Concentration, ConcentrationPoint } from "../../../analysis/report/concentration.ts";
import type { Distribution } from "../../../analysis/report/distribution.ts";
import type { Lapsing, QuietCustomers } from "../../../analysis/report/lapsing.ts";
import type { Priorities } from "../../../analysis/report/priorities.ts";
import { DIMENSIONS, type Dimension } from "../../../analysis/scores/dimension.ts";
import type { DimensionScale } from "../../../analysis/scores/dimension-scale.ts";
import type { SegmentedCustomers } from "../../../analysis/segments/assign-segments.ts";
import type { SegmentSummaries } from "../../../analysis/segments/summarise-segments.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import { AMOUNT_SCALE } from "../../../basics/money/amount.ts";
import type { Language } from "../../language/language.ts";
import { segmentAdvice } from "../../sentences/advice.ts";
import { type JsonTree, moneyTree, tableTree } from "../../tables/json-tree.ts";
import { segmentTable } from "../../tables/segment-table.ts";
import type { ReportInput } from "../report-input.ts";
import { reportedId } from "../reported-id.ts";

/** What a report says of the customers as they are at the as-of date. */
export function customersJson(input: ReportInput): Readonly<Record<string, JsonTree>> {
  const { segmented, headline, segments, priorities, grid, distributions, concentration } = input.report;
  const { scales, levels, scheme } = segmented;
  return {
    headline: {
      customers: headline.customers,
      orders: headline.orders,
      revenue: headline.revenue,
      average_order_value: headline.averageOrderValue,
      returning_customers: headline.returningCustomers,
      returning_revenue_share: headline.returningRevenueShare,
    },
    scheme: scheme.name,
    levels: { ...levels },
    methods: byDimension((dimension) => scales[dimension].method),
    cut_points: byDimension((dimension) => cutPointsJson(dimension, scales[dimension])),
    segments: segmentsJson(segments, input.language),
    priorities: prioritiesJson(priorities, segmented),
    claims: claimsJson(segments),
    lapsing: lapsingJson(input.report.lapsing, segmented),
    grid: { customers: grid.customers, revenue: grid.revenue, segments: gridSegmentsJson(input.report) },
    distributions: byDimension((dimension) => distributionJson(distributions[dimension])),
    concentration: concentration === null ? null : concentrationJson(concentration),
    top_customers: topCustomersJson(input),
  };
}

/** The figures of each segment, with who its people are and what to do about them. */
function segmentsJson(summaries: SegmentSummaries, language: Language): readonly JsonTree[] {
  const figures = tableTree(segmentTable(summaries, language));
  return figures.map((row, index) => {
    const summary = summaries.segments[index];
    if (summary === undefined)
      return { ...row, revenue_per_customer: null, meaning: "", avoid: "", measure: "", family: null, claims: null }; // those outside the window
    const { meaning, avoid, measure } = segmentAdvice(summary, summaries, language);
    return {
      ...row,
      revenue_per_customer: summary.revenuePerCustomer,
      meaning,
      avoid,
      measure,
      family: summary.family,
      claims: summary.held,
    };
  });
}

/** The name of the segment that most customers of a cell are in. */
function gridSegmentsJson({ gridSegments, segmented }: ReportInput["report"]): JsonTree {
  return gridSegments.map((row) =>
    row.map((segment) => (segment === null ? null : (segmented.scheme.segments[segment]?.name ?? null))),
  );
}

function byDimension(value: (dimension: Dimension) => JsonTree): JsonTree {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, value(dimension)]));
}

/** Ascending; with nested scores one list for each group, `all` for everybody; money in currency units. */
function cutPointsJson(dimension: Dimension, { cutPoints, nested }: DimensionScale): JsonTree {
  const inUnits = (points: readonly number[]): readonly number[] =>
    dimension === "monetary" ? points.map((point) => point / AMOUNT_SCALE) : points;
  if (nested === null) return inUnits(cutPoints);
  return Object.fromEntries([...nested].map(([cell, scale]) => [cell || "all", inUnits(scale.cutPoints)]));
}

function prioritiesJson({ best, slipping, next }: Priorities, { scheme }: SegmentedCustomers): JsonTree {
  const name = (index: number | null): string | null =>
    index === null ? null : (scheme.segments[index]?.name ?? null);
  return { best: name(best), slipping: name(slipping), next: name(next) };
}

/** By which lapse gap groups are told apart in words, and why they are not. */
function claimsJson({ yardstick }: SegmentSummaries): JsonTree {
  if (yardstick === null) return null;
  const { lapseDays, repeaters, historyDays, atHalf = null, untold } = yardstick;
  const half = atHalf === null ? null : { history_days: atHalf.days, lapse_days: atHalf.lapseDays };
  if (untold === "no single orders") {
    return { lapse_days: null, repeaters: null, history_days: null, at_half: null, untold };
  }
  return { lapse_days: lapseDays, repeaters, history_days: historyDays, at_half: half, untold };
}

function lapsingJson(quiet: Lapsing | null, { scheme }: SegmentedCustomers): JsonTree {
  if (quiet === null) return null;
  const together = ({ segments, customers, revenue, revenueShare }: QuietCustomers): JsonTree => ({
    segments: segments.map(({ segment, customers: amount }) => ({
      segment: scheme.segments[segment]?.name ?? "",
      customers: amount,
    })),
    customers,
    revenue,
    revenue_share: revenueShare,
  });
  return { valuable: together(quiet.valuable), others: together(quiet.others) };
}

function distributionJson({ dimension, bins, binWidth, least, median, most, distinct }: Distribution): JsonTree {
  const inUnits = (value: number | null): JsonTree => (dimension === "monetary" ? moneyTree(value) : value);
  return {
    bin_width: inUnits(binWidth),
    least: inUnits(least),
    median: inUnits(median),
    most: inUnits(most),
    distinct,
    bins: bins.map(({ over, upTo, customers }) => ({ over: inUnits(over), up_to: inUnits(upTo), customers })),
  };
}

function concentrationJson({ points, topFifth, half, negative }: Concentration): JsonTree {
  const point = ({ customers, customerShare, revenue, revenueShare }: ConcentrationPoint): JsonTree => ({
    customers,
    customer_share: customerShare,
    revenue,
    revenue_share: revenueShare,
  });
  return { top_fifth: point(topFifth), half: point(half), negative_customers: negative, points: points.map(point) };
}

function topCustomersJson({ report, showCustomers }: ReportInput): readonly JsonTree[] {
  return report.topCustomers.map((customer) => ({
    customer_id: reportedId(customer.id, { showCustomers }),
    segment: report.segmented.scheme.segments[customer.segment]?.name ?? "",
    rfm_cell: customer.cell,
    orders: customer.orders,
    last_order: formatDay(customer.lastOrderDay),
    recency_days: customer.recencyDays,
    revenue: moneyTree(customer.spend),
  }));
}
