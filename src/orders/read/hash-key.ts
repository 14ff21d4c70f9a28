/** Where the hash of a key begins: FNV-1a's offset basis. */
export const HASH_START = 0x811c9dc5 | 0;

/** FNV-1a's prime: each byte is taken in with `Math.imul(hash ^ byte, HASH_PRIME)`. */
export const HASH_PRIME = 0x01000193;

/** The multiplier of {@link finishHash}, one of MurmurHash3's. */
export const HASH_MIX = 0x85ebca6b | 0;

/** Spreads what FNV-1a left in the high bits over the low ones, which tables look at. */
export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), HASH_MIX);
  return mixed ^ (mixed >>> 13);
}

/** The hash of `bytes[start … end)`, 32 bits. */
export function hashKey(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), HASH_PRIME);
  return finishHash(hash);
}
