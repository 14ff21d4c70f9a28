import { APOSTROPHE, BLANK, CLOSE, COMMA, DASH, isDigit, OPEN, POINT, ZERO } from "./characters";

/** With more whole digits an amount may not be exact in a double. */
const MOST_WHOLE_DIGITS: usize = 11;
const MOST_DECIMALS: usize = 32;

let decimalMark: u32 = POINT;
let groupMark: u32 = COMMA;
let scale: f64 = 0;

/** Says which mark stands before the decimals, and how many parts of an amount a written 1 has: 10,000, or 100 where it is a cent. */
export function setAmounts(mark: u32, partsOfUnit: f64): void {
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
 * The amount in a cell as {@link plainAmountOf} has it, also with the minus behind it or in parentheses instead of a minus, or with the
 * usual currency around it, behind a minus or before it.
 */
export function amountOf(start: usize, end: usize): f64 {
  hadCurrency = false;
  wasRounded = false;
  const amount = plainAmountOf(start, end);
  if (isNumber(amount) || start === end) return amount;
  const opening: u32 = load<u8>(start);
  const ending: u32 = load<u8>(end - 1);
  if (opening === OPEN && ending === CLOSE) return 0 - magnitudeOf(start + 1, end - 1);
  if (ending === DASH && isDigit(load<u8>(end - 2))) return 0 - magnitudeOf(start, end - 1);
  const around = beforeLength + behindLength;
  if (around === 0 || end - start <= around) return NaN;
  const negative = opening === DASH;
  const first = negative ? start + 1 : start;
  if (end - first <= around) return NaN;
  if ((load<u64>(first) & beforeMask) !== before) return NaN;
  if ((load<u64>(end - behindLength) & behindMask) !== behind) return NaN;
  const from = first + beforeLength;
  const inner = negative ? 0 - magnitudeOf(from, end - behindLength) : plainAmountOf(from, end - behindLength);
  hadCurrency = isNumber(inner);
  return inner;
}

/** A plain amount without a minus. */
function magnitudeOf(start: usize, end: usize): f64 {
  return load<u8>(start) === DASH ? NaN : plainAmountOf(start, end);
}

/**
 * The amount in a cell that is written plainly: an optional minus, digits with or without groups of three, and decimals. With more than
 * four of these it is rounded, half away from zero. NaN for everything else, and everything wrong, for the tolerant reading of the cell's text to decide.
 */
function plainAmountOf(start: usize, end: usize): f64 {
  const negative = load<u8>(start) === DASH;
  const first = negative ? start + 1 : start;
  let value: i64 = 0;
  let at = first;
  let group: usize = 0; // where the last mark between groups ends
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
    else if (at - group !== 3) return NaN;
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
