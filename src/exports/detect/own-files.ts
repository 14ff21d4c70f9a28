import {
  ADVERTISING_LIST_HEADERS,
  BACKTEST_COLUMNS,
  COHORT_COLUMNS,
  COMPARE_COLUMNS,
  FORECAST_COLUMNS,
  LIST_MARKS,
  LIST_SUMMARY_COLUMNS,
  MOVE_COLUMNS,
  ORDER_COLUMNS,
  REPEAT_COLUMNS,
  RETENTION_COLUMNS,
  SCHEME_CELL_COLUMNS,
  SCORE_COLUMNS,
  SEGMENT_COLUMNS,
  SEGMENT_RETENTION_COLUMNS,
  WIDE_COHORT_COLUMNS,
} from "../../analysis/output-columns.ts";
import { UsageError } from "../../errors.ts";
import type { ColumnOptions, ColumnRoles } from "./columns.ts";

/** Whether a header is that of a file which this program wrote; kept columns may follow. */
export function isOwnFile(header: readonly string[]): boolean {
  return OWN_HEADERS.some((columns) => startsWith(header, columns)) || isOwnListHeader(header);
}

/** Whether a header is that of a list for a marketing tool which this program wrote. */
export function isOwnListHeader(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim());
  const whole = names.join(",");
  return (
    LIST_MARKS.some((marks) => marks.every((name) => names.includes(name))) ||
    ADVERTISING_LIST_HEADERS.some((columns) => columns.join(",") === whole)
  );
}

const OWN_HEADERS: readonly (readonly string[])[] = [
  ORDER_COLUMNS,
  SCORE_COLUMNS,
  SEGMENT_COLUMNS,
  RETENTION_COLUMNS,
  SEGMENT_RETENTION_COLUMNS,
  COHORT_COLUMNS,
  WIDE_COHORT_COLUMNS,
  REPEAT_COLUMNS,
  BACKTEST_COLUMNS,
  FORECAST_COLUMNS,
  COMPARE_COLUMNS,
  MOVE_COLUMNS,
  SCHEME_CELL_COLUMNS,
  LIST_SUMMARY_COLUMNS,
];

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
export function ownOrdersColumns({ margin, cost }: Pick<ColumnOptions, "margin" | "cost">, name: string): ColumnRoles {
  if (margin !== undefined || cost !== undefined) {
    throw new UsageError(
      `${name} is the output of rfm orders: --${margin === undefined ? "cost" : "margin"} needs the exports that it was made from`,
      "name the exports, or leave the option out",
    );
  }
  const at = (name: (typeof ORDER_COLUMNS)[number]): number => ORDER_COLUMNS.indexOf(name);
  return {
    customer: [[at("customer_id")]],
    refundCustomer: null,
    order: [at("order_id")],
    date: at("day"),
    time: null,
    zone: null,
    amount: { kind: "sum", plus: [at("net")], minus: [], per: "line" },
    refunded: null,
    status: null,
    rules: [],
    currency: null,
    reference: null,
    margin: null,
    cost: null,
    reason: at("reason"),
  };
}
