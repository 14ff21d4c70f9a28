import {
  COMPARE_COLUMNS,
  MOVE_COLUMNS,
  ORDER_COLUMNS,
  RETENTION_COLUMNS,
  SCHEME_CELL_COLUMNS,
  SCORE_COLUMNS,
  SEGMENT_COLUMNS,
} from "../../core/output-columns.ts";
import type { ColumnRoles } from "./columns.ts";

/** Whether a header is that of a file which this program wrote; kept columns may follow. */
export function isOwnFile(header: readonly string[]): boolean {
  return [
    ORDER_COLUMNS,
    SCORE_COLUMNS,
    SEGMENT_COLUMNS,
    RETENTION_COLUMNS,
    COMPARE_COLUMNS,
    MOVE_COLUMNS,
    SCHEME_CELL_COLUMNS,
  ].some((columns) => startsWith(header, columns));
}

/** Whether a header is that of `rfm orders`, the one output that is itself an order history. */
export function isOwnOrdersFile(header: readonly string[]): boolean {
  return startsWith(header, ORDER_COLUMNS);
}

function startsWith(header: readonly string[], columns: readonly string[]): boolean {
  return columns.every((name, index) => header[index]?.trim() === name);
}

/**
 * The columns of an `rfm orders` file. Each row is an order or a dated refund with its net amount; a row that was set
 * aside keeps its reason.
 */
export function ownOrdersColumns(): ColumnRoles {
  const at = (name: (typeof ORDER_COLUMNS)[number]): number => ORDER_COLUMNS.indexOf(name);
  return {
    customer: at("customer_id"),
    email: null,
    order: at("order_id"),
    date: at("day"),
    amount: { kind: "column", column: at("net"), per: "line" },
    status: null,
    currency: null,
    refunded: null,
    reason: at("reason"),
  };
}
