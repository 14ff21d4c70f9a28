import type { Dialect } from "./dialect.ts";
import { selectedRows } from "./written-rows.ts";

/**
 * BigQuery (GoogleSQL). A sum of INT64 fails on overflow; `ROUND` of BIGNUMERIC rounds half away from zero. Quoted names and
 * texts have the same escapes. Tables are named `dataset.table` or `project.dataset.table`.
 */
export const bigquery: Dialect = {
  name: "bigquery",
  title: "BigQuery",
  names: { mark: "`", inner: "backslash", backslash: "doubled", oneLine: true },
  texts: { mark: "'", inner: "backslash", backslash: "doubled", oneLine: true },
  longestName: 300,
  unsafeInNames: null,
  fileFormats: [],
  units: (value) => `CAST(ROUND(CAST(${value} AS BIGNUMERIC) * 10000) AS INT64)`,
  day: (value) => `CAST(${value} AS DATE)`,
  dayIn: (value, zone) => `DATE(${value}, ${zone})`,
  dayLiteral: (day) => `DATE '${day}'`,
  endless: null,
  daysBetween: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
  text: (value) => `CAST(${value} AS STRING)`,
  trimmed: (text) => `TRIM(${text})`,
  lowerCase: (text) => `LOWER(${text})`,
  whole: (value) => `CAST(${value} AS INT64)`,
  total: (value) => `SUM(${value})`,
  quotient: (dividend, divisor) => `DIV(${dividend}, ${divisor})`,
  remainder: (dividend, divisor) => `MOD(${dividend}, ${divisor})`,
  money: (units) => `CAST(${units} AS NUMERIC) / 10000`,
  beside: (which, value, window) => `${which}(${value}) OVER (${window})`,
  rowsOf: selectedRows,
  apart: (query) => query,
  double: (value) => `CAST(${value} AS FLOAT64)`,
  joined: (texts) => `CONCAT(${texts.join(", ")})`,
  create: (table, key) => `CREATE TABLE ${table}${key === null ? "" : ` CLUSTER BY ${key}`} AS`,
  publishing: null,
  mark: (table, text) => `ALTER TABLE ${table} SET OPTIONS (description = ${text})`,
};
