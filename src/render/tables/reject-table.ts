import type { DataTable } from "../../csv/writer/data-table.ts";
import type { RejectedRow } from "../../orders/rows/row-table.ts";
import type { FileUnderstanding } from "../../orders/understanding.ts";
import { sheetText } from "../../typed/typed-table.ts";

/** A file as its rejected rows name it. */
type RejectedFile = Pick<FileUnderstanding, "name" | "layout">;

/** The rows that could not be read: where they stand, which value it was, and why. A sheet is named where one was read. */
export function rejectTable(rejects: readonly RejectedRow[], files: readonly RejectedFile[]): DataTable {
  const at = (row: number): RejectedRow => rejects[row] as RejectedRow;
  const tables = new Map(files.map(({ name, layout }) => [name, layout.table]));
  const sheetAt = (row: number): string => tables.get(at(row).file)?.sheet ?? "";
  const fileAt = (row: number): string => {
    const { file } = at(row);
    const table = tables.get(file) ?? null;
    return table === null ? file : file.slice(0, file.length - sheetText(table).length);
  };
  const hasSheets = [...tables.values()].some((table) => table !== null && table.sheet !== "");
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
