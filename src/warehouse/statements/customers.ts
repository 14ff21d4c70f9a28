import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "../order-query.ts";
import { dayConditions, orderRows } from "./order-rows.ts";
import { dayText } from "./row-conditions.ts";

/**
 * The columns of one customer, as the statement returns them. `orders` are those in the window, `orders_ever` all up to the
 * as-of date; `entries` counts rows, refunds too, in
 * the window; `spend` is in 1/10,000, inside the window.
 */
export const CUSTOMER_COLUMNS = [
  "customer_id",
  "first_order",
  "last_order",
  "orders",
  "orders_ever",
  "frequency",
  "entries",
  "spend",
] as const;

/** Which customers the statement returns: the ones that are scored, or everybody with a row that counts. */
export type Returned = "scored" | "all";

/**
 * One row per customer as of a day: the only pass over the orders. The definitions are those of `customersAt`: a purchase has an
 * amount above 0; a refund lowers spend on its own day and moves nothing else.
 */
export function customersStatement(
  dialect: Dialect,
  query: OrderQuery & CustomerRule,
  returned: Returned = "scored",
): string {
  const rows = orderRows(dialect, query);
  const name = (column: string): string => quoteName(dialect, column);
  const day = name("order_day");
  const amount = name("net_amount");
  const inWindow = query.from === null ? null : `${day} >= ${dayText(dialect, query.from)}`;
  const purchase = `${amount} > 0`;
  const counted = inWindow === null ? purchase : `${purchase} AND ${inWindow}`;
  const lastOf = query.windowFor === "rfm" ? counted : purchase;
  const ordersIn = `count(CASE WHEN ${counted} THEN 1 END)`;
  const ordersEver = `count(CASE WHEN ${purchase} THEN 1 END)`;
  const days = `count(DISTINCT CASE WHEN ${counted} THEN ${day} END)`;
  const columns: Readonly<Record<(typeof CUSTOMER_COLUMNS)[number], string>> = {
    customer_id: name("customer_key"),
    first_order: `min(CASE WHEN ${purchase} THEN ${day} END)`,
    last_order: `max(CASE WHEN ${lastOf} THEN ${day} END)`,
    orders: ordersIn,
    orders_ever: ordersEver,
    frequency: query.frequency === "days" ? days : ordersIn,
    entries: `count(CASE WHEN ${[`${amount} <> 0`, ...(inWindow === null ? [] : [inWindow])].join(" AND ")} THEN 1 END)`,
    spend: dialect.total(inWindow === null ? amount : `CASE WHEN ${inWindow} THEN ${amount} ELSE 0 END`),
  };
  const having = query.windowFor === "rfm" ? ordersIn : ordersEver;
  return [
    "SELECT",
    CUSTOMER_COLUMNS.map((column) => `  ${columns[column]} AS ${name(column)}`).join(",\n"),
    "FROM (",
    `  SELECT ${rows.customer} AS ${name("customer_key")}, ${rows.day} AS ${day}, ${rows.amount} AS ${amount}`,
    `  FROM ${rows.table}`,
    `  WHERE ${[`${rows.hasCustomer}`, ...rows.conditions, ...dayConditions(dialect, query, rows.day)].join("\n    AND ")}`,
    `) ${name("order_rows")}`,
    `GROUP BY ${name("customer_key")}`,
    ...(returned === "scored" ? [`HAVING ${having} > 0`] : []),
  ].join("\n");
}
