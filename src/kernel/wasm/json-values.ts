// The values of JSON's records, one at a time: strings, numbers, and the literals.
import { BACKSLASH, BLANK, DASH, isDigit, LOWER_E, PLUS, POINT, QUOTE, ZERO } from "./characters";
import { ESCAPED, QUOTED, SEEN_NUMBER, SEEN_TEXT, UNQUOTED, WRITTEN } from "./layout";

const LETTER_U: u32 = 0x75;
/** The letters of the literals, as 32 bits in the order of the bytes. */
const NULL: u32 = 0x6c6c756e;
const TRUE: u32 = 0x65757274;
const FALS: u32 = 0x736c6166;
/** A number keeps the digits that it is written with where so many stand together. */
const LONG_RUN: i32 = 16;
/** A fraction of no more digits in all, and after the point, is written as its number is. */
const SAFE_DIGITS: i32 = 15;
const SAFE_DECIMALS: i32 = 6;

// The value that was read last.
export let valueStart: usize = 0;
export let valueEnd: usize = 0;
export let valueKind: i32 = 0;
export let valueType: i32 = 0;

/** Where a value ends that begins here; 0 where it is none, or an object or a list. */
export function readValue(at: usize): usize {
  const first: u32 = load<u8>(at);
  if (first === QUOTE) return readString(at + 1);
  if (first === DASH || isDigit(first)) return readNumber(at);
  const letters = load<u32>(at);
  valueType = SEEN_TEXT;
  valueKind = UNQUOTED;
  valueStart = at;
  valueEnd = at;
  if (letters === NULL) return at + 4;
  if (letters === TRUE) valueEnd = at + 4;
  else if (letters === FALS && <u32>load<u8>(at, 4) === LOWER_E) valueEnd = at + 5;
  else return 0;
  return valueEnd;
}

function readString(start: usize): usize {
  valueKind = QUOTED;
  valueType = SEEN_TEXT;
  valueStart = start;
  let at = nextStop(start);
  while (<u32>load<u8>(at) === BACKSLASH) {
    valueKind = ESCAPED;
    at = pastEscape(at + 1);
    if (at === 0) return 0;
    at = nextStop(at);
  }
  valueEnd = at;
  return <u32>load<u8>(at) === QUOTE ? at + 1 : 0;
}

/** The next byte that no string holds as it is: a quote, a backslash or a control character. */
function nextStop(from: usize): usize {
  let at = from;
  let stops = stopsAt(at);
  while (stops === 0) {
    at += 16;
    stops = stopsAt(at);
  }
  return at + <usize>ctz(stops);
}

function stopsAt(at: usize): i32 {
  const bytes = v128.load(at);
  const quotes = i8x16.eq(bytes, i8x16.splat(<i8>QUOTE));
  const escapes = i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH));
  return i8x16.bitmask(v128.or(v128.or(quotes, escapes), i8x16.lt_u(bytes, i8x16.splat(<i8>BLANK))));
}

/** Where an escape ends, by the byte behind its backslash: one of `"\/bfnrt`, or a `u` and four digits. 0 where it is none. */
function pastEscape(at: usize): usize {
  const byte: u32 = load<u8>(at);
  if (byte === LETTER_U) {
    for (let digit: usize = 1; digit <= 4; digit += 1) if (!isHexadecimal(load<u8>(at + digit))) return 0;
    return at + 5;
  }
  const isOne =
    byte === QUOTE ||
    byte === BACKSLASH ||
    byte === 0x2f ||
    byte === 0x62 ||
    byte === 0x66 ||
    byte === 0x6e ||
    byte === 0x72 ||
    byte === 0x74;
  return isOne ? at + 1 : 0;
}

function isHexadecimal(byte: u32): bool {
  return isDigit(byte) || (byte | 0x20) - 0x61 <= 5;
}

/** A number; its kind says whether its text is what is written, as `numberText` and `LONG_NUMBER` of JSON's records decide. */
function readNumber(start: usize): usize {
  const first = <u32>load<u8>(start) === DASH ? start + 1 : start;
  let at = pastDigits(first);
  const whole = <i32>(at - first);
  if (whole === 0 || (whole > 1 && <u32>load<u8>(first) === ZERO)) return 0;
  let isWritten = first > start && whole === 1 && <u32>load<u8>(first) === ZERO; // −0 reads 0
  let isLong = whole >= LONG_RUN;
  if (<u32>load<u8>(at) === POINT) {
    const point = at;
    at = pastDigits(at + 1);
    const decimals = <i32>(at - point) - 1;
    if (decimals === 0) return 0;
    isLong = isLong || decimals >= LONG_RUN;
    isWritten = <u32>load<u8>(at - 1) === ZERO || decimals > SAFE_DECIMALS || whole + decimals > SAFE_DIGITS;
  }
  if ((load<u8>(at) | 0x20) === LOWER_E) {
    const sign: u32 = load<u8>(at, 1);
    const exponent = sign === PLUS || sign === DASH ? at + 2 : at + 1;
    at = pastDigits(exponent);
    if (at === exponent) return 0;
    isLong = true;
  }
  valueStart = start;
  valueEnd = at;
  valueType = SEEN_NUMBER;
  valueKind = isWritten && !isLong ? WRITTEN : UNQUOTED;
  return at;
}

function pastDigits(from: usize): usize {
  let at = from;
  while (isDigit(load<u8>(at))) at += 1;
  return at;
}
