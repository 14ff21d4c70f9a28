import type { SegmentSummaries, SegmentSummary } from "../../analysis/segments/summarise-segments.ts";
import type { DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { segmentAdvice } from "../sentences/advice.ts";
import { rowColumns } from "./row-columns.ts";

/** Each segment's figures in the scheme's order, and last the customers whom the window leaves out, where it does. */
export function segmentTable(summaries: SegmentSummaries, language: Language): DataTable {
  const { columns } = language.words.segments;
  const rows: readonly SegmentSummary[] =
    summaries.outsideWindow === 0 ? summaries.segments : [...summaries.segments, outsideRow(summaries, language)];
  const largest = Math.max(...rows.map((row) => row.revenueShare ?? 0), 0);
  const column = rowColumns<SegmentSummary, (typeof SEGMENT_COLUMNS)[number]>(rows, columns);
  return {
    sheet: "segments",
    length: rows.length,
    columns: [
      column("segment", "text", (row) => row.segment),
      column("customers", "count", (row) => row.customers),
      column("customer_share", "share", (row) => row.customerShare),
      column("orders", "count", (row) => row.orders, { rank: 4 }),
      column("revenue", "money", (row) => row.revenue),
      column("revenue_share", "share", (row) => row.revenueShare, { headingWraps: true }),
      {
        name: "bar",
        heading: "",
        kind: "bar",
        peopleOnly: true,
        rank: 6,
        at: (row) => (largest === 0 ? 0 : (rows[row]?.revenueShare ?? 0) / largest),
      },
      column("average_order_value", "quotient", (row) => row.averageOrderValue, { rank: 5, headingWraps: true }),
      column("median_recency_days", "number", (row) => row.medianRecencyDays, { rank: 1, headingWraps: true }),
      column("median_frequency", "number", (row) => row.medianFrequency, { rank: 2, headingWraps: true }),
      column("median_monetary_value", "money", (row) => row.medianMonetaryValue, {
        rank: 3,
        headingWraps: true,
        isMedian: true,
      }),
      column("action", "text", (row) => segmentAdvice(row, summaries, language).action, { dataOnly: true }),
    ],
  };
}

function outsideRow({ outsideWindow }: SegmentSummaries, { words }: Language): SegmentSummary {
  return {
    segment: words.segments.outsideWindow,
    customers: outsideWindow,
    customerShare: null,
    orders: 0,
    revenue: 0n,
    revenueShare: null,
    averageOrderValue: null,
    revenuePerCustomer: null,
    medianRecencyDays: null,
    medianFrequency: null,
    medianMonetaryValue: null,
    medianTenureDays: null,
    meaning: words.segments.outsideWindowMeaning,
    action: "",
    avoid: "",
    measure: "",
    newcomers: false,
    family: null,
    claims: null,
    held: null,
  };
}

export const SEGMENT_COLUMNS = [
  "segment",
  "customers",
  "customer_share",
  "orders",
  "revenue",
  "revenue_share",
  "average_order_value",
  "median_recency_days",
  "median_frequency",
  "median_monetary_value",
  "action",
] as const;
