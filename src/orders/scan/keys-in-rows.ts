import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { HashedKeys } from "../../csv/keys/hashed-keys.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { OrderIdsOutOfTurn } from "../rows/restart-reasons.ts";
import type { ReadRow } from "../rows/row-columns.ts";
import type { RowTexts } from "../rows/row-table.ts";
import type { OrderRuns } from "./order-runs.ts";

/** What a row without an order id has for one. */
const NO_ORDER = -1;

/** Notes the keys of rows that are not looked up: their hashes, or that each comes after the one before. */
export class KeysInRows {
  private readonly fields: FieldScanner;
  private readonly customers: HashedKeys | null;
  private readonly orders: HashedKeys | null;
  private readonly sequence: KeySequence | null;
  /** Where rows of one order stand one behind another. */
  private readonly runs: OrderRuns | null;

  constructor(
    { customers, orders }: Pick<RowTexts, "customers" | "orders">,
    fields: FieldScanner,
    runs: OrderRuns | null = null,
  ) {
    this.fields = fields;
    this.runs = runs;
    this.customers = this.hashedKeys(customers);
    this.orders = this.hashedKeys(orders);
    this.sequence = orders instanceof KeySequence ? orders : null;
  }

  private hashedKeys(texts: TextCodes): HashedKeys | null {
    if (!(texts instanceof HashedKeys)) return null;
    texts.hashWith((text, to, at) => this.fields.hashOf(text, to, at));
    return texts;
  }

  /** Notes a customer that stands in a cell of the selected record, or was read as a text; nothing where a row has none. */
  noteCustomer(row: number, customer: number, slot: number): void {
    if (customer < 0) this.customers?.noteText(row, customer);
    else if (this.customers !== null) this.addHash(this.customers, row, slot);
  }

  /**
   * Notes an order id likewise; returns what a row that is kept has for its order.
   *
   * @throws OrderIdsOutOfTurn where ids are followed, and this one is the last one again or there are too many sequences
   */
  noteOrder(row: number, order: number, slot: number): number {
    if (order < 0) return order;
    const { orders, sequence, fields, runs } = this;
    const [start, end] = [fields.start(slot), fields.end(slot)];
    if (orders !== null) this.addHash(orders, row, slot);
    if (runs === null) {
      this.follow(start, end);
      return order;
    }
    const isSame = orders?.takeBackRepeated() ?? sequence?.isLast(fields.bytes, start, end) ?? false;
    if (!isSame) this.follow(start, end);
    return runs.numberOf(isSame);
  }

  /**
   * Takes an order id that comes after those before, or begins another sequence, where ids are followed.
   *
   * @throws OrderIdsOutOfTurn where it is the last one again, or there are too many sequences
   */
  private follow(start: number, end: number): void {
    const { sequence, fields } = this;
    if (sequence !== null && !sequence.noteOrBegin(fields.bytes, start, end)) throw new OrderIdsOutOfTurn();
  }

  /**
   * Notes the keys of a row that was read through its text; returns what it has for its order.
   *
   * @throws OrderIdsOutOfTurn
   */
  noteTexts(row: number, { customer, order }: ReadRow): number {
    const { orders, sequence, runs } = this;
    this.customers?.noteText(row, customer);
    orders?.noteText(row, order);
    if (order === NO_ORDER) return order;
    const isSame = runs !== null && (orders?.takeBackRepeated() ?? sequence?.isLastText() ?? false);
    if (sequence !== null && !isSame && !sequence.noteText(true)) throw new OrderIdsOutOfTurn();
    return runs?.numberOf(isSame) ?? order;
  }

  /** Notes the orders of rows one after another, where they are hashed: their hashes are in the words, from `at` on. */
  addOrders(words: Int32Array, at: number, rows: { readonly count: number; readonly firstRow: number }): void {
    if (rows.count > 0) this.orders?.addRows(words, at, rows);
  }

  /** Notes the customers of rows likewise. */
  addCustomers(words: Int32Array, at: number, rows: { readonly count: number; readonly firstRow: number }): void {
    this.customers?.addRows(words, at, rows);
  }

  private addHash(keys: HashedKeys, row: number, slot: number): void {
    const at = keys.next(row);
    this.fields.copyHash(slot, keys.hashes, at);
    keys.separate(at);
  }
}
