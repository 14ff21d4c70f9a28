import { DESCRIBED, KEYS_AT_ONCE, type KeyHasher } from "../../kernel/key-hasher.ts";
import type { CellBytes, CellTextBytes } from "../../typed/typed-table.ts";

/**
 * What the texts of a column's cells say as keys, and their hashes, made of many cells at once: of the next ones where each cell
 * has its own text, of all where cells share them.
 */
export class CellHashes {
  /** `DESCRIBED.words` for each text. */
  words = new Int32Array(0);
  private readonly hasher: KeyHasher;
  private readonly lowersEmails: boolean;
  private texts: CellTextBytes | null = null;
  private from = 0;
  private to = 0;

  constructor(hasher: KeyHasher, lowersEmails: boolean) {
    this.hasher = hasher;
    this.lowersEmails = lowersEmails;
  }

  /** Where in the words a cell's text stands. */
  seek(texts: CellTextBytes, { at, entry }: CellBytes): number {
    if (texts !== this.texts || at < this.from || at >= this.to) this.describe(texts, at, entry >= 0);
    return (at - this.from) * DESCRIBED.words;
  }

  private describe(texts: CellTextBytes, at: number, areShared: boolean): void {
    const { length } = texts.starts;
    this.texts = texts;
    this.from = areShared ? 0 : at;
    this.to = areShared ? length : Math.min(length, at + KEYS_AT_ONCE);
    const needed = (this.to - this.from) * DESCRIBED.words;
    if (this.words.length < needed) this.words = new Int32Array(needed);
    for (let from = this.from; from < this.to; from += KEYS_AT_ONCE) {
      const to = Math.min(this.to, from + KEYS_AT_ONCE);
      const own = this.words.subarray((from - this.from) * DESCRIBED.words, (to - this.from) * DESCRIBED.words);
      this.hasher.describe(texts, { from, to }, this.lowersEmails, own);
    }
  }
}
