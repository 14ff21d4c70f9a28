/*
 * Entries: the rows of an order become an order, its refunds of later days, and what was set aside, by the rule in
 * order-rule.ts. Nearly all orders take one of three short ways: their rows are entries as they stand (row-entries.ts), add
 * up row by row (order-sums.ts), or need one look (simple-orders.ts). The others are put together by order-builder.ts.
 */
import type { RowColumns } from "../../rows/row-columns.ts";
import { DaySpan, type Days } from "../../sums/day-span.ts";
import { daysOfRows } from "./days-of-rows.ts";
import { type EntryColumns, EntryTable } from "./entry-columns.ts";
import type { EntryOptions } from "./entry-options.ts";
import { NO_ROWS, type OrderGroups, rowsByOrder } from "./groups.ts";
import { OrderBuilder } from "./order-builder.ts";
import type { BlankMargins } from "./order-margin.ts";
import { OrderSums } from "./order-sums.ts";
import { entriesOfRows } from "./row-entries.ts";
import { SimpleOrders } from "./simple-orders.ts";

/** Orders put together from rows. */
export interface BuiltEntries {
  readonly entries: EntryColumns;
  /** The days of all rows. */
  readonly days: Days;
  /** Rows of orders that have no date on any row. */
  readonly undated: readonly number[];
  /** Orders whose cost or margin is blank; `null` where no option asks for margins. */
  readonly blank: BlankMargins | null;
}

export const NO_ENTRIES: BuiltEntries = {
  entries: new EntryTable(0, 0).view(),
  days: new DaySpan(),
  undated: [],
  blank: null,
};

/** Whoever may append the entries of an order, simple ones first. */
interface Builders {
  readonly table: EntryTable;
  readonly builder: OrderBuilder;
  readonly simple: SimpleOrders;
  readonly options: EntryOptions;
}

/**
 * Puts orders together from their rows: one entry per order, per dated refund, and per reason for which rows of an order are
 * set aside.
 *
 * @throws InputError when one order id belongs to different customers on different days, or an order's totals differ
 */
export function buildEntries(rows: RowColumns, groups: OrderGroups, options: EntryOptions): BuiltEntries {
  const own = groups.areRows && options.margin === null ? entriesOfRows(rows, options.refunds) : null;
  if (own !== null) return { ...NO_ENTRIES, entries: own, days: daysOfRows(rows) };
  const sums = groups.areRows ? null : sumsOf(rows, groups, options);
  const simple = sums === null ? null : simpleEntries(rows, sums, options);
  return simple ?? buildAll(rows, sums, { groups, options });
}

/** What the rows of each order come to. */
function sumsOf(rows: RowColumns, { orderOf, orderCount }: OrderGroups, options: EntryOptions): OrderSums {
  const sums = new OrderSums(orderCount, options.isOrderTotal);
  sums.addRows(rows, orderOf);
  return sums;
}

/**
 * The entries where every row belongs to a simple order, in the rows' own columns, which nobody needs any more: there is no better
 * moment to save memory. `null` where it is not like that.
 */
function simpleEntries(
  rows: RowColumns,
  sums: OrderSums,
  { margin, needsRows, lineOf }: EntryOptions,
): BuiltEntries | null {
  if (margin !== null || needsRows || sums.rowsAlone > 0 || !sums.areSimple) return null;
  const days = daysOfRows(rows);
  const table = new EntryTable(sums.orders, 0, rows);
  for (let order = 0; order < sums.orders; order += 1) sums.appendTo(table, order, lineOf);
  return { ...NO_ENTRIES, entries: table.view(), days };
}

function buildAll(
  rows: RowColumns,
  sums: OrderSums | null,
  { groups, options }: { readonly groups: OrderGroups; readonly options: EntryOptions },
): BuiltEntries {
  const table = new EntryTable(rows.length, rows.kept.length);
  const builder = new OrderBuilder(rows, table, options);
  const simple = new SimpleOrders(rows, table, options);
  if (sums !== null) addSharedOrders(sums, groups, { table, builder, simple, options });
  for (let row = 0; row < rows.length; row += 1) {
    const isAlone = groups.areRows || (groups.orderOf[row] as number) < 0;
    if (isAlone && (options.margin !== null || !simple.addRow(row))) builder.addOrder(Int32Array.of(row));
  }
  builder.finish();
  const blank = builder.margins?.blank ?? null;
  return { entries: table.view(), days: daysOfRows(rows), undated: builder.undated, blank };
}

/** Appends the orders that rows may share: simple ones as their rows add up, the others from all their rows. */
function addSharedOrders(sums: OrderSums, { orderOf, orderCount }: OrderGroups, builders: Builders): void {
  const { table, builder, options } = builders;
  const isOther = new Uint8Array(orderCount);
  const areOthers = options.margin !== null; // margins are worked out from all rows of an order
  for (let order = 0; order < orderCount; order += 1) if (areOthers || !sums.isSimple(order)) isOther[order] = 1;
  const others = isOther.includes(1) ? rowsByOrder(orderOf, orderCount, isOther) : NO_ROWS;
  for (let order = 0; order < orderCount; order += 1) {
    if (isOther[order] === 0) {
      sums.appendTo(table, order, options.lineOf);
      continue;
    }
    const members = others.sorted.subarray(others.starts[order], others.starts[order + 1]);
    if (members.length > 0 && (areOthers || !isAddedSimply(members, builders))) builder.addOrder(members);
  }
}

function isAddedSimply(members: Int32Array, { simple }: Builders): boolean {
  return members.length === 1 ? simple.addRow(members[0] as number) : simple.addRows(members);
}
