import type { ObservedPeriods } from "../../analysis/retention/observed-periods.ts";
import { NORMAL_QUANTILE } from "../../analysis/statistics/wilson.ts";
import { periodStart } from "../../basics/calendar/period.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteTable } from "../dialects/quote.ts";
import type { OrderQuery } from "../order-query.ts";
import { calendarRows } from "./calendar.ts";
import { orderRows } from "./order-rows.ts";
import { dayText } from "./row-conditions.ts";
import { stepNames } from "./step-names.ts";

/** What is counted in each period, and what of it is looked at from the period after. */
const COUNTED = ["buyers", "retained", "orders", "net", "base", "next", "kept"] as const;
const FROM_BEFORE = ["buyers", "base", "next", "kept"] as const;

/**
 * The columns of `rfm retention` from the table of {@link periodCellsStatement}: the definitions are those of `retentionOfCells`.
 * Doubles are computed in the same order of operations. The first period has one before it where the orders have an earlier row, whether that
 * counts or not: the one more thing that is asked of them.
 */
export function retentionStatement(
  dialect: Dialect,
  cells: string,
  { calendar, query }: { readonly calendar: ObservedPeriods; readonly query: OrderQuery },
): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [periods, totals, before, earlier, counted, rated] = stepNames(
    dialect,
    [cells, query.table],
    ["calendar", "totals", "totals_before", "earlier", "counted", "rated"],
  );
  const known = (column: string): string => `COALESCE(${name(column)}, 0) AS ${name(`${column}_known`)}`;
  const calendarColumns = ["label", "begins", "ends", "is_complete", "is_rated"].map(name).join(", ");
  const [number, first] = [name("number"), dialect.whole(String(calendar.first))];
  const orders = orderRows(dialect, query);
  const firstDay = periodStart(calendar.first, calendar.kind);
  return [
    `WITH ${periods} AS (\n${calendarRows(dialect, calendar)}\n), ${totals} AS (`,
    `  SELECT ${name("period")} AS ${name("total_period")},`,
    ...COUNTED.map((column) => `    ${dialect.total(name(column))} AS ${name(`${column}_in`)},`),
    `    ${dialect.total(`CASE WHEN ${name("began")} = ${name("period")} THEN ${name("buyers")} ELSE 0 END`)} AS ${name("new_in")}`,
    `  FROM ${quoteTable(dialect, cells)} WHERE ${name("began")} IS NOT NULL GROUP BY ${name("period")}`,
    `), ${before} AS (`,
    `  SELECT ${name("total_period")} + 1 AS ${name("following_period")},`,
    FROM_BEFORE.map((column) => `    ${name(`${column}_in`)} AS ${name(`${column}_before`)}`).join(",\n"),
    `  FROM ${totals}`,
    `), ${earlier} AS (`,
    `  SELECT count(*) AS ${name("earlier_rows")} FROM ${orders.table} WHERE ${orders.day} < ${dayText(dialect, firstDay)}`,
    `), ${counted} AS (`,
    `  SELECT ${calendarColumns},`,
    `    CASE WHEN ${number} > ${first} OR ${name("earlier_rows")} > 0 THEN TRUE ELSE FALSE END AS ${name("has_before")},`,
    ["buyers_in", "retained_in", "orders_in", "net_in", "new_in", ...FROM_BEFORE.map((column) => `${column}_before`)]
      .map((column) => `    ${known(column)}`)
      .join(",\n"),
    `  FROM ${periods} LEFT JOIN ${totals} ON ${periods}.${name("number")} = ${totals}.${name("total_period")}`,
    `  LEFT JOIN ${before} ON ${periods}.${name("number")} = ${before}.${name("following_period")}`,
    `  CROSS JOIN ${earlier}`,
    `), ${rated} AS (`,
    `  SELECT ${calendarColumns}, ${["has_before", ...COUNTED_KNOWN].map(name).join(", ")},`,
    `    ${dialect.double(name("buyers_before_known"))} AS ${name("trials")},`,
    `    CASE WHEN ${name("is_rated")} AND ${name("buyers_before_known")} > 0 THEN ${quotient(dialect, "retained_in_known", "buyers_before_known")} END AS ${name("rate")}`,
    `  FROM ${counted}`,
    ")",
    "SELECT",
    columnsOf(dialect)
      .map(([column, value]) => `  ${value} AS ${name(column)}`)
      .join(",\n"),
    `FROM ${rated}`,
  ].join("\n");
}

