/*
 * Entries: rows of one order become an order, its dated refunds, and what was set aside.
 */
import { NO_DAY } from "../../../basics/calendar/days.ts";
import { LARGEST_AMOUNT } from "../../../basics/money/amount.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { type EntryColumns, EntryTable, firstFilled } from "./entry-columns.ts";
import { type OrderGroups, rowsByOrder } from "./groups.ts";
import { type EntryOptions, OrderBuilder } from "./order-builder.ts";
import type { BlankMargins } from "./order-margin.ts";
import { OrderSums } from "./order-sums.ts";
import { entriesOfRows } from "./row-entries.ts";

const BLANK_LINE = reasonCode("blank line");
const REFUND_IGNORED = reasonCode("refund ignored");

/**
 * Puts orders together from their rows, one entry an order, a dated refund, or the rows of an order set aside for one
 * reason. Orders with which nothing is the matter, nearly all, are put together here without a step that they do not
 * need; the others by {@link OrderBuilder}.
 *
 * @returns the entries, and the rows of orders that have no date on any row
 * @throws InputError when one order id belongs to different customers on different days, or an order's totals differ
 */
export function buildEntries(
  rows: RowColumns,
  groups: OrderGroups,
  options: EntryOptions,
): { readonly entries: EntryColumns; readonly undated: readonly number[]; readonly blank: BlankMargins | null } {
  const own = groups.areRows && options.margin === null ? entriesOfRows(rows, options.refunds) : null;
  if (own !== null) return { entries: own, undated: [], blank: null };
  const table = new EntryTable(rows.length, rows.kept.length);
  const builder = new OrderBuilder(rows, table, options);
  const simple = new SimpleOrders(rows, table, options);
  if (!groups.areRows) addSharedOrders(rows, groups, { table, builder, simple, options });
  for (let row = 0; row < rows.length; row += 1) {
    const isAlone = groups.areRows || (groups.orderOf[row] as number) < 0;
    if (isAlone && (options.margin !== null || !simple.addRow(row))) builder.addOrder(Int32Array.of(row));
  }
  builder.finish();
  return { entries: table.view(), undated: builder.undated, blank: builder.margins?.blank ?? null };
}

/** Appends the orders that rows may share: plain ones as their rows add up, the others from all their rows. */
function addSharedOrders(
  rows: RowColumns,
  { orderOf, orderCount }: OrderGroups,
  {
    table,
    builder,
    simple,
    options,
  }: { table: EntryTable; builder: OrderBuilder; simple: SimpleOrders; options: EntryOptions },
): void {
  const sums = new OrderSums(orderCount, options.isOrderTotal);
  sums.addRows(rows, orderOf);
  const isOther = new Uint8Array(orderCount);
  const areOthers = options.margin !== null; // margins are worked out from all rows of an order
  for (let order = 0; order < orderCount; order += 1) if (areOthers || !sums.isSimple(order)) isOther[order] = 1;
  const others = rowsByOrder(orderOf, orderCount, isOther);
  for (let order = 0; order < orderCount; order += 1) {
    if (isOther[order] === 0) {
      sums.appendTo(table, order);
      continue;
    }
    const members = others.sorted.subarray(others.starts[order], others.starts[order + 1]);
    if (members.length === 0) continue;
    const isAdded = areOthers
      ? false
      : members.length === 1
        ? simple.addRow(members[0] as number)
        : simple.addRows(members);
    if (!isAdded) builder.addOrder(members);
  }
}

/** Appends orders with which nothing is the matter. */
class SimpleOrders {
  private readonly rows: RowColumns;
  private readonly table: EntryTable;
  private readonly takesRefunds: boolean;
  private readonly isOrderTotal: (row: number) => boolean;

  constructor(rows: RowColumns, table: EntryTable, { refunds, isOrderTotal }: EntryOptions) {
    this.rows = rows;
    this.table = table;
    this.takesRefunds = refunds === "net";
    this.isOrderTotal = isOrderTotal;
  }

  /** An order of one row that has a day and an amount, whether it counts or is set aside. */
  addRow(row: number): boolean {
    const { rows, table } = this;
    const day = rows.day[row] as number;
    const amount = rows.amount[row] as number;
    const reason = rows.reason[row] as number;
    if (day === NO_DAY || Number.isNaN(amount) || reason === BLANK_LINE) return false;
    const counted = this.takesRefunds ? (rows.refunded[row] as number) : 0;
    const net = amount - counted;
    const isIgnored = reason === 0 && net < 0 && !this.takesRefunds;
    const at = table.appendPlace(rows.order[row] as number, rows.file[row] as number, rows.line[row] as number);
    table.setOrder(at, rows.customer[row] as number, day, net);
    table.setRest(at, net < 0 && counted === 0 ? -net : counted, 0, 1, isIgnored ? REFUND_IGNORED : reason);
    for (let index = 0; index < rows.kept.length; index += 1) {
      table.setKept(at, index, rows.kept[index]?.[row] as number);
    }
    return true;
  }

  /** An order of several rows that all count: dated, of one customer, nothing negative, its total the same on all. */
  addRows(members: Int32Array): boolean {
    const { rows, table } = this;
    const first = members[0] as number;
    const isTotal = this.isOrderTotal(first);
    let [day, customer, amount, refunded] = [NO_DAY, -1, Number.NaN, 0];
    for (let index = 0; index < members.length; index += 1) {
      const row = members[index] as number;
      const own = rows.amount[row] as number;
      if (rows.reason[row] !== 0 || own < 0) return false;
      const rowDay = rows.day[row] as number;
      if (rowDay !== NO_DAY && (day === NO_DAY || rowDay < day)) day = rowDay;
      const buyer = rows.customer[row] as number;
      if (buyer >= 0 && customer >= 0 && buyer !== customer) return false;
      if (buyer >= 0) customer = buyer;
      if (!Number.isNaN(own)) {
        if (Number.isNaN(amount)) amount = own;
        else if (!isTotal) amount += own;
        else if (own !== amount) return false;
      }
      const back = rows.refunded[row] as number;
      refunded = isTotal ? Math.max(refunded, back) : refunded + back;
      // Row by row, for a sum may come back from where it is no longer exact.
      if (amount > LARGEST_AMOUNT || refunded > LARGEST_AMOUNT) return false;
    }
    if (day === NO_DAY || Number.isNaN(amount)) return false;
    const counted = this.takesRefunds ? refunded : 0;
    const net = amount - counted;
    if (net < 0) return false;
    const at = table.appendPlace(rows.order[first] as number, rows.file[first] as number, rows.line[first] as number);
    table.setOrder(at, customer, day, net);
    table.setRest(at, counted, 0, members.length, 0);
    for (let index = 0; index < rows.kept.length; index += 1) {
      table.setKept(at, index, firstFilled(members, rows.kept[index] as Int32Array));
    }
    return true;
  }
}
