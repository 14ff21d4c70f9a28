import { APOSTROPHE, AT, BLANK, COMMA, EQUALS, isDigit, LETTERS, LOWER_E, POINT, UPPER_A, ZERO } from "./characters";
import { CELL_HASH, CELL_MEANING, CELL_NUMBER, HAS_CAPITALS, IS_NUMBER, IS_PLAIN } from "./layout";

const LONGEST_KEY: usize = 1024;
/** Whole numbers of so many digits are exact in a double. */
const MOST_DIGITS: usize = 15;

let hashStart: i32 = 0;
let hashPrime: i32 = 0;
let hashMix: i32 = 0;

/** Says which numbers the hash of a key is made with. */
export function setHash(start: i32, prime: i32, mix: i32): void {
  hashStart = start;
  hashPrime = prime;
  hashMix = mix;
}

/** Numbers of so many digits without zeros in front are looked up by their value, so that they need no hash. */
const MOST_LOOKED_UP: usize = 7;

/**
 * Writes into a cell what is known of it as a key. A key is plain where it is ASCII, has no blanks or marks around it, and
 * cannot be a number that a spreadsheet destroyed. The number is −1 where the key is none, or one too long to be exact.
 * Numbers get their hash only where it is wanted, and not where they are looked up by their value.
 */
export function describeKey(cell: usize, start: usize, end: usize, hashesNumbers: bool): void {
  const length = end - start;
  const value = length <= MOST_DIGITS ? numberOf(start, end) : -1;
  if (value < 0) {
    store<i32>(cell, meaningOf(start, end), CELL_MEANING);
    store<f64>(cell, -1, CELL_NUMBER);
    store<i32>(cell, hashOf(start, end), CELL_HASH);
    return;
  }
  store<i32>(cell, IS_PLAIN | IS_NUMBER, CELL_MEANING);
  store<f64>(cell, <f64>value, CELL_NUMBER);
  if (!hashesNumbers) return;
  if (length > MOST_LOOKED_UP || load<u8>(start) === ZERO) store<i32>(cell, hashOf(start, end), CELL_HASH);
}

/** The whole number that at most 15 digits are; −1 where there is another character. */
function numberOf(start: usize, end: usize): i64 {
  let value: i64 = 0;
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (!isDigit(byte)) return -1;
    value = value * 10 + <i64>(byte - ZERO);
  }
  return value;
}

function meaningOf(start: usize, end: usize): i32 {
  if (end - start > LONGEST_KEY) return 0;
  const first: u32 = load<u8>(start);
  if (first <= BLANK || first === APOSTROPHE || first === EQUALS || load<u8>(end - 1) <= BLANK) return 0;
  let seen: u32 = 0;
  let isNumber = true;
  let hasAt = false;
  let hasCapital = false;
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    seen |= byte;
    if (isDigit(byte)) continue;
    isNumber = false;
    if (byte === AT) hasAt = true;
    else if (byte - UPPER_A < LETTERS) hasCapital = true;
  }
  if (seen >= 0x80) return 0;
  if (!isNumber && isDigit(first)) {
    const second: u32 = load<u8>(start, 1);
    if (second === POINT || second === COMMA || (second | 0x20) === LOWER_E) return 0; // perhaps 1.2E+13
  }
  return IS_PLAIN | (isNumber ? IS_NUMBER : 0) | (hasAt && hasCapital ? HAS_CAPITALS : 0);
}

/** The same as in src/orders/read/hash-key.ts. */
function hashOf(start: usize, end: usize): i32 {
  let hash = hashStart;
  for (let at = start; at < end; at += 1) hash = (hash ^ load<u8>(at)) * hashPrime;
  hash = (hash ^ (hash >>> 15)) * hashMix;
  return hash ^ (hash >>> 13);
}
