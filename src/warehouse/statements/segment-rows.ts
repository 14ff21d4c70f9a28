import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteTable, quoteText } from "../dialects/quote.ts";
import { stepNames } from "./step-names.ts";

/** The columns of the customers' table and of the scores that segments are summed up by, and what they are called inside. */
const MEASURES = ["days_of", "frequency_of", "spend_of"] as const;

/**
 * The columns of `rfm segments`, but for what to do, from the tables of the customers and of their scores: the definitions are those
 * of `summariseSegments`. A median is the mean of the one or two values in the middle.
 */
export function segmentsStatement(
  dialect: Dialect,
  segments: readonly string[],
  from: { readonly scores: string; readonly customers: string },
): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [names, members, ranked, sums, all] = stepNames(
    dialect,
    [from.scores, from.customers],
    ["names", "members", "ranked", "sums", "everyone"],
  );
  const [segment, people, scores, customers] = ["segment_of", "people", "scores", "customers"].map(name);
  const middle = (measure: string): string => {
    const place = name(`${measure}_place`);
    return `CASE WHEN 2 * ${place} >= ${people} AND 2 * ${place} <= ${people} + 2 THEN ${name(measure)} END`;
  };
  return [
    `WITH ${names} AS (`,
    dialect.rowsOf(
      [name("segment_name")],
      segments.map((one) => [quoteText(dialect, one)]),
    ),
    `), ${members} AS (`,
    `  SELECT ${scores}.${name("segment")} AS ${segment}, ${scores}.${name("recency_days")} AS ${name("days_of")},`,
    `    ${scores}.${name("frequency")} AS ${name("frequency_of")}, ${customers}.${name("orders")} AS ${name("orders_of")}, ${customers}.${name("spend")} AS ${name("spend_of")}`,
    `  FROM ${quoteTable(dialect, from.scores)} ${scores}`,
    `  JOIN ${quoteTable(dialect, from.customers)} ${customers} ON ${scores}.${name("customer_id")} = ${customers}.${name("customer_id")}`,
    `), ${ranked} AS (`,
    `  SELECT ${segment}, ${name("orders_of")}, ${MEASURES.map(name).join(", ")},`,
    ...MEASURES.map(
      (measure) =>
        `    row_number() OVER (PARTITION BY ${segment} ORDER BY ${name(measure)}) AS ${name(`${measure}_place`)},`,
    ),
    `    count(*) OVER (PARTITION BY ${segment}) AS ${people}`,
    `  FROM ${members}`,
    `), ${sums} AS (`,
    `  SELECT ${segment}, count(*) AS ${name("people_in")}, ${dialect.total(name("orders_of"))} AS ${name("orders_in")}, ${dialect.total(name("spend_of"))} AS ${name("spend_in")},`,
    MEASURES.map(
      (measure) => `    min(${middle(measure)}) + max(${middle(measure)}) AS ${name(`${measure}_twice`)}`,
    ).join(",\n"),
    `  FROM ${ranked} GROUP BY ${segment}`,
    `), ${all} AS (`,
    `  SELECT count(*) AS ${name("people_all")}, ${dialect.total(name("spend_of"))} AS ${name("spend_all")} FROM ${members}`,
    ")",
    "SELECT",
    columnsOf(dialect)
      .map(([column, value]) => `  ${value} AS ${name(column)}`)
      .join(",\n"),
    `FROM ${names} LEFT JOIN ${sums} ON ${names}.${name("segment_name")} = ${sums}.${segment} CROSS JOIN ${all}`,
  ].join("\n");
}

/** The columns of `rfm segments`, in their order. */
function columnsOf(dialect: Dialect): readonly (readonly [column: string, value: string])[] {
  const name = (column: string): string => quoteName(dialect, column);
  const count = (column: string): string => `COALESCE(${name(column)}, 0)`;
  const [people, orders, spend, everyone, revenue] = [
    count("people_in"),
    count("orders_in"),
    count("spend_in"),
    name("people_all"),
    name("spend_all"),
  ];
  const over = (dividend: string, divisor: string): string =>
    `${dialect.double(dividend)} / ${dialect.double(divisor)}`;
  const median = (measure: (typeof MEASURES)[number], parts: number): string =>
    `CASE WHEN ${people} > 0 THEN ${over(name(`${measure}_twice`), String(2 * parts))} END`;
  return [
    ["segment", name("segment_name")],
    ["customers", people],
    ["customer_share", `CASE WHEN ${everyone} > 0 THEN ${over(people, everyone)} END`],
    ["orders", orders],
    ["revenue", dialect.money(spend)],
    ["revenue_share", `CASE WHEN ${revenue} > 0 THEN ${over(spend, revenue)} END`],
    ["average_order_value", `CASE WHEN ${orders} > 0 THEN ${over(spend, `${orders} * 10000`)} END`],
    ["median_recency_days", median("days_of", 1)],
    ["median_frequency", median("frequency_of", 1)],
    ["median_monetary_value", median("spend_of", 10_000)],
  ];
}
