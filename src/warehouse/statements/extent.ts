import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { OrderQuery } from "../order-query.ts";
import { orderRows } from "./order-rows.ts";
import { epochDays } from "./row-conditions.ts";

/** How many rows a table has, whatever counts of them, and its newest day since 1970. */
export function extentStatement(dialect: Dialect, query: OrderQuery): string {
  const { table, day } = orderRows(dialect, query);
  const newest = quoteName(dialect, "newest_day");
  return `SELECT count(*) AS ${quoteName(dialect, "row_count")}, max(${epochDays(dialect, day)}) AS ${newest} FROM ${table}`;
}
