import {
  APOSTROPHE,
  AT,
  BLANK,
  COMMA,
  EQUALS,
  firstBytes,
  inLowerCase,
  isDigit,
  joined,
  LETTERS,
  LOWER_E,
  PLUS,
  POINT,
  UPPER_A,
  ZERO,
} from "./characters";
import {
  CELL_HASH,
  CELL_MEANING,
  DESCRIBED_HASH,
  DESCRIBED_KEY,
  HAS_CAPITALS,
  IS_FAST,
  IS_NUMBER,
  IS_WIDE,
} from "./layout";
import { IS_LONG, LONGEST_SHORT, setMixKey, writeShort } from "./short-keys";

let longest: usize = 0;
let isUtf8: bool = false;
/** Where a key with letters of one byte is written in UTF-8. */
let wideText: usize = 0;

/**
 * Says how long a key may be to be plain, and whether letters of other alphabets are UTF-8; otherwise the bytes from 0xc0 on are the
 * letters of Unicode with these numbers. Twice as many bytes as a key may have, and 16 more, can be written to `wideAt`.
 */
export function setKeys(longestFast: usize, inUtf8: bool, wideAt: usize): void {
  longest = longestFast;
  isUtf8 = inUtf8;
  wideText = wideAt;
}

/**
 * Writes into a cell what is known of it as a key, and its hash; returns the former. A key is plain where it is ASCII or has
 * common letters of other alphabets, has no blanks or marks around it, and cannot be a number that a spreadsheet destroyed, which has a
 * plus sign. Only a customer's key may have letters of one byte that are not ASCII: it is hashed as UTF-8 has it. E-mail addresses are
 * hashed in lower case where they are customers' keys.
 */
export function describeKey(cell: usize, start: usize, end: usize, isCustomer: bool): i32 {
  const meaning = meaningOf(start, end, isCustomer);
  store<i32>(cell, meaning, CELL_MEANING);
  if ((meaning & IS_WIDE) !== 0) writeHash(wideText, widen(start, end), false, cell + CELL_HASH);
  else if ((meaning & IS_FAST) !== 0)
    writeHash(start, end, isCustomer && (meaning & HAS_CAPITALS) !== 0, cell + CELL_HASH);
  return meaning;
}

/** Writes into a cell that it holds no key, which is plain; its hash is that of no other cell. */
export function describeNoKey(cell: usize): bool {
  store<i32>(cell, 0, CELL_MEANING);
  v128.store(cell, i64x2.splat(0), CELL_HASH);
  return true;
}

/** Writes a key with letters of one byte in UTF-8; returns where it ends. */
function widen(start: usize, end: usize): usize {
  let to = wideText;
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (byte < 0x80) {
      store<u8>(to, byte);
      to += 1;
    } else {
      store<u8>(to, 0xc3);
      store<u8>(to, byte - 0x40, 1);
      to += 2;
    }
  }
  return to;
}

/** What is known of a key; one with letters of one byte that are not ASCII is plain only where that may be. */
export function meaningOf(start: usize, end: usize, mayBeWide: bool): i32 {
  if (end - start > longest) return 0;
  const opening: u32 = load<u8>(start);
  if (opening <= BLANK || opening === APOSTROPHE || opening === EQUALS || load<u8>(end - 1) <= BLANK) return 0;
  let others: i32 = 0;
  let ats: i32 = 0;
  let capitals: i32 = 0;
  let pluses: i32 = 0;
  let beyond: i32 = 0;
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at);
    const inside: i32 = end - at < 16 ? (1 << (<i32>(end - at))) - 1 : 0xffff;
    beyond |= i8x16.bitmask(bytes) & inside;
    others |= ~i8x16.bitmask(isBetween(bytes, <u8>ZERO, 10)) & inside;
    capitals |= i8x16.bitmask(isBetween(bytes, <u8>UPPER_A, <u8>LETTERS)) & inside;
    ats |= i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>AT))) & inside;
    pluses |= i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>PLUS))) & inside;
  }
  if (beyond !== 0) {
    if (ats !== 0 ? !isUtf8 || !areSmallLetters(start, end) : isUtf8 ? !areLetters(start, end) : !mayBeWide) return 0;
    if (!isUtf8 && !areWideLetters(start, end)) return 0;
  }
  if (pluses !== 0 && isDigit(opening)) {
    const next: u32 = load<u8>(start, 1);
    if (next === POINT || next === COMMA || (next | 0x20) === LOWER_E) return 0; // perhaps 1.2E+13
  }
  const isWide = beyond !== 0 && !isUtf8;
  return (
    IS_FAST | (others === 0 ? IS_NUMBER : 0) | (ats !== 0 && capitals !== 0 ? HAS_CAPITALS : 0) | (isWide ? IS_WIDE : 0)
  );
}

/** Whether all that is not ASCII is letters of one byte, and none of those that tell of text that was read in a wrong encoding. */
function areWideLetters(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (byte >= 0x80 && (byte < 0xc0 || byte === 0xc2 || byte === 0xc3)) return false;
  }
  return true;
}

/** Whether all that is not ASCII is small letters from ß to ÿ, which are the same in lower case. */
function areSmallLetters(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 1) {
    if (load<u8>(at) < 0x80) continue;
    if (load<u8>(at) !== 0xc3 || load<u8>(at, 1) < 0x9f || load<u8>(at, 1) > 0xbf) return false;
    at += 1;
  }
  return true;
}

