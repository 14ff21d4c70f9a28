// A short key needs no hash: its bytes and how many they are, 124 bits, are mixed so that they look like one, and can be had back. Two short
// keys never meet. A Feistel network of three rounds (Luby & Rackoff 1988), by a function that is MurmurHash3's last step (Appleby) with a key.
import { joined } from "./characters";

/** A key of more bytes is long. The lowest bit of the second word of its hash is set. */
export const LONGEST_SHORT: usize = 15;
export const IS_LONG: u64 = 1;

let keyA: u64 = 0;
let keyB: u64 = 0;

export function setMixKey(a: u64, b: u64): void {
  keyA = a;
  keyB = b;
}

function mixed(word: u64, key: u64): u64 {
  let mix = (word ^ key) * joined(0xff51afd7, 0xed558ccd);
  mix = (mix ^ (mix >>> 32)) * joined(0xc4ceb9fe, 0x1a85ec53);
  return mix ^ (mix >>> 29);
}

/** Writes a short key, its first eight bytes and the others, in place of a hash. */
export function writeShort(first: u64, others: u64, length: usize, to: usize): void {
  let low = first;
  let high = others | ((<u64>length) << 56);
  low ^= mixed(high, keyA);
  high ^= mixed(low, keyB) >>> 1;
  low ^= mixed(high, rotl<u64>(keyA, 32));
  store<u64>(to, low);
  store<u64>(to, high << 1, 8);
}

export function isShort(hash: usize): bool {
  return (load<u64>(hash, 8) & IS_LONG) === 0;
}

/** Writes the bytes of a short key, and others behind them, 16 in all; returns where it ends. */
export function readShort(hash: usize, to: usize): usize {
  let low = load<u64>(hash);
  let high = load<u64>(hash, 8) >>> 1;
  low ^= mixed(high, rotl<u64>(keyA, 32));
  high ^= mixed(low, keyB) >>> 1;
  low ^= mixed(high, keyA);
  store<u64>(to, low);
  store<u64>(to, high, 8);
  return to + <usize>(high >>> 56);
}
