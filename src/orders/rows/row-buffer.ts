import { KEPT, type PlainRows } from "../../kernel/plain-rows.ts";
import { LazyColumn } from "./lazy-column.ts";
import type { ReadRow, RowColumns } from "./row-columns.ts";
import { columnsOf, keyColumn, type RowSpace } from "./row-space.ts";
import { RunColumn, type Runs } from "./run-column.ts";

const FIRST_CAPACITY = 1024;
/** What a row without an order id has for one. */
const NO_ORDER = -1;

type KeptRows = Pick<PlainRows, "words" | "numbers" | "keptAt" | "kept">;

/** The columns that are 0 in every row of most tables; they take no memory until a row is not. */
const SPARSE = {
  file: (capacity: number) => new Uint16Array(capacity),
  order: keyColumn,
  refunded: (capacity: number) => new Float64Array(capacity),
  margin: (capacity: number) => new Float64Array(capacity),
  excluded: (capacity: number) => new Uint8Array(capacity),
  lineAmount: (capacity: number) => new Float64Array(capacity),
  refersTo: (capacity: number) => new Int32Array(capacity),
  reference: (capacity: number) => new Int32Array(capacity),
  hashA: (capacity: number) => new Int32Array(capacity),
  hashB: (capacity: number) => new Int32Array(capacity),
};

type Sparse = { [name in keyof typeof SPARSE]: ReturnType<(typeof SPARSE)[name]> };

/** Rows as they are handed from one thread to another: columns that are 0 throughout are left out. */
export interface PackedRows extends RowSpace {
  readonly length: number;
  readonly line: Runs;
  readonly currency: Runs;
  readonly sparse: Partial<Sparse>;
  readonly kept: readonly Int32Array[];
}

export interface RowBufferOptions {
  /** Memory of another buffer's columns, which nobody uses any more. */
  readonly space?: RowSpace | null;
  /** Whether threads share what the rows have for customers and orders. */
  readonly areShared?: boolean;
  /** Whether it is noted what rows have for orders; that they have none is noted in any case. Default: it is. */
  readonly hasOrders?: boolean;
}

/** The columns of a table of rows, growing as rows are appended. References are held as code + 1. */
export class RowBuffer {
  private columns: RowSpace;
  private readonly lines = new RunColumn(1);
  private readonly currencies = new RunColumn(0);
  private readonly wholeLines = new LazyColumn(this.lines, (length) => new Uint32Array(length));
  private readonly wholeCurrencies = new LazyColumn(this.currencies, (length) => new Uint16Array(length));
  private sparse: Partial<Sparse> = {};
  private keptColumns: Int32Array[];
  private capacity: number;
  /** Rows from the first on whose orders are numbered as they are, and not in the order column. */
  private ordersNumbered = 0;
  private readonly areShared: boolean;
  private readonly hasOrders: boolean;
  length = 0;

  constructor(keptCount: number, { space = null, areShared = false, hasOrders = true }: RowBufferOptions = {}) {
    this.areShared = areShared;
    this.hasOrders = hasOrders;
    this.columns = space ?? columnsOf(FIRST_CAPACITY, areShared);
    this.capacity = this.columns.day.length;
    this.keptColumns = Array.from({ length: keptCount }, () => new Int32Array(this.capacity));
  }

  /** What each row has for a customer. */
  get customers(): Int32Array {
    return this.columns.customer.subarray(0, this.length);
  }

  /** What each row has for an order. */
  get orders(): Int32Array {
    return this.use("order").subarray(0, this.length);
  }

  get reason(): Uint8Array {
    return this.columns.reason;
  }

  append(file: number, row: ReadRow): void {
    const at = this.appendNumbers(file, row.line, row.day, row.amount);
    this.setCodes(at, row.order, row.customer, row.status, row.currency, row.reason);
    if (row.refunded !== 0) this.setRefunded(at, row.refunded);
    if (row.margin !== 0) this.use("margin")[at] = row.margin;
    if (row.excluded !== null) this.setExcluded(at, row.excluded);
    if (row.refersTo !== -1) this.use("refersTo")[at] = row.refersTo + 1;
    if (row.reference !== -1) this.use("reference")[at] = row.reference + 1;
    if (row.hashA !== 0 || row.hashB !== 0) this.setHash(at, row.hashA, row.hashB);
    for (let index = 0; index < this.keptColumns.length; index += 1) this.setKept(at, index, row.kept[index] ?? -1);
  }

