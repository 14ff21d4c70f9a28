import { LADDER_RUNGS } from "../../analysis/retention/purchase-ladder.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "../order-query.ts";
import { dayConditions, orderRows } from "./order-rows.ts";
import { epochDays } from "./row-conditions.ts";

/** The sums before the rungs, in their order: those of `ClimbCounts`, whose definitions these are. */
export const CLIMB_COLUMNS = [
  "customers",
  "returning_customers",
  "lapsed",
  "revenue",
  "from_returning",
  "bought",
  "first_orders",
  "first_of_returning",
] as const;

/** What the statement takes from elsewhere. */
export interface ClimbRule {
  readonly frequency: CustomerRule["frequency"];
  /** Days after which a customer counts as lapsed; may be a fraction. */
  readonly lapseDays: number;
}

/**
 * How far customers come from purchase to purchase and what they spend, in one row and one pass over the orders:
 * {@link CLIMB_COLUMNS}, then for each rung of the ladder the customers, those who have had the time for the next, and those of
 * them who made it.
 */
export function purchaseClimbStatement(dialect: Dialect, query: OrderQuery, rule: ClimbRule): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [key, day, purchases, upTo] = ["customer_key", "on_day", "purchases", "purchases_up_to"].map(name);
  const carried = [key, day, purchases, name("bought_on"), name("first_value"), name("net_on")].join(", ");
  return [
    "SELECT",
    [...sumColumns(dialect, query, rule), ...rungColumns(dialect, query, rule)]
      .map(([column, value]) => `  ${value} AS ${name(column)}`)
      .join(",\n"),
    "FROM (",
    `  SELECT ${carried},`,
    `    ${dialect.whole(`sum(${purchases}) OVER (PARTITION BY ${key} ORDER BY ${day} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`)} AS ${upTo},`,
    `    ${dialect.whole(`sum(${purchases}) OVER (PARTITION BY ${key})`)} AS ${name("purchases_ever")}`,
    "  FROM (",
    daysSelect(dialect, query, rule),
    `  ) ${name("customer_days")}`,
    `) ${name("climbing")}`,
  ].join("\n");
}

type Column = readonly [name: string, value: string];

/** The first day with a purchase is where no purchase lies before it; the last one where none is left. */
function sumColumns(dialect: Dialect, query: OrderQuery, { lapseDays }: ClimbRule): readonly Column[] {
  const name = (column: string): string => quoteName(dialect, column);
  const [purchases, upTo, ever] = ["purchases", "purchases_up_to", "purchases_ever"].map(name);
  const isFirst = `${purchases} > 0 AND ${upTo} = ${purchases}`;
  const isLast = `${purchases} > 0 AND ${upTo} = ${ever}`;
  const many = (condition: string): string => `count(CASE WHEN ${condition} THEN 1 END)`;
  const money = (condition: string, column: string): string =>
    dialect.total(`CASE WHEN ${condition} THEN ${name(column)} ELSE 0 END`);
  const values: Readonly<Record<(typeof CLIMB_COLUMNS)[number], string>> = {
    customers: many(isFirst),
    returning_customers: many(`${isFirst} AND ${ever} > 1`),
    lapsed: many(`${isLast} AND ${name("on_day")} < ${query.asOf - Math.floor(lapseDays)}`),
    revenue: money(`${ever} > 0`, "net_on"),
    from_returning: money(`${ever} > 1`, "net_on"),
    bought: money(`${ever} > 0`, "bought_on"),
    first_orders: money(isFirst, "first_value"),
    first_of_returning: money(`${isFirst} AND ${ever} > 1`, "first_value"),
  };
  return CLIMB_COLUMNS.map((column) => [column, values[column]] as const);
}

/** A customer's n-th purchase is on the day by which they have made so many, and not on the one before. */
function rungColumns(dialect: Dialect, query: OrderQuery, { lapseDays }: ClimbRule): readonly Column[] {
  const name = (column: string): string => quoteName(dialect, column);
  const [purchases, upTo, ever] = ["purchases", "purchases_up_to", "purchases_ever"].map(name);
  const hadTime = `${name("on_day")} <= ${query.asOf - Math.ceil(lapseDays)}`;
  const many = (conditions: readonly string[]): string => `count(CASE WHEN ${conditions.join(" AND ")} THEN 1 END)`;
  return Array.from({ length: LADDER_RUNGS }, (_, index) => index + 1).flatMap((n): readonly Column[] => {
    const isNth = `${upTo} >= ${n} AND ${upTo} - ${purchases} < ${n}`;
    return [
      [`rung_${n}`, many([isNth])],
      [`had_time_${n}`, many([isNth, hadTime])],
      [`again_${n}`, many([isNth, hadTime, `${ever} > ${n}`])],
    ];
  });
}

/** One row per customer and day: purchases (one at most where days are counted), what they brought, and all that moved. */
function daysSelect(dialect: Dialect, query: OrderQuery, { frequency }: ClimbRule): string {
  const rows = orderRows(dialect, query);
  const name = (column: string): string => quoteName(dialect, column);
  const [key, day, amount] = ["customer_key", "on_day", "net_amount"].map(name) as [string, string, string];
  const conditions = [rows.hasCustomer, ...rows.conditions, ...dayConditions(dialect, query, rows.day)];
  const bought = `CASE WHEN ${amount} > 0 THEN ${amount} ELSE 0 END`;
  const isPurchase = `CASE WHEN ${amount} > 0 THEN 1 ELSE 0 END`;
  const first = frequency === "days" ? dialect.total(bought) : `max(${bought})`;
  return [
    `    SELECT ${key}, ${day},`,
    `      ${frequency === "days" ? `max(${isPurchase})` : dialect.total(isPurchase)} AS ${name("purchases")},`,
    `      ${dialect.total(bought)} AS ${name("bought_on")},`,
    `      ${first} AS ${name("first_value")},`,
    `      ${dialect.total(amount)} AS ${name("net_on")}`,
    "    FROM (",
    `      SELECT ${rows.customer} AS ${key}, ${epochDays(dialect, rows.day)} AS ${day}, ${rows.amount} AS ${amount}`,
    `      FROM ${rows.table}`,
    `      WHERE ${conditions.join("\n        AND ")}`,
    `    ) ${name("order_rows")}`,
    `    GROUP BY ${key}, ${day}`,
  ].join("\n");
}
