import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { OrderQuery } from "../order-query.ts";
import { dayConditions, orderRows } from "./order-rows.ts";
import { epochDays } from "./row-conditions.ts";
import { stepNames } from "./step-names.ts";

/**
 * The columns of the statement, in their order: those of `PeriodCell`, whose definitions these are, and the rows. Where
 * `began` is NULL the rows are those of people who never bought: money back only.
 */
export const PERIOD_CELL_COLUMNS = [
  "began",
  "period",
  "entries",
  "buyers",
  "retained",
  "last_buyers",
  "orders",
  "net",
  "base",
  "next",
  "kept",
  "retained_net",
] as const;

/**
 * Retention and cohorts in one pass over the orders: a row per period in which customers began and period in which they did
 * something. Periods are running numbers, as `periodIndex` has them; money is in 1/10,000.
 */
export function periodCellsStatement(dialect: Dialect, query: OrderQuery, kind: PeriodKind): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [activity, placed] = stepNames(dialect, [query.table], ["activity", "placed"]);
  return [
    `WITH ${activity} AS (`,
    activitySelect(dialect, query, kind),
    `), ${placed} AS (`,
    placedSelect(dialect, activity),
    ")",
    "SELECT",
    cellColumns(dialect)
      .map(([column, value]) => `  ${value} AS ${name(column)}`)
      .join(",\n"),
    `FROM ${placed}`,
    `GROUP BY ${name("began_in")}, ${name("in_period")}`,
  ].join("\n");
}

/** A row per customer and period with anything in it. */
function activitySelect(dialect: Dialect, query: OrderQuery, kind: PeriodKind): string {
  const rows = orderRows(dialect, query);
  const [key, period, amount] = ["customer_key", "in_period", "net_amount"].map((column) => quoteName(dialect, column));
  const conditions = [rows.hasCustomer, ...rows.conditions, ...dayConditions(dialect, query, rows.day)];
  return [
    `  SELECT ${key}, ${period},`,
    `    count(CASE WHEN ${amount} <> 0 THEN 1 END) AS ${quoteName(dialect, "rows_in")},`,
    `    count(CASE WHEN ${amount} > 0 THEN 1 END) AS ${quoteName(dialect, "orders_in")},`,
    `    ${dialect.total(amount as string)} AS ${quoteName(dialect, "net_in")}`,
    "  FROM (",
    `    SELECT ${rows.customer} AS ${key}, ${periodNumber(dialect, rows.day, kind)} AS ${period}, ${rows.amount} AS ${amount}`,
    `    FROM ${rows.table}`,
    `    WHERE ${conditions.join("\n      AND ")}`,
    `  ) ${quoteName(dialect, "order_rows")}`,
    `  WHERE ${amount} <> 0`,
    `  GROUP BY ${key}, ${period}`,
  ].join("\n");
}

/** The same, with what the customer did first and last, and in the rows before and after. */
function placedSelect(dialect: Dialect, activity: string): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [key, period, rows, orders, net] = ["customer_key", "in_period", "rows_in", "orders_in", "net_in"].map(
    name,
  ) as [string, string, string, string, string];
  const ofCustomer = `PARTITION BY ${key}`;
  const bought = `CASE WHEN ${orders} > 0 THEN ${period} END`;
  const beside = (which: "lag" | "lead", value: string): string =>
    dialect.beside(which, value, `${ofCustomer} ORDER BY ${period}`);
  return [
    `  SELECT ${[period, rows, orders, net].join(", ")},`,
    `    min(${bought}) OVER (${ofCustomer}) AS ${name("began_in")},`,
    `    max(${bought}) OVER (${ofCustomer}) AS ${name("last_bought_in")},`,
    `    ${beside("lag", period)} AS ${name("period_before")},`,
    `    ${beside("lag", orders)} AS ${name("orders_before")},`,
    `    ${beside("lead", period)} AS ${name("period_after")},`,
    `    ${beside("lead", net)} AS ${name("net_after")}`,
    `  FROM ${activity}`,
  ].join("\n");
}

function cellColumns(dialect: Dialect): readonly (readonly [column: string, value: string])[] {
  const name = (column: string): string => quoteName(dialect, column);
  const [period, orders, net, after] = ["in_period", "orders_in", "net_in", "net_after"].map(name) as [
    string,
    string,
    string,
    string,
  ];
  const bought = `${orders} > 0`;
  const boughtBefore = `${name("period_before")} = ${period} - 1 AND ${name("orders_before")} > 0`;
  const spends = `${bought} AND ${net} > 0`;
  const spendsAgain = `${spends} AND ${name("period_after")} = ${period} + 1`;
  const many = (condition: string): string => `count(CASE WHEN ${condition} THEN 1 END)`;
  const money = (condition: string, value: string): string =>
    dialect.total(`CASE WHEN ${condition} THEN ${value} ELSE 0 END`);
  const values: Readonly<Record<(typeof PERIOD_CELL_COLUMNS)[number], string>> = {
    began: name("began_in"),
    period,
    entries: dialect.total(name("rows_in")),
    buyers: many(bought),
    retained: many(`${bought} AND ${boughtBefore}`),
    last_buyers: many(`${bought} AND ${period} = ${name("last_bought_in")}`),
    orders: dialect.total(orders),
    net: dialect.total(net),
    base: money(spends, net),
    next: money(spendsAgain, after),
    kept: money(`${spendsAgain} AND ${after} > 0`, `CASE WHEN ${after} < ${net} THEN ${after} ELSE ${net} END`),
    retained_net: money(`${bought} AND ${boughtBefore}`, net),
  };
  return PERIOD_CELL_COLUMNS.map((column) => [column, values[column]] as const);
}

/** Far enough back that no day of an order is before it: whole parts of quotients are taken of numbers ≥ 0 only. */
const WEEKS_BACK = 200_000;

/** The running number of the period of a day, as `periodIndex` has it. */
function periodNumber(dialect: Dialect, day: string, kind: PeriodKind): string {
  if (kind === "week") {
    const days = `${epochDays(dialect, day)} + ${3 + WEEKS_BACK * 7}`; // 1970-01-01 was a Thursday
    return dialect.whole(`${dialect.quotient(days, "7")} - ${WEEKS_BACK}`);
  }
  const year = dialect.whole(`EXTRACT(YEAR FROM ${day})`);
  const month = dialect.whole(`EXTRACT(MONTH FROM ${day})`);
  if (kind === "year") return year;
  return kind === "month"
    ? dialect.whole(`${year} * 12 + ${month} - 1`)
    : dialect.whole(`${year} * 4 + ${dialect.quotient(`${month} - 1`, "3")}`);
}
