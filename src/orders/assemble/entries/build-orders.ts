import { numberingHint } from "../overlaps/numbering-hint.ts";
import type { RowSet } from "../row-set.ts";
import { mayBePartlyRefunded } from "../statuses/partly-refunded.ts";
import { buildEntries } from "./build-entries.ts";

export function buildOrders(set: RowSet): void {
  set.built = buildEntries(set.rows, set.groups, {
    margin: set.margin,
    isOrderTotal: set.orderTotalTest(),
    isJoinedRefund: set.isJoinedRefund,
    isWholeOrder: set.isWholeOrder,
    isCustomer: set.isCustomer,
    refunds: set.options.refunds ?? "net",
    isCounted: set.isCounted,
    orderId: set.orderId,
    needsRows: mayBePartlyRefunded(set),
    lineOf: set.table.rows.lineOf,
    fileName: set.fileName,
    numberingHint: numberingHint(set.plans),
  });
}
