// Writes rows of cells as delimited text. Numbers, and bounds of texts, stand in memory by columns.
import { DASH, POINT } from "./characters";
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
/** Digits that are made at a time. */
const LOW_DIGITS: u32 = 8;
const LOW_SCALE: u64 = 100000000;
const ZEROS: u64 = ((<u64>0x30303030) << 32) | 0x30303030;

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
  let row = first;
  let column = from;
  let out = at;
  for (; row < to; row += 1, column = 0) {
    for (; column < columns; column += 1) {
      const end = writeCell(table + <usize>column * COLUMN_SIZE, row, out);
      if (end === 0) {
        stoppedAt = column;
        writtenTo = out;
        return row;
      }
      store<u8>(end, delimiter);
      out = end + 1;
    }
    store<u8>(out - 1, LINE_FEED);
  }
  writtenTo = out;
  return row;
}

/** Writes from an address on, and returns where that ended, as all of the following do; 0 where the cell cannot be written here. */
function writeCell(column: usize, row: usize, at: usize): usize {
  const kind: i32 = load<i32>(column, COLUMN_KIND);
  const cells: usize = load<u32>(column, COLUMN_CELLS);
  if (kind === SHARED_TEXTS) return writeText(column, load<u16>(cells + (row << 1)), at);
  if (kind === OWN_TEXTS) return writeText(column, row, at);
  const value = load<f64>(cells + (row << 3));
  const magnitude = abs<f64>(value);
  if (!(magnitude >= 0)) return at; // missing
  if (kind !== WHOLE_COLUMN && kind !== MONEY_COLUMN) return writeShortest(value, magnitude, at);
  if (!(magnitude <= LARGEST_WHOLE) || trunc<f64>(value) !== value) return 0;
  const start = writeSign(value, at);
  return kind === WHOLE_COLUMN ? writeWhole(<u64>magnitude, start) : writeMoney(<u64>magnitude, start);
}

function writeText(column: usize, number: usize, at: usize): usize {
  const texts: usize = load<u32>(column, COLUMN_TEXTS);
  const bounds = <usize>load<u32>(column, COLUMN_BOUNDS) + (number << 2);
  const start: usize = load<u32>(bounds);
  const length = <usize>load<u32>(bounds, 4) - start;
  for (let copied: usize = 0; copied < length; copied += 16) {
    v128.store(at + copied, v128.load(texts + start + copied));
  }
  return at + length;
}

function writeSign(value: f64, at: usize): usize {
  if (value >= 0) return at;
  store<u8>(at, DASH);
  return at + 1;
}

function writeWhole(value: u64, at: usize): usize {
  if (value >= LOW_SCALE) {
    const high = value / LOW_SCALE;
    return writeDigits(<u32>(value - high * LOW_SCALE), LOW_DIGITS, LOW_DIGITS, writeWhole(high, at));
  }
  const digits = digitsOf(<u32>value);
  const zeros = min<u64>(ctz<u64>(digits) >> 3, LOW_DIGITS - 1);
  store<u64>(at, (digits | ZEROS) >> (zeros << 3));
  return at + LOW_DIGITS - <usize>zeros;
}

/** Whole 1/10,000 of a unit, with 2 to 4 decimals. */
function writeMoney(value: u64, at: usize): usize {
  const units = value < SMALL ? <u64>(<u32>value / <u32>MONEY_PARTS) : value / MONEY_PARTS;
  const point = writeWhole(units, at);
  store<u8>(point, POINT);
  return writeDigits(<u32>(value - units * MONEY_PARTS), 4, 2, point + 1);
}

/** A double as its shortest text; 0 where it cannot be told here. */
function writeShortest(value: f64, magnitude: f64, at: usize): usize {
  if (!(magnitude < LARGEST_SHORT)) return 0;
  const scaled = floor<f64>(magnitude * DECIMAL_SCALE + 0.5);
  const isShort = scaled / DECIMAL_SCALE === magnitude;
  if (!isShort && !findDecimals(magnitude)) return 0;
  const units = floor<f64>(magnitude);
  const end = writeWhole(<u64>units, writeSign(value, at));
  if (!isShort) return writeDecimals(<u64>foundDecimals, countOfDecimals, end);
  const fraction = <u32>(scaled - units * DECIMAL_SCALE);
  return fraction === 0 ? end : writeDecimals(fraction, DECIMALS, end);
}

/** The point and so many decimals, without zeros at their end. */
function writeDecimals(decimals: u64, count: u32, at: usize): usize {
  store<u8>(at, POINT);
  const high = <u32>(decimals / LOW_SCALE);
  const low = <u32>(decimals - <u64>high * LOW_SCALE);
  let end = at + 1;
  if (count > LOW_DIGITS) end = writeDigits(high, count - LOW_DIGITS, low === 0 ? 1 : count - LOW_DIGITS, end);
  return low !== 0 || count <= LOW_DIGITS ? writeDigits(low, min<u32>(count, LOW_DIGITS), 1, end) : end;
}

/** The digits of a number, as many as are said and at most 8, without zeros at their end but `least` digits at the least. */
function writeDigits(value: u32, count: u32, least: u32, at: usize): usize {
  const digits = digitsOf(value) >> ((LOW_DIGITS - count) << 3);
  store<u64>(at, digits | ZEROS);
  return at + max<u32>(least, LOW_DIGITS - (<u32>clz<u64>(digits) >> 3));
}

/**
 * The digits of a number below 10^8, a byte each, the first one lowest. Halves of four digits, then of two, then of one are parted side by
 * side, by products instead of quotients, which are exact for so few digits.
 */
function digitsOf(value: u32): u64 {
  const high = value / 10000;
  const fours = <u64>high | ((<u64>(value - high * 10000)) << 32);
  const hundreds = ((fours * 10486) >> 20) & 0x0000007f0000007f;
  const twos = hundreds | ((fours - hundreds * 100) << 16);
  const tens = ((twos * 103) >> 10) & 0x000f000f000f000f;
  return tens | ((twos - tens * 10) << 8);
}
