import { APOSTROPHE, BLANK, CLOSE, COMMA, DASH, isDigit, OPEN, POINT, ZERO } from "./characters";

/** With more whole digits an amount may not be exact in a double. */
const MOST_WHOLE_DIGITS: usize = 11;
const MOST_DECIMALS: usize = 32;

/** Longer amounts are not written anew. */
const LONGEST_TYPED: usize = 64;

// Characters in UTF-8, the first byte lowest.
const NO_BREAK_BLANK: u32 = 0xa0c2;
const NARROW_BLANK: u32 = 0xaf80e2;
const THIN_BLANK: u32 = 0x8980e2;
const CURLY_APOSTROPHE: u32 = 0x9980e2;
const MINUS: u32 = 0x9288e2;
const EN_DASH: u32 = 0x9380e2;

let decimalMark: u32 = POINT;
let groupMark: u32 = COMMA;
let scale: f64 = 0;

let isUtf8: bool = false;
/** Where a cell is written as it is typed. */
let scratch: usize = 0;

/**
 * Says which mark stands before the decimals, how many parts of an amount a written 1 has (10,000, or 100 where it is a cent), whether
 * cells are UTF-8, and where 64 bytes can be written, with 8 behind them that can be read.
 */
export function setAmounts(mark: u32, partsOfUnit: f64, inUtf8: bool, scratchAt: usize): void {
  isUtf8 = inUtf8;
  scratch = scratchAt;
  decimalMark = mark;
  groupMark = mark === POINT ? COMMA : POINT;
  scale = partsOfUnit;
}

/** What stands before and behind amounts with a currency, at most eight bytes each. */
let before: u64 = 0;
let beforeMask: u64 = 0;
let beforeLength: usize = 0;
let behind: u64 = 0;
let behindMask: u64 = 0;
let behindLength: usize = 0;

/** Whether the last amount had that around it. */
export let hadCurrency: bool = false;

/** Whether the last amount was finer than 1/10,000. */
export let wasRounded: bool = false;

/** Says what stands around amounts with a currency; lengths of 0 where none has one. */
export function setCurrency(prefix: u64, prefixLength: usize, suffix: u64, suffixLength: usize): void {
  before = prefix;
  beforeLength = prefixLength;
  beforeMask = maskOf(prefixLength);
  behind = suffix;
  behindLength = suffixLength;
  behindMask = maskOf(suffixLength);
}

/** The bytes of a word of which so many count. */
function maskOf(length: usize): u64 {
  return length === 0 ? 0 : <u64>-1 >> ((8 - <u64>length) << 3);
}

/** Whether an amount was read; NaN is none. */
export function isNumber(amount: f64): bool {
  return abs<f64>(amount) >= 0;
}

/**
 * The amount in a cell as {@link plainAmountOf} or {@link signedAmountOf} has it, behind an apostrophe or not; also where no-break and thin
 * blanks, a curly apostrophe or a typographer's minus stand for those of a keyboard.
 */
export function amountOf(start: usize, end: usize): f64 {
  hadCurrency = false;
  wasRounded = false;
  const amount = plainAmountOf(start, end);
  if (isNumber(amount) || start === end) return amount;
  const from = load<u8>(start) === APOSTROPHE ? start + 1 : start;
  const signed = signedAmountOf(from, end);
  if (isNumber(signed)) return signed;
  const typed = typedAnew(from, end);
  return typed === 0 ? NaN : signedAmountOf(scratch, typed);
}

/**
 * A plain amount, also with a minus behind it or in parentheses instead, with the usual currency around it, behind a minus or before it,
 * and with `,-` for no decimals.
 */
