import type { FilePlan } from "../../exports/file-plan.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import { singleOrderRows, takeFrom, UNREADABLE } from "./order-rows.ts";

const NO_PARTNER = reasonCode("no partner");
const COUNTED_ELSEWHERE = reasonCode("counted elsewhere");
const NO_AMOUNT = reasonCode("no amount");

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
  const ordersRow = singleOrderRows(rows, orderCount, plans);
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

/** For each table, the orders that none of its rows goes with. */
export function countWithout(
  ordersRow: Int32Array,
  tables: ReadonlyMap<number, Uint8Array>,
): ReadonlyMap<number, number> {
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