/**
 * Whether all that is not ASCII is Latin, Cyrillic, Chinese, Japanese or Korean script, whole, and no sign that text was read in a
 * wrong encoding (an Â or Ã may be one) or that would be taken off the ends of a key.
 */
function areLetters(start: usize, end: usize): bool {
  for (let at = start; at < end; ) {
    const lead: u32 = load<u8>(at);
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const second: u32 = load<u8>(at, 1);
    if ((second & 0xc0) !== 0x80) return false;
    if ((lead >= 0xc3 && lead <= 0xcb) || lead === 0xd0 || lead === 0xd1) {
      if (lead === 0xc3 && (second === 0x82 || second === 0x83)) return false;
      at += 2;
    } else {
      if (lead < 0xe3 || lead > 0xed || (lead === 0xe3 && second === 0x80) || (lead === 0xed && second > 0x9f))
        return false;
      if ((load<u8>(at, 2) & 0xc0) !== 0x80) return false;
      at += 3;
    }
  }
  return true;
}

/** Which of sixteen bytes are among `count` from `lowest` on. */
function isBetween(bytes: v128, lowest: u8, count: u8): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(<i8>lowest)), i8x16.splat(<i8>count));
}

// Of long keys SipHash with an output of 128 bits (Aumasson & Bernstein 2012), one round for each word and three at the end, as in the
// hash maps of several languages; one bit tells them from short keys. The key is drawn anew in each run, so nobody can prepare keys
// that meet.
let keyA: u64 = 0;
let keyB: u64 = 0;
let v0: u64 = 0;
let v1: u64 = 0;
let v2: u64 = 0;
let v3: u64 = 0;

export function setHashKey(a: u32, b: u32, c: u32, d: u32): void {
  keyA = <u64>a | ((<u64>b) << 32);
  keyB = <u64>c | ((<u64>d) << 32);
  setMixKey(keyA, keyB);
}

function round(): void {
  v0 += v1;
  v1 = rotl<u64>(v1, 13) ^ v0;
  v0 = rotl<u64>(v0, 32);
  v2 += v3;
  v3 = rotl<u64>(v3, 16) ^ v2;
  v0 += v3;
  v3 = rotl<u64>(v3, 21) ^ v0;
  v2 += v1;
  v1 = rotl<u64>(v1, 17) ^ v2;
  v2 = rotl<u64>(v2, 32);
}

/** Writes the hash of some bytes, 128 bits; those of letters A to Z are taken in lower case where that is asked for. */
function writeHash(start: usize, end: usize, lowers: bool, to: usize): void {
  if (end - start <= LONGEST_SHORT) {
    const first = firstBytes(start, <i32>(end - start));
    const others = end - start > 8 ? firstBytes(start + 8, <i32>(end - start) - 8) : 0;
    writeShort(lowers ? inLowerCase(first) : first, lowers ? inLowerCase(others) : others, end - start, to);
    return;
  }
  let a = keyA ^ joined(0x736f6d65, 0x70736575);
  let b = keyB ^ joined(0x646f7261, 0x6e646f6d) ^ 0xee;
  let c = keyA ^ joined(0x6c796765, 0x6e657261);
  let d = keyB ^ joined(0x74656462, 0x79746573);
  let at = start;
  for (;;) {
    const left = end - at;
    let word = load<u64>(at);
    if (left < 8) {
      word &= ((<u64>1) << ((<u64>left) << 3)) - 1;
      if (lowers) word = inLowerCase(word);
      word |= (<u64>(end - start)) << 56;
    } else if (lowers) word = inLowerCase(word);
    d ^= word;
    a += b;
    b = rotl<u64>(b, 13) ^ a;
    a = rotl<u64>(a, 32);
    c += d;
    d = rotl<u64>(d, 16) ^ c;
    a += d;
    d = rotl<u64>(d, 21) ^ a;
    c += b;
    b = rotl<u64>(b, 17) ^ c;
    c = rotl<u64>(c, 32);
    a ^= word;
    if (left < 8) break;
    at += 8;
  }
  v0 = a;
  v1 = b;
  v2 = c ^ 0xee;
  v3 = d;
  round();
  round();
  round();
  store<u64>(to, v0 ^ v1 ^ v2 ^ v3);
  v1 ^= 0xdd;
  round();
  round();
  round();
  store<u64>(to, (v0 ^ v1 ^ v2 ^ v3) | IS_LONG, 8);
}

/** Writes the hash of a text that lies in the memory; at least 7 bytes must follow it. */
export function hashText(start: usize, length: usize, to: usize): void {
  writeHash(start, start + length, false, to);
}

/**
 * Writes what is known of some keys, and the hashes of plain ones, one behind another.
 *
 * @param bounds where they begin, and behind that where they end, counted from `from`
 */
export function describeKeys(from: usize, bounds: usize, count: i32, lowersEmails: bool, to: usize): void {
  const ends = bounds + ((<usize>count) << 2);
  let key = to;
  for (let index: usize = 0; index < <usize>count; index += 1) {
    const start = from + <usize>load<u32>(bounds + (index << 2));
    const end = from + <usize>load<u32>(ends + (index << 2));
    const meaning = end > start ? meaningOf(start, end, false) : 0;
    store<i32>(key, meaning);
    if ((meaning & IS_FAST) !== 0)
      writeHash(start, end, lowersEmails && (meaning & HAS_CAPITALS) !== 0, key + DESCRIBED_HASH);
    key += DESCRIBED_KEY;
  }
}
