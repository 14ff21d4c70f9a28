import type { ReadRow, RowColumns } from "./row-table.ts";

const FIRST_CAPACITY = 1024;

/** The columns that hold one number a row and are 0 where nothing is written. */
function columnsOf(capacity: number): Omit<RowColumns, "length" | "kept"> {
  return {
    file: new Uint16Array(capacity),
    line: new Uint32Array(capacity),
    day: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    refunded: new Float64Array(capacity),
    order: new Int32Array(capacity),
    customer: new Int32Array(capacity),
    status: new Uint16Array(capacity),
    currency: new Uint16Array(capacity),
    margin: new Float64Array(capacity),
    refersTo: new Int32Array(capacity),
    reference: new Int32Array(capacity),
    reason: new Uint8Array(capacity),
    hashA: new Int32Array(capacity),
    hashB: new Int32Array(capacity),
  };
}

export const ROW_COLUMNS = Object.keys(columnsOf(0)) as readonly (keyof Omit<RowColumns, "length" | "kept">)[];

/**
 * The columns of a table of rows, growing as rows are appended.
 *
 * Columns start as zeros that the operating system hands out only where something is written, so room that is reserved in
 * good time costs nothing, nor does a column that stays 0 in every row. That is why a 0 is not written, and why
 * references are held as code + 1.
 */
export class RowBuffer {
  private columns = columnsOf(FIRST_CAPACITY);
  private keptColumns: Int32Array[];
  private capacity = FIRST_CAPACITY;
  length = 0;

  constructor(keptCount: number) {
    this.keptColumns = Array.from({ length: keptCount }, () => new Int32Array(FIRST_CAPACITY));
  }

  get reason(): Uint8Array {
    return this.columns.reason;
  }

  append(file: number, row: ReadRow): void {
    if (this.length === this.capacity) this.reserve(this.capacity * 2);
    const { columns, length } = this;
    columns.file[length] = file;
    columns.line[length] = row.line;
    columns.day[length] = row.day;
    columns.amount[length] = row.amount;
    columns.order[length] = row.order;
    columns.customer[length] = row.customer;
    columns.status[length] = row.status;
    columns.currency[length] = row.currency;
    columns.reason[length] = row.reason;
    if (row.refunded !== 0) columns.refunded[length] = row.refunded;
    if (row.margin !== 0) columns.margin[length] = row.margin;
    if (row.refersTo !== -1) columns.refersTo[length] = row.refersTo + 1;
    if (row.reference !== -1) columns.reference[length] = row.reference + 1;
    if (row.hashA !== 0) columns.hashA[length] = row.hashA;
    if (row.hashB !== 0) columns.hashB[length] = row.hashB;
    for (const [index, column] of this.keptColumns.entries()) column[length] = row.kept[index] ?? -1;
    this.length += 1;
  }

  /** Makes room for this many rows in all. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    const larger = columnsOf(capacity);
    for (const name of ROW_COLUMNS) larger[name].set(this.columns[name].subarray(0, this.length));
    this.columns = larger;
    this.keptColumns = this.keptColumns.map((column) => {
      const copy = new Int32Array(capacity);
      copy.set(column.subarray(0, this.length));
      return copy;
    });
    this.capacity = capacity;
  }

  view(): RowColumns {
    const { columns, length, keptColumns } = this;
    return {
      length,
      file: columns.file.subarray(0, length),
      line: columns.line.subarray(0, length),
      day: columns.day.subarray(0, length),
      amount: columns.amount.subarray(0, length),
      refunded: columns.refunded.subarray(0, length),
      order: columns.order.subarray(0, length),
      customer: columns.customer.subarray(0, length),
      status: columns.status.subarray(0, length),
      currency: columns.currency.subarray(0, length),
      margin: columns.margin.subarray(0, length),
      refersTo: columns.refersTo.subarray(0, length),
      reference: columns.reference.subarray(0, length),
      reason: columns.reason.subarray(0, length),
      hashA: columns.hashA.subarray(0, length),
      hashB: columns.hashB.subarray(0, length),
      kept: keptColumns.map((column) => column.subarray(0, length)),
    };
  }
}
