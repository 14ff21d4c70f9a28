import type { Dialect } from "./dialect.ts";
import { selectedRows } from "./written-rows.ts";

/**
 * Snowflake. Names without quotes are folded to capitals; quoted ones are exact, so a table that was created without quotes is
 * written `ORDERS`. NUMBER is exact, rounds half away from zero, and fails where a number does not fit.
 */
export const snowflake: Dialect = {
  name: "snowflake",
  title: "Snowflake",
  names: { mark: '"', inner: "twice", backslash: "plain", oneLine: false },
  texts: { mark: "'", inner: "backslash", backslash: "doubled", oneLine: true },
  longestName: 255,
  unsafeInNames: null,
  fileFormats: [],
  units: (value) => `CAST(ROUND(CAST(${value} AS NUMBER(38, 10)) * 10000) AS NUMBER(19, 0))`,
  day: (value) => `CAST(${value} AS DATE)`,
  dayIn: (value, zone) => `CAST(CONVERT_TIMEZONE(${zone}, ${value}) AS DATE)`,
  dayLiteral: (day) => `DATE '${day}'`,
  endless: null,
  daysBetween: (from, to) => `DATEDIFF('day', ${from}, ${to})`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  trimmed: (text) => `TRIM(${text})`,
  lowerCase: (text) => `LOWER(${text})`,
  whole: (value) => `CAST(${value} AS NUMBER(19, 0))`,
  total: (value) => `CAST(SUM(${value}) AS NUMBER(19, 0))`,
  quotient: (dividend, divisor) => `FLOOR((${dividend}) / (${divisor}))`,
  remainder: (dividend, divisor) => `MOD(${dividend}, ${divisor})`,
  money: (units) => `CAST(${units} * 0.0001 AS NUMBER(20, 4))`,
  beside: (which, value, window) => `${which}(${value}) OVER (${window})`,
  rowsOf: selectedRows,
  apart: (query) => query,
  double: (value) => `CAST(${value} AS DOUBLE)`,
  joined: (texts) => texts.join(" || "),
  create: (table) => `CREATE TABLE ${table} AS`,
  publishing: null,
  mark: (table, text) => `COMMENT ON TABLE ${table} IS ${text}`,
};
