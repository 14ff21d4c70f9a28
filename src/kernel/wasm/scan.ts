// Finds the records of a block of text, the bounds of the cells that are wanted, and what those hold where it is written
// plainly. Compiled to WebAssembly, for there sixteen bytes are compared at a time; kernel.ts beside this folder runs it.
import { bitsOf, noteUnusual } from "./bits";
import { describeSpare, understand } from "./cells";
import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from "./characters";
import {
  CELL_END,
  CELL_KIND,
  CELL_SIZE,
  ESCAPED,
  NOT_PLAIN,
  QUOTED,
  RECORD_FIELDS,
  RECORD_HEAD,
  RECORD_LINES,
  RECORD_NEXT,
  RECORD_PLAIN,
  RELAXED,
  UNQUOTED,
} from "./layout";
import { beginRegular, scanRegular, setRegularColumns, setStops } from "./regular";

export { setAmounts, setCurrency } from "./amounts";
export { forgetUnusual, unusual } from "./bits";
export { setBuyers } from "./buyers";
export { setTrims } from "./cells";
export { setDates } from "./days";
export { jsonHasOthers, jsonResumeAt, scanJson, setJson, setJsonKeys } from "./json";
export { describeKeys, hashText, setHashKey, setKeys } from "./keys";
export { setScale } from "./money";
export { learnWords, setCellsOfRows, setRows, setRuns, setWords, takeRows } from "./rows";
export { stoppedAt, writeRows, writtenTo } from "./write";

let delimiter: u32 = 0;
let lineEnd: u32 = 0;
/** Which of the wanted cells a column is, from the first column of the table on; below 0 for none. */
let slotOf: usize = 0;
let firstColumn: i32 = 0;
let columns: i32 = 0;
/** What each wanted cell holds. */
let cellTypes: usize = 0;
let cells: i32 = 0;
/** Fields of a record whose cells are looked at more closely. */
let width: i32 = 0;
let block: usize = 0;
/** Whether quotes may stand around cells; otherwise they are ordinary characters. */
let quoting: bool = true;

/** Where the first record begins that was not found whole. */
export let resumeAt: i32 = 0;
/** Whether the block ended inside quotes. */
export let isOpen: bool = false;
/** Whether some cell of the last scan may be several lines that a stray quote ran together. */
export let suspect: bool = false;

export function setText(delimiterByte: u32, lineEndByte: u32, blockAt: usize, hasQuoting: bool): void {
  delimiter = delimiterByte;
  lineEnd = lineEndByte;
  block = blockAt;
  quoting = hasQuoting;
  setStops(delimiterByte, lineEndByte, blockAt, hasQuoting);
}

/**
 * Says which columns are wanted: a table has the cell of each from the first one on, or below 0 how many columns from it on are not
 * wanted.
 */
export function setColumns(table: usize, first: i32, count: i32): void {
  slotOf = table;
  firstColumn = first;
  columns = count;
  setRegularColumns(table, count);
}

export function setCells(types: usize, count: i32, fields: i32): void {
  cellTypes = types;
  cells = count;
  width = fields;
}

/** Reads a spare cell of a record that was found. */
export function readSpare(cell: usize, lowersEmails: bool): void {
  describeSpare(block, cell, lowersEmails);
}

// The stops of the text, one after another: delimiters, line ends and quotes. A bit each for the 64 bytes from `base` on.
let base: usize = 0;
let stops: u64 = 0;

function lookFrom(at: usize): void {
  noteUnusual(at);
  base = at;
  stops = bitsOf(delimiter, at) | bitsOf(lineEnd, at);
  if (quoting) stops |= bitsOf(QUOTE, at);
}

function nextStop(): usize {
  while (stops === 0) lookFrom(base + 64);
  const at = base + <usize>ctz(stops);
  stops &= stops - 1;
  return at;
}

// The cell in quotes that was passed over last.
let quotedStart: usize = 0;
let quotedEnd: usize = 0;
let quotedKind: i32 = 0;
let quotedLines: i32 = 0;

/**
 * Passes over a cell in quotes and what follows it, and notes its bounds and kind. Returns the stop after it; 0 where the
 * block ends before that is known.
 */
function quoted(open: usize, end: usize, isLast: bool): usize {
  let lines = 0;
  let kind = QUOTED;
  let close: usize;
  for (;;) {
    close = nextStop();
    const byte: u32 = load<u8>(close);
    if (close >= end) {
      isOpen = true;
      return 0;
    }
    if (byte === lineEnd) lines += 1;
    if (byte !== QUOTE) continue;
    if (close + 1 >= end) {
      if (!isLast) return 0;
      break;
    }
    if (load<u8>(close, 1) !== QUOTE) break;
    kind = ESCAPED;
    nextStop();
  }
  const after: u32 = load<u8>(close, 1);
  let isClosed = close + 1 === end || after === delimiter || after === lineEnd;
  if (!isClosed && after === CARRIAGE_RETURN && lineEnd === LINE_FEED) {
    if (close + 2 >= end && !isLast) return 0;
    isClosed = close + 2 < end && load<u8>(close, 2) === LINE_FEED;
  }
  let stop = nextStop();
  while (load<u8>(stop) === QUOTE) stop = nextStop();
  quotedStart = open + 1;
  quotedEnd = close;
  if (!isClosed) {
    kind = RELAXED;
    quotedStart = open;
    quotedEnd = stop < end ? withoutReturn(open, stop) : stop;
  }
  if (lines > 0 && mayBeSwallowed(kind, close)) suspect = true;
  quotedKind = kind;
  quotedLines = lines;
  return stop;
}

