import type { Texts } from "./cells.ts";

const LENGTH_BYTES = 4;

/**
 * Texts that lie one after another, each behind its length.
 *
 * @throws RangeError where they end before there are so many
 */
export function plainTexts(bytes: Uint8Array, start: number, count: number): Texts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (count > bytes.length / LENGTH_BYTES) throw new RangeError("a page is cut short");
  const [starts, ends] = [new Uint32Array(count), new Uint32Array(count)];
  for (let index = 0, at = start; index < count; index += 1) {
    const length = view.getUint32(at, true);
    const from = at + LENGTH_BYTES;
    at = from + length;
    if (at > bytes.length) throw new RangeError("a text is cut short");
    starts[index] = from;
    ends[index] = at;
  }
  return { bytes, starts, ends };
}

/** Texts of one length each. */
export function fixedTexts(bytes: Uint8Array, start: number, count: number, length: number): Texts {
  if (length <= 0 || start + count * length > bytes.length) throw new RangeError("a page is cut short");
  const starts = Uint32Array.from({ length: count }, (_, index) => start + index * length);
  return { bytes, starts, ends: starts.map((from) => from + length) };
}