  /** Appends the place, day and amount of a row; its codes must follow. Returns its index. */
  appendNumbers(file: number, line: number, day: number, amount: number): number {
    if (this.length === this.capacity) this.reserve(this.capacity * 2);
    const { columns, length } = this;
    if (file !== 0) this.use("file")[length] = file;
    this.lines.append(line);
    columns.day[length] = day;
    columns.amount[length] = amount;
    this.length += 1;
    return length;
  }

  /** The codes of the row that was appended last. Plain numbers, because this runs once a row. */
  setCodes(row: number, order: number, customer: number, status: number, currency: number, reason: number): void {
    const { columns } = this;
    if (order === NO_ORDER || (order !== 0 && this.hasOrders)) this.use("order")[row] = order;
    columns.customer[row] = customer;
    columns.status[row] = status;
    this.currencies.append(currency);
    columns.reason[row] = reason;
  }

  /** Appends the rows that the kernel kept, of the first file. One loop of plain numbers, for each thread compiles it anew. */
  appendKept({ words, numbers, keptAt, kept }: KeptRows): void {
    const { length, lines, currencies } = this;
    if (length + kept > this.capacity) this.reserve(Math.max(this.capacity * 2, length + kept));
    const { day, amount, customer, status, reason } = this.columns;
    const orders = this.hasOrders || words[keptAt + KEPT.order] === NO_ORDER ? this.use("order") : null;
    let at = keptAt;
    for (let row = length; row < length + kept; row += 1) {
      amount[row] = numbers[(at + KEPT.amount) >> 1] as number;
      day[row] = words[at + KEPT.day] as number;
      customer[row] = words[at + KEPT.customer] as number;
      status[row] = words[at + KEPT.status] as number;
      reason[row] = 0;
      lines.append(words[at + KEPT.line] as number);
      currencies.append(words[at + KEPT.currency] as number);
      if (orders !== null) orders[row] = words[at + KEPT.order] as number;
      const refunded = numbers[(at + KEPT.refunded) >> 1] as number;
      if (refunded !== 0) this.setRefunded(row, refunded);
      at += KEPT.words;
    }
    this.length += kept;
  }

  setOrder(row: number, order: number): void {
    this.use("order")[row] = order;
  }

  setRefunded(row: number, refunded: number): void {
    this.use("refunded")[row] = refunded;
  }

  private setExcluded(row: number, amount: number): void {
    this.use("excluded")[row] = 1;
    this.use("lineAmount")[row] = amount;
  }

  setHash(row: number, a: number, b: number): void {
    this.use("hashA")[row] = a;
    this.use("hashB")[row] = b;
  }

  setKept(row: number, index: number, code: number): void {
    const column = this.keptColumns[index];
    if (column !== undefined) column[row] = code;
  }

  /** Makes room for this many rows in all. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    const { columns, length } = this;
    const larger = columnsOf(capacity, this.areShared);
    larger.day.set(columns.day.subarray(0, length));
    larger.amount.set(columns.amount.subarray(0, length));
    larger.customer.set(columns.customer.subarray(0, length));
    larger.status.set(columns.status.subarray(0, length));
    larger.reason.set(columns.reason.subarray(0, length));
    this.columns = larger;
    this.capacity = capacity;
    const { sparse } = this;
    this.sparse = {};
    for (const name of namesOf(sparse)) this.use(name).set(sparse[name]?.subarray(0, length) ?? []);
    this.keptColumns = this.keptColumns.map((column) => {
      const copy = new Int32Array(capacity);
      copy.set(column.subarray(0, length));
      return copy;
    });
  }

  /**
   * Says that each of the last `count` rows is an order of its own, numbered as the rows are, if it has an id. As long as all rows
   * are, their order column is not written.
   */
  numberOrders(count: number): void {
    if (this.ordersNumbered === this.length - count) this.ordersNumbered = this.length;
    else this.writeOrders(this.length - count, this.length);
  }

