import type { CellKind } from "../../xlsx/sheet.ts";
import type { ReportInput } from "../report-input.ts";
import { type FigureRow, settingFigures } from "./figures.ts";
import { columnsOf, type ReportSheet } from "./report-sheet.ts";

/** How the numbers were made: days, currency, scheme, method. */
export function settingsSheet(input: ReportInput): ReportSheet {
  const { language } = input;
  const rows = settingFigures(input);
  const make = columnsOf("settings", language);
  const at = (row: number): FigureRow => rows[row] as FigureRow;
  return {
    name: language.words.workbook.sheets.settings,
    length: rows.length,
    columns: [
      make("figure", "text", (row) => at(row).figure),
      make(
        "value",
        (row): CellKind => at(row).kind,
        (row) => at(row).value,
        { width: 32 },
      ),
      make("explanation", "long", (row) => at(row).explanation, { width: 80 }),
    ],
  };
}
