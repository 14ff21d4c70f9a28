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

/** The name of a column of numbers. */
export type RowColumn = keyof ReturnType<typeof columnsOf>;

const ROW_COLUMNS = Object.keys(columnsOf(0)) as readonly RowColumn[];

/** Columns that stay 0 in most files. */
const SELDOM = ["file", "refunded", "margin", "refersTo", "reference", "hashA", "hashB"] as const;

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
  private readonly used: Partial<Record<RowColumn, true>> = {};
  /** Rows from the first on whose orders are numbered as they are, and not in the order column. */
  private ordersNumbered = 0;
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
    if (file !== 0) this.use("file", columns.file)[length] = file;
    columns.line[length] = row.line;
    columns.day[length] = row.day;
    columns.amount[length] = row.amount;
    columns.order[length] = row.order;
    columns.customer[length] = row.customer;
    if (row.status !== 0) columns.status[length] = row.status;
    if (row.currency !== 0) columns.currency[length] = row.currency;
    if (row.reason !== 0) columns.reason[length] = row.reason;
    if (row.refunded !== 0) this.use("refunded", columns.refunded)[length] = row.refunded;
    if (row.margin !== 0) this.use("margin", columns.margin)[length] = row.margin;
    if (row.refersTo !== -1) this.use("refersTo", columns.refersTo)[length] = row.refersTo + 1;
    if (row.reference !== -1) this.use("reference", columns.reference)[length] = row.reference + 1;
    if (row.hashA !== 0) this.use("hashA", columns.hashA)[length] = row.hashA;
    if (row.hashB !== 0) this.use("hashB", columns.hashB)[length] = row.hashB;
    for (const [index, column] of this.keptColumns.entries()) column[length] = row.kept[index] ?? -1;
    this.length += 1;
  }

  /** Appends the place, day and amount of a row; its codes must follow. Returns its index. */
  appendPlain(file: number, line: number, day: number, amount: number): number {
    if (this.length === this.capacity) this.reserve(this.capacity * 2);
    const { columns, length } = this;
    if (file !== 0) this.use("file", columns.file)[length] = file;
    columns.line[length] = line;
    columns.day[length] = day;
    columns.amount[length] = amount;
    this.length += 1;
    return length;
  }

  /** The codes of a row that was appended. Plain numbers, because this runs once a row. */
  setCodes(row: number, order: number, customer: number, status: number, currency: number, reason: number): void {
    const { columns } = this;
    columns.order[row] = order;
    columns.customer[row] = customer;
    if (status !== 0) columns.status[row] = status;
    if (currency !== 0) columns.currency[row] = currency;
    if (reason !== 0) columns.reason[row] = reason;
  }

  setRefunded(row: number, refunded: number): void {
    this.use("refunded", this.columns.refunded)[row] = refunded;
  }

  setHash(row: number, a: number, b: number): void {
    this.use("hashA", this.columns.hashA)[row] = a;
    this.use("hashB", this.columns.hashB)[row] = b;
  }

  /** Whether some row of a column is not 0. */
  isUsed(name: (typeof SELDOM)[number]): boolean {
    return this.used[name] === true;
  }

  setKept(row: number, index: number, code: number): void {
    const column = this.keptColumns[index];
    if (column !== undefined) column[row] = code;
  }

  private use<T>(name: (typeof SELDOM)[number], column: T): T {
    this.used[name] = true;
    return column;
  }

  /** Makes room for this many rows in all. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    const larger = columnsOf(capacity);
    const zeros = this.zeros();
    for (const name of ROW_COLUMNS) {
      if (!zeros.includes(name)) larger[name].set(this.columns[name].subarray(0, this.length));
    }
    this.columns = larger;
    this.keptColumns = this.keptColumns.map((column) => {
      const copy = new Int32Array(capacity);
      copy.set(column.subarray(0, this.length));
      return copy;
    });
    this.capacity = capacity;
  }

  /** The seldom used columns that are 0 throughout, and need not be copied. */
  zeros(): readonly RowColumn[] {
    return SELDOM.filter((name) => this.used[name] !== true);
  }

  /**
   * Says that each row of the last `count` appended is an order of its own, numbered as the rows are. As long as all rows
   * are, their order column is not written, and left 0.
   */
  numberOrders(count: number): void {
    if (this.ordersNumbered === this.length - count) this.ordersNumbered = this.length;
    else this.writeOrders(this.length - count, this.length);
  }

  /** Whether every row is an order of its own, numbered as the rows are, with nothing in the order column. */
  get areOrders(): boolean {
    return this.length > 0 && this.ordersNumbered === this.length;
  }

  /** Appends rows of another buffer, but for columns that are known to be 0 throughout, as they are here. */
  appendRows(rows: RowColumns, zeros: readonly RowColumn[]): void {
    const { length } = this;
    if (length + rows.length > this.capacity) this.reserve(Math.max(this.capacity * 2, length + rows.length));
    for (const name of ROW_COLUMNS) {
      if (zeros.includes(name)) continue;
      this.columns[name].set(rows[name], length);
      this.used[name] = true;
    }
    for (const [index, column] of this.keptColumns.entries()) {
      const codes = rows.kept[index];
      if (codes !== undefined) column.set(codes, length);
    }
    this.length += rows.length;
  }

  private writeOrders(from: number, to: number): void {
    for (let row = from; row < to; row += 1) this.columns.order[row] = row;
  }

  view(): RowColumns {
    const { columns, length, keptColumns } = this;
    if (this.ordersNumbered > 0 && !this.areOrders) {
      this.writeOrders(0, this.ordersNumbered);
      this.ordersNumbered = 0;
    }
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
