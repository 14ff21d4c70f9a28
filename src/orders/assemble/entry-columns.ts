import { float64Column, int32Column, uint8Column, uint16Column, uint32Column } from "../read/growing.ts";

/** One entry an order, a dated refund, or the rows of an order set aside for one reason; in columns. */
export interface EntryColumns {
  readonly length: number;
  /** Code of the order id; −1 without one. */
  readonly order: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly refund: Float64Array;
  readonly margin: Float64Array;
  readonly rows: Int32Array;
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

/** Collects entries into columns. */
export class EntryTable {
  private readonly order = int32Column();
  private readonly customer = int32Column();
  private readonly day = int32Column();
  private readonly net = float64Column();
  private readonly refund = float64Column();
  private readonly margin = float64Column();
  private readonly rows = int32Column();
  private readonly file = uint16Column();
  private readonly line = uint32Column();
  private readonly reason = uint8Column();
  private readonly kept: readonly ReturnType<typeof int32Column>[];

  /** @param keptColumns how many columns are carried along */
  constructor(keptColumns: number) {
    this.kept = Array.from({ length: keptColumns }, () => int32Column());
  }

  append(entry: Entry): void {
    this.order.push(entry.order);
    this.customer.push(entry.customer);
    this.day.push(entry.day);
    this.net.push(entry.net);
    this.refund.push(entry.refund);
    this.margin.push(entry.margin);
    this.rows.push(entry.rows);
    this.file.push(entry.file);
    this.line.push(entry.line);
    this.reason.push(entry.reason);
    for (const [index, column] of this.kept.entries()) column.push(entry.kept[index] ?? -1);
  }

  view(): EntryColumns {
    return {
      length: this.order.length,
      order: this.order.view(),
      customer: this.customer.view(),
      day: this.day.view(),
      net: this.net.view(),
      refund: this.refund.view(),
      margin: this.margin.view(),
      rows: this.rows.view(),
      file: this.file.view(),
      line: this.line.view(),
      reason: this.reason.view(),
      kept: this.kept.map((column) => column.view()),
    };
  }
}
