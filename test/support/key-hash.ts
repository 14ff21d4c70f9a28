import { sipHash128 } from "./sip-hash.ts";

const MASK = (1n << 64n) - 1n;
const LONGEST_SHORT = 15;

/**
 * What stands for a key, as docs/accuracy.md describes it: of a key of at most 15 bytes, these and their number, mixed; of a longer one SipHash-1-3
 * with the lowest bit of its second half set. Slow, for comparison.
 */
export function keyHash(key: Uint8Array, text: Uint8Array): Buffer {
  const hash = text.length > LONGEST_SHORT ? sipHash128(key, text, { c: 1, d: 3 }) : shortHash(key, text);
  if (text.length > LONGEST_SHORT) hash[8] = (hash[8] as number) | 1;
  return hash;
}

function shortHash(key: Uint8Array, text: Uint8Array): Buffer {
  const keys = Buffer.from(key);
  const [a, b] = [keys.readBigUInt64LE(0), keys.readBigUInt64LE(8)];
  const block = Buffer.alloc(16);
  block.set(text);
  block[15] = text.length;
  let [low, high] = [block.readBigUInt64LE(0), block.readBigUInt64LE(8)];
  low ^= mixed(high ^ a);
  high ^= mixed(low ^ b) >> 1n;
  low ^= mixed(high ^ (((a << 32n) | (a >> 32n)) & MASK));
  const hash = Buffer.alloc(16);
  hash.writeBigUInt64LE(low, 0);
  hash.writeBigUInt64LE(high << 1n, 8);
  return hash;
}

function mixed(word: bigint): bigint {
  let mix = (word * 0xff51afd7ed558ccdn) & MASK;
  mix = ((mix ^ (mix >> 32n)) * 0xc4ceb9fe1a85ec53n) & MASK;
  return mix ^ (mix >> 29n);
}
