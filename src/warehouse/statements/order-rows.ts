/*
 * The statements that every engine is asked, written with a dialect's fragments: customers.ts the one pass over the orders,
 * cut-points.ts and score-table.ts what follows from it.
 */
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteTable, quoteText } from "../dialects/quote.ts";
import type { OrderQuery } from "../order-query.ts";
import { conditionSql, dayText, foldedText, foldedTexts, textList } from "./row-conditions.ts";

/** Keys that shops give to those who ordered without an account, beside a blank one. */
const GUESTS = ["", "0", "0.0"] as const;

/** The rows of the table with the expressions that all statements use; each is SQL of the dialect. */
export interface OrderRows {
  readonly table: string;
  readonly customer: string;
  readonly day: string;
  /** The amount less what was refunded, whole 1/10,000. */
  readonly amount: string;
  /** What of it was refunded, ≥ 0. */
  readonly refunded: string;
  /** Whether a row has a customer; and whether the first of the columns of keys says who. */
  readonly hasCustomer: string;
  readonly hasOwnKey: string;
  /** Whether a row has an amount. */
  readonly hasAmount: string;
  /** Conditions of the user on columns. */
  readonly filters: readonly string[];
  /** Conditions on the row itself, whatever its day: an amount, filters, currency, statuses, refunds. */
  readonly conditions: readonly string[];
}

/** How a dialect writes the rows of a query. */
export function orderRows(dialect: Dialect, query: OrderQuery): OrderRows {
  const name = (column: string): string => quoteName(dialect, column);
  const { columns, refunds } = query;
  const gross = dialect.units(name(columns.amount));
  const keys = [columns.customer, ...(columns.customerElse ?? [])].map((column) => keyColumn(dialect, name(column)));
  const day = dayOf(dialect, query);
  const hasAmount = `${name(columns.amount)} IS NOT NULL`;
  const filters = query.where.map((condition) => conditionSql(dialect, condition, { column: columns.date, day }));
  const refunded =
    columns.refunded === undefined || refunds === "ignore" ? null : refundedPart(dialect, name(columns.refunded));
  return {
    table: quoteTable(dialect, query.table),
    customer: firstKey(keys),
    day,
    amount: refunded === null ? gross : `${gross} - ${refunded}`,
    refunded: refunded ?? "0",
    hasCustomer:
      keys.length === 1 ? (keys[0]?.isFilled ?? "") : `(${keys.map(({ isFilled }) => isFilled).join(" OR ")})`,
    hasOwnKey: keys[0]?.isFilled ?? "",
    hasAmount,
    filters,
    conditions: [
      hasAmount,
      ...statusCondition(dialect, query),
      ...currencyCondition(dialect, query),
      ...filters,
      ...(refunds === "ignore" ? [`${name(columns.amount)} >= 0`] : []),
    ],
  };
}

/** A column of customers' keys. */
interface KeyColumn {
  readonly text: string;
  /** Whether the column holds a key: it is not blank, and no word for those who ordered without an account. */
  readonly isFilled: string;
}

function keyColumn(dialect: Dialect, column: string): KeyColumn {
  const text = dialect.text(column);
  return { text, isFilled: `${column} IS NOT NULL AND ${dialect.trimmed(text)} NOT IN (${textList(dialect, GUESTS)})` };
}

/** The key of the first column that has one. */
function firstKey(keys: readonly KeyColumn[]): string {
  const last = keys.at(-1)?.text ?? "";
  if (keys.length === 1) return last;
  const branches = keys.slice(0, -1).map(({ text, isFilled }) => `WHEN ${isFilled} THEN ${text}`);
  return `CASE ${branches.join(" ")} ELSE ${last} END`;
}

/** The conditions on a row's day: filters, and the as-of date. */
export function dayConditions(
  dialect: Dialect,
  { since, until, asOf }: Pick<OrderQuery, "since" | "until" | "asOf">,
  day: string,
): readonly string[] {
  const last = until === null ? asOf : Math.min(until, asOf);
  return [...(since === null ? [] : [`${day} >= ${dayText(dialect, since)}`]), `${day} <= ${dayText(dialect, last)}`];
}

function dayOf(dialect: Dialect, { columns, timeZone }: OrderQuery): string {
  const date = quoteName(dialect, columns.date);
  return timeZone === null ? dialect.day(date) : dialect.dayIn(date, quoteText(dialect, timeZone));
}

/** `CASE`, not `COALESCE`: PostgreSQL does not send that to foreign servers. */
function refundedPart(dialect: Dialect, refunded: string): string {
  return `CASE WHEN ${refunded} IS NULL THEN 0 ELSE abs(${dialect.units(refunded)}) END`;
}

function statusCondition(dialect: Dialect, { columns, statuses }: OrderQuery): readonly string[] {
  if (columns.status === undefined || statuses === null) return [];
  const column = quoteName(dialect, columns.status);
  const text = dialect.text(column);
  const folded = statuses.compared === "folded";
  const compared = folded ? foldedText(dialect, column) : text;
  const { statuses: words } = statuses;
  const list = folded ? foldedTexts(dialect, words) : textList(dialect, words);
  const blank = `${column} IS NULL OR ${dialect.trimmed(text)} = ''`;
  if (words.length === 0) return statuses.counts === "these" ? [`(${blank})`] : [];
  const operator = statuses.counts === "these" ? "IN" : "NOT IN";
  return [`(${blank} OR ${compared} ${operator} (${list}))`];
}

function currencyCondition(dialect: Dialect, { columns, currency }: OrderQuery): readonly string[] {
  if (columns.currency === undefined || currency === null) return [];
  return [`${foldedText(dialect, quoteName(dialect, columns.currency))} IN (${foldedTexts(dialect, [currency])})`];
}
