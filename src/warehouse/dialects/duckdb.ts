import type { Dialect } from "./dialect.ts";
import { selectedRows } from "./written-rows.ts";

/**
 * DuckDB 1.0 and newer. Names are found in any case. `/` of whole numbers is a double, `//` is not; a sum of 64-bit numbers has
 * 128 bits, and a cast fails where the number does not fit. A decimal is widened before it is multiplied.
 */
export const duckdb: Dialect = {
  name: "duckdb",
  title: "DuckDB",
  names: { mark: '"', inner: "twice", backslash: "plain", oneLine: false },
  texts: { mark: "'", inner: "twice", backslash: "plain", oneLine: false },
  longestName: null,
  unsafeInNames: null,
  fileFormats: [],
  units: (value) => `CAST(round(CAST(${value} AS DECIMAL(38, 10)) * 10000) AS BIGINT)`,
  day: (value) => `CAST(${value} AS DATE)`,
  dayIn: (value, zone) => `CAST(timezone(${zone}, ${value}) AS DATE)`,
  dayLiteral: (day) => `DATE '${day}'`,
  endless: {
    number: (value) => `NOT isfinite(CAST(${value} AS DOUBLE))`,
    date: (value) => `NOT isfinite(${value})`,
  },
  daysBetween: (from, to) => `(${to} - ${from})`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  trimmed: (text) => `trim(${text})`,
  lowerCase: (text) => `lower(${text})`,
  whole: (value) => `CAST(${value} AS BIGINT)`,
  total: (value) => `CAST(sum(${value}) AS BIGINT)`,
  quotient: (dividend, divisor) => `(${dividend}) // (${divisor})`,
  remainder: (dividend, divisor) => `(${dividend}) % (${divisor})`,
  money: (units) => `CAST(CAST(${units} AS DECIMAL(19, 0)) * CAST(0.0001 AS DECIMAL(5, 4)) AS DECIMAL(20, 4))`,
  beside: (which, value, window) => `${which}(${value}) OVER (${window})`,
  rowsOf: selectedRows,
  apart: (query) => query,
  double: (value) => `CAST(${value} AS DOUBLE)`,
  joined: (texts) => texts.join(" || "),
  create: (table) => `CREATE TABLE ${table} AS`,
  publishing: {
    isTransactional: true,
    commentOf: ({ lastAsText, schemaAsText }) =>
      `SELECT coalesce(comment, '') FROM duckdb_tables() WHERE lower(table_name) = lower(${lastAsText}) AND lower(schema_name) = lower(${schemaAsText ?? "current_schema()"})`,
    moveTo: (fresh, { quoted, lastName }, isThere) => [
      ...(isThere ? [`DROP TABLE ${quoted}`] : []),
      `ALTER TABLE ${fresh} RENAME TO ${lastName}`,
    ],
  },
  mark: (table, text) => `COMMENT ON TABLE ${table} IS ${text}`,
};
