import type { FilePlan } from "../../exports/file-plan.ts";
import { REJECT_REASONS, reasonCode } from "../ledger/entries.ts";
import type { RowColumns } from "../rows/row-columns.ts";

const NO_PARTNER = reasonCode("no partner");
const COUNTED_ELSEWHERE = reasonCode("counted elsewhere");
const NO_AMOUNT = reasonCode("no amount");
const FILTERED = reasonCode("filtered");
const DUPLICATE = reasonCode("duplicate");

/** The reasons of rows that are no orders. */
const UNREADABLE: ReadonlySet<number> = new Set(
  [...REJECT_REASONS, "blank line" as const, "total row" as const].map(reasonCode),
);

/** How the rows of amounts and the orders went together. */
export interface JoinedAmounts {
  /** Rows of each file that no order goes with, by the file's number. */
  readonly withoutOrder: ReadonlyMap<number, number>;
  /** Orders that each file's table has no row of, by the table's number. */
  readonly ordersWithout: ReadonlyMap<number, number>;
}

/**
 * Gives rows of amounts what their order's own row says: the day, the customer, the status, and why it is set aside. Rows
 * without an order are `no partner`; those of a table whose amounts the orders have already are `counted elsewhere`; an order
 * whose amounts stand in a table that has none of it is `no amount`, and one whose amounts are all set aside goes with them.
 */
export function joinAmounts(rows: RowColumns, orderCount: number, plans: readonly FilePlan[]): JoinedAmounts {
  const ordersRow = ordersRows(rows, orderCount, plans);
  const roles = plans.map(({ joined }) => joined?.role);
  const tables = new Map<number, Uint8Array>();
  for (const { joined } of plans) {
    if (joined?.role === "amounts" || joined?.role === "lines") tables.set(joined.table, new Uint8Array(orderCount));
  }
  const withoutOrder = new Map<number, number>();
  const amounts = new Uint8Array(orderCount).fill(NO_AMOUNT);
  for (let row = 0; row < rows.length; row += 1) {
    const file = rows.file[row] as number;
    const role = roles[file];
    if ((role !== "amounts" && role !== "lines") || UNREADABLE.has(rows.reason[row] as number)) continue;
    const order = rows.order[row] as number;
    const own = order < 0 ? -1 : (ordersRow[order] as number);
    if (own < 0) {
      rows.reason[row] = NO_PARTNER;
      withoutOrder.set(file, (withoutOrder.get(file) ?? 0) + 1);
      continue;
    }
    const seen = tables.get(plans[file]?.joined?.table ?? -1);
    if (seen !== undefined) seen[order] = 1;
    takeFrom(rows, row, own);
    if (role === "lines") rows.reason[row] = COUNTED_ELSEWHERE;
    else if (!Number.isNaN(rows.amount[row])) {
      amounts[order] = amountReason(amounts[order] as number, rows.reason[row] as number);
    }
  }
  if (roles.includes("amounts")) setAsideWithoutAmount(rows, { roles, amounts });
  return { withoutOrder, ordersWithout: countWithout(ordersRow, tables) };
}

/** What a row of an order takes from the order's own row. */
function takeFrom(rows: RowColumns, row: number, own: number): void {
  rows.day[row] = rows.day[own] as number;
  rows.customer[row] = rows.customer[own] as number;
  rows.status[row] = rows.status[own] as number;
  if (rows.currency[row] === 0) rows.currency[row] = rows.currency[own] as number;
  const reason = rows.reason[own] as number;
  if (rows.reason[row] === 0 && reason !== 0) rows.reason[row] = UNREADABLE.has(reason) ? NO_PARTNER : reason;
}

/** What is known of an order's amounts, with one more: 0 where any counts, else the first reason of those that are filled. */
function amountReason(known: number, reason: number): number {
  return known === NO_AMOUNT ? reason : Math.min(known, reason);
}

/** Sets aside orders without an amount that counts, as {@link amountReason} says, unless an earlier reason applies. */
function setAsideWithoutAmount(
  rows: RowColumns,
  { roles, amounts }: { readonly roles: readonly (string | undefined)[]; readonly amounts: Uint8Array },
): void {
  for (let row = 0; row < rows.length; row += 1) {
    const own = rows.reason[row] as number;
    if (roles[rows.file[row] as number] !== "orders" || UNREADABLE.has(own)) continue;
    const order = rows.order[row] as number;
    const reason = order < 0 ? 0 : (amounts[order] as number);
    if (reason !== 0 && (own === 0 || own > reason)) rows.reason[row] = reason;
  }
}

function countWithout(ordersRow: Int32Array, tables: ReadonlyMap<number, Uint8Array>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [table, seen] of tables) {
    let without = 0;
    for (let order = 0; order < ordersRow.length; order += 1) {
      if ((ordersRow[order] as number) >= 0 && seen[order] === 0) without += 1;
    }
    counts.set(table, without);
  }
  return counts;
}

/**
 * The row of the orders' table that stands for each order; −1 without one. Where several files have the order, one counts: a
 * readable one, of the file whose newest row is newest, then of the later file. The others repeat it.
 */
function ordersRows(rows: RowColumns, orderCount: number, plans: readonly FilePlan[]): Int32Array {
  const isOrders = plans.map(({ joined }) => joined?.role === "orders");
  const newest = newestDays(rows, plans.length);
  const found = new Int32Array(orderCount).fill(-1);
  const isBetter = (row: number, known: number): boolean => {
    const [a, b] = [rows.file[row] as number, rows.file[known] as number];
    const readable =
      Number(!UNREADABLE.has(rows.reason[row] as number)) - Number(!UNREADABLE.has(rows.reason[known] as number));
    return (readable || (newest[a] as number) - (newest[b] as number) || a - b) > 0;
  };
  for (let row = 0; row < rows.length; row += 1) {
    const order = rows.order[row] as number;
    if (order < 0 || isOrders[rows.file[row] as number] !== true) continue;
    const known = found[order] as number;
    const isNew = known < 0 || isBetter(row, known);
    const loser = known < 0 ? -1 : isNew ? known : row;
    if (isNew) found[order] = row;
    if (loser >= 0 && (rows.reason[loser] === 0 || rows.reason[loser] === FILTERED)) rows.reason[loser] = DUPLICATE;
  }
  return found;
}

function newestDays(rows: RowColumns, files: number): Int32Array {
  const newest = new Int32Array(files).fill(-(2 ** 31));
  for (let row = 0; row < rows.length; row += 1) {
    const file = rows.file[row] as number;
    if (rows.reason[row] === 0 && (rows.day[row] as number) > (newest[file] as number))
      newest[file] = rows.day[row] as number;
  }
  return newest;
}
