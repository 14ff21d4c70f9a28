import type { Dialect } from "./dialect.ts";

/**
 * Spark SQL 3.4 and newer, with `spark.sql.ansi.enabled=true` (the default since 4.0): without it a cast that overflows is NULL.
 * A decimal times a whole number keeps at least six decimals, so ten before the multiplication are enough.
 * The program `spark-sql` reads line by line and splits at semicolons before it parses: it knows quotes of texts, but not of names.
 */
export const spark: Dialect = {
  name: "spark",
  title: "Spark SQL",
  names: { mark: "`", inner: "twice", backslash: "plain", oneLine: false },
  texts: { mark: "'", inner: "backslash", backslash: "doubled", oneLine: true, replacesVariables: true },
  longestName: null,
  unsafeInNames: {
    pattern: /['";\r\n]|--|\/\*|\$\{/,
    why: "spark-sql takes statements apart there, or puts a variable in, even between the quotes of a name",
  },
  fileFormats: ["parquet", "csv", "orc", "json", "delta", "iceberg"],
  units: (value) => `CAST(round(CAST(${value} AS DECIMAL(38, 10)) * 10000) AS BIGINT)`,
  day: (value) => `CAST(${value} AS DATE)`,
  dayIn: (value, zone) => `CAST(convert_timezone(${zone}, ${value}) AS DATE)`,
  dayLiteral: (day) => `DATE '${day}'`,
  endless: null,
  daysBetween: (from, to) => `datediff(${to}, ${from})`,
  text: (value) => `CAST(${value} AS STRING)`,
  trimmed: (text) => `trim(${text})`,
  lowerCase: (text) => `lower(${text})`,
  whole: (value) => `CAST(${value} AS BIGINT)`,
  total: (value) => `CAST(sum(CAST(${value} AS DECIMAL(28, 0))) AS BIGINT)`,
  quotient: (dividend, divisor) => `(${dividend}) div (${divisor})`,
  remainder: (dividend, divisor) => `(${dividend}) % (${divisor})`,
  money: (units) => `CAST(CAST(${units} AS DECIMAL(19, 0)) * 0.0001 AS DECIMAL(20, 4))`,
  beside: (which, value, window) => `${which}(${value}) OVER (${window})`,
  // A SELECT for each row would be a task for each row.
  rowsOf: (columns, rows) =>
    `  SELECT * FROM VALUES\n${rows.map((row) => `    (${row.join(", ")})`).join(",\n")}\n    AS \`written_rows\`(${columns.join(", ")})`,
  apart: (query) => query,
  double: (value) => `CAST(${value} AS DOUBLE)`,
  joined: (texts) => `concat(${texts.join(", ")})`,
  create: (table) => `CREATE TABLE ${table} AS`,
  publishing: null,
  mark: (table, text) => `COMMENT ON TABLE ${table} IS ${text}`,
};
