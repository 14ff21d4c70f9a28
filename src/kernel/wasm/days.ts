import {
  areDigits,
  BLANK,
  COLON,
  DASH,
  isDigit,
  LOWER_A,
  LOWER_M,
  LOWER_P,
  PLUS,
  POINT,
  SLASH,
  twoDigits,
  UPPER_C,
  UPPER_T,
  UPPER_U,
  UPPER_Z,
  ZERO,
} from "./characters";

/** Says that a cell is not written in one of the plain ways that are read here. */
export const SLOW_DAY: i32 = -0x7fffffff;

const CALENDAR: i32 = 1;
const COMPACT: i32 = 2;
const DAY_FIRST: i32 = 1;
const MONTH_FIRST: i32 = 2;

let notation: i32 = 0;
let order: i32 = 0;
let earliestYear: u32 = 0;
let latestYear: u32 = 0;
/** The day on which each month of the years that count begins, and one more to tell the last one's length. */
let monthStarts: usize = 0;

/**
 * Says how dates are written: 1 as numbers with separators, 2 as eight digits, 0 in no way that is read here; where the
 * year comes last, the day (1) or the month (2) first, 0 for neither.
 */
export function setDates(written: i32, first: i32, earliest: u32, latest: u32, months: usize): void {
  notation = written;
  order = first;
  earliestYear = earliest;
  latestYear = latest;
  monthStarts = months;
}

/**
 * The civil day of a date cell in one of the ways that nearly all exports write it: numbers with the year first or last,
 * alone or with a time of day and an offset. Everything else, and everything wrong, is SLOW_DAY, for the tolerant reading
 * of the cell's text to decide.
 */
export function dayOf(start: usize, end: usize): i32 {
  if (notation === COMPACT) return compactDay(start, end);
  if (notation !== CALENDAR || end - start < 8) return SLOW_DAY;
  const fourth: u32 = load<u8>(start, 4);
  if (isSeparator(fourth) && areDigits(start, 4)) return yearFirst(start, end, fourth);
  return yearLast(start, end);
}

function isSeparator(byte: u32): bool {
  return byte === DASH || byte === SLASH || byte === POINT;
}

/** `2026-03-01`, with two digits each. */
function yearFirst(start: usize, end: usize, separator: u32): i32 {
  if (end - start < 10 || load<u8>(start, 7) !== separator) return SLOW_DAY;
  if (!areDigits(start + 5, 2) || !areDigits(start + 8, 2)) return SLOW_DAY;
  if (!isFastTime(start + 10, end)) return SLOW_DAY;
  return checkedDay(fourDigits(start), twoDigits(start + 5), twoDigits(start + 8));
}

/** `1.3.2026`, `03/01/2026`: one or two digits, one or two digits, four. */
function yearLast(start: usize, end: usize): i32 {
  const firstWidth: usize = isDigit(load<u8>(start, 1)) ? 2 : 1;
  const separator: u32 = load<u8>(start + firstWidth);
  if (!isSeparator(separator)) return SLOW_DAY;
  const second = start + firstWidth + 1;
  const secondWidth: usize = isDigit(load<u8>(second, 1)) ? 2 : 1;
  const year = second + secondWidth + 1;
  if (year + 4 > end || load<u8>(year - 1) !== separator) return SLOW_DAY;
  if (!areDigits(start, firstWidth) || !areDigits(second, secondWidth) || !areDigits(year, 4)) return SLOW_DAY;
  if (!isFastTime(year + 4, end)) return SLOW_DAY;
  const a: u32 = firstWidth === 2 ? twoDigits(start) : load<u8>(start) - ZERO;
  const b: u32 = secondWidth === 2 ? twoDigits(second) : load<u8>(second) - ZERO;
  if (separator === POINT || order === DAY_FIRST) return checkedDay(fourDigits(year), b, a);
  return order === MONTH_FIRST ? checkedDay(fourDigits(year), a, b) : SLOW_DAY;
}

/** `20260301`. */
function compactDay(start: usize, end: usize): i32 {
  if (end - start !== 8 || !areDigits(start, 8)) return SLOW_DAY;
  return checkedDay(fourDigits(start), twoDigits(start + 4), twoDigits(start + 6));
}

function fourDigits(at: usize): u32 {
  return twoDigits(at) * 100 + twoDigits(at + 2);
}

function checkedDay(year: u32, month: u32, day: u32): i32 {
  if (year < earliestYear || year > latestYear || month < 1 || month > 12 || day < 1) return SLOW_DAY;
  const begins = monthStarts + ((<usize>((year - earliestYear) * 12 + month - 1)) << 2);
  const found = load<i32>(begins) + <i32>day - 1;
  return found < load<i32>(begins, 4) ? found : SLOW_DAY;
}

/** Nothing, or `T` or a blank and `9:05`, `09:05:30`, `09:05:30.123`, and then nothing, `AM`, `Z`, ` UTC`, ` +0200`, `+02:00`. */
function isFastTime(start: usize, end: usize): bool {
  if (start === end) return true;
  const first: u32 = load<u8>(start);
  if (first !== BLANK && first !== UPPER_T) return false;
  const hours: usize = isDigit(load<u8>(start, 2)) ? 2 : 1;
  let at = start + 1 + hours;
  if (at + 3 > end || !areDigits(start + 1, hours)) return false;
  if (load<u8>(at) !== COLON || !areDigits(at + 1, 2)) return false;
  at += 3;
  if (at === end) return true;
  if (load<u8>(at) === COLON) {
    if (at + 3 > end || !areDigits(at + 1, 2)) return false;
    at += 3;
    if (at < end && load<u8>(at) === POINT) {
      if (at + 4 > end || !areDigits(at + 1, 3)) return false;
      at += 4;
    }
    if (at === end) return true;
  }
  return isHalfOfDay(at, end) || isFastZone(at, end);
}

/** ` AM`, `pm`. */
function isHalfOfDay(start: usize, end: usize): bool {
  const at = load<u8>(start) === BLANK ? start + 1 : start;
  if (at + 2 !== end) return false;
  const half: u32 = load<u8>(at) | 0x20;
  return (half === LOWER_A || half === LOWER_P) && (load<u8>(at, 1) | 0x20) === LOWER_M;
}

function isFastZone(start: usize, end: usize): bool {
  const at = load<u8>(start) === BLANK ? start + 1 : start;
  const byte: u32 = load<u8>(at);
  if (byte === UPPER_Z) return at + 1 === end;
  if (byte === UPPER_U) return at + 3 === end && load<u8>(at, 1) === UPPER_T && load<u8>(at, 2) === UPPER_C;
  if (byte !== PLUS && byte !== DASH) return false;
  if (at + 5 === end) return areDigits(at + 1, 4);
  return at + 6 === end && load<u8>(at, 3) === COLON && areDigits(at + 1, 2) && areDigits(at + 4, 2);
}
