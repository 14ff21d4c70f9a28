import { NO_DAY } from "../../src/basics/calendar/days.ts";
import { AMOUNT_SCALE } from "../../src/basics/money/amount.ts";
import { type OrderEntries, reasonCode, type SetAsideReason } from "../../src/orders/ledger/entries.ts";

/** One entry as a test writes it; what is left out is ordinary. */
export interface WrittenEntry {
  readonly customer?: string | null;
  readonly day?: number;
  /** In currency units. */
  readonly net?: number;
  readonly refund?: number;
  readonly rows?: number;
  readonly file?: number;
  readonly line?: number;
  readonly reason?: SetAsideReason;
}

/** Entries of the files `a.csv`, `b.csv` and `c.csv`. */
export function orderEntries(written: readonly WrittenEntry[]): OrderEntries {
  const keys = [...new Set(written.flatMap(({ customer }) => (customer ? [customer] : [])))];
  const column = <T>(of: (entry: WrittenEntry, index: number) => T): T[] => written.map(of);
  return Object.freeze({
    length: written.length,
    orderId: (entry: number) => String(entry),
    customer: Int32Array.from(column(({ customer }) => (customer ? keys.indexOf(customer) : -1))),
    customerKeys: Object.freeze(keys),
    day: Int32Array.from(column(({ day }) => day ?? NO_DAY)),
    net: Float64Array.from(column(({ net }) => Math.round((net ?? 0) * AMOUNT_SCALE))),
    refund: Float64Array.from(column(({ refund }) => Math.round((refund ?? 0) * AMOUNT_SCALE))),
    rows: Int32Array.from(column(({ rows }) => rows ?? 1)),
    file: Uint16Array.from(column(({ file }) => file ?? 0)),
    line: Uint32Array.from(column(({ line }, index) => line ?? index + 2)),
    files: ["a.csv", "b.csv", "c.csv"],
    reason: Uint8Array.from(column(({ reason }) => (reason === undefined ? 0 : reasonCode(reason)))),
  });
}
