// Writes rows of cells as delimited text. Numbers, and bounds of texts, stand in memory by columns.
import { DASH, POINT, ZERO } from "./characters";
import {
  COLUMN_BOUNDS,
  COLUMN_CELLS,
  COLUMN_KIND,
  COLUMN_SIZE,
  COLUMN_TEXTS,
  MONEY_COLUMN,
  OWN_TEXTS,
  SHARED_TEXTS,
  WHOLE_COLUMN,
} from "./layout";
import { countOfDecimals, findDecimals, foundDecimals } from "./shortest-decimals";

const LINE_FEED: u32 = 0x0a;
const LARGEST_WHOLE: f64 = 9007199254740991;
const MONEY_PARTS: u64 = 10000;
/** Numbers below this are divided as whole numbers of 32 bits, which is faster. */
const SMALL: u64 = 0x80000000;
const DECIMALS: u32 = 6;
const DECIMAL_SCALE: f64 = 1000000;
/** A decimal of at most 15 digits is the shortest text of the double nearest to it, for no other such decimal is as near. */
const LARGEST_SHORT: f64 = 1000000000;
/** Digits that are written as a whole number of 32 bits at a time. */
const LOW_DIGITS: u32 = 8;
const LOW_SCALE: u64 = 100000000;

/** Where the next byte goes. */
let out: usize = 0;

/** Where the last cell ended, and the column of the one that could not be written here. */
export let writtenTo: usize = 0;
export let stoppedAt: i32 = 0;

/**
 * Writes rows one after another, each cell with a byte behind it, from a cell of the first row on, until they are all written or
 * a cell cannot be written here. Texts are copied sixteen bytes at a time, so that there must be some room behind the last row.
 *
 * @param table {@link COLUMN_SIZE} bytes for each column
 * @returns the row in which it stopped
 */
export function writeRows(table: usize, columns: i32, first: i32, from: i32, to: i32, delimiter: u32, at: usize): i32 {
  out = at;
  let row = first;
  let column = from;
  for (; row < to; row += 1, column = 0) {
    for (; column < columns; column += 1) {
      if (!writeCell(table + <usize>column * COLUMN_SIZE, row)) {
        stoppedAt = column;
        writtenTo = out;
        return row;
      }
      writeByte(delimiter);
    }
    store<u8>(out - 1, LINE_FEED);
  }
  writtenTo = out;
  return row;
}

function writeCell(column: usize, row: usize): bool {
  const kind: i32 = load<i32>(column, COLUMN_KIND);
  const cells: usize = load<u32>(column, COLUMN_CELLS);
  if (kind === SHARED_TEXTS) return writeText(column, load<u16>(cells + (row << 1)));
  if (kind === OWN_TEXTS) return writeText(column, row);
  const value = load<f64>(cells + (row << 3));
  const magnitude = abs<f64>(value);
  if (!(magnitude >= 0)) return true; // missing
  if (kind === WHOLE_COLUMN || kind === MONEY_COLUMN) {
    if (!(magnitude <= LARGEST_WHOLE) || trunc<f64>(value) !== value) return false;
    if (value < 0) writeByte(DASH);
    if (kind === WHOLE_COLUMN) writeWhole(<u64>magnitude);
    else writeMoney(<u64>magnitude);
    return true;
  }
  return writeShortest(value, magnitude);
}

function writeText(column: usize, number: usize): bool {
  const texts: usize = load<u32>(column, COLUMN_TEXTS);
  const bounds = <usize>load<u32>(column, COLUMN_BOUNDS) + (number << 2);
  const start: usize = load<u32>(bounds);
  const length = <usize>load<u32>(bounds, 4) - start;
  for (let copied: usize = 0; copied < length; copied += 16) {
    v128.store(out + copied, v128.load(texts + start + copied));
  }
  out += length;
  return true;
}

function writeByte(byte: u32): void {
  store<u8>(out, byte);
  out += 1;
}

function writeWhole(value: u64): void {
  let digits: usize = 1;
  for (let power: u64 = 10; value >= power; power *= 10) digits += 1;
  let place = out + digits;
  out = place;
  let rest = value;
  while (rest >= SMALL) {
    const next = rest / 10;
    place -= 1;
    store<u8>(place, ZERO + <u32>(rest - next * 10));
    rest = next;
  }
  let small = <u32>rest;
  do {
    const next = small / 10;
    place -= 1;
    store<u8>(place, ZERO + small - next * 10);
    small = next;
  } while (small > 0);
}

/** Whole 1/10,000 of a unit, with 2 to 4 decimals. */
function writeMoney(value: u64): void {
  const units = value / MONEY_PARTS;
  writeWhole(units);
  writeByte(POINT);
  writeDigits(<u32>(value - units * MONEY_PARTS), 4, 2);
}

/** A double as its shortest text; false where it cannot be told here. */
function writeShortest(value: f64, magnitude: f64): bool {
  if (!(magnitude < LARGEST_SHORT)) return false;
  const scaled = floor<f64>(magnitude * DECIMAL_SCALE + 0.5);
  const isShort = scaled / DECIMAL_SCALE === magnitude;
  if (!isShort && !findDecimals(magnitude)) return false;
  if (value < 0) writeByte(DASH);
  const units = floor<f64>(magnitude);
  writeWhole(<u64>units);
  if (!isShort) writeDecimals(<u64>foundDecimals, countOfDecimals);
  else {
    const fraction = <u32>(scaled - units * DECIMAL_SCALE);
    if (fraction !== 0) writeDecimals(fraction, DECIMALS);
  }
  return true;
}

/** The point and so many decimals, without zeros at their end. */
function writeDecimals(decimals: u64, count: u32): void {
  writeByte(POINT);
  const high = <u32>(decimals / LOW_SCALE);
  const low = <u32>(decimals - <u64>high * LOW_SCALE);
  if (count > LOW_DIGITS) writeDigits(high, count - LOW_DIGITS, low === 0 ? 1 : count - LOW_DIGITS);
  if (low !== 0 || count <= LOW_DIGITS) writeDigits(low, min<u32>(count, LOW_DIGITS), 1);
}

/** So many digits of a number, without zeros at its end but with `least` digits at the least. */
function writeDigits(value: u32, digits: u32, least: u32): void {
  let rest = value;
  let written: u32 = 0;
  for (let place = digits; place > 0; place -= 1) {
    const next = rest / 10;
    const digit = rest - next * 10;
    if (written === 0 && (digit !== 0 || place <= least)) written = place;
    store<u8>(out + place - 1, ZERO + digit);
    rest = next;
  }
  out += written;
}
