/*
 * The room kernel: the byte scanner, from bytes to the bounds of cells and what they hold, without texts. wasm/ is its inner loop,
 * AssemblyScript compiled to WebAssembly; field-scanner.ts drives it, cells.ts says what a cell holds.
 */
import { EARLIEST_YEAR, LATEST_YEAR } from "../basics/calendar/date-format.ts";
import { partsOfUnit } from "../basics/money/amount-unit.ts";
import { type CellBounds, HOLDS, LONGEST_FAST_KEY } from "./cells.ts";
import { numbersOf } from "./date-numbers.ts";
import type { Block, FieldLayout } from "./field-layout.ts";
import { HASH_WORDS } from "./hash-key.ts";
import { JSON_KEYS_BYTES, type JsonKey, type JsonKeys, seenKinds, writeKeys } from "./json-keys.ts";
import type { Kernel } from "./kernel.ts";
import {
  CHUNK_COLUMNS,
  columnTable,
  type KernelPlaces,
  MONTH_STARTS,
  mostRecords,
  NUMBER,
  placesFor,
  RECORD,
  takenBytes,
  WORD,
  WORD_BYTES,
  wordOf,
} from "./kernel-memory.ts";
import { writeMonthTable } from "./month-table.ts";

const HASH_BYTES = 16;

/** How long what stands on either side of an amount may be. */
export const LONGEST_CURRENCY = 8;

/** What {@link FieldScanner.next} returns for a record whose end is not in the block. */
export const INCOMPLETE = -1;

const BLANK = 0x20;
/** Bytes behind the block that the kernel writes to or looks at. */
const BEHIND_BLOCK = 128;

/**
 * Finds the bounds of the wanted cells of one record after another, as the tolerant reader does, and what they hold where
 * the kernel can read it. The kernel finds many records at a time; one of them is selected to be looked at.
 */
export class FieldScanner {
  /** The block: text is written here before it is scanned. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the first record begins that was not found whole. */
  resumeAt = 0;
  /** Whether the end of the block came inside quotes. */
  isOpen = false;
  /** Whether some cell may be several lines that a stray quote ran together. */
  suspect = false;
  /** The number of the selected record: one more than that of the one before it, where both were found at a time. */
  ordinal = 0;
  private foundBefore = 0;
  readonly kernel: Kernel;
  /** Where everything lies in the kernel's memory. */
  readonly at: KernelPlaces;
  /** A record's length in words, and how many are found at a time. */
  readonly recordWords: number;
  readonly most: number;
  private readonly wanted: readonly number[];
  private readonly width: number;
  private readonly tableColumns: number;
  private readonly isJson: boolean;
  private words = new Int32Array(0);
  private numbers = new Float64Array(0);
  /** The selected record, in words of the memory. */
  private record = 0;

  constructor(kernel: Kernel, layout: FieldLayout) {
    const { wanted } = layout;
    this.kernel = kernel;
    this.wanted = wanted;
    this.width = layout.contents?.width ?? 0;
    this.tableColumns = Math.max(0, ...wanted.map((column) => column + 1));
    this.recordWords = RECORD.words + wanted.length * WORD.words;
    this.most = mostRecords(this.recordWords * WORD_BYTES);
    this.isJson = (layout.json ?? null) !== null;
    this.at = placesFor(this.tableColumns, wanted.length, {
      recordBytes: this.most * this.recordWords * WORD_BYTES,
      keyBytes: this.isJson ? JSON_KEYS_BYTES : 0,
      takenBytes: takenBytes(this.most),
    });
    kernel.reserve(this.at.block + BEHIND_BLOCK);
    this.configure(layout);
    this.makeRoom(0);
  }

  /** Makes the block so large; what it holds stays. */
  makeRoom(bytes: number): void {
    const { kernel, at } = this;
    kernel.reserve(at.block + bytes + BEHIND_BLOCK);
    this.bytes = new Uint8Array(kernel.memory, at.block, bytes);
    new Uint8Array(kernel.memory, at.block + bytes, BEHIND_BLOCK).fill(BLANK);
    this.words = new Int32Array(kernel.memory);
    this.numbers = new Float64Array(kernel.memory);
  }

  /** Says what stands before and behind amounts with a currency, in at most {@link LONGEST_CURRENCY} bytes each. */
  setCurrency(before: Uint8Array, behind: Uint8Array): void {
    this.kernel.run.setCurrency(wordOf(before), before.length, wordOf(behind), behind.length);
  }

