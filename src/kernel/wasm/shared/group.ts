// Numbers the keys of some partitions as they are met, by their hashes, and adds up what belongs to them.
import { HASH_SIZE, PURCHASE_AMOUNT, PURCHASE_DAY, PURCHASE_KEY, PURCHASE_SIZE } from "../layout";
import {
  LINE_CUSTOMER_KEY,
  LINE_CUSTOMER_PLACE,
  LINE_CUSTOMER_SIZE,
  PARTITION_BITS,
  SUM_EVER,
  SUM_LAST,
  SUM_PLACE,
  SUM_PURCHASES,
  SUM_SEGMENT,
  SUM_SIZE,
  SUM_SPEND,
} from "./layout";
import { IS_FREE } from "./sums";

// The table of the keys: open addressing by the first bits of a hash, so that the keys of a partition lie together.
/** The number of the key in each place, plus 1; 0 where there is none. */
let places: usize = 0;
let mask: u32 = 0;
let hashes: usize = 0;
let sums: usize = 0;
let known: u32 = 0;
/** The first hash that the partitions can have, by its first word; and places for each, in parts of 2 ** 32. */
let firstHash: u32 = 0;
let scale: u64 = 0;

/**
 * Sets the table of some partitions.
 *
 * @param placeCount a power of two
 * @param sumsAt 0 where nothing is added up
 */
export function setTable(
  from: u32,
  to: u32,
  placesAt: usize,
  placeCount: u32,
  hashesAt: usize,
  sumsAt: usize,
  count: u32,
): void {
  places = placesAt;
  mask = placeCount - 1;
  hashes = hashesAt;
  sums = sumsAt;
  known = count;
  firstHash = from << (32 - PARTITION_BITS);
  scale = ((<u64>placeCount) << 32) / max<u64>(1, (<u64>(to - from)) << (32 - PARTITION_BITS));
}

/** How many keys the table has. */
export function keyCount(): u32 {
  return known;
}

function placeOf(hash: usize): u32 {
  return <u32>((<u64>(load<u32>(hash) - firstHash) * scale) >> 32);
}

/** Puts all keys of the table into places, which are free. */
export function placeKeys(): void {
  memory.fill(places, 0, (<usize>mask + 1) << 2);
  for (let number: u32 = 0; number < known; number += 1) {
    let place = placeOf(hashes + <usize>number * HASH_SIZE);
    while (load<u32>(places + ((<usize>place) << 2)) !== 0) place = (place + 1) & mask;
    store<u32>(places + ((<usize>place) << 2), number + 1);
  }
}

function numberOf(key: usize): u32 {
  const hash = v128.load(key);
  let place = placeOf(key);
  for (;;) {
    const at = places + ((<usize>place) << 2);
    const number = load<u32>(at);
    if (number === 0) {
      store<u32>(at, known + 1);
      break;
    }
    const other = v128.load(hashes + <usize>(number - 1) * HASH_SIZE);
    if (!v128.any_true(v128.xor(hash, other))) return number - 1;
    place = (place + 1) & mask;
  }
  v128.store(hashes + <usize>known * HASH_SIZE, hash);
  if (sums !== 0) {
    const sum = sums + <usize>known * SUM_SIZE;
    v128.store(sum, i64x2.splat(0));
    v128.store(sum, i64x2.splat(0), 16);
  }
  known += 1;
  return known - 1;
}

/**
 * Goes through some segments partition by partition: numbers the keys of the first ones, and adds the rows of the others, purchases or
 * line items, to the sums of their keys.
 *
 * @param segments where the partitions of each begin, and what is sorted by them
 * @param first the number of the first segment with rows
 * @param turn which of so many ranges that take turns this is; `turns` is 0 where rows are purchases
 */
export function groupSegments(
  segments: usize,
  keyed: u32,
  added: u32,
  from: u32,
  to: u32,
  first: u32,
  turn: u32,
  turns: u32,
): void {
  for (let partition = from; partition < to; partition += 1) {
    for (let index: u32 = 0; index < keyed + added; index += 1) {
      const at = segments + ((<usize>index) << 3);
      const starts: usize = load<u32>(at);
      const words: usize = load<u32>(at, 4);
      if (index < keyed) numberHashes(starts, words, partition);
      else if (turns === 0) addPurchases(starts, words, partition, first + index - keyed);
      else numberLines(starts, words, partition, first + index - keyed, turn, turns);
    }
  }
}

/** Writes the numbers of a partition's hashes in place of their first words. */
function numberHashes(starts: usize, words: usize, partition: u32): void {
  const at = starts + ((<usize>partition) << 2);
  const end = words + <usize>load<u32>(at, 4) * HASH_SIZE;
  for (let hash = words + <usize>load<u32>(at) * HASH_SIZE; hash < end; hash += HASH_SIZE)
    store<u32>(hash, numberOf(hash));
}

/**
 * Writes the numbers of a partition's customers into their line items: those of all ranges take turns. The first line of each says where
 * its key stands.
 */
function numberLines(starts: usize, words: usize, partition: u32, segment: u32, turn: u32, turns: u32): void {
  const at = starts + ((<usize>partition) << 2);
  const end = words + <usize>load<u32>(at, 4) * LINE_CUSTOMER_SIZE;
  for (let line = words + <usize>load<u32>(at) * LINE_CUSTOMER_SIZE; line < end; line += LINE_CUSTOMER_SIZE) {
    const number = numberOf(line);
    const sum = sums + <usize>number * SUM_SIZE;
    if (load<i32>(sum, SUM_PURCHASES) === 0) {
      store<i32>(sum, IS_FREE, SUM_PURCHASES);
      store<u32>(sum, segment, SUM_SEGMENT);
      store<i32>(sum, load<i32>(line, LINE_CUSTOMER_KEY), SUM_PLACE);
    }
    store<u32>(load<u32>(line, LINE_CUSTOMER_PLACE), number * turns + turn);
  }
}

/** Adds the purchases of a partition to their customers' numbers. */
function addPurchases(starts: usize, words: usize, partition: u32, segment: u32): void {
  const at = starts + ((<usize>partition) << 2);
  const end = words + <usize>load<u32>(at, 4) * PURCHASE_SIZE;
  for (let row = words + <usize>load<u32>(at) * PURCHASE_SIZE; row < end; row += PURCHASE_SIZE) {
    const sum = sums + <usize>numberOf(row) * SUM_SIZE;
    const day = load<i32>(row, PURCHASE_DAY);
    const ever = load<i32>(sum, SUM_EVER);
    if (ever === 0) {
      store<u32>(sum, segment, SUM_SEGMENT);
      store<i32>(sum, load<i32>(row, PURCHASE_KEY), SUM_PLACE);
    }
    if (ever === 0 || day < load<i32>(sum)) store<i32>(sum, day);
    if (ever === 0 || day > load<i32>(sum, SUM_LAST)) store<i32>(sum, day, SUM_LAST);
    store<i32>(sum, ever + 1, SUM_EVER);
    store<f64>(sum, load<f64>(sum, SUM_SPEND) + load<f64>(row, PURCHASE_AMOUNT), SUM_SPEND);
  }
}
