import { NO_DAY } from "../../core/ledger/entries.ts";
import { Dictionary, type TextCodes } from "./dictionary.ts";
import { KeyDictionary } from "./key-dictionary.ts";
import { RowBuffer } from "./row-buffer.ts";

/** One row as it was understood, before orders are put together. */
export interface ReadRow {
  readonly line: number;
  /** Civil day, or {@link NO_DAY} where the cell is blank or unreadable. */
  readonly day: number;
  /** Whole 1/10,000 of a unit; NaN where blank or unreadable. */
  readonly amount: number;
  /** Refunded part, ≥ 0. */
  readonly refunded: number;
  /** Code of the order id in the table's dictionary; −1 without one. */
  readonly order: number;
  /** Code of the customer's key; −1 without one. */
  readonly customer: number;
  readonly status: number;
  readonly currency: number;
  /** The row's margin or cost as its column has it, NaN where blank; 0 where neither option names a column. */
  readonly margin: number;
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

/** A cell that should have been readable: its column, and what it should have been. */
export interface UnreadableCell {
  readonly column: number;
  readonly reason: "unreadable date" | "unreadable amount";
}

/** A row that should have been readable and was not. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: "wrong number of fields" | "unreadable date" | "unreadable amount";
}

/** The distinct texts behind the codes of a table's columns. */
export interface RowTexts {
  readonly orders: TextCodes;
  readonly customers: TextCodes;
  readonly statuses: TextCodes;
  readonly currencies: TextCodes;
  readonly references: TextCodes;
  /** One for each column that is carried along. */
  readonly kept: readonly TextCodes[];
}

/** All rows of all files, in columns; order ids and customer keys as codes. */
export class RowTable implements RowTexts {
  readonly orders: TextCodes;
  readonly customers = new KeyDictionary();
  /** As in rows of which nothing is known, 0 is blank. */
  readonly statuses = new Dictionary("");
  readonly currencies = new Dictionary("");
  readonly references = new Dictionary();
  /** Names of the columns that are carried along. */
  readonly keptNames: readonly string[];
  readonly kept: readonly Dictionary[];
  readonly rows: RowBuffer;

  /** @param keep names of the columns to carry along */
  constructor(keep: readonly string[] = [], orders: TextCodes = new KeyDictionary()) {
    this.orders = orders;
    this.keptNames = keep;
    this.kept = keep.map(() => new Dictionary());
    this.rows = new RowBuffer(keep.length);
  }

  get length(): number {
    return this.rows.length;
  }

  append(file: number, row: ReadRow): void {
    this.rows.append(file, row);
  }

  /** Whether every row is an order of its own, so that their order column was not written. */
  get areOrders(): boolean {
    return this.rows.areOrders;
  }

  /** Gives a row that was appended another reason. */
  setReason(row: number, reason: number): void {
    this.rows.reason[row] = reason;
  }

  /** The filled columns; they may be written to while orders are put together. */
  view(): RowColumns {
    return this.rows.view();
  }
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
  readonly refersTo: Int32Array;
  readonly reference: Int32Array;
  readonly reason: Uint8Array;
  readonly hashA: Int32Array;
  readonly hashB: Int32Array;
  readonly kept: readonly Int32Array[];
}

/** A row of which nothing but its place is known. */
export function emptyRow(line: number, reason: number): ReadRow {
  return {
    line,
    day: NO_DAY,
    amount: Number.NaN,
    refunded: 0,
    order: -1,
    customer: -1,
    status: 0,
    currency: 0,
    margin: 0,
    refersTo: -1,
    reference: -1,
    reason,
    hashA: 0,
    hashB: 0,
    kept: [],
  };
}
