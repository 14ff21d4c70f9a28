import type { ColumnRoles } from "../detect/columns.ts";
import { finishHash, HASH_PRIME, HASH_START, hashKey } from "../read/hash-key.ts";
import { KeyDictionary, LARGEST_DIRECT } from "../read/key-dictionary.ts";
import { ORIGIN_MARK } from "../read/key-reader.ts";
import { OrderSequence } from "../read/order-sequence.ts";
import type { RowTexts } from "../read/row-table.ts";
import { CELL, type FieldScanner } from "./field-scanner.ts";

/**
 * In a column of customers that is handed to another thread, a small whole number stands for itself, counted down from here:
 * the table looks it up by its value, as the thread would have had to.
 */
export const NUMBER_ITSELF = -2;

/** No key, and a key that is not written plainly: its text must be looked at. */
export const NO_KEY = -1;
export const ODD_KEY = -0x7fffffff;

const [ZERO, NINE, DOT, COMMA, APOSTROPHE, EQUALS, BLANK, AT] = [
  0x30, 0x39, 0x2e, 0x2c, 0x27, 0x3d, 0x20, 0x40,
] as const;
const [UPPER_A, LETTERS, LOWER_E] = [0x41, 26, 0x65] as const;

const LONGEST_KEY = 1024;
/** Digits of the numbers below {@link LARGEST_DIRECT}. */
const MOST_SMALL_DIGITS = 7;
/** Whole numbers of so many digits are exact in a double. */
const MOST_DIGITS = 15;

/**
 * Looks up order ids and customer keys by the bytes of their cells: the short cut of `KeyReader`. A key is plain where it
 * is ASCII, has no blanks or marks around it, and cannot be a number that a spreadsheet destroyed.
 */
export class PlainKeys {
  /** Whether the last customer's first key was no whole number. */
  sawOtherId = false;
  private readonly texts: RowTexts;
  private readonly numbersStayThemselves: boolean;
  private readonly customers: readonly (readonly number[])[];
  private readonly orders: readonly number[];
  /** What stands before an order id in the dictionary. */
  private readonly prefix: Uint8Array;
  private readonly scratch = new Uint8Array(LONGEST_KEY + 16);
  private hash = 0;
  private hasCapitals = false;
  private isNumber = false;
  /** The number that a key of digits is, exact up to 15 of them. */
  private value = 0;

  constructor(
    texts: RowTexts,
    {
      columns,
      origin,
      slotOf,
      numbersStayThemselves,
    }: {
      columns: ColumnRoles;
      origin: number;
      slotOf: (column: number) => number;
      numbersStayThemselves: boolean;
    },
  ) {
    this.numbersStayThemselves = numbersStayThemselves;
    this.texts = texts;
    this.customers = columns.customer.map((alternative) => alternative.map(slotOf));
    this.orders = columns.order.map(slotOf);
    this.prefix = Buffer.from(origin === 0 ? "" : `${origin}${ORIGIN_MARK}`);
    this.scratch.set(this.prefix);
  }

  /** Code of the row's customer: the first of its keys that is filled. */
  customer(bytes: Uint8Array, { starts, ends, kinds }: FieldScanner): number {
    this.sawOtherId = false;
    for (let index = 0; index < this.customers.length; index += 1) {
      const slots = this.customers[index] as readonly number[];
      const slot = slots[0] as number;
      const [start, end] = [starts[slot] as number, ends[slot] as number];
      if (slots.length > 1) return ODD_KEY;
      if (start === end || (end - start === 1 && bytes[start] === ZERO)) continue; // no id, or that of guests
      if ((kinds[slot] as number) > CELL.quoted) return ODD_KEY;
      const value = smallNumber(bytes, start, end);
      if (value >= 0) return this.codeOfNumber(value, bytes, start, end);
      if (!this.isPlain(bytes, start, end)) return ODD_KEY;
      if (index === 0 && !this.isNumber) {
        if (bytes[end - 1] === ZERO && bytes[end - 2] === DOT) return ODD_KEY; // perhaps 17850.0
        this.sawOtherId = true;
      }
      if (this.hasCapitals) return this.inLowerCase(bytes, start, end);
      return this.codeOf(bytes, start, end, this.hash);
    }
    return NO_KEY;
  }

