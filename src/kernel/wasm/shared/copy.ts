// Copies the texts of keys from a piece of a file, one behind another.
import { AT, BLANK, CARRIAGE_RETURN, COMMA, LETTERS, QUOTE, UPPER_A } from "../characters";
import { IS_JSON, IS_ONE_BYTE, LOWERS_EMAILS } from "./layout";

const LINE_FEED: u32 = 0x0a;
const CLOSE: u32 = 0x7d;

/**
 * Copies keys. Sixteen bytes more are read and written at a time, so that there must be some room behind the piece and the copies; a byte
 * that is no part of a key stands before the piece.
 *
 * @param places where each stands, counted from `from`: in quotes where one is before it, else to the end of the cell
 * @param end where the piece ends
 * @param separators the byte between cells, and above it the one that ends lines
 * @param kind flags of layout.ts
 * @param prefix so many bytes that are written before each key
 * @param ends where the end of each key goes, counted as `used` bytes are before the first
 * @returns where the last one ends
 */
export function copyKeys(
  places: usize,
  count: u32,
  from: usize,
  end: usize,
  separators: u32,
  kind: u32,
  prefix: usize,
  prefixLength: usize,
  to: usize,
  ends: usize,
  used: u32,
): usize {
  const delimiter = separators & 0xff;
  const lineEnd = separators >>> 8;
  let out = to;
  for (let index: usize = 0; index < <usize>count; index += 1) {
    const start = from + <usize>load<u32>(places + (index << 2));
    let stop = start;
    if (load<u8>(start - 1) === QUOTE) while (stop < end && load<u8>(stop) !== QUOTE) stop += 1;
    else if ((kind & IS_JSON) !== 0) while (stop < end && !endsValue(load<u8>(stop))) stop += 1;
    else stop = endOfCell(start, end, delimiter, lineEnd);
    for (let at: usize = 0; at < prefixLength; at += 1, out += 1) store<u8>(out, load<u8>(prefix + at));
    const text = out;
    if ((kind & IS_ONE_BYTE) !== 0) out = copyWide(start, stop, out);
    else {
      for (let at = start; at < stop; at += 16) v128.store(out + (at - start), v128.load(at));
      out += stop - start;
    }
    if ((kind & LOWERS_EMAILS) !== 0) lowerEmail(text, out);
    store<u32>(ends + (index << 2), used + <u32>(out - to));
  }
  return out;
}

/** Whether a byte stands behind a value of JSON that is not in quotes. */
function endsValue(byte: u32): bool {
  return byte === COMMA || byte === CLOSE || byte <= BLANK;
}

/** Where a cell without quotes ends; a key is found without the blanks around it. */
function endOfCell(start: usize, end: usize, delimiter: u32, lineEnd: u32): usize {
  let stop = start;
  for (; stop < end; stop += 1) {
    const byte: u32 = load<u8>(stop);
    if (byte === delimiter || byte === lineEnd) break;
  }
  const endsLine = lineEnd === LINE_FEED && stop < end && load<u8>(stop) === LINE_FEED;
  if (endsLine && stop > start && load<u8>(stop - 1) === CARRIAGE_RETURN) stop -= 1;
  while (stop > start && load<u8>(stop - 1) === BLANK) stop -= 1;
  return stop;
}

/** Letters of one byte each in UTF-8. */
function copyWide(start: usize, stop: usize, to: usize): usize {
  let out = to;
  for (let at = start; at < stop; at += 1) {
    const byte: u32 = load<u8>(at);
    if (byte < 0x80) {
      store<u8>(out, byte);
      out += 1;
    } else {
      store<u8>(out, 0xc0 | (byte >>> 6));
      store<u8>(out, 0x80 | (byte & 0x3f), 1);
      out += 2;
    }
  }
  return out;
}

/** Writes a text in lower case if it is an e-mail address. */
function lowerEmail(start: usize, end: usize): void {
  let isEmail = false;
  for (let at = start; at < end && !isEmail; at += 1) isEmail = load<u8>(at) === AT;
  if (!isEmail) return;
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (byte - UPPER_A < LETTERS) store<u8>(at, byte + 32);
  }
}