  /** Finds records from `from` on, at most so many; returns how many there are to select. */
  scan(from: number, { end, isLast, limit }: Block, most = this.most): number {
    const { run } = this.kernel;
    const find = this.isJson ? run.scanJson : run.scan;
    const count = find(from, end, Math.min(end, limit), isLast, this.at.records, Math.min(most, this.most));
    this.foundBefore += this.most;
    this.resumeAt = this.isJson ? run.jsonResumeAt.value : run.resumeAt.value;
    if (this.isJson) return count;
    this.isOpen = run.isOpen.value !== 0;
    this.suspect ||= run.suspect.value !== 0;
    return count;
  }

  /** Whether some byte was not ASCII, or NUL, since the last call; where it says so, it may have been one not looked for. */
  sawUnusual(): boolean {
    const { run } = this.kernel;
    const saw = run.unusual.value !== 0;
    run.forgetUnusual();
    return saw;
  }

  /** Finds and selects one record; returns where the next one begins, or {@link INCOMPLETE}. */
  next(from: number, end: number, isLast: boolean): number {
    if (this.scan(from, { end, isLast, limit: end }, 1) === 0) return INCOMPLETE;
    this.select(0);
    return this.resumeAt;
  }

  /** The fields of the record that would begin at `from`; 0 where its end is not in the block. Leaves no trace. */
  fieldsFrom(from: number, { end, isLast }: Block): number {
    const { suspect, isOpen, resumeAt } = this;
    const count = this.scan(from, { end, isLast, limit: end }, 1);
    [this.suspect, this.isOpen, this.resumeAt] = [suspect, isOpen, resumeAt];
    return count === 0 ? 0 : (this.words[this.at.records / WORD_BYTES + RECORD.fields] as number);
  }

  /** Selects one of the records that were found. */
  select(index: number): void {
    this.ordinal = this.foundBefore + index;
    this.record = this.at.records / WORD_BYTES + index * this.recordWords;
  }

  /** Where the record begins in the block. */
  get recordStart(): number {
    return this.words[this.record] as number;
  }

  /** Where the record after it begins. */
  get recordEnd(): number {
    return this.words[this.record + RECORD.next] as number;
  }

  /** Fields of the record; of JSON below 0 where its line is blank, or must be parsed. */
  get fields(): number {
    return this.words[this.record + RECORD.fields] as number;
  }

  /** Says which keys JSON records have. */
  setKeys(keys: Omit<JsonKeys, "isList">): void {
    const { run, memory } = this.kernel;
    const { end, last } = writeKeys(memory, this.at.keys, keys, (column) => this.wanted.indexOf(column));
    run.setJsonKeys(this.at.keys, end, last);
  }

  /** Which kinds of values each key was seen to have since the keys were set: flags of `SEEN`. */
  seen(keys: readonly JsonKey[]): readonly number[] {
    return seenKinds(this.kernel.memory, this.at.keys, keys);
  }

  /** Whether some line that was found last is blank, or must be parsed. */
  get hasOtherLines(): boolean {
    return this.kernel.run.jsonHasOthers.value !== 0;
  }

  /** Whether the kernel read every wanted cell but spare ones and words, none of them is blank, and no word has quotes inside. */
  get isPlain(): boolean {
    return this.words[this.record + RECORD.plain] !== 0;
  }

  /** Line ends inside the cells of the record. */
  get innerLineEnds(): number {
    return this.words[this.record + RECORD.lines] as number;
  }

  /** Where a wanted cell begins in the block; of no meaning where the record does not reach it. */
  start(slot: number): number {
    return this.words[this.record + RECORD.words + slot * WORD.words] as number;
  }

  end(slot: number): number {
    return this.words[this.record + RECORD.words + slot * WORD.words + WORD.end] as number;
  }

  kind(slot: number): number {
    return this.words[this.record + RECORD.words + slot * WORD.words + WORD.kind] as number;
  }

  bounds(slot: number): CellBounds {
    return { start: this.start(slot), end: this.end(slot), kind: this.kind(slot) };
  }

  /** A day, or `SLOW_DAY`; flags of a key; for words, whether the cell is the same as in the record before: 1, or 0. */
  meaning(slot: number): number {
    return this.words[this.record + RECORD.words + slot * WORD.words + WORD.meaning] as number;
  }

