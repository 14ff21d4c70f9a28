/** Bytes of a key that are compared at once, and the bits that are left for its index. */
const PREFIX_BYTES = 5;
const INDEX_BITS = 24;
/** Fewer keys than this with the same beginning are sorted by comparing them. */
const FEW = 24;

/** Keys one after another, and where each ends. */
export interface KeyBytes {
  readonly arena: Uint8Array;
  readonly ends: Uint32Array;
}

/**
 * The numbers of keys in the order of their bytes, which is that of their text by code unit as long as no character is
 * beyond U+FFFF; `null` where one is, or where there are too many keys.
 *
 * The beginnings of keys are sorted as 64-bit numbers, with the key's number in the low bits; those that are the same are
 * sorted again by what follows.
 */
export function sortKeys({ arena, ends }: KeyBytes): Int32Array | null {
  if (ends.length >= 2 ** INDEX_BITS || hasFourByteCharacter(arena)) return null;
  const order = Int32Array.from(ends.keys());
  sortPart({ arena, ends }, order, commonPrefix({ arena, ends }));
  return order;
}

function sortPart(keys: KeyBytes, order: Int32Array, depth: number): void {
  if (order.length < FEW) {
    order.sort((a, b) => compareFrom(keys, a, b, depth));
    return;
  }
  const packed = new BigUint64Array(order.length);
  const words = new Uint32Array(packed.buffer); // little-endian: low word first
  for (let index = 0; index < order.length; index += 1)
    packInto(keys, { key: order[index] as number, depth, words, index });
  packed.sort();
  let start = 0;
  for (let index = 0; index < order.length; index += 1) {
    order[index] = (words[index * 2] as number) & (2 ** INDEX_BITS - 1);
    if (index === 0 || samePrefix(words, index - 1, index)) continue;
    sortGroup(keys, order.subarray(start, index), depth);
    start = index;
  }
  sortGroup(keys, order.subarray(start), depth);
}

function sortGroup(keys: KeyBytes, group: Int32Array, depth: number): void {
  if (group.length > 1) sortPart(keys, group, depth + PREFIX_BYTES);
}

/** The key's bytes from `depth` on, each + 1 so that an end comes before any byte (none is above 0xEF), and its number. */
function packInto(
  { arena, ends }: KeyBytes,
  { key, depth, words, index }: { key: number; depth: number; words: Uint32Array; index: number },
): void {
  const start = (key === 0 ? 0 : (ends[key - 1] as number)) + depth;
  const end = ends[key] as number;
  const byte = (offset: number): number => (start + offset < end ? (arena[start + offset] as number) + 1 : 0);
  words[index * 2 + 1] = ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
  words[index * 2] = ((byte(4) << INDEX_BITS) | key) >>> 0;
}

function samePrefix(words: Uint32Array, a: number, b: number): boolean {
  return (
    words[a * 2 + 1] === words[b * 2 + 1] &&
    (words[a * 2] as number) >>> INDEX_BITS === (words[b * 2] as number) >>> INDEX_BITS
  );
}

function compareFrom({ arena, ends }: KeyBytes, a: number, b: number, depth: number): number {
  const [startA, startB] = [a === 0 ? 0 : (ends[a - 1] as number), b === 0 ? 0 : (ends[b - 1] as number)];
  const [lengthA, lengthB] = [(ends[a] as number) - startA, (ends[b] as number) - startB];
  for (let offset = depth; offset < lengthA && offset < lengthB; offset += 1) {
    const difference = (arena[startA + offset] as number) - (arena[startB + offset] as number);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/** How many bytes all keys begin with. */
function commonPrefix({ arena, ends }: KeyBytes): number {
  let common = ends[0] ?? 0;
  for (let key = 1; key < ends.length && common > 0; key += 1) {
    const start = ends[key - 1] as number;
    const length = (ends[key] as number) - start;
    if (length < common) common = length;
    for (let offset = 0; offset < common; offset += 1) if (arena[start + offset] !== arena[offset]) common = offset;
  }
  return common;
}

function hasFourByteCharacter(arena: Uint8Array): boolean {
  for (let at = 0; at < arena.length; at += 1) if ((arena[at] as number) >= 0xf0) return true;
  return false;
}
