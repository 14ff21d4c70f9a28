import { EARLIEST_YEAR, LATEST_YEAR } from "../basics/calendar/date-format.ts";
import { dayNumber } from "../basics/calendar/days.ts";
import { LONGEST_FAST_KEY } from "./cells.ts";
import { MONTH_TABLE_BYTES } from "./month-table.ts";
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

/** The room for records that are found at a time; little enough to stay in the processor's own memory. */
const RECORDS_BYTES = 192 * 1024;

/** How many records of so many bytes are found at a time. */
export function mostRecords(recordBytes: number): number {
  return Math.min(layout.MOST_RECORDS, Math.max(1, Math.floor(RECORDS_BYTES / recordBytes)));
}

/** The least of the numbers that the table has room for. */
const LEAST = -0x8000;

/** The slot of each column up to the last wanted one; below 0 how many columns from it on are not wanted, or the first of them. */
export function columnTable(wanted: readonly number[]): Int16Array {
  const table = new Int16Array(Math.max(0, ...wanted.map((column) => column + 1)));
  const slots = new Int16Array(table.length).fill(-1);
  for (let slot = wanted.length - 1; slot >= 0; slot -= 1) slots[wanted[slot] as number] = slot;
  for (let column = table.length - 1; column >= 0; column -= 1) {
    const slot = slots[column] as number;
    const following = Math.min(0, table[column + 1] as number);
    table[column] = slot >= 0 ? slot : (following === LEAST ? 0 : following) - 1;
  }
  return table;
}

/** What is taken from so many plain records at most. */
export function takenBytes(records: number): number {
  const each = layout.LINE_SIZE + layout.HASH_SIZE + layout.KEPT_SIZE + layout.HASH_SIZE;
  return layout.TAKEN_HEAD + layout.KNOWN_SIZE * (layout.MOST_KNOWN + 1) + each * records;
}

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
  /** The table of the months' names. */
  readonly monthNames: number;
  /** {@link columnTable} of the file's columns, and of those of a chunk. */
  readonly table: number;
  readonly chunkTable: number;
  /** What each wanted cell holds. */
  readonly types: number;
  /** The keys of JSON records. */
  readonly keys: number;
  /** A key in UTF-8 whose letters are bytes in the file. */
  readonly wideText: number;
  /** The one record whose cells are all wanted. */
  readonly chunk: number;
  readonly records: number;
  /** The slots of words, and what is taken from plain records. */
  readonly words: number;
  readonly taken: number;
  readonly block: number;
}

/**
 * Lays out the kernel's memory.
 *
 * @param columns columns up to the last wanted one
 * @param cells how many columns are wanted
 * @param recordBytes room for the records that are found at a time
 * @param keyBytes room for the keys of JSON records
 * @param takenBytes room for what is taken from plain records
 */
export function placesFor(
  columns: number,
  cells: number,
  { recordBytes, keyBytes, takenBytes }: Readonly<Record<"recordBytes" | "keyBytes" | "takenBytes", number>>,
): KernelPlaces {
  const months = TABLES_AT;
  const monthNames = alignedAt(months + (MONTHS + 1) * WORD_BYTES);
  const table = monthNames + MONTH_TABLE_BYTES;
  const chunkTable = table + columns * 2;
  const types = chunkTable + CHUNK_COLUMNS * 2;
  const keys = alignedAt(types + cells);
  const wideText = alignedAt(keys + keyBytes);
  const chunk = alignedAt(wideText + LONGEST_FAST_KEY * 2 + 16);
  const records = chunk + (RECORD.words + CHUNK_COLUMNS * WORD.words) * WORD_BYTES;
  const words = alignedAt(records + recordBytes);
  const taken = words + 64;
  const block = alignedAt(taken + takenBytes);
  return { months, monthNames, table, chunkTable, types, keys, wideText, chunk, records, words, taken, block };
}

/** The next address at which a line of memory begins. */
export function alignedAt(address: number): number {
  return (address + 63) & ~63;
}

/** Up to eight bytes as a number, the first one lowest. */
export function wordOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((word, byte) => (word << 8n) | BigInt(byte), 0n);
}