  /** Reads a spare cell: a customer's key, an e-mail address of which is hashed in lower case, or an id. */
  readSpare(slot: number, as: "key" | "id"): void {
    const cell = (this.record + RECORD.words + slot * WORD.words) * WORD_BYTES;
    this.kernel.run.readSpare(cell, as === "key");
  }

  /** An amount; NaN where the kernel cannot read it. */
  number(slot: number): number {
    return this.numbers[((this.record + RECORD.words + slot * WORD.words) >> 1) + NUMBER] as number;
  }

  /** Copies the hash of a fast key, four words. */
  copyHash(slot: number, to: Int32Array, at: number): void {
    const { words } = this;
    const from = this.record + RECORD.words + slot * WORD.words + WORD.hash;
    to[at] = words[from] as number;
    to[at + 1] = words[from + 1] as number;
    to[at + 2] = words[from + 2] as number;
    to[at + 3] = words[from + 3] as number;
  }

  /** Writes the hash of a text of at most `LONGEST_HASHED` bytes, four words. */
  hashOf(text: Uint8Array, to: Int32Array, at: number): void {
    const { chunk } = this.at;
    new Uint8Array(this.kernel.memory, chunk + HASH_BYTES, text.length).set(text);
    this.kernel.run.hashText(chunk + HASH_BYTES, text.length, chunk);
    to.set(this.words.subarray(chunk / WORD_BYTES, chunk / WORD_BYTES + HASH_WORDS), at);
  }

  /** The bounds of every cell of the record. */
  allCells(block: Block): readonly CellBounds[] {
    const { run } = this.kernel;
    const { at, fields } = this;
    const from = this.words[this.record] as number;
    const cells: CellBounds[] = [];
    for (let first = 0; first < fields; first += CHUNK_COLUMNS) {
      run.setColumns(at.chunkTable, first, CHUNK_COLUMNS);
      run.setCells(at.types, CHUNK_COLUMNS, 0);
      run.scan(from, block.end, block.end, block.isLast, at.chunk, 1);
      cells.push(...this.cellsOfChunk(Math.min(CHUNK_COLUMNS, fields - first)));
    }
    this.setWantedColumns();
    return cells;
  }

  private cellsOfChunk(count: number): readonly CellBounds[] {
    return Array.from({ length: count }, (_, index) => {
      const cell = this.at.chunk / WORD_BYTES + RECORD.words + index * WORD.words;
      const [start = 0, end = 0, kind = 0] = this.words.subarray(cell, cell + WORD.kind + 1);
      return { start, end, kind };
    });
  }

  private configure({ delimiter, lineEnd, quoting = true, contents, json }: FieldLayout): void {
    const { run, memory } = this.kernel;
    const { at, wanted } = this;
    new Int16Array(memory, at.table, this.tableColumns).set(columnTable(wanted));
    const chunk = new Int16Array(memory, at.chunkTable, CHUNK_COLUMNS);
    for (let column = 0; column < CHUNK_COLUMNS; column += 1) chunk[column] = column;
    new Uint8Array(memory, at.types, wanted.length).set(
      wanted.map((_, slot) => HOLDS[contents?.holds[slot] ?? "text"]),
    );
    new Int32Array(memory, at.months, MONTH_STARTS.length).set(MONTH_STARTS);
    run.setText(delimiter, lineEnd, at.block, quoting);
    run.setKeys(LONGEST_FAST_KEY, contents?.isUtf8 ?? false, at.wideText);
    run.setTrims(contents?.trims ?? false);
    run.setCurrency(0n, 0, 0n, 0);
    if (contents !== undefined) {
      run.setHashKey(...contents.hashKey);
      const { written, first } = numbersOf(contents.date);
      writeMonthTable(memory, at.monthNames);
      run.setDates(written, first, EARLIEST_YEAR, LATEST_YEAR, at.months, at.monthNames);
      run.setAmounts(contents.decimal.charCodeAt(0), partsOfUnit(contents.amountUnit), contents.isUtf8, at.wideText);
    }
    if (json) {
      run.setJson(at.block, at.types, wanted.length, this.width, json.isList);
      this.setKeys(json);
    }
    this.setWantedColumns();
  }

  private setWantedColumns(): void {
    const { run } = this.kernel;
    run.setColumns(this.at.table, 0, this.tableColumns);
    run.setCells(this.at.types, this.wanted.length, this.width);
  }
}
