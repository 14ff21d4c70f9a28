import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "../order-query.ts";
import { dayConditions, orderRows } from "./order-rows.ts";
import { epochDays } from "./row-conditions.ts";

/** What a row of the statement counts, by its first column. */
export const PAUSE_KINDS = { gap: 1, longest: 2, second: 3 } as const;

/**
 * How long customers pause, in one pass over the orders: counts by days, as many rows as the history has days at most. Columns
 * in order: the kind; days; 1 where it came to a second purchase; how many; the first day since 1970 among them.
 *
 * A `gap` lies between two purchase days of a customer that follow each other, the `longest` is one per customer who has
 * any, `second` has every customer, with the days from the first purchase to the second, or to the as-of date.
 */
export function purchasePausesStatement(
  dialect: Dialect,
  query: OrderQuery,
  frequency: CustomerRule["frequency"],
): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [key, day, gap, longest, kind] = ["customer_key", "on_day", "gap_days", "longest_gap", "kind"].map(name);
  const [place, ever, after, purchases] = ["place", "days_ever", "day_after", "purchases"].map(name);
  const kinds = Object.values(PAUSE_KINDS);
  const asOf = String(query.asOf);
  const isOf = (wanted: keyof typeof PAUSE_KINDS, condition: string): string =>
    `(${kind} = ${PAUSE_KINDS[wanted]} AND ${condition})`;
  const cameBack = `(${purchases} > 1 OR ${ever} > 1)`;
  const toSecond = `CASE WHEN ${purchases} > 1 THEN 0 WHEN ${ever} > 1 THEN ${after} - ${day} ELSE ${asOf} - ${day} END`;
  const days = `CASE WHEN ${kind} = ${PAUSE_KINDS.gap} THEN ${gap} WHEN ${kind} = ${PAUSE_KINDS.longest} THEN ${longest} ELSE ${toSecond} END`;
  const happened = `CASE WHEN ${kind} = ${PAUSE_KINDS.second} AND NOT ${cameBack} THEN 0 ELSE 1 END`;
  return [
    `SELECT ${kind}, ${name("days_passed")}, ${name("happened")}, count(*) AS ${name("many")}, min(${day}) AS ${name("first_day")}`,
    "FROM (",
    `  SELECT ${kind}, ${day}, ${days} AS ${name("days_passed")}, ${happened} AS ${name("happened")}`,
    "  FROM (",
    `    SELECT ${[key, day, purchases, place, ever, after, gap].join(", ")},`,
    `      max(${gap}) OVER (PARTITION BY ${key}) AS ${longest}`,
    "    FROM (",
    pausesSelect(dialect, purchaseDaysSelect(dialect, query, frequency)),
    `    ) ${name("with_gaps")}`,
    `  ) ${name("with_longest")}`,
    `  CROSS JOIN (\n${dialect.rowsOf(
      [kind as string],
      kinds.map((value) => [String(value)]),
    )}\n  ) ${name("kinds")}`,
    `  WHERE ${isOf("gap", `${place} > 1`)}`,
    `    OR ${isOf("longest", `${place} = ${ever} AND ${ever} > 1`)}`,
    `    OR ${isOf("second", `${place} = 1`)}`,
    `) ${name("counted")}`,
    `GROUP BY ${kind}, ${name("days_passed")}, ${name("happened")}`,
  ].join("\n");
}

/** Purchase days with their place among those of the customer, and the pause before each but the first. */
function pausesSelect(dialect: Dialect, purchaseDays: string): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [key, day, before, place] = ["customer_key", "on_day", "day_before", "place"].map(name);
  const ofCustomer = `PARTITION BY ${key}`;
  const inOrder = `${ofCustomer} ORDER BY ${day}`;
  return [
    `      SELECT ${[key, day, name("purchases"), place, name("days_ever"), name("day_after")].join(", ")},`,
    `        CASE WHEN ${place} > 1 THEN ${day} - ${before} END AS ${name("gap_days")}`,
    "      FROM (",
    `        SELECT ${[key, day, name("purchases")].join(", ")},`,
    `          row_number() OVER (${inOrder}) AS ${place},`,
    `          count(*) OVER (${ofCustomer}) AS ${name("days_ever")},`,
    `          ${dialect.beside("lag", day as string, inOrder)} AS ${before},`,
    `          ${dialect.beside("lead", day as string, inOrder)} AS ${name("day_after")}`,
    `        FROM (`,
    purchaseDays,
    `        ) ${name("purchase_days")}`,
    `      ) ${name("placed")}`,
  ].join("\n");
}

/** One row per customer and day with a purchase, and how many purchases it has: one where days are counted. */
function purchaseDaysSelect(dialect: Dialect, query: OrderQuery, frequency: CustomerRule["frequency"]): string {
  const rows = orderRows(dialect, query);
  const [key, day, purchases] = ["customer_key", "on_day", "purchases"].map((column) => quoteName(dialect, column));
  const conditions = [rows.hasCustomer, ...rows.conditions, ...dayConditions(dialect, query, rows.day)];
  return [
    `          SELECT ${key}, ${day}, ${frequency === "days" ? "max(1)" : "count(*)"} AS ${purchases}`,
    "          FROM (",
    `            SELECT ${rows.customer} AS ${key}, ${epochDays(dialect, rows.day)} AS ${day}`,
    `            FROM ${rows.table}`,
    `            WHERE ${[...conditions, `${rows.amount} > 0`].join("\n              AND ")}`,
    `          ) ${quoteName(dialect, "order_rows")}`,
    `          GROUP BY ${key}, ${day}`,
  ].join("\n");
}
