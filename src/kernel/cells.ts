import * as layout from "./wasm/layout.ts";

/**
 * How a cell stands in the file: as it is; in quotes; in quotes with doubled ones inside; with text after its closing quote. In
 * JSON, `escaped` has backslashes inside, and `written` is a number whose text is another, such as 12.50.
 */
export const CELL = {
  unquoted: layout.UNQUOTED,
  quoted: layout.QUOTED,
  escaped: layout.ESCAPED,
  relaxed: layout.RELAXED,
  written: layout.WRITTEN,
} as const;

/**
 * What the kernel makes of a wanted cell. A `key` is hashed, an e-mail address in lower case; an `id` is hashed byte by byte, one `in turn` is
 * not hashed, and a `spare` one is read only where it is asked for; a `word` often repeats the record before; of a `flag` it only matters whether it is filled.
 */
export const HOLDS = {
  text: layout.TEXT_CELL,
  day: layout.DAY_CELL,
  amount: layout.AMOUNT_CELL,
  key: layout.KEY_CELL,
  id: layout.ID_CELL,
  "in turn": layout.SEQUENCE_CELL,
  spare: layout.SPARE_CELL,
  word: layout.WORD_CELL,
  flag: layout.FLAG_CELL,
} as const;

export type Holds = keyof typeof HOLDS;

/** What the kernel tells about a key; flags of `FieldScanner.meaning`. */
export const KEY = {
  isFast: layout.IS_FAST,
  isNumber: layout.IS_NUMBER,
  hasCapitals: layout.HAS_CAPITALS,
  isWide: layout.IS_WIDE,
} as const;

/** What it tells about an amount likewise. */
export const AMOUNT = {
  hasCurrency: layout.HAS_CURRENCY,
  wasRounded: layout.WAS_ROUNDED,
} as const;

/** The longest key, in bytes, that the kernel hashes; longer ones take the slow path. */
export const LONGEST_FAST_KEY = 1024;

/** Stands for a date in a notation that the kernel does not read; the slow path does. */
export const SLOW_DAY = -0x7fffffff;

/** Where a cell's text lies in the block, and how. */
export interface CellBounds {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

/** Instead of its fields, what a line of JSON is that holds no record that the kernel reads: blank, or to be parsed. */
export const LINE = { blank: layout.BLANK_LINE, other: layout.OTHER_RECORD } as const;

/** Flags of the kinds of values that a key of JSON was seen to have; blank ones do not count. */
export const SEEN = { number: layout.SEEN_NUMBER, text: layout.SEEN_TEXT } as const;
