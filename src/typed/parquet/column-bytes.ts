import type { CellBytes } from "../typed-table.ts";
import type { ColumnKind } from "./column-kind.ts";
import type { Cells, Pages, Texts } from "./pages/cells.ts";

const [ZERO, MOST_DIGITS] = [0x30, 16] as const;

/** The cells of a Parquet column as bytes: texts, and whole numbers, whose digits are written when they are asked for. */
export class ColumnBytes implements CellBytes {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  entry = -1;
  dictionary: { readonly size: number } | null = null;
  private readonly pages: Pages;
  private readonly hasNumbers: boolean;
  private readonly digits = new Uint8Array(MOST_DIGITS);
  private first = 0;
  private length = 0;
  private entries: Int32Array | null = null;
  texts: Texts | null = null;
  at = 0;
  private numbers: Float64Array | null = null;
  /** The dictionary of the pages of a row group, and what stands for it outside. */
  private lastTexts: Texts | null = null;

  constructor(pages: Pages, { kind }: ColumnKind) {
    this.pages = pages;
    this.hasNumbers = kind === "number" || kind === "unsigned";
  }

  seek(record: number): boolean {
    if (record < this.first || record >= this.first + this.length) this.turnTo(record);
    const at = record - this.first;
    const { texts, entries } = this;
    if (texts === null) return this.writeDigits(at);
    const place = entries === null ? at : (entries[at] as number);
    this.entry = entries === null ? -1 : place;
    this.at = place;
    this.start = place < 0 ? 0 : (texts.starts[place] as number);
    this.end = place < 0 ? 0 : (texts.ends[place] as number);
    return true;
  }

  private turnTo(record: number): void {
    const { first, length, cells } = this.pages.pageAt(record);
    this.first = first;
    this.length = length;
    this.numbers = this.hasNumbers && "numbers" in cells ? cells.numbers : null;
    this.entries = "entries" in cells ? cells.entries : null;
    this.texts = textsOf(cells);
    this.bytes = this.texts?.bytes ?? this.digits;
    if (!("entries" in cells)) this.dictionary = null;
    else if (this.dictionary === null || this.lastTexts !== cells.dictionary) {
      this.dictionary = { size: cells.dictionary.starts.length };
      this.lastTexts = cells.dictionary;
    }
  }

  /** The digits of a whole number that is not negative, none of a blank cell; false for any other. */
  private writeDigits(at: number): boolean {
    this.entry = -1;
    const { numbers, digits } = this;
    if (numbers === null) return false;
    let rest = numbers[at] as number;
    this.start = MOST_DIGITS;
    this.end = MOST_DIGITS;
    if (Number.isNaN(rest)) return true;
    if (!Number.isSafeInteger(rest) || rest < 0) return false;
    let start = MOST_DIGITS;
    do {
      const tenth = Math.floor(rest / 10);
      start -= 1;
      digits[start] = ZERO + rest - tenth * 10;
      rest = tenth;
    } while (rest > 0);
    this.start = start;
    return true;
  }
}

function textsOf(cells: Cells): Texts | null {
  if ("texts" in cells) return cells.texts;
  return "entries" in cells ? cells.dictionary : null;
}
