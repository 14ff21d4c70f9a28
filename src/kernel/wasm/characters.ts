export const QUOTE: u32 = 0x22;
export const LINE_FEED: u32 = 0x0a;
export const CARRIAGE_RETURN: u32 = 0x0d;
export const ZERO: u32 = 0x30;
export const BLANK: u32 = 0x20;
export const PLUS: u32 = 0x2b;
export const COMMA: u32 = 0x2c;
export const DASH: u32 = 0x2d;
export const POINT: u32 = 0x2e;
export const SLASH: u32 = 0x2f;
export const COLON: u32 = 0x3a;
export const EQUALS: u32 = 0x3d;
export const AT: u32 = 0x40;
export const OPEN: u32 = 0x28;
export const CLOSE: u32 = 0x29;
export const APOSTROPHE: u32 = 0x27;
export const UPPER_A: u32 = 0x41;
export const UPPER_C: u32 = 0x43;
export const UPPER_T: u32 = 0x54;
export const UPPER_U: u32 = 0x55;
export const UPPER_Z: u32 = 0x5a;
export const BACKSLASH: u32 = 0x5c;
export const LOWER_A: u32 = 0x61;
export const LOWER_E: u32 = 0x65;
export const LOWER_M: u32 = 0x6d;
export const LOWER_P: u32 = 0x70;
export const LETTERS: u32 = 26;

export function isDigit(byte: u32): bool {
  return byte - ZERO <= 9;
}

export function areDigits(at: usize, count: usize): bool {
  for (let end = at + count; at < end; at += 1) if (!isDigit(load<u8>(at))) return false;
  return true;
}

/** At most eight of so many bytes. */
export function firstBytes(from: usize, count: i32): u64 {
  const word = load<u64>(from);
  return count >= 8 ? word : word & (((<u64>1) << ((<u64>count) << 3)) - 1);
}

/** A number of 64 bits by its halves. */
export function joined(high: u32, low: u32): u64 {
  return ((<u64>high) << 32) | <u64>low;
}

/** Eight bytes with the letters A to Z among them in lower case. */
export function inLowerCase(word: u64): u64 {
  const low = word & joined(0x7f7f7f7f, 0x7f7f7f7f);
  const fromA = low + joined(0x3f3f3f3f, 0x3f3f3f3f); // the highest bit of each byte from "A" on
  const afterZ = low + joined(0x25252525, 0x25252525); // and of each after "Z"
  return word | ((fromA & ~afterZ & ~word & joined(0x80808080, 0x80808080)) >> 2);
}

export function twoDigits(at: usize): u32 {
  return (load<u8>(at) - ZERO) * 10 + load<u8>(at, 1) - ZERO;
}
