import { HashedKeys } from "../../csv/keys/hashed-keys.ts";
import { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import type { ColumnRoles } from "../../exports/detect/columns/columns.ts";
import { CELL, KEY, LONGEST_FAST_KEY } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { PlainRowsLayout } from "../../kernel/plain-rows.ts";
import type { RowTexts } from "../rows/row-table.ts";

/** No key, and a key that is not written plainly: its text must be looked at. */
export const NO_KEY = -1;
export const SLOW_KEY = -0x7fffffff;

const [ZERO, DOT, UPPER_A, LETTERS] = [0x30, 0x2e, 0x41, 26] as const;

/**
 * Order ids and customer keys that are written plainly, taken from the bytes of their cells: the short cut of `KeyReader`.
 * They are looked up, or only hashed: a key then is the place where it stands.
 */
export class FastKeys {
  /** Whether the last customer's first key was no whole number. */
  sawOtherId = false;
  /** The cells in which the last row's keys stand. */
  customerSlot = 0;
  orderSlot = 0;
  /** Whether keys are not looked up, and a customer's first is one cell. */
  private readonly areHashed: boolean;
  /** What is added to the place of a cell in the block. */
  blockAt = 0;
  private readonly texts: RowTexts;
  private readonly customers: readonly (readonly number[])[];
  private readonly orders: readonly number[];
  /** What stands before an order id in the dictionary. */
  private readonly prefix: Uint8Array;
  private readonly scratch = new Uint8Array(LONGEST_FAST_KEY + 16);

  constructor(
    texts: RowTexts,
    { columns, numbering, slotOf }: { columns: ColumnRoles; numbering: number; slotOf: (column: number) => number },
  ) {
    this.texts = texts;
    this.customers = columns.customer.map((alternative) => alternative.map(slotOf));
    this.orders = columns.order.map(slotOf);
    this.prefix = Buffer.from(numbering === 0 ? "" : `${numbering}${ORIGIN_MARK}`);
    this.scratch.set(this.prefix);
    const isOrderHashed = texts.orders instanceof KeySequence || texts.orders instanceof HashedKeys;
    this.areHashed = this.customers[0]?.length === 1 && isOrderHashed && texts.customers instanceof HashedKeys;
  }

  /** The cells of a plain row's keys, where they are hashed; `null` where they are not. */
  get plainSlots(): Pick<PlainRowsLayout, "customer" | "otherCustomer" | "hasMoreCustomers" | "order"> | null {
    const [[customer] = [], [other = null, ...rest] = [], ...more] = this.customers;
    const [order = null] = this.orders;
    if (!this.areHashed || customer === undefined) return null;
    const otherCustomer = rest.length === 0 ? other : null;
    return { customer, otherCustomer, hasMoreCustomers: rest.length > 0 || more.length > 0, order };
  }

  /** The row's customer: the first of its keys that is filled. */
  customer(bytes: Uint8Array, fields: FieldScanner): number {
    this.sawOtherId = false;
    for (let index = 0; index < this.customers.length; index += 1) {
      const slots = this.customers[index] as readonly number[];
      const slot = slots[0] as number;
      const [start, end] = [fields.start(slot), fields.end(slot)];
      if (slots.length > 1) {
        if (slots.some((part) => fields.start(part) === fields.end(part))) continue;
        return SLOW_KEY;
      }
      if (start === end || (end - start === 1 && bytes[start] === ZERO)) continue; // no id, or that of guests
      if (index > 0) fields.readSpare(slot, "key");
      const meaning = fields.meaning(slot);
      if (fields.kind(slot) > CELL.quoted || (meaning & KEY.isFast) === 0) return SLOW_KEY;
      if ((meaning & KEY.isNumber) === 0 && index === 0) {
        if (bytes[end - 1] === ZERO && bytes[end - 2] === DOT) return SLOW_KEY; // perhaps 17850.0
        this.sawOtherId = true;
      }
      this.customerSlot = slot;
      const { customers } = this.texts;
      if (customers instanceof HashedKeys) return this.blockAt + start;
      if (!(customers instanceof KeyDictionary)) return SLOW_KEY;
      if ((meaning & KEY.isWide) !== 0) return SLOW_KEY;
      if ((meaning & KEY.hasCapitals) !== 0) return this.inLowerCase(customers, bytes, start, end);
      return customers.codeOf(bytes, start, end);
    }
    return NO_KEY;
  }

  /** The row's order: the first id that is filled. */
  order(bytes: Uint8Array, fields: FieldScanner): number {
    const { orders } = this.texts;
    for (let index = 0; index < this.orders.length; index += 1) {
      const slot = this.orders[index] as number;
      const [start, end] = [fields.start(slot), fields.end(slot)];
      if (start === end) continue;
      if (index > 0) fields.readSpare(slot, "id");
      if (fields.kind(slot) > CELL.quoted || (fields.meaning(slot) & KEY.isFast) === 0) return SLOW_KEY;
      this.orderSlot = slot;
      if (orders instanceof HashedKeys) return this.blockAt + start;
      if (orders instanceof KeySequence) return 0;
      if (!(orders instanceof KeyDictionary)) return SLOW_KEY;
      if (this.prefix.length === 0) return orders.codeOf(bytes, start, end);
      this.scratch.set(bytes.subarray(start, end), this.prefix.length);
      return orders.codeOf(this.scratch, 0, this.prefix.length + end - start);
    }
    return NO_KEY;
  }

  /** E-mail addresses are compared without case. */
  private inLowerCase(customers: KeyDictionary, bytes: Uint8Array, start: number, end: number): number {
    const { scratch } = this;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      scratch[at - start] = (byte - UPPER_A) >>> 0 < LETTERS ? byte + 32 : byte;
    }
    const code = customers.codeOf(scratch, 0, end - start);
    scratch.set(this.prefix);
    return code;
  }
}
