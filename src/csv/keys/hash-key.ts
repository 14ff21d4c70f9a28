/** The constants of MurmurHash3 for 32 bits: two multipliers and what is added for each word, two multipliers of the end. */
const HASH = {
  first: 0xcc9e2d51 | 0,
  second: 0x1b873593 | 0,
  added: 0xe6546b64 | 0,
  mixA: 0x85ebca6b | 0,
  mixB: 0xc2b2ae35 | 0,
} as const;

/** The hash of `bytes[start … end)`, 32 bits: MurmurHash3 with the seed 0 (Appleby, public domain). */
export function hashKey(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash ^= scrambled(word);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + HASH.added) | 0;
  }
  let rest = 0;
  for (let index = end - 1; index >= at; index -= 1) rest = (rest << 8) | (bytes[index] as number);
  return finished(hash ^ scrambled(rest) ^ (end - start));
}

function scrambled(word: number): number {
  const product = Math.imul(word, HASH.first);
  return Math.imul((product << 15) | (product >>> 17), HASH.second);
}

/** Spreads every bit over all others, for tables look at the low ones only. */
function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), HASH.mixA);
  mixed = Math.imul(mixed ^ (mixed >>> 13), HASH.mixB);
  return mixed ^ (mixed >>> 16);
}
