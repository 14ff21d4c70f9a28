import { NO_DAY } from "../../core/ledger/entries.ts";
import { Dictionary } from "./dictionary.ts";
import { float64Column, int32Column, uint8Column, uint16Column, uint32Column } from "./growing.ts";

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
  /** What the row earned or cost beside its amount, where `--margin` or `--cost` names a column; 0 otherwise. */
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

/** A column of the exports that is carried along beside those that are understood. */
class KeptColumn {
  readonly name: string;
  readonly values = new Dictionary();
  readonly codes = int32Column();

  constructor(name: string) {
    this.name = name;
  }
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

/** All rows of all files, in columns; order ids and customer keys as codes. */
export class RowTable {
  readonly orders = new Dictionary();
  readonly customers = new Dictionary();
  readonly statuses = new Dictionary();
  readonly currencies = new Dictionary();
  readonly references = new Dictionary();
  readonly kept: readonly KeptColumn[];
  private readonly columns = {
    file: uint16Column(),
    line: uint32Column(),
    day: int32Column(),
    amount: float64Column(),
    refunded: float64Column(),
    order: int32Column(),
    customer: int32Column(),
    status: uint16Column(),
    currency: uint16Column(),
    margin: float64Column(),
    refersTo: int32Column(),
    reference: int32Column(),
    reason: uint8Column(),
    hashA: int32Column(),
    hashB: int32Column(),
  };

  /** @param keep names of the columns to carry along */
  constructor(keep: readonly string[] = []) {
    this.kept = keep.map((name) => new KeptColumn(name));
  }

  get length(): number {
    return this.columns.line.length;
  }

  append(file: number, row: ReadRow): void {
    const { columns } = this;
    columns.file.push(file);
    columns.line.push(row.line);
    columns.day.push(row.day);
    columns.amount.push(row.amount);
    columns.refunded.push(row.refunded);
    columns.order.push(row.order);
    columns.customer.push(row.customer);
    columns.status.push(row.status);
    columns.currency.push(row.currency);
    columns.margin.push(row.margin);
    columns.refersTo.push(row.refersTo);
    columns.reference.push(row.reference);
    columns.reason.push(row.reason);
    columns.hashA.push(row.hashA);
    columns.hashB.push(row.hashB);
    if (this.kept.length === 0) return;
    for (const [index, column] of this.kept.entries()) column.codes.push(row.kept[index] ?? -1);
  }

  /** Gives a row that was appended another reason. */
  setReason(row: number, reason: number): void {
    this.columns.reason.view()[row] = reason;
  }

  /** The filled columns; `customer` and `reason` may be written to while orders are put together. */
  view(): RowColumns {
    const { columns } = this;
    return {
      length: this.length,
      file: columns.file.view(),
      line: columns.line.view(),
      day: columns.day.view(),
      amount: columns.amount.view(),
      refunded: columns.refunded.view(),
      order: columns.order.view(),
      customer: columns.customer.view(),
      status: columns.status.view(),
      currency: columns.currency.view(),
      margin: columns.margin.view(),
      refersTo: columns.refersTo.view(),
      reference: columns.reference.view(),
      reason: columns.reason.view(),
      hashA: columns.hashA.view(),
      hashB: columns.hashB.view(),
      kept: this.kept.map(({ codes }) => codes.view()),
    };
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