const COUNTED_KNOWN = [
  "buyers_in_known",
  "retained_in_known",
  "orders_in_known",
  "net_in_known",
  "new_in_known",
  ...FROM_BEFORE.map((column) => `${column}_before_known`),
];

function quotient(dialect: Dialect, dividend: string, divisor: string): string {
  return `${dialect.double(quoteName(dialect, dividend))} / ${dialect.double(quoteName(dialect, divisor))}`;
}

/** The columns of `rfm retention`, in their order. */
function columnsOf(dialect: Dialect): readonly (readonly [column: string, value: string])[] {
  const name = (column: string): string => quoteName(dialect, column);
  const known = (column: string): string => name(`${column}_known`);
  const [customers, retained, first, before] = ["buyers_in", "retained_in", "new_in", "buyers_before"].map(known);
  const { low, high } = wilson(dialect);
  const ifRated = (condition: string, value: string): string =>
    `CASE WHEN ${name("is_rated")} AND ${condition} > 0 THEN ${value} END`;
  return [
    ["period", name("label")],
    ["first_day", name("begins")],
    ["last_day", name("ends")],
    ["complete", name("is_complete")],
    ["before", `CASE WHEN ${name("has_before")} THEN ${before} END`],
    ["customers", customers as string],
    ["retained", retained as string],
    ["lost", `CASE WHEN ${name("has_before")} AND ${name("is_complete")} THEN ${before} - ${retained} END`],
    ["new", first as string],
    ["reactivated", `${customers} - ${retained} - ${first}`],
    ["retention_rate", name("rate")],
    [
      "retention_low",
      `CASE WHEN ${retained} = 0 AND ${name("rate")} IS NOT NULL THEN ${dialect.double("0")} ELSE ${low} END`,
    ],
    [
      "retention_high",
      `CASE WHEN ${retained} = ${before} AND ${name("rate")} IS NOT NULL THEN ${dialect.double("1")} ELSE ${high} END`,
    ],
    ["churn_rate", `1 - ${name("rate")}`],
    [
      "returning_rate",
      ifRated(
        customers as string,
        `${dialect.double(`${customers} - ${first}`)} / ${dialect.double(customers as string)}`,
      ),
    ],
    ["orders", known("orders_in")],
    ["revenue", dialect.money(known("net_in"))],
    [
      "gross_revenue_retention",
      ifRated(known("base_before"), quotient(dialect, "kept_before_known", "base_before_known")),
    ],
    [
      "net_revenue_retention",
      ifRated(known("base_before"), quotient(dialect, "next_before_known", "base_before_known")),
    ],
  ];
}

/** The interval of `wilsonInterval`; NULL without a rate. */
function wilson(dialect: Dialect): { readonly low: string; readonly high: string } {
  const [rate, trials] = ["rate", "trials"].map((column) => quoteName(dialect, column));
  const [z, square] = [NORMAL_QUANTILE, NORMAL_QUANTILE * NORMAL_QUANTILE].map((value) =>
    dialect.double(String(value)),
  );
  const scale = `(1 + ${square} / ${trials})`;
  const centre = `(${rate} + ${square} / (2 * ${trials})) / ${scale}`;
  const half = `${z} / ${scale} * sqrt(${rate} * (1 - ${rate}) / ${trials} + ${square} / (4 * ${trials} * ${trials}))`;
  const bound = (sign: "+" | "-"): string => `CASE WHEN ${rate} IS NOT NULL THEN ${centre} ${sign} ${half} END`;
  return { low: bound("-"), high: bound("+") };
}
