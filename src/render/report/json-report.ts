import { formatDay } from "../../core/calendar/days.ts";
import { AMOUNT_SCALE, formatAmount } from "../../core/money/amount.ts";
import { DIMENSIONS } from "../../core/scores/score-customers.ts";
import { jsonArray } from "../formats.ts";
import { retentionTable } from "../tables/retention-table.ts";
import { segmentTable } from "../tables/segment-table.ts";
import type { ReportInput } from "./blocks.ts";
import { reportedId } from "./reported-id.ts";

/** The version of the report's JSON; it rises when a key is renamed or changes its meaning, not when one is added. */
const SCHEMA_VERSION = 1;

/** A report as one JSON document. Money is in currency units with all its decimals; rates are fractions. */
export function renderJsonReport(input: ReportInput): string {
  const { report, ledger, understanding, notes, showCustomers, language } = input;
  const { segmented, headline, grid, retention } = report;
  const { customers, scales, levels, scheme } = segmented;
  const json = (value: unknown): string => JSON.stringify(value);
  const object = (fields: Readonly<Record<string, string>>): string =>
    `{${Object.entries(fields)
      .map(([key, value]) => `${json(key)}:${value}`)
      .join(",")}}`;
  const cutPoints = object(
    Object.fromEntries(
      DIMENSIONS.map((dimension) => {
        const { cutPoints, nested } = scales[dimension];
        const inUnits = (points: readonly number[]): readonly number[] =>
          dimension === "monetary" ? points.map((point) => point / AMOUNT_SCALE) : points;
        const byCell =
          nested === null ? null : [...nested].map(([cell, scale]) => [cell || "all", inUnits(scale.cutPoints)]);
        return [dimension, json(byCell === null ? inUnits(cutPoints) : Object.fromEntries(byCell))];
      }),
    ),
  );
  const setAside = ledger.setAside.map(({ reason, rows, money, file, line }) =>
    object({ reason: json(reason), rows: json(rows), money: formatAmount(money), file: json(file), line: json(line) }),
  );
  const topCustomers = report.topCustomers.map((customer) =>
    object({
      customer_id: json(reportedId(customer.id, { showCustomers })),
      segment: json(scheme.segments[customer.segment]?.name ?? ""),
      rfm_cell: json(customer.cell),
      orders: json(customer.orders),
      last_order: json(formatDay(customer.lastOrderDay)),
      recency_days: json(customer.recencyDays),
      revenue: formatAmount(customer.spend),
    }),
  );
  return `${object({
    schema_version: json(SCHEMA_VERSION),
    as_of: json(formatDay(customers.asOf)),
    window_start: json(customers.windowStart === null ? null : formatDay(customers.windowStart)),
    currency: json(understanding.currency === "" ? null : understanding.currency),
    files: json(understanding.files.map(({ name, bytes, rows }) => ({ name, bytes, rows }))),
    ledger: object({
      rows: json(ledger.rows),
      money: formatAmount(ledger.money),
      used_rows: json(ledger.usedRows),
      used_money: formatAmount(ledger.usedMoney),
      orders: json(ledger.purchases),
      refunds: json(ledger.refunds),
      set_aside: `[${setAside.join(",")}]`,
    }),
    headline: object({
      customers: json(headline.customers),
      orders: json(headline.orders),
      revenue: formatAmount(headline.revenue),
      average_order_value: json(headline.averageOrderValue),
      returning_customers: json(headline.returningCustomers),
      returning_revenue_share: json(headline.returningRevenueShare),
    }),
    scheme: json(scheme.name),
    levels: json(levels),
    methods: json(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, scales[dimension].method]))),
    cut_points: cutPoints,
    segments: jsonArray(segmentTable(report.segments, language)),
    grid: object({
      customers: json(grid.customers),
      revenue: `[${grid.revenue.map((row) => `[${row.map(formatAmount).join(",")}]`).join(",")}]`,
    }),
    retention: jsonArray(retentionTable(retention, language)),
    top_customers: `[${topCustomers.join(",")}]`,
    notes: json(notes),
  })}\n`;
}