/** Whether a cell of several lines begins with a quote of its own, and has a delimiter: lines that a stray quote ran together. */
function mayBeSwallowed(kind: i32, close: usize): bool {
  if (kind !== RELAXED && (kind !== ESCAPED || load<u8>(quotedStart) !== QUOTE)) return false;
  for (let at = quotedStart; at < close; at += 1) if (load<u8>(at) === delimiter) return true;
  return false;
}

/** The end of a cell that the stop ends: a carriage return before a line feed is part of the line end. */
function withoutReturn(start: usize, stop: usize): usize {
  const isPart = lineEnd === LINE_FEED && load<u8>(stop) === LINE_FEED;
  return isPart && stop > start && load<u8>(stop - 1) === CARRIAGE_RETURN ? stop - 1 : stop;
}

/**
 * Finds records from `from` on that begin before `limit`, at most so many, in a block that ends at `end`: addresses from
 * the block's first byte. The two bytes after the end are written to, and 64 more may be read.
 *
 * A quote at the beginning of a cell opens it, a doubled one inside is text, and after a closing quote that neither a
 * delimiter nor the end of the record follows, the cell is text from its first quote on.
 *
 * @param isLast whether the file ends there, so that a record may end without a line end
 * @returns how many records were written to `records`
 */
export function scan(from: i32, end: i32, limit: i32, isLast: bool, records: usize, most: i32): i32 {
  const endAt = block + end;
  const size = <usize>RECORD_HEAD + <usize>cells * CELL_SIZE;
  store<u8>(endAt, lineEnd);
  store<u8>(endAt, QUOTE, 1);
  let recordStart = block + from;
  let record = records;
  let found = 0;
  beginRegular(recordStart);
  isOpen = false;
  suspect = false;
  while (recordStart < block + limit && found < most) {
    let next = firstColumn === 0 ? scanRegular(recordStart, endAt, record) : 0;
    if (next === 0) {
      next = scanRecord(recordStart, endAt, isLast, record);
      if (next === 0) break;
      beginRegular(next);
    }
    store<i32>(record, <i32>(recordStart - block));
    store<i32>(record, <i32>(next - block), RECORD_NEXT);
    let plain = NOT_PLAIN;
    if (load<i32>(record, RECORD_FIELDS) === width) {
      const isLikeBefore = found > 0 && load<i32>(record - size, RECORD_FIELDS) === width;
      plain = understand(block, cellTypes, cells, record, isLikeBefore ? record - size : 0);
    }
    store<i32>(record, plain, RECORD_PLAIN);
    recordStart = next;
    record += size;
    found += 1;
  }
  resumeAt = <i32>(recordStart - block);
  return found;
}

/** Does as {@link scanRegular} does, whatever the quotes are like; returns 0 where the block ends before the record does. */
function scanRecord(from: usize, end: usize, isLast: bool, record: usize): usize {
  let start = from;
  let column = -firstColumn;
  let lines = 0;
  lookFrom(from);
  for (;;) {
    let stop = nextStop();
    let cellStart = start;
    let cellEnd = stop;
    let kind = UNQUOTED;
    if (load<u8>(stop) === QUOTE) {
      if (stop !== start) {
        do stop = nextStop();
        while (load<u8>(stop) === QUOTE);
        cellEnd = stop;
      } else {
        stop = quoted(start, end, isLast);
        if (stop === 0) return 0;
        cellStart = quotedStart;
        cellEnd = quotedEnd;
        kind = quotedKind;
        lines += quotedLines;
      }
    }
    const isEnd = stop >= end || load<u8>(stop) !== delimiter;
    if (isEnd) {
      if (stop >= end && !isLast) return 0;
      if (stop < end && kind === UNQUOTED) cellEnd = withoutReturn(start, stop);
    }
    if (<u32>column < <u32>columns) {
      const slot = <i32>load<i16>(slotOf + ((<usize>column) << 1));
      if (slot >= 0) {
        const cell = record + RECORD_HEAD + <usize>slot * CELL_SIZE;
        store<i32>(cell, <i32>(cellStart - block));
        store<i32>(cell, <i32>(cellEnd - block), CELL_END);
        store<i32>(cell, kind, CELL_KIND);
      }
    }
    column += 1;
    start = stop + 1;
    if (!isEnd) continue;
    store<i32>(record, column + firstColumn, RECORD_FIELDS);
    store<i32>(record, lines, RECORD_LINES);
    return stop >= end ? end : start;
  }
}
