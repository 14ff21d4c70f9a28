// Records whose quotes are regular: each opens a cell, closes it, or is doubled inside. What is inside of quotes is then known of 64 bytes
// at a time, and columns that are not wanted are passed over by counting bits.
import { bitsOf, noteUnusual } from "./bits";
import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from "./characters";
import {
  CELL_END,
  CELL_KIND,
  CELL_SIZE,
  ESCAPED,
  QUOTED,
  RECORD_FIELDS,
  RECORD_HEAD,
  RECORD_LINES,
  UNQUOTED,
} from "./layout";

/** What stands in the table of columns behind the last wanted one. */
const NO_MORE: i32 = -0x7fffffff;

let delimiter: u32 = 0;
let lineEnd: u32 = 0;
let block: usize = 0;
let quoting: bool = true;
let slotOf: usize = 0;
let columns: i32 = 0;

export function setStops(delimiterByte: u32, lineEndByte: u32, blockAt: usize, hasQuoting: bool): void {
  delimiter = delimiterByte;
  lineEnd = lineEndByte;
  block = blockAt;
  quoting = hasQuoting;
}

export function setRegularColumns(table: usize, count: i32): void {
  slotOf = table;
  columns = count;
}

// The 64 bytes that were looked at last, and of them, a bit each: the delimiters and line ends outside of quotes that are still to come;
// all such line ends; the line ends inside of quotes that are still to be counted.
let base: usize = 0;
let stops: u64 = 0;
let ends: u64 = 0;
let inner: u64 = 0;
/** Whether some quote among them is not regular, or may be part of what a stray quote ran together. */
let isOdd: bool = false;
// Whether there were quotes since the beginning, and two beside each other.
let hasQuotes: bool = false;
let hasPairs: bool = false;
// What was before the next 64 bytes: all bits where these begin inside of quotes; whether a stop is right before; which of the two bytes
// before are quotes.
let inside: u64 = 0;
let stopBefore: u64 = 0;
let quotesBefore: u64 = 0;

/** Looks at text from the beginning of a record on. */
export function beginRegular(from: usize): void {
  inside = 0;
  stopBefore = 1;
  quotesBefore = 0;
  hasQuotes = false;
  hasPairs = false;
  look(from);
}

function look(at: usize): void {
  noteUnusual(at);
  const lineEnds = bitsOf(lineEnd, at);
  const either = bitsOf(delimiter, at) | lineEnds;
  const quotes: u64 = quoting ? bitsOf(QUOTE, at) : 0;
  base = at;
  isOdd = false;
  if ((quotes | inside | quotesBefore) === 0) {
    stops = either;
    ends = lineEnds;
    inner = 0;
    stopBefore = either >> 63;
    return;
  }
  let within = quotes ^ (quotes << 1); // from each opening quote to the byte before the closing one
  within ^= within << 2;
  within ^= within << 4;
  within ^= within << 8;
  within ^= within << 16;
  within ^= within << 32;
  within ^= inside;
  stops = either & ~within;
  ends = lineEnds & ~within;
  inner = lineEnds & within;
  const behindClosing = ((quotes & ~within) << 1) | ((quotesBefore >> 1) & ~inside);
  const mayOpen = behindClosing | (stops << 1) | stopBefore;
  const pairs = quotes & ((quotes << 1) | (quotesBefore >> 1));
  const tripled = pairs & ((quotes << 2) | quotesBefore);
  isOdd = ((quotes & within & ~mayOpen) | tripled) !== 0 || !areReturns(behindClosing & ~(stops | quotes));
  hasQuotes = true;
  hasPairs = hasPairs || pairs !== 0;
  stopBefore = stops >> 63;
  quotesBefore = quotes >> 62;
  inside = <u64>(<i64>within >> 63);
}

/** Whether each of some bytes is part of a line end, as a carriage return before a line feed is. */
function areReturns(bits: u64): bool {
  for (; bits !== 0; bits &= bits - 1) {
    const at = base + <usize>ctz(bits);
    if (lineEnd !== LINE_FEED || load<u8>(at) !== CARRIAGE_RETURN || load<u8>(at, 1) !== LINE_FEED) return false;
  }
  return true;
}

/**
 * Writes the bounds of one record's wanted cells, and counts its fields; returns where the next one begins. Returns 0 where the record must
 * be looked at quote by quote: one is not regular, or the block ends in the 64 bytes that its end is in.
 */
export function scanRegular(from: usize, end: usize, record: usize): usize {
  let at = base;
  let left = stops;
  let start = from;
  let column = 0;
  let lines = 0;
  if (isOdd || at + 64 > end) return 0;
  let lineEnds = ends;
  for (;;) {
    const slot: i32 = column < columns ? load<i16>(slotOf + ((<usize>column) << 1)) : NO_MORE;
    let passing = slot < 0 ? -slot : 1;
    for (;;) {
      if (passing > 1) {
        const line = left & lineEnds;
        const count = <i32>popcnt(line === 0 ? left : left & (line ^ (line - 1)));
        if (line !== 0 || count >= passing) {
          if (count < passing) passing = count;
          column += passing - 1;
          for (; passing > 1; passing -= 1) left &= left - 1;
          break;
        }
        passing -= count;
        column += count;
      } else if (left !== 0) break;
      lines += <i32>popcnt(inner);
      at += 64;
      look(at);
      left = stops;
      lineEnds = ends;
      if (isOdd || at + 64 > end) return 0;
    }
    column += 1;
    const bit = ctz(left);
    const stop = at + <usize>bit;
    const isEnd = ((lineEnds >> bit) & 1) !== 0;
    left &= left - 1;
    if (slot >= 0) writeCell(record + RECORD_HEAD + <usize>slot * CELL_SIZE, start, stop, isEnd);
    start = stop + 1;
    if (!isEnd) continue;
    const before = inner & (((<u64>1) << bit) - 1);
    store<i32>(record, column, RECORD_FIELDS);
    store<i32>(record, lines + <i32>popcnt(before), RECORD_LINES);
    inner ^= before;
    stops = left;
    return start;
  }
}

function writeCell(cell: usize, start: usize, stop: usize, isEnd: bool): void {
  let end = stop;
  if (isEnd && end > start && lineEnd === LINE_FEED && load<u8>(end - 1) === CARRIAGE_RETURN) end -= 1;
  let kind = UNQUOTED;
  if (hasQuotes) {
    const isQuoted: i32 = load<u8>(start) === QUOTE ? 1 : 0; // counted with, for a branch would often be foretold wrongly
    start += <usize>isQuoted;
    end -= <usize>isQuoted;
    kind += isQuoted * (QUOTED - UNQUOTED);
    if (hasPairs && isQuoted !== 0 && hasQuote(start, end)) kind = ESCAPED;
  }
  store<i32>(cell, <i32>(start - block));
  store<i32>(cell, <i32>(end - block), CELL_END);
  store<i32>(cell, kind, CELL_KIND);
}

function hasQuote(start: usize, end: usize): bool {
  for (; start < end; start += 16) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(start), i8x16.splat(<i8>QUOTE)));
    if (bits !== 0) return start + <usize>ctz(bits) < end;
  }
  return false;
}
