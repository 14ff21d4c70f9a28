import { EARLIEST_YEAR, LATEST_YEAR } from "../basics/calendar/date-format.ts";
import { dayNumber } from "../basics/calendar/days.ts";
import * as layout from "./wasm/layout.ts";

export const WORD_BYTES = 4;

/** A record's head, in words of 32 bits: where each number stands, and how long the head is. */
export const RECORD = {
  next: layout.RECORD_NEXT / WORD_BYTES,
  fields: layout.RECORD_FIELDS / WORD_BYTES,
  lines: layout.RECORD_LINES / WORD_BYTES,
  plain: layout.RECORD_PLAIN / WORD_BYTES,
  words: layout.RECORD_HEAD / WORD_BYTES,
} as const;

/** A cell behind the head, likewise; its start is its first word. */
export const WORD = {
  end: layout.CELL_END / WORD_BYTES,
  kind: layout.CELL_KIND / WORD_BYTES,
  meaning: layout.CELL_MEANING / WORD_BYTES,
  hash: layout.CELL_HASH / WORD_BYTES,
  words: layout.CELL_SIZE / WORD_BYTES,
} as const;

/** Where a cell's amount stands, in numbers of 64 bits. */
export const NUMBER = layout.CELL_NUMBER / 8;

/** Columns that are looked for at a time where all cells of a record are wanted. */
export const CHUNK_COLUMNS = 512;

const TABLES_AT = 1024;
const MONTHS = (LATEST_YEAR - EARLIEST_YEAR + 1) * 12;

/** The first day of each month of the valid years, and of the month after them, which tells the last one's length. */
export const MONTH_STARTS = Int32Array.from({ length: MONTHS + 1 }, (_, month) =>
  dayNumber(EARLIEST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
);

/** Addresses of what the kernel works on, in bytes of its memory; the block of text comes last and may grow. */
export interface KernelPlaces {
  /** {@link MONTH_STARTS}. */
  readonly months: number;
  /** The slot of each column of the file, and of the columns of a chunk. */
  readonly table: number;
  readonly chunkTable: number;
  /** What each wanted cell holds. */
  readonly types: number;
  /** The keys of JSON records. */
  readonly keys: number;
  /** The one record whose cells are all wanted. */
  readonly chunk: number;
  readonly records: number;
  readonly block: number;
}

/**
 * Lays out the kernel's memory.
 *
 * @param columns columns up to the last wanted one
 * @param cells how many columns are wanted
 * @param recordBytes room for the records that are found at a time
 * @param keyBytes room for the keys of JSON records
 */
export function placesFor(
  columns: number,
  cells: number,
  { recordBytes, keyBytes }: { readonly recordBytes: number; readonly keyBytes: number },
): KernelPlaces {
  const months = TABLES_AT;
  const table = months + (MONTHS + 1) * WORD_BYTES;
  const chunkTable = table + columns * 2;
  const types = chunkTable + CHUNK_COLUMNS * 2;
  const keys = alignedAt(types + cells);
  const chunk = alignedAt(keys + keyBytes);
  const records = chunk + (RECORD.words + CHUNK_COLUMNS * WORD.words) * WORD_BYTES;
  return { months, table, chunkTable, types, keys, chunk, records, block: alignedAt(records + recordBytes) };
}

/** The next address at which a line of memory begins. */
export function alignedAt(address: number): number {
  return (address + 63) & ~63;
}
