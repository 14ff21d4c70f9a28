import type { Dialect } from "./dialect.ts";
import { selectedRows } from "./written-rows.ts";

/**
 * ClickHouse 23 and newer. Names are exact; an alias can hide a column, so inner names differ from outer ones. A table's key cannot be NULL. A sum of 64-bit
 * numbers and a cast of a whole number wrap silently; through `Decimal` they fail. `Date32` reaches from 1900 to 2299.
 */
export const clickhouse: Dialect = {
  name: "clickhouse",
  title: "ClickHouse",
  names: { mark: "`", inner: "backslash", backslash: "doubled", oneLine: false },
  texts: { mark: "'", inner: "backslash", backslash: "doubled", oneLine: false },
  longestName: null,
  unsafeInNames: null,
  fileFormats: [],
  units: (value) => `toInt64(round(toDecimal256(${value}, 10) * 10000))`,
  day: (value) => `toDate32(${value})`,
  dayIn: (value, zone) => `toDate32(${value}, ${zone})`,
  dayLiteral: (day) => `toDate32('${day}')`,
  endless: null,
  daysBetween: (from, to) => `dateDiff('day', ${from}, ${to})`,
  text: (value) => `ifNull(toString(${value}), '')`,
  trimmed: (text) => `trimBoth(${text})`,
  lowerCase: (text) => `lowerUTF8(${text})`,
  whole: (value) => `toInt64(${value})`,
  total: (value) => `toInt64(toDecimal256(sum(toInt128(${value})), 0))`,
  quotient: (dividend, divisor) => `intDiv(${dividend}, ${divisor})`,
  remainder: (dividend, divisor) => `modulo(${dividend}, ${divisor})`,
  money: (units) => `toDecimal128(${units}, 4) / 10000`,
  beside: (which, value, window) =>
    `${which}InFrame(${value}) OVER (${window} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`,
  rowsOf: selectedRows,
  apart: (query) => query,
  double: (value) => `toFloat64(${value})`,
  joined: (texts) => `concat(${texts.join(", ")})`,
  create: (table, key) => `CREATE TABLE ${table} ENGINE = MergeTree ORDER BY ${key ?? "tuple()"} AS`,
  publishing: {
    isTransactional: false,
    commentOf: ({ lastAsText, schemaAsText }) =>
      `SELECT comment FROM system.tables WHERE name = ${lastAsText} AND database = ${schemaAsText ?? "currentDatabase()"}`,
    moveTo: (fresh, { quoted }, isThere) =>
      isThere
        ? [`EXCHANGE TABLES ${fresh} AND ${quoted}`, `DROP TABLE ${fresh}`]
        : [`RENAME TABLE ${fresh} TO ${quoted}`],
  },
  mark: (table, text) => `ALTER TABLE ${table} MODIFY COMMENT ${text}`,
};
