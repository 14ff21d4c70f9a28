// Finds the records of JSON lines, and the bounds of the cells that are wanted. A record is read here where it is one flat object,
// alone on its line, whose keys are some of those of a list, in the list's order. The others are left to JSON.parse.
import { understand } from "./cells";
import {
  BACKSLASH,
  BLANK,
  CARRIAGE_RETURN,
  COLON,
  COMMA,
  DASH,
  isDigit,
  LOWER_E,
  PLUS,
  POINT,
  QUOTE,
  ZERO,
} from "./characters";
import {
  BLANK_LINE,
  CELL_END,
  CELL_KIND,
  CELL_SIZE,
  ESCAPED,
  JSON_KEY_HEAD,
  JSON_KEY_LENGTH,
  JSON_KEY_SEEN,
  OTHER_RECORD,
  QUOTED,
  RECORD_FIELDS,
  RECORD_HEAD,
  RECORD_LINES,
  RECORD_NEXT,
  RECORD_PLAIN,
  SEEN_NUMBER,
  SEEN_TEXT,
  UNQUOTED,
  WRITTEN,
} from "./layout";

const LINE_FEED: u32 = 0x0a;
const TAB: u32 = 0x09;
const OPEN: u32 = 0x7b;
const CLOSE: u32 = 0x7d;
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

let block: usize = 0;
/** What each wanted cell holds. */
let cellTypes: usize = 0;
let cells: i32 = 0;
/** What a record that is read here has for its number of fields. */
let width: i32 = 0;
let keys: usize = 0;
let keysEnd: usize = 0;
/** Behind this key of a record, no cell is wanted and nothing need be looked at. */
let lastKey: usize = 0;

/** Where the first record begins that was not found whole. */
export let jsonResumeAt: i32 = 0;
/** Whether some line of the last scan is none that is read here. */
export let jsonHasOthers: bool = false;

export function setJson(blockAt: usize, types: usize, count: i32, fields: i32): void {
  block = blockAt;
  cellTypes = types;
  cells = count;
  width = fields;
}

/**
 * Says where the keys lie, one behind another: as JSON writes them, in quotes, and which of the wanted cells is theirs.
 *
 * @param last where the last key lies that must be read, where all lines are known to be records of these keys; else `end`
 */
export function setJsonKeys(from: usize, end: usize, last: usize): void {
  keys = from;
  keysEnd = end;
  lastKey = last;
}

/**
 * Finds records from `from` on that begin before `limit`, at most so many, in a block that ends at `end`, as `scan` does for
 * delimited text. The byte after the end is written to, and 64 more may be read.
 */
export function scanJson(from: i32, end: i32, limit: i32, isLast: bool, records: usize, most: i32): i32 {
  const endAt = block + end;
  const size = <usize>RECORD_HEAD + <usize>cells * CELL_SIZE;
  store<u8>(endAt, LINE_FEED); // which ends everything that is passed over
  let recordStart = block + from;
  let record = records;
  let found = 0;
  jsonHasOthers = false;
  while (recordStart < block + limit && found < most) {
    let fields = width;
    let last = readRecord(recordStart, record);
    if (last === 0) {
      last = lineEndAt(recordStart);
      fields = isBlank(recordStart, last) ? BLANK_LINE : OTHER_RECORD;
    }
    if (last >= endAt && !isLast) break;
    if (fields !== width) jsonHasOthers = true;
    const next = last >= endAt ? endAt : last + 1;
    store<i32>(record, <i32>(recordStart - block));
    store<i32>(record, <i32>(next - block), RECORD_NEXT);
    store<i32>(record, fields, RECORD_FIELDS);
    store<i32>(record, 0, RECORD_LINES);
    let isPlain = false;
    if (fields === width) {
      const isLikeBefore = found > 0 && load<i32>(record - size, RECORD_FIELDS) === width;
      isPlain = understand(block, cellTypes, cells, record, isLikeBefore ? record - size : 0);
    }
    store<i32>(record, isPlain ? 1 : 0, RECORD_PLAIN);
    recordStart = next;
    record += size;
    found += 1;
  }
  jsonResumeAt = <i32>(recordStart - block);
  return found;
}

