import {
  areDigits,
  BLANK,
  COLON,
  COMMA,
  DASH,
  firstBytes,
  inLowerCase,
  isDigit,
  LETTERS,
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
import { LONGEST_MONTH_NAME, MONTH_NAMES } from "./layout";

/** Says that a cell is not written in one of the plain ways that are read here. */
export const SLOW_DAY: i32 = -0x7fffffff;

const CALENDAR: i32 = 1;
const COMPACT: i32 = 2;
const SECONDS: i32 = 3;
const MILLISECONDS: i32 = 4;
const SERIAL: i32 = 5;
const DAY_FIRST: i32 = 1;
const MONTH_FIRST: i32 = 2;

let notation: i32 = 0;
let order: i32 = 0;
let earliestYear: u32 = 0;
let latestYear: u32 = 0;
/** The day on which each month of the years that count begins, and one more to tell the last one's length. */
let monthStarts: usize = 0;
/** The table of the months' names. */
let monthNames: usize = 0;

/**
 * Says how dates are written: 1 with separators, 2 as eight digits, 3 and 4 as seconds and milliseconds since 1970, 5 as a
 * spreadsheet counts days; where the year comes last, the day (1) or the month (2) first, 0 for neither.
 */
export function setDates(written: i32, first: i32, earliest: u32, latest: u32, months: usize, names: usize): void {
  notation = written;
  order = first;
  earliestYear = earliest;
  latestYear = latest;
  monthStarts = months;
  monthNames = names;
}

/**
 * The civil day of a date cell in one of the ways that nearly all exports write it: numbers with the year first or last, or with the
 * month's name, alone or with a time of day and an offset; or a count of days, seconds or milliseconds. Everything else, and
 * everything wrong, is SLOW_DAY, for the tolerant reading of the cell's text to decide.
 */
export function dayOf(start: usize, end: usize): i32 {
  if (notation === COMPACT) return compactDay(start, end);
  if (notation === SECONDS) return countedDay(start, end, 10, 86400);
  if (notation === MILLISECONDS) return countedDay(start, end, 13, 86400000);
  if (notation === SERIAL) return serialDay(start, end);
  if (notation !== CALENDAR || end - start < 6) return SLOW_DAY;
  const fourth: u32 = load<u8>(start, 4);
  if (isSeparator(fourth) && areDigits(start, 4)) return yearFirst(start, end, fourth);
  const day = yearLast(start, end);
  return day === SLOW_DAY ? namedDay(start, end) : day;
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

/** `1.3.2026`, `03/01/26`: one or two digits, one or two digits, two or four. */
function yearLast(start: usize, end: usize): i32 {
  const firstWidth: usize = isDigit(load<u8>(start, 1)) ? 2 : 1;
  const separator: u32 = load<u8>(start + firstWidth);
  if (!isSeparator(separator)) return SLOW_DAY;
  const second = start + firstWidth + 1;
  const secondWidth: usize = isDigit(load<u8>(second, 1)) ? 2 : 1;
  const year = second + secondWidth + 1;
  const width = yearWidth(year, end);
  if (width === 0 || load<u8>(year - 1) !== separator) return SLOW_DAY;
  if (!areDigits(start, firstWidth) || !areDigits(second, secondWidth)) return SLOW_DAY;
  if (!isFastTime(year + width, end)) return SLOW_DAY;
  const a: u32 = firstWidth === 2 ? twoDigits(start) : load<u8>(start) - ZERO;
  const b: u32 = secondWidth === 2 ? twoDigits(second) : load<u8>(second) - ZERO;
  if (separator === POINT || order === DAY_FIRST) return checkedDay(yearAt(year, width), b, a);
  return order === MONTH_FIRST ? checkedDay(yearAt(year, width), a, b) : SLOW_DAY;
}

/** How many digits a year has that comes last: four or two, 0 for none. */
function yearWidth(at: usize, end: usize): usize {
  if (at + 4 <= end && areDigits(at, 4)) return 4;
  return at + 2 <= end && areDigits(at, 2) ? 2 : 0;
}

/** Two-digit years: 00 … 68 are 2000 … 2068, 69 … 99 are 1969 … 1999, as POSIX reads them. */
function yearAt(at: usize, width: usize): u32 {
  if (width === 4) return fourDigits(at);
  const year = twoDigits(at);
  return year <= 68 ? 2000 + year : 1900 + year;
}

/** `Mar 4, 2026`, `4. March 2026`, `04-Mar-26`. */
function namedDay(start: usize, end: usize): i32 {
  const isDayFirst = isDigit(load<u8>(start));
  let day = start;
  let name = start;
  let at: usize;
  if (isDayFirst) {
    name = afterGap(afterDay(start), true, false);
    if (name === afterDay(start)) return SLOW_DAY;
    at = afterName(name, end);
  } else {
    at = afterName(start, end);
    day = afterMonthGap(at);
    if (!isDigit(load<u8>(day)) || !isGap(load<u8>(day - 1), false, false)) return SLOW_DAY;
  }
  const month = monthNamed(name, at);
  if (month === 0) return SLOW_DAY;
  const year = isDayFirst ? afterMonthGap(at) : afterGap(afterDay(day), false, true);
  const width = yearWidth(year, end);
  if (width === 0 || !isGap(load<u8>(year - 1), false, !isDayFirst) || !isFastTime(year + width, end)) return SLOW_DAY;
  const number: u32 = afterDay(day) - day === 2 ? twoDigits(day) : load<u8>(day) - ZERO;
  return checkedDay(yearAt(year, width), month, number);
}

/** The end of a day of one or two digits. */
function afterDay(at: usize): usize {
  return isDigit(load<u8>(at, 1)) ? at + 2 : at + 1;
}

/** The end of blanks and dashes, and of points or commas. */
function afterGap(start: usize, points: bool, commas: bool): usize {
  let at = start;
  while (isGap(load<u8>(at), points, commas)) at += 1;
  return at;
}

function isGap(byte: u32, points: bool, commas: bool): bool {
  return byte === BLANK || byte === DASH || (points && byte === POINT) || (commas && byte === COMMA);
}

/** The end of a gap behind a month's name, which may end in a point. */
function afterMonthGap(start: usize): usize {
  return afterGap(load<u8>(start) === POINT ? start + 1 : start, false, false);
}

/** The end of letters; of other alphabets than the Latin one, too. */
function afterName(start: usize, end: usize): usize {
  let at = start;
  while (at < end && isLetter(load<u8>(at))) at += 1;
  return at;
}

function isLetter(byte: u32): bool {
  return byte >= 0x80 || (byte | 0x20) - LOWER_A < LETTERS;
}

/** The number of a month by its name; 0 for others. */
function monthNamed(start: usize, end: usize): u32 {
  if (end < start + 3 || end > start + LONGEST_MONTH_NAME) return 0;
  const length = <i32>(end - start);
  const a = inLowerCase(firstBytes(start, length));
  const b = length > 8 ? inLowerCase(firstBytes(start + 8, length - 8)) : 0;
  let entry = monthNames + ((<usize>monthSlot(a)) << 4);
  while (load<u64>(entry, 8) !== 0) {
    const rest = load<u64>(entry, 8);
    if (load<u64>(entry) === a && rest << 8 === b << 8) return <u32>(rest >> 56);
    entry = monthNames + ((entry - monthNames + 16) & ((MONTH_NAMES << 4) - 1));
  }
  return 0;
}

/** Where a name is looked for first, by its first eight bytes. */
function monthSlot(word: u64): u32 {
  return ((<u32>word * 0x9e3779b1 + <u32>(word >> 32)) * 0x85ebca6b) >> 23;
}

/** A count of seconds or milliseconds in so many digits. */
function countedDay(start: usize, end: usize, digits: usize, inDay: u64): i32 {
  if (end - start !== digits || !areDigits(start, digits)) return SLOW_DAY;
  let count: u64 = 0;
  for (let at = start; at < end; at += 1) count = count * 10 + <u64>(load<u8>(at) - ZERO);
  return <i32>(count / inDay);
}

/** Days from 2000 to 2049 in a spreadsheet's count, and the day from which it counts. */
const FIRST_SERIAL: u32 = 36526;
const LAST_SERIAL: u32 = 54788;
const SERIAL_EPOCH: i32 = -25569;
/** With more decimals a double may be the next day. */
const MOST_SERIAL: usize = 16;

/** `45000`, `45000.5`. */
function serialDay(start: usize, end: usize): i32 {
  if (end - start < 5 || end - start > MOST_SERIAL || !areDigits(start, 5)) return SLOW_DAY;
  if (end > start + 5) {
    const mark: u32 = load<u8>(start, 5);
    const decimals = end - start - 6;
    if ((mark !== POINT && mark !== COMMA) || decimals === 0 || !areDigits(start + 6, decimals)) return SLOW_DAY;
  }
  const serial = twoDigits(start) * 1000 + twoDigits(start + 2) * 10 + load<u8>(start, 4) - ZERO;
  return serial < FIRST_SERIAL || serial > LAST_SERIAL ? SLOW_DAY : SERIAL_EPOCH + <i32>serial;
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

/**
 * Nothing; or `T` or a blank, which a comma may precede, and `9:05`, `9.05`, `09:05:30`, `09:05:30.123`, and then nothing, `AM`, `Z`,
 * ` UTC`, ` +0200`, `+02:00`.
 */
function isFastTime(start: usize, end: usize): bool {
  if (start === end) return true;
  const mark = load<u8>(start) === COMMA ? start + 1 : start;
  const first: u32 = load<u8>(mark);
  if (first !== BLANK && first !== UPPER_T) return false;
  const hours: usize = isDigit(load<u8>(mark, 2)) ? 2 : 1;
  if (!areDigits(mark + 1, hours)) return false;
  const minutes = mark + 1 + hours;
  let at = minutes;
  while (at < minutes + 6 && isClockMark(load<u8>(at)) && areDigits(at + 1, 2)) at += 3;
  if (at === minutes || at > end) return false;
  if (at < end && load<u8>(at) === POINT) {
    const fraction = at + 1;
    for (at = fraction; at < end && at < fraction + 9 && isDigit(load<u8>(at)); ) at += 1;
    if (at === fraction) return false;
  }
  return at === end || isHalfOfDay(at, end) || isFastZone(at, end);
}

function isClockMark(byte: u32): bool {
  return byte === COLON || byte === POINT;
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
