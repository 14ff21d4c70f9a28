// Finds the records of JSON lines, and the bounds of the cells that are wanted. A record is read here where it is one flat object,
// alone on its line, whose keys are some of those of a list, in the list's order. The others are left to JSON.parse. The elements of
// a list of records, [{…}, {…}], are found likewise: there, line feeds are blanks, and a comma stands behind each record.
import { understand } from "./cells";
import { BACKSLASH, BLANK, CARRIAGE_RETURN, COLON, COMMA, QUOTE } from "./characters";
import { readValue, valueEnd, valueKind, valueStart, valueType } from "./json-values";
import {
  BLANK_LINE,
  CELL_END,
  CELL_KIND,
  CELL_SIZE,
  JSON_KEY_HEAD,
  JSON_KEY_LENGTH,
  JSON_KEY_SEEN,
  NOT_PLAIN,
  OTHER_RECORD,
  RECORD_FIELDS,
  RECORD_HEAD,
  RECORD_LINES,
  RECORD_NEXT,
  RECORD_PLAIN,
  UNQUOTED,
} from "./layout";

const LINE_FEED: u32 = 0x0a;
const TAB: u32 = 0x09;
const OPEN: u32 = 0x7b;
const CLOSE: u32 = 0x7d;
const OPEN_LIST: u32 = 0x5b;
const CLOSE_LIST: u32 = 0x5d;

let block: usize = 0;
/** What each wanted cell holds. */
let cellTypes: usize = 0;
let cells: i32 = 0;
/** What a record that is read here has for its number of fields. */
let width: i32 = 0;
/** Whether records are the elements of a list, and not lines. */
let isList: bool = false;
/** Where the block ends that is scanned. */
let endAt: usize = 0;
let keys: usize = 0;
let keysEnd: usize = 0;
/** Behind this key of a record, no cell is wanted and nothing need be looked at. */
let lastKey: usize = 0;

/** Where the first record begins that was not found whole. */
export let jsonResumeAt: i32 = 0;
/** Whether some line of the last scan is none that is read here. */
export let jsonHasOthers: bool = false;

export function setJson(blockAt: usize, types: usize, count: i32, fields: i32, inList: bool): void {
  isList = inList;
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
  endAt = block + end;
  const size = <usize>RECORD_HEAD + <usize>cells * CELL_SIZE;
  store<u8>(endAt, isList ? 0 : LINE_FEED); // which ends everything that is passed over
  let recordStart = block + from;
  let record = records;
  let found = 0;
  jsonHasOthers = false;
  while (recordStart < block + limit && found < most) {
    if (isList && <u32>load<u8>(recordStart) === CLOSE_LIST) break;
    let fields = width;
    let last = readRecord(recordStart, record);
    if (last === 0) {
      last = isList ? behindElement(recordStart) : lineEndAt(recordStart);
      fields = !isList && isBlank(recordStart, last) ? BLANK_LINE : OTHER_RECORD;
    }
    if (last >= endAt && !isLast) break;
    if (fields !== width) jsonHasOthers = true;
    const next = last >= endAt ? endAt : isList ? last : last + 1;
    store<i32>(record, <i32>(recordStart - block));
    store<i32>(record, <i32>(next - block), RECORD_NEXT);
    store<i32>(record, fields, RECORD_FIELDS);
    store<i32>(record, isList ? lineFeeds(recordStart, next) - 1 : 0, RECORD_LINES);
    let plain = NOT_PLAIN;
    if (fields === width) {
      const isLikeBefore = found > 0 && load<i32>(record - size, RECORD_FIELDS) === width;
      plain = understand(block, cellTypes, cells, record, isLikeBefore ? record - size : 0);
    }
    store<i32>(record, plain, RECORD_PLAIN);
    recordStart = next;
    record += size;
    found += 1;
  }
  jsonResumeAt = <i32>(recordStart - block);
  return found;
}

/** Where the line of a record that is read here ends, or of a list where the next record begins; 0 for another. */
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
  if (isList) return nextElement(at + 1);
  at = pastBlanks(at + 1);
  return <u32>load<u8>(at) === LINE_FEED ? at : 0;
}

/**
 * Where the next element of a list begins behind one that ends here, or the list ends: the end of the block where that is not in
 * it; 0 where something else follows.
 */
function nextElement(from: usize): usize {
  const at = pastBlanks(from);
  if (at >= endAt || <u32>load<u8>(at) === CLOSE_LIST) return at;
  if (<u32>load<u8>(at) !== COMMA) return 0;
  const next = pastBlanks(at + 1);
  return next >= endAt || <u32>load<u8>(next) === OPEN ? next : 0;
}

/** The byte behind the one that should not follow an element. */
function behindWrong(from: usize): usize {
  let at = pastBlanks(from);
  if (<u32>load<u8>(at) === COMMA) at = pastBlanks(at + 1);
  return at + 1;
}

/** Where the element behind one that is not read here begins, by its brackets; behind what is wrong, so that its text is no JSON. */
function behindElement(start: usize): usize {
  if (<u32>load<u8>(start) !== OPEN) return start + 1;
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < endAt; at += 1) {
    const byte: u32 = load<u8>(at);
    if (isQuoted) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isQuoted = false;
    } else if (byte === QUOTE) isQuoted = true;
    else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth > 0) continue;
      const next = nextElement(at + 1);
      return next === 0 ? behindWrong(at + 1) : next;
    }
  }
  return endAt;
}

function lineFeeds(from: usize, to: usize): i32 {
  let count = 0;
  for (let at = from; at < to; at += 16) {
    const inside: i32 = to - at < 16 ? (1 << (<i32>(to - at))) - 1 : 0xffff;
    count += popcnt(lineFeedsAt(at) & inside);
  }
  return count;
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

function pastBlanks(from: usize): usize {
  let at = from;
  let byte: u32 = load<u8>(at);
  while (byte === BLANK || byte === TAB || byte === CARRIAGE_RETURN || (isList && byte === LINE_FEED)) {
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
