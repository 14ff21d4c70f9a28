import type { KeyBytes } from "./key-bytes.ts";
import { sortByNumber } from "./sort-by-number.ts";

/** Fewer keys than this with the same beginning are sorted by comparing them. */
const FEW = 24;
const NUMBERS = 2 ** 32;

/**
 * The bytes that occur in keys, numbered from 1 in their order, so that 0 stands for the end of a key; and how many bytes of
 * a key therefore fit into a number of 32 bits: nine where all are digits, four at the least.
 */
interface Alphabet {
  readonly numberOf: Uint8Array;
  readonly size: number;
  readonly bytes: number;
}

/**
 * The numbers of keys in the order of their bytes, which is that of their text by code unit as long as no character is
 * beyond U+FFFF; `null` where one is.
 *
 * The beginnings of keys are sorted as numbers, digit by digit, the last first; those that are the same are sorted again by
 * what follows. Half a million numbers as text took a fifth of the time that comparing them takes.
 */
export function sortKeys(keys: KeyBytes): Int32Array | null {
  const alphabet = alphabetOf(keys.arena);
  if (alphabet === null) return null;
  const order = new Int32Array(keys.ends.length);
  for (let key = 0; key < order.length; key += 1) order[key] = key;
  sortSlice(keys, alphabet, order, commonPrefix(keys));
  return order;
}

/** `null` where some character takes four bytes. */
function alphabetOf(arena: Uint8Array): Alphabet | null {
  const numberOf = new Uint8Array(256);
  for (let at = 0; at < arena.length; at += 1) numberOf[arena[at] as number] = 1;
  if (numberOf.includes(1, 0xf0)) return null;
  let size = 1;
  for (const [byte, occurs] of numberOf.entries()) {
    if (occurs === 0) continue;
    numberOf[byte] = size;
    size += 1;
  }
  return { numberOf, size, bytes: Math.max(1, Math.floor(Math.log(NUMBERS) / Math.log(size))) };
}

/** Sorts keys that have their bytes before `depth` in common. */
function sortSlice(keys: KeyBytes, alphabet: Alphabet, order: Int32Array, depth: number): void {
  if (order.length < FEW) {
    order.sort((a, b) => compareFrom(keys, a, b, depth));
    return;
  }
  const beginnings = beginningsOf(keys, alphabet, order, depth);
  sortByNumber(order, beginnings);
  let start = 0;
  for (let index = 1; index <= order.length; index += 1) {
    if (index < order.length && beginnings[index] === beginnings[start]) continue;
    if (index - start > 1) sortSlice(keys, alphabet, order.subarray(start, index), depth + alphabet.bytes);
    start = index;
  }
}

/** What follows `depth` in each key, as a number. */
function beginningsOf(
  { arena, ends }: KeyBytes,
  { numberOf, size, bytes }: Alphabet,
  order: Int32Array,
  depth: number,
): Uint32Array {
  const beginnings = new Uint32Array(order.length);
  for (let index = 0; index < order.length; index += 1) {
    const key = order[index] as number;
    const end = ends[key] as number;
    let at = (key === 0 ? 0 : (ends[key - 1] as number)) + depth;
    let number = 0;
    for (let taken = 0; taken < bytes; taken += 1, at += 1) {
      number = number * size + (at < end ? (numberOf[arena[at] as number] as number) : 0);
    }
    beginnings[index] = number;
  }
  return beginnings;
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
