/** Part of a page that holds packed whole numbers. */
export interface PackedPart {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Wider numbers do not lie within four bytes wherever they begin. */
const WIDEST_IN_WORD = 25;
const WIDEST = 32;
const VARINT_BITS = 35;

/**
 * Unpacks the format's mix of runs of one value and of values that are packed into `width` bits each, until `into` is full.
 *
 * @throws RangeError where they end before
 */
export function unpackRuns({ bytes, start, end }: PackedPart, width: number, into: Int32Array): void {
  if (width > WIDEST) throw new RangeError(`numbers of ${width} bits`);
  let at = start;
  for (let filled = 0; filled < into.length; ) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= end || shift >= VARINT_BITS) throw new RangeError("a run is cut short");
      const byte = bytes[at] as number;
      at += 1;
      header |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    const count = (header >>> 1) * ((header & 1) === 1 ? 8 : 1);
    const to = Math.min(into.length, filled + count);
    if ((header & 1) === 1) {
      if (at + Math.ceil(((to - filled) * width) / 8) > end) throw new RangeError("a run is cut short");
      unpackBits(bytes, at, width, into.subarray(filled, to));
      at += (count / 8) * width;
    } else {
      const size = Math.ceil(width / 8);
      if (at + size > end) throw new RangeError("a run is cut short");
      into.fill(littleEndian(bytes, at, size), filled, to);
      at += size;
    }
    filled = to;
  }
}

/** Whether single bits begin with a run of so many 1s. */
export function isOneRun({ bytes, start, end }: PackedPart, length: number): boolean {
  let header = 0;
  for (let at = start, shift = 0; at < end && shift < VARINT_BITS; at += 1, shift += 7) {
    const byte = bytes[at] as number;
    header |= (byte & 0x7f) << shift;
    if (byte < 0x80) return (header & 1) === 0 && header >>> 1 >= length && at + 1 < end && bytes[at + 1] === 1;
  }
  return false;
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let byte = 0; byte < size; byte += 1) value |= (bytes[at + byte] as number) << (byte * 8);
  return value;
}

/** Values packed into `width` bits each, the lowest bits first. What lies beyond the end of the bytes is not looked at. */
function unpackBits(bytes: Uint8Array, at: number, width: number, into: Int32Array): void {
  if (width > WIDEST_IN_WORD) {
    unpackWide(bytes, at, width, into);
    return;
  }
  const mask = (1 << width) - 1;
  for (let index = 0, bit = at * 8; index < into.length; index += 1, bit += width) {
    const from = bit >>> 3;
    const word =
      (bytes[from] as number) |
      ((bytes[from + 1] as number) << 8) |
      ((bytes[from + 2] as number) << 16) |
      ((bytes[from + 3] as number) << 24);
    into[index] = (word >>> (bit & 7)) & mask;
  }
}

function unpackWide(bytes: Uint8Array, at: number, width: number, into: Int32Array): void {
  for (let index = 0; index < into.length; index += 1) {
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) {
      const place = at * 8 + index * width + bit;
      value |= (((bytes[Math.floor(place / 8)] as number) >>> (place % 8)) & 1) << bit;
    }
    into[index] = value;
  }
}
