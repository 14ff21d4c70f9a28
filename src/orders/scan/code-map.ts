import type { TextCodes } from "../read/dictionary.ts";
import { hashKey } from "../read/hash-key.ts";
import type { KeyDictionary, NewKeys } from "../read/key-dictionary.ts";
import { NUMBER_ITSELF } from "./plain-keys.ts";

const NOT_MET = -1;

/** Turns the codes of one thread into those of the table, each when it is first met, so that threads leave no trace. */
abstract class CodeMap {
  protected codes = new Int32Array(1024).fill(NOT_MET);
  /** How many codes were met that are the same in the table. */
  private same = 0;

  /** Codes of the thread so far. */
  protected abstract get count(): number;

  /** Whether all of the thread's codes are the table's, too. */
  private get isIdentity(): boolean {
    return this.same === this.count;
  }

  /** The table's code for one of the thread's. */
  at(code: number): number {
    const known = this.codes[code];
    if (known !== undefined && known !== NOT_MET) return known;
    return this.meet(code);
  }

  /** Replaces the codes in a column; −1, for none, stays. */
  replace(column: Int32Array): void {
    for (let row = 0; row < column.length; ) row = this.replaceSome(column, row);
  }

  /** Replaces codes from a row on, up to one that is met for the first time, and that one; returns the row after it. */
  protected abstract replaceSome(column: Int32Array, from: number): number;

  /** As {@link replace}, for columns of few codes. */
  replaceFew(column: Uint16Array): void {
    let row = 0;
    while (!this.isIdentity && row < column.length) row = this.replaceKnown(column, row);
  }

  /** Replaces codes from a row on, up to one that is met for the first time, and that one; returns the row after it. */
  private replaceKnown(column: Uint16Array, from: number): number {
    const { codes } = this;
    for (let row = from; row < column.length; row += 1) {
      const code = column[row] as number;
      const known = codes[code];
      if (known === undefined || known === NOT_MET) {
        column[row] = this.meet(code);
        return row + 1;
      }
      column[row] = known;
    }
    return column.length;
  }

  protected abstract find(code: number): number;

  protected meet(code: number): number {
    if (code >= this.codes.length) {
      const larger = new Int32Array(Math.max(this.codes.length * 2, code + 1)).fill(NOT_MET);
      larger.set(this.codes);
      this.codes = larger;
    }
    const found = this.find(code);
    this.codes[code] = found;
    if (found === code) this.same += 1;
    return found;
  }
}

/** The codes of keys. */
export class KeyMap extends CodeMap {
  private readonly table: KeyDictionary;
  private readonly chunks: { readonly first: number; readonly keys: NewKeys }[] = [];
  private length = 0;

  constructor(table: KeyDictionary) {
    super();
    this.table = table;
  }

  protected get count(): number {
    return this.length;
  }

  /** Takes the keys of the thread's next codes. */
  add(keys: NewKeys): void {
    if (keys.ends.length === 0) return;
    this.chunks.push({ first: this.length, keys });
    this.length += keys.ends.length;
  }

  protected override replaceSome(column: Int32Array, from: number): number {
    const { codes } = this;
    const { codesOfValues } = this.table;
    for (let row = from; row < column.length; row += 1) {
      const code = column[row] as number;
      if (code >= 0) {
        const known = codes[code];
        if (known === undefined || known === NOT_MET) {
          column[row] = this.meet(code);
          return row + 1;
        }
        column[row] = known;
      } else if (code <= NUMBER_ITSELF) {
        const known = codesOfValues[NUMBER_ITSELF - code];
        if (known === undefined || known === 0) {
          column[row] = this.table.codeOfValue(NUMBER_ITSELF - code);
          return row + 1;
        }
        column[row] = known - 1;
      }
    }
    return column.length;
  }

  protected find(code: number): number {
    const chunk = this.chunks.findLast(({ first }) => first <= code);
    if (chunk === undefined) return NOT_MET;
    const { bytes, ends } = chunk.keys;
    const index = code - chunk.first;
    const [start, end] = [index === 0 ? 0 : (ends[index - 1] as number), ends[index] as number];
    return this.table.codeOfBytes(bytes, start, end, hashKey(bytes, start, end));
  }
}

/** The codes of texts of which there are few. */
export class TextMap extends CodeMap {
  private readonly table: TextCodes;
  private readonly texts: string[] = [];

  constructor(table: TextCodes) {
    super();
    this.table = table;
  }

  protected get count(): number {
    return this.texts.length;
  }

  /** Whether the thread has met any text. */
  get isUsed(): boolean {
    return this.texts.length > 0;
  }

  /** Takes the texts of the thread's next codes. */
  add(texts: readonly string[]): void {
    this.texts.push(...texts);
  }

  protected override replaceSome(column: Int32Array, from: number): number {
    for (let row = from; row < column.length; row += 1) {
      const code = column[row] as number;
      if (code >= 0) column[row] = this.at(code);
    }
    return column.length;
  }

  protected find(code: number): number {
    const text = this.texts[code];
    return text === undefined ? 0 : this.table.code(text);
  }
}
