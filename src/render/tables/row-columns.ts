import type { CellValue, DataColumn } from "../../csv/writer/data-table.ts";

/**
 * Makes the columns of a table whose rows are objects.
 *
 * @param headings the heading of each column by its name
 * @returns a column by its name, kind, the value of a row, and its rank: the higher, the sooner it is hidden
 */
export function rowColumns<Row, Name extends string>(rows: readonly Row[], headings: Readonly<Record<Name, string>>) {
  return (name: Name, kind: DataColumn["kind"], at: (row: Row) => CellValue, rank = 0): DataColumn => ({
    name,
    kind,
    heading: headings[name],
    rank,
    at: (index) => {
      const row = rows[index];
      return row === undefined ? null : at(row);
    },
  });
}
