import { NO_DAY } from "../../basics/calendar/days.ts";

/** One row as it was understood, before orders are put together. */
export interface ReadRow {
  readonly line: number;
  /** Civil day, or {@link NO_DAY} where the cell is blank or unreadable. */
  readonly day: number;
  /** Whole 1/10,000 of a unit; NaN where blank or unreadable. */
  readonly amount: number;
  /** Refunded part, ≥ 0. */
  readonly refunded: number;
  /** Code of the order id in the table's dictionary; −1 without one, and less than that where ids are hashed. */
  readonly order: number;
  /** Code of the customer's key; −1 without one. */
  readonly customer: number;
  readonly status: number;
  readonly currency: number;
  /** The row's margin or cost as its column has it, NaN where blank; 0 where neither option names a column. */
  readonly margin: number;
  /** What the row costs as a line that is left out of its order, NaN where that is not known; `null` for a row that stays. */
  readonly excluded: number | null;
  /** Codes of the reference that a refund row carries, and of the one it can be found by; −1 without. */
  readonly refersTo: number;
  readonly reference: number;
  /** Code of the reason why the row is set aside; 0 where it counts so far. */
  readonly reason: number;
  /** Two independent 32-bit hashes of the whole row, for finding it again in an overlapping file. */
  readonly hashA: number;
  readonly hashB: number;
  /** Codes of the kept columns' cells, in the order in which they were asked for; −1 where blank. */
  readonly kept: readonly number[];
}

export interface RowColumns {
  readonly length: number;
  readonly file: Uint16Array;
  readonly line: Uint32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly refunded: Float64Array;
  readonly order: Int32Array;
  readonly customer: Int32Array;
  readonly status: Uint16Array;
  readonly currency: Uint16Array;
  readonly margin: Float64Array;
  /** 1 for lines that are left out of their orders, and what each costs; 0 for all others. */
  readonly excluded: Uint8Array;
  readonly lineAmount: Float64Array;
  readonly refersTo: Int32Array;
  readonly reference: Int32Array;
  readonly reason: Uint8Array;
  readonly hashA: Int32Array;
  readonly hashB: Int32Array;
  readonly kept: readonly Int32Array[];
}
