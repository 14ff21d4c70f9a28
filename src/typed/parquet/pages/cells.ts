/** Values of a page as numbers; NaN where a cell is blank. Moments are milliseconds since 1970, times of day since midnight. */
export interface NumberCells {
  readonly numbers: Float64Array;
}

/** UTF-8 texts that lie in one piece of memory: the text `at` is `bytes[starts[at] … ends[at])`. */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Values of a page as texts, one per cell. */
export interface TextCells {
  readonly texts: Texts;
}

/** Values of a page as numbers of the texts of a dictionary; −1 where a cell is blank. */
export interface EntryCells {
  readonly dictionary: Texts;
  readonly entries: Int32Array;
}

/**
 * Values of a page as JavaScript's: numbers as in {@link NumberCells}, texts, booleans, and whole numbers beyond 2^53 as
 * `bigint`, of a decimal without its point.
 */
export interface ValueCells {
  readonly values: readonly (number | bigint | string | boolean | null)[];
}

export type Cells = NumberCells | TextCells | EntryCells | ValueCells;

/** A run of a column's cells. */
export interface Page {
  /** The record of its first cell. */
  readonly first: number;
  readonly length: number;
  readonly cells: Cells;
}

/** The pages of a column. */
export interface Pages {
  /** The page that holds a record's cell; the fastest where records are asked for in their order. */
  readonly pageAt: (record: number) => Page;
}