  /** Code of the row's order: the first id that is filled. */
  order(bytes: Uint8Array, { starts, ends, kinds }: FieldScanner): number {
    const { orders } = this.texts;
    for (let index = 0; index < this.orders.length; index += 1) {
      const slot = this.orders[index] as number;
      const [start, end] = [starts[slot] as number, ends[slot] as number];
      if (start === end) continue;
      if ((kinds[slot] as number) > CELL.quoted || !this.isPlain(bytes, start, end)) return ODD_KEY;
      if (orders instanceof OrderSequence) {
        if (this.isNumber && end - start <= MOST_DIGITS) return orders.codeOfNumber(this.value, end - start);
        return orders.codeOfBytes(bytes, start, end);
      }
      if (!(orders instanceof KeyDictionary)) return ODD_KEY;
      if (this.prefix.length === 0) {
        return this.isSmallNumber(bytes[start] as number, end - start)
          ? orders.codeOfNumber(this.value, bytes, start, end)
          : orders.codeOfText(bytes, start, end, this.hash);
      }
      this.scratch.set(bytes.subarray(start, end), this.prefix.length);
      const length = this.prefix.length + end - start;
      return orders.codeOfBytes(this.scratch, 0, length, hashKey(this.scratch, 0, length));
    }
    return NO_KEY;
  }

  private isSmallNumber(first: number, digits: number): boolean {
    return this.isNumber && this.value < LARGEST_DIRECT && (first > ZERO || digits === 1);
  }

  private codeOfNumber(value: number, bytes: Uint8Array, start: number, end: number): number {
    if (this.numbersStayThemselves) return NUMBER_ITSELF - value;
    const { customers } = this.texts;
    return customers instanceof KeyDictionary ? customers.codeOfNumber(value, bytes, start, end) : ODD_KEY;
  }

  private codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const { customers } = this.texts;
    return customers instanceof KeyDictionary ? customers.codeOfText(bytes, start, end, hash) : ODD_KEY;
  }

  /** E-mail addresses are compared without case. */
  private inLowerCase(bytes: Uint8Array, start: number, end: number): number {
    const { scratch } = this;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      scratch[at - start] = (byte - UPPER_A) >>> 0 < LETTERS ? byte + 32 : byte;
    }
    const code = this.codeOf(scratch, 0, end - start, hashKey(scratch, 0, end - start));
    scratch.set(this.prefix);
    return code;
  }

  /** Whether a key is written plainly; notes its hash, and whether it is digits, or an address with capitals. */
  private isPlain(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST_KEY) return false;
    const first = bytes[start] as number;
    if (first <= BLANK || first === APOSTROPHE || first === EQUALS || (bytes[end - 1] as number) <= BLANK) return false;
    let hash = HASH_START;
    let seen = 0;
    let others = 0;
    let ats = 0;
    let capitals = 0;
    let value = 0;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      hash = Math.imul(hash ^ byte, HASH_PRIME);
      seen |= byte;
      if (byte <= NINE && byte >= ZERO) value = value * 10 + byte - ZERO;
      else {
        others += 1;
        if (byte === AT) ats += 1;
        else if ((byte - UPPER_A) >>> 0 < LETTERS) capitals += 1;
      }
    }
    if (seen >= 0x80) return false;
    if (others > 0 && first >= ZERO && first <= NINE && end - start > 1) {
      const second = bytes[start + 1] as number;
      if (second === DOT || second === COMMA || (second | 0x20) === LOWER_E) return false; // perhaps 1.2E+13
    }
    this.hash = finishHash(hash);
    this.isNumber = others === 0;
    this.value = value;
    this.hasCapitals = ats > 0 && capitals > 0;
    return true;
  }
}

/** The whole number below {@link LARGEST_DIRECT} that a key is, written without zeros in front; −1 for any other. */
function smallNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MOST_SMALL_DIGITS || bytes[start] === ZERO) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
