import type { Dialect } from "./dialect.ts";

/** Rows as one SELECT each, which every engine takes. */
export const selectedRows: Dialect["rowsOf"] = (columns, rows) =>
  rows
    .map((row) => `  SELECT ${row.map((value, at) => `${value} AS ${columns[at]}`).join(", ")}`)
    .join("\n  UNION ALL\n");
