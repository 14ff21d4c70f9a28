import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { OrderQuery } from "../order-query.ts";
import { type OrderRows, orderRows } from "./order-rows.ts";
import { epochDays } from "./row-conditions.ts";

/**
 * All rows of the table, counted by what decides whether they are used: a group per day, status and currency. From it come the
 * as-of date, the statuses and currencies that occur, and what was left out and why. Columns in order: days since 1970 (NULL
 * without a date), status and currency as they are written (NULL where blank), 1 with a customer, 2 where another column than the first says who that is, 1 where the conditions
 * hold, 1 with an amount, the sign of the amount, the rows, the sum of their amounts in 1/10,000; the rows of which a part was
 * refunded, and these parts in all, which the amounts no longer hold.
 */
export function overviewStatement(dialect: Dialect, query: OrderQuery): string {
  const rows = orderRows(dialect, { ...query, statuses: null, currency: null });
  const name = (column: string): string => quoteName(dialect, column);
  const [day, status, currency, hasCustomer, isWanted, hasAmount, amount] = [
    "order_day",
    "order_status",
    "order_currency",
    "has_customer",
    "is_wanted",
    "has_amount",
    "net_amount",
  ].map(name);
  const taken = name("refunded_part");
  const sign = `CASE WHEN ${amount} > 0 THEN 1 WHEN ${amount} < 0 THEN -1 ELSE 0 END`;
  const groups = [day, status, currency, hasCustomer, isWanted, hasAmount].join(", ");
  const flag = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  return [
    "SELECT",
    `  ${epochDays(dialect, day as string)}, ${status}, ${currency}, ${hasCustomer}, ${isWanted}, ${hasAmount}, ${sign},`,
    `  count(*) AS ${name("entries")}, ${dialect.total(amount as string)} AS ${name("amount")},`,
    `  count(CASE WHEN ${taken} > 0 THEN 1 END) AS ${name("reduced")}, ${dialect.total(taken as string)} AS ${name("taken_off")}`,
    "FROM (",
    `  SELECT ${rows.day} AS ${day},`,
    `    ${textOrNull(dialect, query.columns.status)} AS ${status},`,
    `    ${textOrNull(dialect, query.columns.currency)} AS ${currency},`,
    `    ${customerFlag(rows)} AS ${hasCustomer},`,
    `    ${flag(rows.filters.length === 0 ? "1 = 1" : rows.filters.join(" AND "))} AS ${isWanted},`,
    `    ${flag(rows.hasAmount)} AS ${hasAmount},`,
    `    ${rows.amount} AS ${amount},`,
    `    ${rows.refunded} AS ${taken}`,
    `  FROM ${rows.table}`,
    `) ${name("order_rows")}`,
    `GROUP BY ${groups}, ${sign}`,
  ].join("\n");
}

function customerFlag({ hasOwnKey, hasCustomer }: OrderRows): string {
  const elsewhere = hasOwnKey === hasCustomer ? "" : ` WHEN ${hasCustomer} THEN 2`;
  return `CASE WHEN ${hasOwnKey} THEN 1${elsewhere} ELSE 0 END`;
}

function textOrNull(dialect: Dialect, column: string | undefined): string {
  if (column === undefined) return `CASE WHEN 1 = 0 THEN 'x' END`;
  const text = dialect.text(quoteName(dialect, column));
  return `CASE WHEN ${dialect.trimmed(text)} <> '' THEN ${text} END`;
}