  /** Whether every row is an order of its own, numbered as the rows are, with nothing in the order column but −1 without an id. */
  get areOrders(): boolean {
    return this.length > 0 && this.ordersNumbered === this.length;
  }

  /** Numbers the orders of the rows from one on, which were numbered from 0 on, behind those before. */
  shiftOrders(from: number, orders: number): void {
    if (orders === 0) return;
    const order = this.use("order");
    for (let row = from; row < this.length; row += 1)
      if (order[row] !== NO_ORDER) order[row] = (order[row] as number) + orders;
  }

  /** Appends rows that another thread read, all of one file. */
  appendRows(rows: PackedRows, file: number): void {
    const { length } = this;
    if (length + rows.length > this.capacity) this.reserve(Math.max(this.capacity * 2, length + rows.length));
    const { columns } = this;
    this.lines.appendRuns(rows.line);
    this.currencies.appendRuns(rows.currency);
    columns.day.set(rows.day, length);
    columns.amount.set(rows.amount, length);
    columns.customer.set(rows.customer, length);
    columns.status.set(rows.status, length);
    columns.reason.set(rows.reason, length);
    for (const name of namesOf(rows.sparse)) this.use(name).set(rows.sparse[name] ?? [], length);
    if (file !== 0) this.use("file").fill(file, length, length + rows.length);
    for (const [index, column] of this.keptColumns.entries()) column.set(rows.kept[index] ?? [], length);
    this.length += rows.length;
  }

  /** The rows for another thread: the buffer's own memory, which must not be used any more. */
  pack(): PackedRows {
    const { columns, sparse, length } = this;
    const packed: Partial<Sparse> = {};
    for (const name of namesOf(sparse)) Object.assign(packed, { [name]: sparse[name]?.subarray(0, length) });
    return {
      length,
      line: this.lines.runs(),
      currency: this.currencies.runs(),
      day: columns.day.subarray(0, length),
      amount: columns.amount.subarray(0, length),
      customer: columns.customer.subarray(0, length),
      status: columns.status.subarray(0, length),
      reason: columns.reason.subarray(0, length),
      sparse: packed,
      kept: this.keptColumns.map((column) => column.subarray(0, length)),
    };
  }

  /** The line on which a row stands, without the column of all lines being written. */
  readonly lineOf = (row: number): number => this.wholeLines.at(row);

  /** All columns: those of lines and currencies are written when each is first asked for. */
  view(): RowColumns {
    if (this.ordersNumbered > 0 && !this.areOrders) {
      this.writeOrders(0, this.ordersNumbered);
      this.ordersNumbered = 0;
    }
    const { sparse, line: _lines, currency: _currencies, ...columns } = this.pack();
    const { wholeLines, wholeCurrencies } = this;
    const all = (name: keyof Sparse) => sparse[name] ?? SPARSE[name](this.length, false);
    return {
      ...columns,
      get line() {
        return wholeLines.whole();
      },
      get currency() {
        return wholeCurrencies.whole();
      },
      file: all("file") as Uint16Array,
      order: all("order") as Int32Array,
      refunded: all("refunded") as Float64Array,
      margin: all("margin") as Float64Array,
      excluded: all("excluded") as Uint8Array,
      lineAmount: all("lineAmount") as Float64Array,
      refersTo: all("refersTo") as Int32Array,
      reference: all("reference") as Int32Array,
      hashA: all("hashA") as Int32Array,
      hashB: all("hashB") as Int32Array,
    };
  }

  /** A column that is 0 in most tables, made where it is not there yet. */
  private use<Name extends keyof Sparse>(name: Name): Sparse[Name] {
    const known: Sparse[Name] | undefined = this.sparse[name];
    if (known !== undefined) return known;
    const column = SPARSE[name](this.capacity, this.areShared) as Sparse[Name];
    this.sparse[name] = column;
    return column;
  }

  private writeOrders(from: number, to: number): void {
    const order = this.use("order");
    for (let row = from; row < to; row += 1) if (order[row] !== NO_ORDER) order[row] = row;
  }
}

function namesOf(sparse: Partial<Sparse>): readonly (keyof Sparse)[] {
  return Object.keys(sparse) as (keyof Sparse)[];
}
