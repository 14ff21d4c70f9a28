import { backtestTable } from "../../tables/backtest-table.ts";
import { forecastTable } from "../../tables/forecast-table.ts";
import type { ReportInput } from "../report-input.ts";
import { type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** What became of customers by their earlier scores, and every customer's forecast, where the report was asked for them. */
export function outlookSheets({ outlook, language }: ReportInput): readonly ReportSheet[] {
  if (outlook === null) return [];
  const { backtest, forecast } = outlook;
  return [
    ...(backtest === null ? [] : [sheetOfTable("backtest", backtestTable(backtest.origins, language), { language })]),
    ...(forecast === null
      ? []
      : [sheetOfTable("forecast", forecastTable(forecast.forecast, forecast, language), { language })]),
  ];
}
