import type { DataTable } from "../../csv/writer/data-table.ts";
import type { RejectedRow } from "../../orders/rows/row-table.ts";

/** The rows that could not be read: where they stand, which value it was, and why. */
export function rejectTable(rejects: readonly RejectedRow[]): DataTable {
  const at = (row: number): RejectedRow => rejects[row] as RejectedRow;
  return {
    length: rejects.length,
    columns: [
      { name: "file", kind: "text", at: (row) => at(row).file },
      { name: "line", kind: "count", at: (row) => at(row).line },
      { name: "column", kind: "text", at: (row) => at(row).column },
      { name: "value", kind: "text", at: (row) => at(row).value },
      { name: "reason", kind: "text", at: (row) => at(row).reason },
    ],
  };
}
