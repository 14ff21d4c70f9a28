import type { Encoding } from "../detect/encoding.ts";
import { hashKey } from "../read/hash-key.ts";
import { KeyDictionary } from "../read/key-dictionary.ts";
import { cellText } from "./cell-text.ts";
import { CELL, type FieldScanner } from "./field-scanner.ts";

/** What a column's cells stand for, found out once for each distinct cell: a cell seen before is never made a text. */
export class CellCodes {
  private readonly slot: number;
  private readonly cells = new KeyDictionary();
  private readonly codes: number[] = [];
  private readonly encoding: Encoding;
  private readonly isWord: boolean;
  private readonly last = new Uint8Array(64);
  private lastLength = -1;
  private lastCode = 0;
  private lastOrdinal = -1;
  private readonly codeOfText: (text: string) => number;

  constructor({
    slot,
    encoding,
    isWord,
    codeOfText,
  }: {
    readonly slot: number;
    readonly encoding: Encoding;
    /** Whether the scanner compares each cell with that of the record before. */
    readonly isWord: boolean;
    /** What a cell's text stands for. */
    readonly codeOfText: (text: string) => number;
  }) {
    this.slot = slot;
    this.encoding = encoding;
    this.isWord = isWord;
    this.codeOfText = codeOfText;
  }

  /** What the column's cell in the selected record stands for; there must be no quotes inside. */
  code(bytes: Uint8Array, fields: FieldScanner): number {
    const isNext = fields.ordinal === this.lastOrdinal + 1;
    this.lastOrdinal = fields.ordinal;
    if (isNext && this.isWord && fields.meaning(this.slot) === 1) return this.lastCode;
    const [start, end] = [fields.start(this.slot), fields.end(this.slot)];
    return this.isLast(bytes, start, end) ? this.lastCode : this.remember(bytes, start, end);
  }

  /** Whether the cell is the same as the one before, as statuses and currencies mostly are. */
  private isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const { last } = this;
    if (end - start !== this.lastLength) return false;
    for (let at = start, index = 0; at < end; at += 1, index += 1) if (bytes[at] !== last[index]) return false;
    return true;
  }

  private remember(bytes: Uint8Array, start: number, end: number): number {
    const code = this.lookUp(bytes, start, end);
    this.lastLength = end - start <= this.last.length ? end - start : -1;
    for (let at = start, index = 0; index < this.lastLength; at += 1, index += 1)
      this.last[index] = bytes[at] as number;
    this.lastCode = code;
    return code;
  }

  private lookUp(bytes: Uint8Array, start: number, end: number): number {
    const cell = this.cells.codeOfBytes(bytes, start, end, hashKey(bytes, start, end));
    const known = this.codes[cell];
    if (known !== undefined) return known;
    const code = this.codeOfText(cellText(bytes, { start, end, kind: CELL.plain }, this.encoding));
    this.codes[cell] = code;
    return code;
  }
}
