import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { CellValue, DataTable } from "../../csv/writer/data-table.ts";

/**
 * A table with its rows sorted by one column, ascending; descending with `-` in front of the name. Missing values come
 * last, and equal rows keep their order. Without a name, or with one that the table does not have, it stays as it is.
 */
export function sortRows(table: DataTable, sort: string | undefined): DataTable {
  const column = table.columns.find(({ name }) => name === sort?.replace(/^-/, ""));
  if (sort === undefined || column === undefined) return table;
  const direction = sort.startsWith("-") ? -1 : 1;
  const keys = Array.from({ length: table.length }, (_, row) => column.at(row));
  const order = Int32Array.from(keys.keys()).sort(
    (a, b) => compareCells(keys[a] ?? null, keys[b] ?? null, direction) || a - b,
  );
  return {
    ...table,
    columns: table.columns.map((one) => ({ ...one, at: (row) => one.at(order[row] as number), cells: undefined })),
  };
}

function compareCells(a: CellValue, b: CellValue, direction: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  if (typeof a === "string" && typeof b === "string") return direction * compareCodeUnits(a, b);
  if (a === b) return 0;
  return direction * (a < b ? -1 : 1);
}
