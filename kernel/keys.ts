import { APOSTROPHE, AT, BLANK, COMMA, EQUALS, isDigit, LETTERS, LOWER_E, POINT, UPPER_A, ZERO } from "./characters";
import { CELL_HASH, CELL_MEANING, CELL_NUMBER, HAS_CAPITALS, IS_NUMBER, IS_PLAIN } from "./layout";

/** Whole numbers of so many digits are exact in a double. */
const MOST_DIGITS: usize = 15;

let first: i32 = 0;
let second: i32 = 0;
let added: i32 = 0;
let mixA: i32 = 0;
let mixB: i32 = 0;

/** Says which numbers the hash of a key is made with; see src/orders/read/hash-key.ts. */
export function setHash(firstFactor: i32, secondFactor: i32, addend: i32, endFactorA: i32, endFactorB: i32): void {
  first = firstFactor;
  second = secondFactor;
  added = addend;
  mixA = endFactorA;
  mixB = endFactorB;
}

let longest: usize = 0;
let mostLookedUp: usize = 0;

/**
 * Says how long a key may be to be plain, and how many digits a number may have that is looked up by its value, so that it
 * needs no hash.
 */
export function setKeys(longestPlain: usize, digitsLookedUp: usize): void {
  longest = longestPlain;
  mostLookedUp = digitsLookedUp;
}

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
  if (length > mostLookedUp || load<u8>(start) === ZERO) store<i32>(cell, hashOf(start, end), CELL_HASH);
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
  if (end - start > longest) return 0;
  const opening: u32 = load<u8>(start);
  if (opening <= BLANK || opening === APOSTROPHE || opening === EQUALS || load<u8>(end - 1) <= BLANK) return 0;
  let others: i32 = 0;
  let ats: i32 = 0;
  let capitals: i32 = 0;
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at);
    const inside: i32 = end - at < 16 ? (1 << (<i32>(end - at))) - 1 : 0xffff;
    if ((i8x16.bitmask(bytes) & inside) !== 0) return 0;
    others |= ~i8x16.bitmask(isBetween(bytes, <u8>ZERO, 10)) & inside;
    capitals |= i8x16.bitmask(isBetween(bytes, <u8>UPPER_A, <u8>LETTERS)) & inside;
    ats |= i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>AT))) & inside;
  }
  if (others !== 0 && isDigit(opening)) {
    const next: u32 = load<u8>(start, 1);
    if (next === POINT || next === COMMA || (next | 0x20) === LOWER_E) return 0; // perhaps 1.2E+13
  }
  return IS_PLAIN | (others === 0 ? IS_NUMBER : 0) | (ats !== 0 && capitals !== 0 ? HAS_CAPITALS : 0);
}

/** Which of sixteen bytes are among `count` from `lowest` on. */
function isBetween(bytes: v128, lowest: u8, count: u8): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(<i8>lowest)), i8x16.splat(<i8>count));
}

/** The same as in src/orders/read/hash-key.ts. */
function hashOf(start: usize, end: usize): i32 {
  let hash: i32 = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = rotl<i32>(hash ^ scrambled(load<i32>(at)), 13) * 5 + added;
  const left = <i32>(end - at);
  const rest = left === 0 ? 0 : load<i32>(at) & ((1 << (left << 3)) - 1);
  hash ^= scrambled(rest) ^ <i32>(end - start);
  hash = (hash ^ (hash >>> 16)) * mixA;
  hash = (hash ^ (hash >>> 13)) * mixB;
  return hash ^ (hash >>> 16);
}

function scrambled(word: i32): i32 {
  return rotl<i32>(word * first, 15) * second;
}
