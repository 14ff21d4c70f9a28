import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "../order-query.ts";
import { customersStatement } from "./customers.ts";
import { epochDays } from "./row-conditions.ts";

/**
 * The customers as they are fetched, about 30 bytes each: id, first and last purchase in days since 1970 (NULL without one),
 * purchases in the window and ever, frequency, rows, spend in 1/10,000. Customers who only got money back are among them.
 */
export function customerRowsStatement(dialect: Dialect, query: OrderQuery & CustomerRule): string {
  const name = (column: string): string => quoteName(dialect, column);
  const counts = ["orders", "orders_ever", "frequency", "entries", "spend"].map(name);
  const days = ["first_order", "last_order"].map((column) => epochDays(dialect, name(column)));
  return [
    `SELECT ${[name("customer_id"), ...days, ...counts].join(", ")}`,
    `FROM (\n${customersStatement(dialect, query, "all")}\n) ${name("customers")}`,
  ].join("\n");
}
