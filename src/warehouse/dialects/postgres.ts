import type { Dialect } from "./dialect.ts";
import { selectedRows } from "./written-rows.ts";

/**
 * PostgreSQL 12 and newer. Names are folded to lower case where they are not quoted. `numeric` is exact and rounds half away
 * from zero; a cast to `bigint` fails where the number does not fit. `COALESCE` is not sent to foreign servers, `CASE` is.
 */
export const postgres: Dialect = {
  name: "postgres",
  title: "PostgreSQL",
  names: { mark: '"', inner: "twice", backslash: "plain", oneLine: false },
  texts: { mark: "'", inner: "twice", backslash: "marked", oneLine: false },
  longestName: 63,
  unsafeInNames: null,
  fileFormats: [],
  units: (value) => `CAST(round(CAST(${value} AS numeric) * 10000) AS bigint)`,
  day: (value) => `CAST(${value} AS date)`,
  dayIn: (value, zone) => `CAST(${value} AT TIME ZONE ${zone} AS date)`,
  dayLiteral: (day) => `DATE '${day}'`,
  endless: {
    number: (value) => `CAST(${value} AS double precision) IN ('NaN', 'Infinity', '-Infinity')`,
    date: (value) => `NOT isfinite(${value})`,
  },
  daysBetween: (from, to) => `(${to} - ${from})`,
  text: (value) => `CAST(${value} AS text)`,
  trimmed: (text) => `btrim(${text})`,
  lowerCase: (text) => `lower(${text})`,
  whole: (value) => `CAST(${value} AS bigint)`,
  total: (value) => `CAST(sum(${value}) AS bigint)`,
  quotient: (dividend, divisor) => `(${dividend}) / (${divisor})`,
  remainder: (dividend, divisor) => `mod(${dividend}, ${divisor})`,
  money: (units) => `CAST(${units} * 0.0001 AS numeric(20, 4))`,
  beside: (which, value, window) => `${which}(${value}) OVER (${window})`,
  rowsOf: selectedRows,
  apart: (query) => `${query}\nOFFSET 0`,
  double: (value) => `CAST(${value} AS double precision)`,
  joined: (texts) => texts.join(" || "),
  create: (table) => `CREATE TABLE ${table} AS`,
  publishing: {
    isTransactional: true,
    commentOf: ({ quotedAsText }) =>
      `SELECT coalesce(obj_description(to_regclass(${quotedAsText}), 'pg_class'), '') WHERE to_regclass(${quotedAsText}) IS NOT NULL`,
    moveTo: (fresh, { quoted, lastName }, isThere) => [
      ...(isThere ? [`DROP TABLE ${quoted}`] : []),
      `ALTER TABLE ${fresh} RENAME TO ${lastName}`,
    ],
  },
  mark: (table, text) => `COMMENT ON TABLE ${table} IS ${text}`,
};
