import { Kernel } from "./kernel.ts";
import { alignedAt, WORD_BYTES } from "./kernel-memory.ts";
import { RowTexts } from "./row-texts.ts";
import * as layout from "./wasm/layout.ts";

/** What a column of written rows holds: one of some texts each by its number, texts of their own, or doubles, of which NaN is missing. */
export type WrittenColumn =
  | { readonly kind: "shared texts"; readonly texts: readonly Uint8Array[] }
  | { readonly kind: "own texts" | "whole" | "money" | "number" };

const KINDS = {
  "shared texts": layout.SHARED_TEXTS,
  "own texts": layout.OWN_TEXTS,
  whole: layout.WHOLE_COLUMN,
  money: layout.MONEY_COLUMN,
  number: layout.NUMBER_COLUMN,
} as const;

const TABLE_AT = 1024;
/** Texts are copied so many bytes at a time. */
const STEP_BYTES = 16;
/** No number is longer. */
const LONGEST_NUMBER = 32;

/** Where a column's cells stand, and its texts with their bounds. */
interface ColumnPlace {
  readonly cells: number;
  readonly texts: number;
  readonly bounds: number;
}

/** Writes rows as delimited text, some at a time: their cells are put into its memory by columns, and the kernel makes text of them. */
export class RowWriter {
  /** The texts of the rows to be written next, of one column after another. */
  readonly texts = new RowTexts();
  private readonly kernel = Kernel.take();
  private readonly rows: number;
  private readonly places: readonly ColumnPlace[];
  /** What a row takes at the most, texts of its own aside. */
  private readonly rowBytes: number;
  /** Where texts of the rows at hand stand, and behind them what is written. */
  private readonly textsAt: number;
  private end = TABLE_AT;

  /** @param rows how many are written at a time at the most */
  constructor(columns: readonly WrittenColumn[], rows: number) {
    this.rows = rows;
    const table = this.take(columns.length * layout.COLUMN_SIZE);
    const own = columns.map((column) => ({
      cells: this.take(rows * Float64Array.BYTES_PER_ELEMENT),
      ...(column.kind === "shared texts"
        ? this.putTexts(column.texts)
        : { bounds: this.take((rows + 1) * WORD_BYTES) }),
    }));
    this.textsAt = this.end;
    this.places = own.map((place) => ({ texts: this.textsAt, ...place }));
    this.rowBytes = columns.reduce((sum, column) => sum + longestOf(column) + 1, 0);
    const words = this.places.flatMap(({ cells, texts, bounds }, index) => {
      return [KINDS[(columns[index] as WrittenColumn).kind], cells, texts, bounds];
    });
    new Uint32Array(this.kernel.memory, table, words.length).set(words);
  }

  /** Where the doubles of a column are to be put. */
  numbers(column: number): Float64Array {
    return new Float64Array(this.kernel.memory, this.placeOf(column).cells, this.rows);
  }

  /** Where the numbers of a column's shared texts are to be put. */
  codes(column: number): Uint16Array {
    return new Uint16Array(this.kernel.memory, this.placeOf(column).cells, this.rows);
  }

  /** Where the ends of a column's own texts are to be put, which are added next; before them stands where the first one begins. */
  ends(column: number): Uint32Array {
    const bounds = new Uint32Array(this.kernel.memory, this.placeOf(column).bounds, this.rows + 1);
    bounds[0] = this.texts.used;
    return bounds.subarray(1);
  }

  /**
   * Writes the rows whose cells were put. The result stands in the kernel's memory until the next rows are put there.
   *
   * @param textOf the text of a cell that the kernel cannot write
   */
  write(rows: number, delimiter: number, textOf: (row: number, column: number) => string): Uint8Array {
    const { texts, kernel, textsAt, places } = this;
    const { run } = kernel;
    const start = alignedAt(textsAt + texts.used + STEP_BYTES);
    this.reserve(start, rows);
    this.put(texts.all, textsAt);
    let [row, column, at] = [0, 0, start];
    for (;;) {
      row = run.writeRows(TABLE_AT, places.length, row, column, rows, delimiter, at);
      at = run.writtenTo.value;
      if (row === rows) break;
      column = run.stoppedAt.value;
      const cell = Buffer.from(textOf(row, column) + String.fromCharCode(delimiter));
      this.reserve(at + cell.length, rows - row);
      this.put(cell, at);
      at += cell.length;
      column += 1;
    }
    texts.used = 0;
    return new Uint8Array(kernel.memory, start, at - start);
  }

  close(): void {
    this.kernel.giveBack();
  }

  private placeOf(column: number): ColumnPlace {
    return this.places[column] as ColumnPlace;
  }

  private putTexts(texts: readonly Uint8Array[]): Pick<ColumnPlace, "texts" | "bounds"> {
    const all = Buffer.concat(texts);
    const at = this.take(all.length + STEP_BYTES);
    const bounds = this.take((texts.length + 1) * WORD_BYTES);
    this.put(all, at);
    const ends = new Uint32Array(this.kernel.memory, bounds, texts.length + 1).fill(0);
    for (const [index, { length }] of texts.entries()) ends[index + 1] = (ends[index] as number) + length;
    return { texts: at, bounds };
  }

  private put(bytes: Uint8Array, at: number): void {
    new Uint8Array(this.kernel.memory, at, bytes.length).set(bytes);
  }

  /** Takes the next bytes of the memory, which may have been used before. */
  private take(bytes: number): number {
    const at = this.end;
    this.end = alignedAt(at + bytes);
    this.kernel.reserve(this.end);
    return at;
  }

  /** Makes room for so many rows from an address on. */
  private reserve(at: number, rows: number): void {
    this.kernel.reserve(at + rows * this.rowBytes + this.texts.used + STEP_BYTES);
  }
}

function longestOf(column: WrittenColumn): number {
  if (column.kind === "own texts") return 0;
  if (column.kind !== "shared texts") return LONGEST_NUMBER;
  return column.texts.reduce((most, { length }) => Math.max(most, length), 0);
}
