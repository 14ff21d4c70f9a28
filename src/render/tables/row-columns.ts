import type { CellValue, DataColumn } from "../../csv/writer/data-table.ts";

/**
 * Makes the columns of a table whose rows are objects.
 *
 * @param headings the heading of each column by its name; left out where people do not see the table
 * @returns a column by its name, kind, the value of a row, and what else is special about it
 */
export function rowColumns<Row, Name extends string>(rows: readonly Row[], headings?: Readonly<Record<Name, string>>) {
  return (
    name: Name,
    kind: DataColumn["kind"],
    at: (row: Row) => CellValue,
    more: Partial<DataColumn> = {},
  ): DataColumn => ({
    name,
    kind,
    ...(headings === undefined ? {} : { heading: headings[name] }),
    at: (index) => {
      const row = rows[index];
      return row === undefined ? null : at(row);
    },
    ...more,
  });
}
