import type { Encoding } from "../detect/encoding.ts";
import { hashKey } from "../read/hash-key.ts";
import { KeyDictionary } from "../read/key-dictionary.ts";
import { CELL } from "./field-scanner.ts";
import { cellText } from "./cell-text.ts";

/** What a column's cells stand for, found out once for each distinct cell: a cell seen before is never made a text. */
export class CellCodes {
  private readonly cells = new KeyDictionary();
  private readonly codes: number[] = [];
  private readonly encoding: Encoding;
  private readonly codeOfText: (text: string) => number;

  /** @param codeOfText what a cell's text stands for */
  constructor(encoding: Encoding, codeOfText: (text: string) => number) {
    this.encoding = encoding;
    this.codeOfText = codeOfText;
  }

  /** What the cell in `bytes[start … end)`, without quotes inside, stands for. */
  code(bytes: Uint8Array, start: number, end: number): number {
    const cell = this.cells.codeOfBytes(bytes, start, end, hashKey(bytes, start, end));
    const known = this.codes[cell];
    if (known !== undefined) return known;
    const code = this.codeOfText(cellText(bytes, { start, end, kind: CELL.plain, encoding: this.encoding }));
    this.codes[cell] = code;
    return code;
  }
}
