import { CELL } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { Encoding } from "../detect/encoding.ts";
import { KeyDictionary } from "../keys/key-dictionary.ts";
import { cellText } from "./cell-text.ts";

const LONGEST_RECENT = 32;
const RECENT = 16;

/** A cell that was met before, and what it stands for. */
interface Recent {
  readonly bytes: Uint8Array;
  length: number;
  code: number;
}

function areEqual(known: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (known[at] !== bytes[start + at]) return false;
  return true;
}

/** What a column's cells stand for, found out once for each distinct cell: a cell seen before is never made a text. */
export class CellCodes {
  private readonly slot: number;
  private readonly cells = new KeyDictionary();
  private readonly codes: number[] = [];
  private readonly encoding: Encoding;
  private readonly isWord: boolean;
  /** Cells met before, by their length and outer bytes: the few that most rows have are found without hashing. */
  private readonly recent = Array.from(
    { length: RECENT },
    (): Recent => ({ bytes: new Uint8Array(LONGEST_RECENT), length: -1, code: 0 }),
  );
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
    this.lastCode = end - start > LONGEST_RECENT ? this.lookUp(bytes, start, end) : this.codeOfShort(bytes, start, end);
    return this.lastCode;
  }

  private codeOfShort(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    const place = length === 0 ? 0 : (bytes[start] as number) * 5 + (bytes[end - 1] as number) * 3 + length;
    const recent = this.recent[place & (RECENT - 1)] as Recent;
    if (recent.length === length && areEqual(recent.bytes, bytes, start, length)) return recent.code;
    recent.code = this.lookUp(bytes, start, end);
    recent.length = length;
    for (let at = 0; at < length; at += 1) recent.bytes[at] = bytes[start + at] as number;
    return recent.code;
  }

  private lookUp(bytes: Uint8Array, start: number, end: number): number {
    const cell = this.cells.codeOf(bytes, start, end);
    const known = this.codes[cell];
    if (known !== undefined) return known;
    const code = this.codeOfText(cellText(bytes, { start, end, kind: CELL.unquoted }, this.encoding));
    this.codes[cell] = code;
    return code;
  }
}
