import type { FilePlan } from "../../exports/file-plan.ts";
import { REJECT_REASONS, reasonCode } from "../ledger/entries.ts";
import type { RowColumns } from "../rows/row-columns.ts";

const NO_PARTNER = reasonCode("no partner");
const FILTERED = reasonCode("filtered");
const DUPLICATE = reasonCode("duplicate");

/** The reasons of rows that are no orders. */
export const UNREADABLE: ReadonlySet<number> = new Set(
  [...REJECT_REASONS, "blank line" as const, "total row" as const].map(reasonCode),
);

/**
 * The row of the orders' table that stands for each order; −1 without one. Where several files have the order, one counts: a
 * readable one, of the file whose newest row is newest, then of the later file. Of one file's rows it is the first that counts.
 */
export class OrderRows {
  private readonly rows: RowColumns;
  private readonly isOrders: readonly boolean[];
  private readonly newest: Int32Array;

  constructor(rows: RowColumns, plans: readonly FilePlan[]) {
    this.rows = rows;
    this.isOrders = plans.map(({ joined }) => joined?.role === "orders");
    this.newest = newestDays(rows, plans.length);
  }

  /** @param onOther told of each row whose order another row stands for */
  find(orderCount: number, onOther: (row: number) => void): Int32Array {
    const { rows, isOrders } = this;
    const found = new Int32Array(orderCount).fill(-1);
    for (let row = 0; row < rows.length; row += 1) {
      const order = rows.order[row] as number;
      if (order < 0 || isOrders[rows.file[row] as number] !== true) continue;
      const known = found[order] as number;
      const isNew = known < 0 || this.isBetter(row, known);
      const loser = known < 0 ? -1 : isNew ? known : row;
      if (isNew) found[order] = row;
      if (loser >= 0) onOther(loser);
    }
    return found;
  }

  private isBetter(row: number, known: number): boolean {
    const { rows, newest } = this;
    const [a, b] = [rows.file[row] as number, rows.file[known] as number];
    const [own, other] = [rows.reason[row] as number, rows.reason[known] as number];
    const readable = Number(!UNREADABLE.has(own)) - Number(!UNREADABLE.has(other));
    const counting = Number(own === 0) - Number(other === 0);
    return (readable || (newest[a] as number) - (newest[b] as number) || a - b || counting) > 0;
  }
}

/** The same where each order is one row of a file: rows of other files repeat it. */
export function singleOrderRows(rows: RowColumns, orderCount: number, plans: readonly FilePlan[]): Int32Array {
  return new OrderRows(rows, plans).find(orderCount, (loser) => {
    if (rows.reason[loser] === 0 || rows.reason[loser] === FILTERED) rows.reason[loser] = DUPLICATE;
  });
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

/** What a row of an order takes from the order's own row. */
export function takeFrom(rows: RowColumns, row: number, own: number): void {
  rows.day[row] = rows.day[own] as number;
  rows.customer[row] = rows.customer[own] as number;
  rows.status[row] = rows.status[own] as number;
  if (rows.currency[row] === 0) rows.currency[row] = rows.currency[own] as number;
  const reason = rows.reason[own] as number;
  if (rows.reason[row] === 0 && reason !== 0) rows.reason[row] = UNREADABLE.has(reason) ? NO_PARTNER : reason;
}
