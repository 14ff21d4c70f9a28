import type { RowSet } from "../row-set.ts";
import { buildEntries } from "./build-entries.ts";

export function buildOrders(set: RowSet): void {
  set.built = buildEntries(set.rows, set.groups, {
    margin: set.margin,
    isOrderTotal: set.orderTotalTest(),
    isWholeOrder: set.isWholeOrder,
    refunds: set.options.refunds ?? "net",
    orderId: set.orderId,
    lineOf: set.table.rows.lineOf,
    fileName: set.fileName,
  });
}
