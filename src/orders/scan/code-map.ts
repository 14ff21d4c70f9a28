import type { TextCodes } from "../../csv/keys/dictionary.ts";

const NOT_MET = -1;

/**
 * Turns the codes that one thread gave to texts, of which there are few, into those of the table, each when it is first met,
 * so that threads leave no trace.
 */
export class TextMap {
  private readonly table: TextCodes;
  private readonly texts: string[] = [];
  private readonly codes: number[] = [];
  /** How many codes were met that are the same in the table. */
  private same = 0;

  constructor(table: TextCodes) {
    this.table = table;
  }

  /** Whether the thread has met any text. */
  get isUsed(): boolean {
    return this.texts.length > 0;
  }

  /** Takes the texts of the thread's next codes. */
  add(texts: readonly string[]): void {
    for (const text of texts) {
      this.texts.push(text);
      this.codes.push(NOT_MET);
    }
  }

  /** The table's code for one of the thread's. */
  at(code: number): number {
    const known = this.codes[code];
    return known !== undefined && known !== NOT_MET ? known : this.meet(code);
  }

  /** Replaces the codes in a column; −1, for none, stays. */
  replace(column: Int32Array): void {
    for (let row = 0; row < column.length; row += 1) {
      const code = column[row] as number;
      if (code >= 0) column[row] = this.at(code);
    }
  }

  /** As {@link replace}, for columns of few codes, which mostly are the same in the table. */
  replaceFew(column: Uint16Array | Uint32Array): void {
    for (let row = 0; row < column.length && this.same < this.texts.length; row += 1) {
      column[row] = this.at(column[row] as number);
    }
  }

  private meet(code: number): number {
    const text = this.texts[code];
    const found = text === undefined ? 0 : this.table.code(text);
    this.codes[code] = found;
    if (found === code) this.same += 1;
    return found;
  }
}
