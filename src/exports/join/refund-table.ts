import { withoutSheet } from "../../basics/text/place.ts";
import { InputError } from "../../errors.ts";
import { amountColumns } from "../detect/amounts/amount-columns.ts";
import { isNoRefundedColumn } from "../detect/amounts/amount-companions.ts";
import { ColumnQuestions } from "../detect/columns/column-questions.ts";
import type { AmountColumns, ColumnOptions } from "../detect/columns/columns.ts";
import { looksLikeDates } from "../detect/header/column-values.ts";
import { columnFor, columnsNamed, nameOf, onlyColumnLike, valuesOf } from "../detect/header/header-sample.ts";
import { columnOf, listedNames, namedColumn } from "../detect/header/named-columns.ts";
import { normaliseName } from "../detect/names/name-form.ts";
import { isOfRefunds } from "./is-of-refunds.ts";
import type { TableLink } from "./link-tables.ts";
import { type OrdersTable, withoutOthers } from "./orders-table.ts";
import type { Table } from "./tables.ts";

/** A table of which each row is a refund of an order, and its columns. */
export interface RefundTable {
  readonly link: TableLink;
  readonly amount: AmountColumns;
  /** The day of the refund; `null` where the table has none. */
  readonly date: number | null;
  readonly currency: number | null;
  /** The refund's own status, not its order's; `null` without one. */
  readonly status: number | null;
}

/**
 * The columns of a table of refunds.
 *
 * @returns an InputError where it has no money, or it is not clear which column holds it
 */
export function refundTable(link: TableLink, orders: OrdersTable, options: ColumnOptions): RefundTable | InputError {
  const { table, known } = link;
  const gives = known?.gives.kind === "refunds" ? known.gives : null;
  const amount = knownAmount(table, gives?.sums ?? []) ?? refundAmount(table, orders, options);
  if (amount instanceof InputError) return amount;
  return {
    link,
    amount,
    date: gives === null ? refundDate(table) : columnOf(table.header, gives.date),
    currency: orders.layouts[0]?.columns.currency == null ? null : columnFor(table, "currency"),
    status: gives === null ? refundStatus(table) : columnOf(table.header, gives.status),
  };
}

function knownAmount({ header }: Table, sums: readonly (readonly string[])[]): AmountColumns | null {
  for (const names of sums) {
    const columns = names.map((name) => columnOf(header, [name]));
    const plus = columns.filter((column) => column !== null);
    if (plus.length === names.length) return { kind: "sum", plus, minus: [], per: "line" };
  }
  return null;
}

/** As `--refunded` or `--amount` names it, by a name of refunded money, or the way amounts of orders are recognised. */
function refundAmount(table: Table, orders: OrdersTable, options: ColumnOptions): AmountColumns | InputError {
  const { refunded } = options;
  const isOfOrders =
    refunded === undefined ||
    isNoRefundedColumn(table.header, refunded) ||
    namedColumn(orders.table.header, refunded) !== null;
  const named = isOfOrders ? null : namedColumn(table.header, refunded);
  const questions = new ColumnQuestions(table);
  const column = named ?? questions.columnFor(table, "refunded", "--refunded");
  if (questions.isOpen) return questions.error();
  if (column !== null) return { kind: "sum", plus: [column], minus: [], per: "line" };
  const others = new ColumnQuestions(table);
  const amount = amountColumns(table, withoutHalfProduct(withoutOthers(table, options), options), others);
  if (amount?.kind === "product") return amount;
  if (amount?.kind === "sum") return { ...amount, per: "line" };
  if (others.isOpen && columnFor(table, "price") !== null) return others.error();
  return new InputError(
    `${table.fileName}: this is a table of refunds, and no column of refunded money was recognised (found: ${listedNames(table.header)})`,
    {
      hint: "name the refunded money with --refunded NAME; if the table only has quantities, add the money of each row, or leave the file out: spend is then before refunds",
    },
  );
}

/** Refunds of a quantity beside their money have no price: the factors that were named are the orders' then. */
function withoutHalfProduct(own: ColumnOptions, { quantity, price }: ColumnOptions): ColumnOptions {
  const isHalf = quantity !== undefined && price !== undefined && (own.quantity ?? own.price) !== undefined;
  return isHalf && (own.quantity === undefined || own.price === undefined)
    ? { ...own, quantity: undefined, price: undefined }
    : own;
}

const REFUND_WORD =
  /refund|return|credit|slip|hyvit|palaut|aterbetal|retur|kredit|erstatt|ruckzahl|rembours|avoir|reembols|devol|terugbetaal|retour/;
/** Names of what happened before the money went back, or is not about it. */
const OTHER_DAY = /order|purchase|request|expir|updat|upd\b|modif|due/;

/** The day of a refund: a date whose name speaks of refunds, then any date but the order's own and that of a change. */
function refundDate(table: Table): number | null {
  const normal = (column: number): string => normaliseName(nameOf(table, column));
  const isDate = (column: number): boolean => looksLikeDates(valuesOf(table, column), 0.5);
  const own = table.header.flatMap((_, column) =>
    REFUND_WORD.test(normal(column)) && !OTHER_DAY.test(normal(column)) && isDate(column) ? [column] : [],
  );
  const named = columnsNamed(table, "date").map(({ column }) => column);
  return (
    own[0] ??
    named.find((column) => !OTHER_DAY.test(normal(column)) && isDate(column)) ??
    named.find(isDate) ??
    onlyColumnLike(table, "date")
  );
}

/** The refund's own status: not that of its order or of a payment. */
function refundStatus(table: Table): number | null {
  const own = table.header.findIndex((name) =>
    /^(?:refund|return|credit ?memo) (?:status|state)$/.test(normaliseName(name)),
  );
  if (own >= 0) return own;
  return (
    columnsNamed(table, "status").find(({ column }) => normaliseName(nameOf(table, column)) === "status")?.column ??
    null
  );
}

/** The error for a table of refunds that names no order of other tables. */
export function refundsWithoutOrders({ fileName, header }: Table, others: readonly Table[]): InputError {
  const orders = others.map((other) => other.fileName).join(", ");
  return new InputError(
    `${fileName}: this is a table of refunds, and no column of it names an order in ${orders} (found: ${listedNames(header)})`,
    {
      hint: `name the column of the orders' ids: --join ${withoutSheet(fileName)}:COLUMN, or leave the file out: spend is then before refunds`,
    },
  );
}

/**
 * Refuses refunds that would count as purchases: a table of refunds beside other exports whose amounts are not negative, and
 * which goes with no table of orders.
 *
 * @throws InputError that names the first
 */
export function refuseLoneRefunds(tables: readonly Table[], options: ColumnOptions): void {
  const refunds = tables.filter(isOfRefunds);
  const others = tables.filter((table) => !isOfRefunds(table));
  const lone = refunds.find((table) => !hasNegatives(table, options));
  if (lone === undefined || others.length === 0) return;
  throw refundsWithoutOrders(lone, others);
}

/** Whether the first rows of a table have an amount, and no positive one: such rows lower what a customer spent anyhow. */
function hasNegatives(table: Table, options: ColumnOptions): boolean {
  const amount = amountColumns(table, withoutOthers(table, options), new ColumnQuestions(table));
  if (amount?.kind !== "sum") return false;
  const cells = amount.plus.flatMap((column) => valuesOf(table, column)).map((cell) => cell.trim());
  return cells.some((cell) => cell !== "") && cells.every((cell) => cell === "" || /^[-−(]|[-−]$|^0/.test(cell));
}
