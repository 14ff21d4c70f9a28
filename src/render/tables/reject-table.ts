import type { DataTable } from "../../csv/writer/data-table.ts";
import type { RejectedRow } from "../../orders/rows/row-table.ts";
import type { FileUnderstanding } from "../../orders/understanding.ts";
import { sheetText } from "../../typed/typed-table.ts";

/** A file as its rejected rows name it. */
type RejectedFile = Pick<FileUnderstanding, "name" | "layout">;

/** The rows that could not be read: where they stand, which value it was, and why. A sheet is named where one was read. */
export function rejectTable(rejects: readonly RejectedRow[], files: readonly RejectedFile[]): DataTable {
  const at = (row: number): RejectedRow => rejects[row] as RejectedRow;
  const sheets = new Map(files.map(({ name, layout }) => [name, layout.table?.sheet ?? ""]));
  const sheetAt = (row: number): string => sheets.get(at(row).file) ?? "";
  const fileAt = (row: number): string => {
    const { file } = at(row);
    return file.slice(0, file.length - sheetText(sheetAt(row)).length);
  };
  const hasSheets = [...sheets.values()].some((sheet) => sheet !== "");
  return {
    sheet: "rejects",
    length: rejects.length,
    columns: [
      { name: "file", kind: "text", at: fileAt },
      ...(hasSheets ? [{ name: "sheet", kind: "text", at: sheetAt } as const] : []),
      { name: "line", kind: "count", at: (row) => at(row).line },
      { name: "column", kind: "text", at: (row) => at(row).column },
      { name: "value", kind: "text", at: (row) => at(row).value },
      { name: "reason", kind: "text", at: (row) => at(row).reason },
    ],
  };
}
