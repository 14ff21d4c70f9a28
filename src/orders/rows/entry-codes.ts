import type { CellBytes } from "../../typed/typed-table.ts";

/** No code was remembered; no code, and no key of a text, is so low. */
export const UNKNOWN_CODE = -0x80000000;

/** What the texts that many cells of a column have stand for, as far as it was found out. */
export class EntryCodes {
  private dictionary: CellBytes["dictionary"] = null;
  private codes = new Int32Array(0);

  /** The code of a cell; {@link UNKNOWN_CODE} where it is not known. */
  at({ entry, dictionary }: CellBytes): number {
    if (entry < 0) return UNKNOWN_CODE;
    if (dictionary !== this.dictionary) this.turnTo(dictionary);
    return this.codes[entry] as number;
  }

  /** Remembers the code of a cell, where others have its text, too. */
  set({ entry, dictionary }: CellBytes, code: number): void {
    if (entry < 0) return;
    if (dictionary !== this.dictionary) this.turnTo(dictionary);
    this.codes[entry] = code;
  }

  private turnTo(dictionary: CellBytes["dictionary"]): void {
    this.dictionary = dictionary;
    this.codes = new Int32Array(dictionary?.size ?? 0).fill(UNKNOWN_CODE);
  }
}
