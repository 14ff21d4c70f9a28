import type { RowColumns } from "../../rows/row-columns.ts";
import type { ReadonlyColumn } from "../readonly-rows.ts";

/** One entry per order, per dated refund, and per reason for which rows of an order are set aside; in columns. */
export interface EntryColumns {
  readonly length: number;
  /** Code of the order id; −1 without one. */
  readonly order: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly refund: Float64Array;
  readonly margin: Float64Array;
  readonly rows: Int32Array | Uint8Array;
  readonly file: Uint16Array;
  readonly line: Uint32Array;
  readonly reason: Uint8Array;
  /** Codes of the kept columns: the first value that is not blank among the entry's rows; −1 where all are. */
  readonly kept: readonly Int32Array[];
}

/** One entry as it is appended. */
export type Entry = { readonly [column in Exclude<keyof EntryColumns, "length" | "kept">]: number } & {
  readonly kept: readonly number[];
};

/** The columns that are written in every entry. */
export type EntryMemory = Pick<RowColumns, "order" | "customer" | "day" | "amount">;

/**
 * Collects entries into columns. Room that is not written to costs nothing, so there is as much as there are rows, which
 * no table of entries exceeds; nor are zeros written.
 */
export class EntryTable {
  length = 0;
  private readonly order: Int32Array;
  private readonly customer: Int32Array;
  private readonly day: Int32Array;
  private readonly net: Float64Array;
  private readonly refund: Float64Array;
  private readonly margin: Float64Array;
  private readonly rows: Int32Array;
  private readonly file: Uint16Array;
  private readonly line: Uint32Array;
  private readonly reason: Uint8Array;
  private readonly kept: readonly Int32Array[];

  /**
   * @param keptColumns how many columns are carried along
   * @param own columns of which nobody needs what they hold, to be written to instead of new ones
   */
  constructor(capacity: number, keptColumns: number, own: EntryMemory | null = null) {
    this.order = own?.order ?? new Int32Array(capacity);
    this.customer = own?.customer ?? new Int32Array(capacity);
    this.day = own?.day ?? new Int32Array(capacity);
    this.net = own?.amount ?? new Float64Array(capacity);
    this.refund = new Float64Array(capacity);
    this.margin = new Float64Array(capacity);
    this.rows = new Int32Array(capacity);
    this.file = new Uint16Array(capacity);
    this.line = new Uint32Array(capacity);
    this.reason = new Uint8Array(capacity);
    this.kept = Array.from({ length: keptColumns }, () => new Int32Array(capacity));
  }

  append(entry: Entry): void {
    const at = this.appendPlace(entry.order, entry.file, entry.line);
    this.setOrder(at, entry.customer, entry.day, entry.net);
    this.setRest(at, entry.refund, entry.margin, entry.rows, entry.reason);
    for (const [index, code] of entry.kept.entries()) this.setKept(at, index, code);
  }

  /** Appends an entry by its place; what else there is of it must follow. Numbers as arguments, because this runs once per order. */
  appendPlace(order: number, file: number, line: number): number {
    const at = this.length;
    this.length += 1;
    this.order[at] = order;
    if (file !== 0) this.file[at] = file;
    this.line[at] = line;
    return at;
  }

  setOrder(at: number, customer: number, day: number, net: number): void {
    this.customer[at] = customer;
    this.day[at] = day;
    this.net[at] = net;
  }

  setRest(at: number, refund: number, margin: number, rows: number, reason: number): void {
    if (refund !== 0) this.refund[at] = refund;
    if (margin !== 0) this.margin[at] = margin;
    this.rows[at] = rows;
    if (reason !== 0) this.reason[at] = reason;
  }

  setKept(at: number, index: number, code: number): void {
    const column = this.kept[index];
    if (column !== undefined) column[at] = code;
  }

  view(): EntryColumns {
    const { length } = this;
    return {
      length,
      order: this.order.subarray(0, length),
      customer: this.customer.subarray(0, length),
      day: this.day.subarray(0, length),
      net: this.net.subarray(0, length),
      refund: this.refund.subarray(0, length),
      margin: this.margin.subarray(0, length),
      rows: this.rows.subarray(0, length),
      file: this.file.subarray(0, length),
      line: this.line.subarray(0, length),
      reason: this.reason.subarray(0, length),
      kept: this.kept.map((column) => column.subarray(0, length)),
    };
  }
}

/** The first code among rows that stands for a value; −1 where all cells are blank. */
export function firstFilled(members: Int32Array, codes: ReadonlyColumn): number {
  for (let index = 0; index < members.length; index += 1) {
    const code = codes[members[index] as number] as number;
    if (code >= 0) return code;
  }
  return -1;
}
