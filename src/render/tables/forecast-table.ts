import type { SegmentForecast } from "../../analysis/forecast/by-segment.ts";
import type { Forecast } from "../../analysis/forecast/forecast.ts";
import type { ForecastTotal } from "../../analysis/forecast/totals.ts";
import { DUE_STATES } from "../../analysis/forecast/usual-gaps.ts";
import { forecastDigits } from "../../analysis/steady-digits.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { CellValue, DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/** What a forecast's table needs beside the forecast. */
export interface ForecastNames {
  /** The id of a customer by the place in the order table's keys. */
  readonly idOf: (customer: number) => string;
  readonly bySegment: SegmentForecast;
}

/** Every customer's forecast, one row each, in the order of their ids. What matters most stands first. */
export function forecastTable(forecast: Forecast, { idOf, bySegment }: ForecastNames, language: Language): DataTable {
  const { customers, histories, columns, gaps } = forecast;
  const { columns: headings } = language.words.forecasting.forecast;
  const column = (
    name: (typeof FORECAST_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (row: number) => CellValue,
    rest: Pick<DataColumn, "rank" | "cells"> = {},
  ): DataColumn => ({ name, kind, heading: headings[name], at, ...rest });
  const known =
    (values: Float64Array) =>
    (row: number): number | null => {
      const value = values[row] as number;
      return Number.isNaN(value) ? null : forecastDigits(value);
    };
  const money =
    (values: Float64Array | null) =>
    (row: number): number | null => {
      const value = values?.[row];
      return value === undefined || Number.isNaN(value) ? null : forecastDigits(value / AMOUNT_SCALE);
    };
  const first = (row: number): number => histories.firstDay[row] as number;
  const silence = (row: number): number => (histories.ageDays[row] as number) - (histories.lastDays[row] as number);
  return {
    sheet: "forecast",
    length: customers.length,
    columns: [
      column("customer_id", "text", (row) => idOf(customers[row] as number)),
      column("first_order", "day", first, { rank: 4 }),
      column("last_order", "day", (row) => first(row) + (histories.lastDays[row] as number), { rank: 3 }),
      column("recency_days", "count", silence, { rank: 2 }),
      column("purchase_days", "count", (row) => (histories.repeats[row] as number) + 1, { rank: 2 }),
      column("p_order", "share", known(columns.orderProbability)),
      column("expected_orders", "number", known(columns.expectedOrders)),
      column("orders_low", "count", (row) => columns.ordersLow[row] as number, { rank: 3 }),
      column("orders_high", "count", (row) => columns.ordersHigh[row] as number, { rank: 3 }),
      column("expected_order_value", "quotient", money(columns.orderValue), { rank: 2 }),
      column("expected_spend", "quotient", money(columns.expectedSpend)),
      column("discounted_spend", "quotient", money(columns.discountedSpend), { rank: 3 }),
      column("usual_gap_days", "number", known(gaps.gapDays), { rank: 2 }),
      column("due", "text", (row) => DUE_STATES[gaps.due[row] as number] ?? null, { rank: 1 }),
      column("segment", "text", (row) => bySegment.segments[bySegment.segment[row] as number]?.name ?? null, {
        rank: 1,
      }),
      column("p_alive", "share", known(columns.aliveProbability), { rank: 4 }),
    ],
  };
}

/** For people: the forecast of each segment that has customers, and of all. */
export function segmentForecastTable(forecast: Forecast, bySegment: SegmentForecast, language: Language): DataTable {
  const { columns: headings, notScored, all } = language.words.forecasting.forecast;
  const rows: readonly { readonly name: string; readonly total: ForecastTotal }[] = [
    ...bySegment.segments.filter(({ total }) => total.customers > 0),
    ...(bySegment.notScored === null ? [] : [{ name: notScored, total: bySegment.notScored }]),
    { name: all, total: forecast.total },
  ];
  const column = rowColumns(
    rows.map(({ total }) => total),
    headings,
  );
  const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));
  return {
    length: rows.length,
    columns: [
      { name: "segment", kind: "text", heading: headings.segment, at: (row) => rows[row]?.name ?? null },
      column("customers", "count", ({ customers }) => customers),
      column("expected_buyers", "count", ({ expectedBuyers }) => rounded(expectedBuyers)),
      column("share", "share", ({ customers, expectedBuyers }) => expectedBuyers / Math.max(1, customers)),
      column("expected_orders", "count", ({ expectedOrders }) => rounded(expectedOrders)),
      column("orders_low", "count", ({ ordersLow }) => rounded(ordersLow), { rank: 1 }),
      column("orders_high", "count", ({ ordersHigh }) => rounded(ordersHigh), { rank: 1 }),
      column("expected_spend", "money", ({ expectedSpend }) => rounded(expectedSpend)),
      ...(forecast.discount === null
        ? []
        : [column("discounted_spend", "money", ({ discountedSpend }) => rounded(discountedSpend), { rank: 1 })]),
    ],
  };
}

export const FORECAST_COLUMNS = [
  "customer_id",
  "first_order",
  "last_order",
  "recency_days",
  "purchase_days",
  "p_order",
  "expected_orders",
  "orders_low",
  "orders_high",
  "expected_order_value",
  "expected_spend",
  "discounted_spend",
  "usual_gap_days",
  "due",
  "segment",
  "p_alive",
] as const;
