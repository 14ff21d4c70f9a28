import type { Backtest } from "../../../analysis/backtest/backtest.ts";
import type { ReturnRow } from "../../../analysis/backtest/return-table.ts";
import { DUE_STATES } from "../../../analysis/forecast/usual-gaps.ts";
import type { Language } from "../../language/language.ts";
import { backtestTable } from "../../tables/backtest-table.ts";
import { forecastTable } from "../../tables/forecast-table.ts";
import type { ReportInput } from "../report-input.ts";
import { inWords, type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** What became of customers by their earlier scores, and every customer's forecast, where the report was asked for them. */
export function outlookSheets({ outlook, language }: ReportInput): readonly ReportSheet[] {
  if (outlook === null) return [];
  const { backtest, forecast } = outlook;
  return [
    ...(backtest === null ? [] : [backtestSheet(backtest, language)]),
    ...(forecast === null ? [] : [forecastSheet(forecast, language)]),
  ];
}

function forecastSheet(
  named: NonNullable<NonNullable<ReportInput["outlook"]>["forecast"]>,
  language: Language,
): ReportSheet {
  const { forecast } = named;
  const { dueStates } = language.words.workbook;
  const state = (row: number): string | null => {
    const due = DUE_STATES[forecast.gaps.due[row] as number];
    return due === undefined ? null : dueStates[due];
  };
  const sheet = sheetOfTable("forecast", forecastTable(forecast, named, language), { language });
  return inWords(sheet, { due: state });
}

function backtestSheet({ origins }: Backtest, language: Language): ReportSheet {
  const { groups } = language.words.forecasting.backtest;
  const rows = origins.flatMap((origin) => origin.rows);
  const sheet = sheetOfTable("backtest", backtestTable(origins, language), { language });
  return inWords(sheet, { group: (row) => groups[(rows[row] as ReturnRow).group] });
}
