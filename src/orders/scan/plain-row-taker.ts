import type { KeyBounds, KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { PlainRows, type PlainRowsLayout } from "../../kernel/plain-rows.ts";
import { OrderIdsOutOfTurn } from "../rows/restart-reasons.ts";
import type { RowBuffer } from "../rows/row-buffer.ts";
import type { RowReader } from "../rows/row-reader.ts";
import type { PurchaseRows } from "../sums/purchase-rows.ts";
import type { KeysInRows } from "./keys-in-rows.ts";
import type { OrderRuns } from "./order-runs.ts";
import type { RowCustomers } from "./row-customers.ts";

/** What the rows of plain records go to. */
export interface PlainRowSinks {
  readonly buffer: RowBuffer;
  readonly purchases: PurchaseRows | null;
  readonly keys: KeysInRows;
  readonly reader: RowReader;
  /** Order ids that are followed; `null` where they are hashed. */
  readonly sequence: KeySequence | null;
  /** Where rows of one order stand one behind another. */
  readonly runs: OrderRuns | null;
  /** The customers of kept rows. */
  readonly customers: RowCustomers;
}

/** Where the records stand from which rows are taken. */
interface RecordsPlace {
  readonly line: number;
  readonly placeOfBlock: number;
  /** Whether more records of the last one's order may follow. */
  readonly mayGoOn: boolean;
}

/**
 * Takes the rows of plain records without a look at each: the kernel writes down what they hold, and here it goes where the rows of
 * other records go. A record whose words the kernel does not know is taken once others told what they mean.
 */
export class PlainRowTaker {
  private readonly rows: PlainRows;
  private readonly fields: FieldScanner;
  private readonly sinks: PlainRowSinks;
  /** `null` where rows have no order ids. */
  private readonly orderSlot: number | null;
  /** Whether there is still room for words, so that it is worth trying. */
  private isUseful = true;

  constructor(fields: FieldScanner, layout: PlainRowsLayout, sinks: PlainRowSinks) {
    this.fields = fields;
    this.sinks = sinks;
    this.orderSlot = layout.order;
    this.rows = new PlainRows(fields, layout);
  }

  /** Whether the record behind those that were taken has words that are not known, and may be plain but for that. */
  lacksWords = false;

  /** Whether the record behind those that were taken is left because more records of its order may follow. */
  isLeft = false;

  /** The line of the record behind those that were taken. */
  get line(): number {
    return this.rows.line;
  }

  /**
   * Takes rows from a record on; returns the first of the records that others must read.
   *
   * @throws OrderIdsOutOfTurn where ids are followed, and one is the last one again or there are too many sequences
   */
  take(from: number, count: number, { line, placeOfBlock, mayGoOn }: RecordsPlace): number {
    this.isLeft = false;
    this.lacksWords = false;
    if (!this.isUseful) return from;
    const { rows, fields, sinks } = this;
    const { sequence, runs } = sinks;
    const goesOn = runs?.goesOn(from) ?? false;
    const [direction, keptOrders] = [sequence?.step ?? 0, runs?.keptOrders ?? 0];
    const next = rows.take(from, count, { line, placeOfBlock, direction, keptOrders, goesOn, mayGoOn });
    this.lacksWords = next < count && rows.lacksWords;
    this.isLeft = next < count && rows.isLeft;
    if (next === from) return from;
    const { orderSlot } = this;
    if (sequence !== null && orderSlot !== null) {
      const [first, last] = [this.orderBounds(from, orderSlot), this.orderBounds(next - 1, orderSlot)];
      if (!sequence.noteRun(fields.bytes, first, last, goesOn)) throw new OrderIdsOutOfTurn();
    }
    if (runs !== null) {
      runs.keptOrders = rows.keptOrders;
      runs.isKept = rows.endsKept;
      runs.noteLast(next - 1);
    }
    sinks.keys.addOrders(rows.words, rows.ordersAt, { count: rows.orders, firstRow: sinks.buffer.length });
    if (rows.purchases > 0) this.addPurchases();
    if (rows.kept > 0) this.keep();
    sinks.reader.takeOrders(next - from, rows.amounts);
    sinks.reader.noteRounded(rows.rounded);
    if (rows.hasOtherIds) sinks.reader.noteOtherId();
    return next;
  }

  /** Says what the words of the record behind those that were taken mean; false where others must read it. */
  learn(record: number, status: number, currency: number): boolean {
    this.lacksWords = false;
    const counts = this.sinks.purchases?.codeOf(status, currency) ?? -1;
    this.isUseful = this.rows.learn(record, status, currency, counts + 1);
    return this.isUseful;
  }

  /** Where the order id of a record stands. */
  private orderBounds(record: number, slot: number): KeyBounds {
    const { fields } = this;
    fields.select(record);
    return [fields.start(slot), fields.end(slot)];
  }

  private addPurchases(): void {
    const { rows } = this;
    const { purchases } = this.sinks;
    purchases?.addRows(rows.words, rows.purchasesAt, { count: rows.purchases, days: rows.days });
    rows.eachTally((status, currency, tally) => purchases?.tallyRows(status, currency, tally));
  }

  private keep(): void {
    const { rows } = this;
    const { buffer, customers } = this.sinks;
    customers.addKept(rows, buffer.length);
    buffer.appendKept(rows);
  }
}
