import type { CellValue } from "../../../csv/writer/data-table.ts";
import { repeatTable } from "../../tables/repeat-table.ts";
import type { CellKind } from "../../xlsx/sheet.ts";
import type { OverTime } from "../report-input.ts";
import { columnsOf, type ReportSheet } from "./report-sheet.ts";

/** What the value of a measure is; those that are not named are fractions. */
const KINDS: Readonly<Record<string, CellKind>> = {
  gap_days_lower_quartile: "number",
  gap_days_median: "number",
  gap_days_upper_quartile: "number",
  second_order_median_days: "number",
  lapse_days: "number",
  returning_times_as_likely: "ratio",
  returning_times_first_order: "ratio",
  five_points_more_retention_revenue: "quotient",
};

/** The figures of repeat purchase, one per row; one row that says why where there are none. */
export function repeatSheet({ language, overTime }: OverTime): ReportSheet {
  const { words } = language;
  const table = overTime.repeat === null ? { length: 0, columns: [] } : repeatTable(overTime.repeat, language);
  const make = columnsOf("repeat", language);
  const cell = (name: string, row: number): CellValue =>
    table.columns.find((column) => column.name === name)?.at(row) ?? null;
  const measure = (row: number): string => String(cell("measure", row));
  const kind = (row: number): CellKind => KINDS[measure(row)] ?? "share";
  const texts: Readonly<Record<string, string>> = words.workbook.measures;
  return {
    name: words.workbook.sheets.repeat,
    length: Math.max(1, table.length),
    columns: [
      make("figure", "text", (row) =>
        table.length === 0 ? words.workbook.noRepeat : (texts[measure(row)] ?? measure(row)),
      ),
      ...(["n", "days", "customers", "of"] as const).map((name) => make(name, "count", (row) => cell(name, row))),
      ...(["value", "low", "high"] as const).map((name) => make(name, kind, (row) => cell(name, row), { width: 16 })),
    ],
  };
}
