import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { HashedKeys } from "../../csv/keys/hashed-keys.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { OrderIdsOutOfTurn } from "../rows/restart-reasons.ts";
import type { ReadRow } from "../rows/row-columns.ts";
import type { RowTexts } from "../rows/row-table.ts";

/** Notes the keys of rows that are not looked up: their hashes, or that each comes after the one before. */
export class KeysInRows {
  private readonly fields: FieldScanner;
  private readonly customers: HashedKeys | null;
  private readonly orders: HashedKeys | null;
  private readonly sequence: KeySequence | null;

  constructor({ customers, orders }: Pick<RowTexts, "customers" | "orders">, fields: FieldScanner) {
    this.fields = fields;
    this.customers = this.hashedKeys(customers);
    this.orders = this.hashedKeys(orders);
    this.sequence = orders instanceof KeySequence ? orders : null;
  }

  private hashedKeys(texts: TextCodes): HashedKeys | null {
    if (!(texts instanceof HashedKeys)) return null;
    texts.hashWith((text, to, at) => this.fields.hashOf(text, to, at));
    return texts;
  }

  /** Notes a customer that stands in a cell of the selected record; nothing where a row has none. */
  noteCustomer(row: number, customer: number, slot: number): void {
    if (this.customers !== null && customer >= 0) this.addHash(this.customers, row, slot);
  }

  /**
   * Notes an order id likewise.
   *
   * @throws OrderIdsOutOfTurn where ids are followed and this one is out of turn
   */
  noteOrder(row: number, order: number, slot: number): void {
    if (order < 0) return;
    const { orders, sequence, fields } = this;
    if (orders !== null) {
      this.addHash(orders, row, slot);
      orders.ends?.note(fields.bytes, fields.start(slot), fields.end(slot));
    }
    if (sequence === null || sequence.note(fields.bytes, fields.start(slot), fields.end(slot))) return;
    throw new OrderIdsOutOfTurn();
  }

  /**
   * Notes the keys of a row that was read through its text.
   *
   * @throws OrderIdsOutOfTurn
   */
  noteTexts(row: number, { customer, order }: ReadRow): void {
    this.customers?.noteText(row, customer);
    this.orders?.noteText(row, order);
    if (this.sequence !== null && order >= 0 && !this.sequence.noteText()) throw new OrderIdsOutOfTurn();
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