/** Where the line of a record that is read here ends; 0 for another. */
function readRecord(from: usize, record: usize): usize {
  let at = pastBlanks(from);
  if (<u32>load<u8>(at) !== OPEN) return 0;
  at = pastBlanks(at + 1);
  let key = keys;
  let isOpen = <u32>load<u8>(at) !== CLOSE;
  while (isOpen) {
    for (; key < keysEnd && !isKey(key, at); key = nextKey(key)) setCell(record, load<i32>(key), 0, 0, UNQUOTED);
    if (key >= keysEnd) return 0;
    at = pastBlanks(at + load<i32>(key, JSON_KEY_LENGTH));
    if (<u32>load<u8>(at) !== COLON) return 0;
    at = readValue(pastBlanks(at + 1));
    if (at === 0) return 0;
    setCell(record, load<i32>(key), valueStart, valueEnd, valueKind);
    if (valueEnd > valueStart) store<i32>(key, load<i32>(key, JSON_KEY_SEEN) | valueType, JSON_KEY_SEEN);
    if (key >= lastKey) return lineEndAt(at);
    key = nextKey(key);
    at = pastBlanks(at);
    const after: u32 = load<u8>(at);
    if (after === CLOSE) isOpen = false;
    else if (after !== COMMA) return 0;
    else at = pastBlanks(at + 1);
  }
  for (; key < keysEnd; key = nextKey(key)) setCell(record, load<i32>(key), 0, 0, UNQUOTED);
  at = pastBlanks(at + 1);
  return <u32>load<u8>(at) === LINE_FEED ? at : 0;
}

function setCell(record: usize, slot: i32, start: usize, end: usize, kind: i32): void {
  if (slot < 0) return;
  const cell = record + RECORD_HEAD + <usize>slot * CELL_SIZE;
  const isEmpty = start === end;
  store<i32>(cell, isEmpty ? 0 : <i32>(start - block));
  store<i32>(cell, isEmpty ? 0 : <i32>(end - block), CELL_END);
  store<i32>(cell, isEmpty ? UNQUOTED : kind, CELL_KIND);
}

function nextKey(key: usize): usize {
  return key + JSON_KEY_HEAD + ((load<i32>(key, JSON_KEY_LENGTH) + 15) & ~15);
}

/** Whether a key stands here. No key holds a line feed, so nothing is read far behind the end. */
function isKey(key: usize, at: usize): bool {
  const length = load<i32>(key, JSON_KEY_LENGTH);
  for (let from = 0; from < length; from += 16) {
    const same = i8x16.bitmask(i8x16.eq(v128.load(at + from), v128.load(key + JSON_KEY_HEAD + from)));
    const wanted = length - from < 16 ? (1 << (length - from)) - 1 : 0xffff;
    if ((same & wanted) !== wanted) return false;
  }
  return true;
}

// The value that was read last.
let valueStart: usize = 0;
let valueEnd: usize = 0;
let valueKind: i32 = 0;
let valueType: i32 = 0;

/** Where a value ends that begins here; 0 where it is none, or an object or a list. */
function readValue(at: usize): usize {
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

function pastBlanks(from: usize): usize {
  let at = from;
  let byte: u32 = load<u8>(at);
  while (byte === BLANK || byte === TAB || byte === CARRIAGE_RETURN) {
    at += 1;
    byte = load<u8>(at);
  }
  return at;
}

function lineEndAt(from: usize): usize {
  let at = from;
  let found = lineFeedsAt(at);
  while (found === 0) {
    at += 16;
    found = lineFeedsAt(at);
  }
  return at + <usize>ctz(found);
}

function lineFeedsAt(at: usize): i32 {
  return i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(<i8>LINE_FEED)));
}

function isBlank(from: usize, end: usize): bool {
  return pastBlanks(from) === end;
}
