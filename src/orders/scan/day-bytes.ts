import { dayNumber } from "../../core/calendar/days.ts";
import type { DateFormat } from "../values/dates.ts";
import { EARLIEST_YEAR, LATEST_YEAR } from "../values/dates.ts";

/** Says that a cell is not written in one of the plain ways that are read from its bytes. */
export const NOT_PLAIN = -0x7fffffff;

const [ZERO, NINE, COLON, DASH, DOT, SLASH, BLANK, PLUS] = [0x30, 0x39, 0x3a, 0x2d, 0x2e, 0x2f, 0x20, 0x2b] as const;
const [UPPER_T, UPPER_Z, UPPER_U, UPPER_C] = [0x54, 0x5a, 0x55, 0x43] as const;

/**
 * The civil day of a date cell in one of the ways that nearly all exports write it: numbers with the year first or last,
 * alone or with a time of day and an offset. Everything else, and everything wrong, is {@link NOT_PLAIN}, for the
 * tolerant reading of the cell's text to decide.
 */
export function dayOfBytes(bytes: Uint8Array, start: number, end: number, format: DateFormat): number {
  if (format.notation === "compact") return compactDay(bytes, start, end);
  if (format.notation !== "calendar" || end - start < 8) return NOT_PLAIN;
  const fourth = bytes[start + 4] as number;
  if ((fourth === DASH || fourth === SLASH || fourth === DOT) && isDigits(bytes, start, 4)) {
    return yearFirst(bytes, start, end, fourth);
  }
  return yearLast(bytes, start, end, format.order);
}

/** `2026-03-01`, with two digits each. */
function yearFirst(bytes: Uint8Array, start: number, end: number, separator: number): number {
  if (end - start < 10 || bytes[start + 7] !== separator) return NOT_PLAIN;
  if (!isDigits(bytes, start + 5, 2) || !isDigits(bytes, start + 8, 2)) return NOT_PLAIN;
  if (!isPlainTime(bytes, start + 10, end)) return NOT_PLAIN;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  return checkedDay(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
}

/** `1.3.2026`, `03/01/2026`: one or two digits, one or two digits, four. */
function yearLast(bytes: Uint8Array, start: number, end: number, order: DateFormat["order"]): number {
  const firstWidth = isDigit(bytes[start + 1] as number) ? 2 : 1;
  const separator = bytes[start + firstWidth] as number;
  if (separator !== DASH && separator !== SLASH && separator !== DOT) return NOT_PLAIN;
  const second = start + firstWidth + 1;
  const secondWidth = isDigit(bytes[second + 1] as number) ? 2 : 1;
  const year = second + secondWidth + 1;
  if (year + 4 > end || bytes[year - 1] !== separator) return NOT_PLAIN;
  if (!isDigits(bytes, start, firstWidth) || !isDigits(bytes, second, secondWidth) || !isDigits(bytes, year, 4)) {
    return NOT_PLAIN;
  }
  if (!isPlainTime(bytes, year + 4, end)) return NOT_PLAIN;
  const a = firstWidth === 2 ? twoDigits(bytes, start) : (bytes[start] as number) - ZERO;
  const b = secondWidth === 2 ? twoDigits(bytes, second) : (bytes[second] as number) - ZERO;
  const full = twoDigits(bytes, year) * 100 + twoDigits(bytes, year + 2);
  const written = separator === DOT ? "dmy" : order;
  if (written === "dmy") return checkedDay(full, b, a);
  return written === "mdy" ? checkedDay(full, a, b) : NOT_PLAIN;
}

/** `20260301`. */
function compactDay(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 8 || !isDigits(bytes, start, 8)) return NOT_PLAIN;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  return checkedDay(year, twoDigits(bytes, start + 4), twoDigits(bytes, start + 6));
}

const MONTHS = (LATEST_YEAR - EARLIEST_YEAR + 1) * 12;

/** The day on which each month of the years that count begins, and one more to tell the last one's length. */
const MONTH_STARTS = Int32Array.from({ length: MONTHS + 1 }, (_, month) =>
  dayNumber(EARLIEST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
);

function checkedDay(year: number, month: number, day: number): number {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return NOT_PLAIN;
  const index = (year - EARLIEST_YEAR) * 12 + month - 1;
  const start = MONTH_STARTS[index] as number;
  return start + day <= (MONTH_STARTS[index + 1] as number) ? start + day - 1 : NOT_PLAIN;
}

/** Nothing, or `T` or a blank and `9:05`, `09:05:30`, `09:05:30.123`, and then nothing, `AM`, `Z`, ` UTC`, ` +0200`, `+02:00`. */
function isPlainTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  const first = bytes[start] as number;
  if (first !== BLANK && first !== UPPER_T) return false;
  const hours = isDigit(bytes[start + 2] as number) ? 2 : 1;
  let at = start + 1 + hours;
  if (at + 3 > end || !isDigits(bytes, start + 1, hours)) return false;
  if (bytes[at] !== COLON || !isDigits(bytes, at + 1, 2)) return false;
  at += 3;
  if (at === end) return true;
  if (bytes[at] === COLON) {
    if (at + 3 > end || !isDigits(bytes, at + 1, 2)) return false;
    at += 3;
    if (at < end && bytes[at] === DOT) {
      if (at + 4 > end || !isDigits(bytes, at + 1, 3)) return false;
      at += 4;
    }
    if (at === end) return true;
  }
  return isHalfOfDay(bytes, at, end) || isPlainZone(bytes, at, end);
}

/** ` AM`, `pm`. */
function isHalfOfDay(bytes: Uint8Array, start: number, end: number): boolean {
  const at = bytes[start] === BLANK ? start + 1 : start;
  if (at + 2 !== end) return false;
  const [half, letter] = [(bytes[at] as number) | 0x20, (bytes[at + 1] as number) | 0x20];
  return (half === 0x61 || half === 0x70) && letter === 0x6d;
}

function isPlainZone(bytes: Uint8Array, start: number, end: number): boolean {
  const at = bytes[start] === BLANK ? start + 1 : start;
  const byte = bytes[at] as number;
  if (byte === UPPER_Z) return at + 1 === end;
  if (byte === UPPER_U) return at + 3 === end && bytes[at + 1] === UPPER_T && bytes[at + 2] === UPPER_C;
  if (byte !== PLUS && byte !== DASH) return false;
  if (at + 5 === end) return isDigits(bytes, at + 1, 4);
  return at + 6 === end && bytes[at + 3] === COLON && isDigits(bytes, at + 1, 2) && isDigits(bytes, at + 4, 2);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function isDigits(bytes: Uint8Array, start: number, count: number): boolean {
  for (let at = start; at < start + count; at += 1) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) return false;
  }
  return true;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) - ZERO) * 10 + (bytes[at + 1] as number) - ZERO;
}
