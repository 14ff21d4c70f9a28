import type { Language } from "../../language/language.ts";
import { columnsOf, type ReportColumn, type ReportSheet } from "./report-sheet.ts";

/** What every column of every sheet means, and what data files call it. */
export function definitionSheet(sheets: readonly ReportSheet[], language: Language): ReportSheet {
  const rows = sheets.flatMap(({ name, columns }) =>
    columns
      .filter((column, index) => columns.findIndex((other) => other.name === column.name) === index)
      .map((column) => ({ sheet: name, column })),
  );
  const make = columnsOf("definitions", language);
  const column = (row: number): ReportColumn | undefined => rows[row]?.column;
  return {
    name: language.words.workbook.sheets.definitions,
    length: rows.length,
    frozenColumns: 0,
    columns: [
      make("sheet", "text", (row) => rows[row]?.sheet ?? null),
      make("column", "text", (row) => column(row)?.heading ?? null),
      make("data_name", "text", (row) => (column(row)?.isOnlyHere === true ? null : column(row)?.name) ?? null),
      make("definition", "long", (row) => column(row)?.meaning ?? null, { width: 100 }),
    ],
  };
}