function signedAmountOf(start: usize, end: usize): f64 {
  wasRounded = false;
  let from = start;
  let to = end;
  let negative = false;
  const opening: u32 = load<u8>(from);
  const ending: u32 = load<u8>(to - 1);
  if (opening === OPEN && ending === CLOSE) {
    negative = true;
    from += 1;
    to -= 1;
  } else if (opening === DASH) {
    negative = true;
    from += 1;
  } else if (ending === DASH && to - from > 1 && isDigit(load<u8>(to - 2))) {
    negative = true;
    to -= 1;
  }
  const around = beforeLength + behindLength;
  const hasCurrency =
    around > 0 &&
    to > from + around &&
    (load<u64>(from) & beforeMask) === before &&
    (load<u64>(to - behindLength) & behindMask) === behind;
  if (hasCurrency) {
    from += beforeLength;
    to -= behindLength;
    if (!negative && load<u8>(from) === DASH) {
      negative = true;
      from += 1;
    }
  }
  if (to > from + 2 && load<u8>(to - 1) === DASH && isDecimalMark(load<u8>(to - 2))) to -= 2;
  if (to <= from || load<u8>(from) === DASH) return NaN;
  const amount = plainAmountOf(from, to);
  hadCurrency = hasCurrency && isNumber(amount);
  return negative ? 0 - amount : amount;
}

function isDecimalMark(byte: u32): bool {
  return byte === COMMA || byte === POINT;
}

/**
 * Writes a cell as it is typed on a keyboard, and returns where that ends behind {@link scratch}; 0 where it is typed so already, or has
 * apostrophes of two kinds.
 */
function typedAnew(start: usize, end: usize): usize {
  if (!isUtf8 || end - start > LONGEST_TYPED) return 0;
  let to = scratch;
  let hasStraight: i32 = 0; // apostrophes
  let hasCurly: i32 = 0;
  let at = start;
  while (at < end) {
    let typed: u32 = load<u8>(at);
    let length: usize = 1;
    if (typed < 0x80) hasStraight |= i32(typed === APOSTROPHE);
    else {
      const character: u32 = load<u32>(at) & 0xffffff;
      length = 3;
      if ((character & 0xffff) === NO_BREAK_BLANK) {
        typed = BLANK;
        length = 2;
      } else if (character === NARROW_BLANK || character === THIN_BLANK) typed = BLANK;
      else if (character === MINUS || character === EN_DASH) typed = DASH;
      else if (character === CURLY_APOSTROPHE) {
        typed = APOSTROPHE;
        hasCurly = 1;
      } else length = 1;
    }
    store<u8>(to, typed);
    to += 1;
    at += length;
  }
  return to - scratch === end - start || (hasStraight & hasCurly) !== 0 ? 0 : to;
}

/**
 * The amount in a cell that is written plainly: an optional minus, digits with or without groups of three (or, as in India, of two before
 * the last three), and decimals. With more than four of these it is rounded, half away from zero. NaN for everything else, and everything
 * wrong, for the tolerant reading of the cell's text to decide.
 */
function plainAmountOf(start: usize, end: usize): f64 {
  const negative = load<u8>(start) === DASH;
  const first = negative ? start + 1 : start;
  let value: i64 = 0;
  let at = first;
  let group: usize = 0; // where the last mark between groups ends
  let most: usize = 3; // digits of the groups before it
  let second: usize = 0; // where the second group begins
  let mark: u32 = 0;
  for (; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (isDigit(byte)) {
      value = value * 10 + <i64>(byte - ZERO);
      continue;
    }
    if (group === 0) {
      if (byte !== groupMark && byte !== APOSTROPHE && byte !== BLANK) break;
      if (at === first || at - first > 3 || load<u8>(first) === ZERO) return NaN;
      mark = byte;
    } else if (byte !== mark) break;
    else if (at - group !== 3 || most === 2) {
      if (at - group !== 2 || (most === 3 && group > second) || second - first > 3) return NaN;
      most = 2;
    }
    if (second === 0) second = at + 1;
    group = at + 1;
  }
  if (at === first || at - first > MOST_WHOLE_DIGITS || (group !== 0 && at - group !== 3)) return NaN;
  let parts = scale;
  if (at < end) {
    if (load<u8>(at) !== decimalMark) return NaN;
    if (at + 1 === end || end - at > MOST_DECIMALS) return NaN;
    let next: u32 = 0; // the first decimal that is not kept
    for (at += 1; at < end; at += 1) {
      const byte: u32 = load<u8>(at);
      if (!isDigit(byte)) return NaN;
      if (parts > 1) {
        value = value * 10 + <i64>(byte - ZERO);
        parts /= 10;
      } else {
        if (next === 0) next = byte;
        if (byte !== ZERO) wasRounded = true;
      }
    }
    if (next >= ZERO + 5) value += 1;
  }
  const amount = <f64>value * parts;
  return negative ? 0 - amount : amount;
}
