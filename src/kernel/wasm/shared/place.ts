// Puts customers whose purchases were added up into the order in which their keys stand in the file.
import { HASH_SIZE } from "../layout";
import { isShort, readShort, setMixKey } from "../short-keys";
import {
  NUMBERS_SIZE,
  RANGE_HASHES,
  RANGE_SIZE,
  RANGE_STARTS,
  RANGE_SUMS,
  RANGE_SUMS_END,
  SUM_EVER,
  SUM_PLACE,
  SUM_PURCHASES,
  SUM_SEGMENT,
  SUM_SIZE,
  SUM_SPEND,
} from "./layout";

/** How many bits of a place one pass of the sort looks at. */
const DIGIT_BITS: u32 = 11;
const DIGITS: usize = 1 << DIGIT_BITS;

/** Sorts the customers of some partitions by the segments in which their keys stand; `starts` says where each segment begins. */
export function sortBySegment(sums: usize, count: u32, segments: u32, starts: usize, to: usize): void {
  const bytes = (<usize>segments + 1) << 2;
  memory.fill(starts, 0, bytes);
  const end = sums + <usize>count * SUM_SIZE;
  for (let sum = sums; sum < end; sum += SUM_SIZE) {
    const after = starts + ((<usize>load<u32>(sum, SUM_SEGMENT)) << 2);
    store<u32>(after, load<u32>(after, 4) + 1, 4);
  }
  for (let at = starts; at < starts + bytes - 4; at += 4) store<u32>(at, load<u32>(at) + load<u32>(at, 4), 4);
  for (let sum = sums; sum < end; sum += SUM_SIZE) {
    const at = starts + ((<usize>load<u32>(sum, SUM_SEGMENT)) << 2);
    const place = load<u32>(at);
    store<u32>(to + ((<usize>place) << 2), <u32>sum);
    store<u32>(at, place + 1);
  }
  memory.copy(starts + 4, starts, bytes - 4); // each went on to the next
  store<u32>(starts, 0);
}

/** The customers of a segment, by the addresses of their sums, and the places of their keys: twice, for they are sorted to and fro. */
let digits: usize = 0;
let orders: usize = 0;
let places: usize = 0;
let otherOrders: usize = 0;
let otherPlaces: usize = 0;

/**
 * Sorts the customers of a segment by the places of their keys, and writes in place of these which number each has.
 *
 * @param ranges the customers of each range of partitions, as layout.ts has them
 * @param first the number of the first of these customers
 * @param work room for the digits of a sort, and six numbers for each customer
 * @param to where their numbers go, and behind those of `most` customers the places
 * @returns how many they are
 */
export function placeSegment(
  ranges: usize,
  rangeCount: u32,
  segment: u32,
  first: u32,
  work: usize,
  most: u32,
  to: usize,
): u32 {
  const size = (<usize>most) << 2;
  digits = work;
  orders = digits + (DIGITS << 2);
  places = orders + size;
  otherOrders = places + size;
  otherPlaces = otherOrders + size;
  let count: u32 = 0;
  const rangesEnd = ranges + <usize>rangeCount * RANGE_SIZE;
  for (let range = ranges; range < rangesEnd; range += RANGE_SIZE) {
    const customers = <usize>load<u32>(range);
    const starts = <usize>load<u32>(range, RANGE_STARTS) + ((<usize>segment) << 2);
    const end = customers + ((<usize>load<u32>(starts, 4)) << 2);
    for (let at = customers + ((<usize>load<u32>(starts)) << 2); at < end; at += 4, count += 1) {
      const sum = load<u32>(at);
      store<u32>(orders + ((<usize>count) << 2), sum);
      store<u32>(places + ((<usize>count) << 2), load<u32>(sum, SUM_PLACE));
    }
  }
  for (let shift: u32 = 0; shift < 32 && count > 0; shift += DIGIT_BITS) sortByDigit(count, shift);
  const toPlaces = to + <usize>most * NUMBERS_SIZE;
  for (let index: u32 = 0; index < count; index += 1) {
    const at = (<usize>index) << 2;
    const sum = <usize>load<u32>(orders + at);
    const numbers = to + <usize>index * NUMBERS_SIZE;
    v128.store(numbers, v128.load(sum));
    store<i32>(numbers, load<i32>(sum, SUM_EVER), SUM_PURCHASES);
    store<f64>(numbers, load<f64>(sum, SUM_SPEND), SUM_SPEND);
    store<u32>(sum, first + index, SUM_PLACE);
    store<u32>(toPlaces + at, load<u32>(places + at));
  }
  return count;
}

/** Says by what key short keys were mixed. */
export function setKeyOfShort(a: u32, b: u32, c: u32, d: u32): void {
  setMixKey(<u64>a | ((<u64>b) << 32), <u64>c | ((<u64>d) << 32));
}

/**
 * Writes the keys of the customers that were placed last, one behind another, where all are short.
 *
 * @param ends where the end of each goes, counted as `used` bytes are before the first
 * @returns where the last one ends; 0 where one is long
 */
export function writeShortKeys(ranges: usize, count: u32, to: usize, ends: usize, used: u32): usize {
  let out = to;
  for (let index: usize = 0; index < <usize>count; index += 1) {
    const sum = <usize>load<u32>(orders + (index << 2));
    let range = ranges;
    while (sum < <usize>load<u32>(range, RANGE_SUMS) || sum >= <usize>load<u32>(range, RANGE_SUMS_END))
      range += RANGE_SIZE;
    const number = (sum - <usize>load<u32>(range, RANGE_SUMS)) / SUM_SIZE;
    const hash = <usize>load<u32>(range, RANGE_HASHES) + number * HASH_SIZE;
    if (!isShort(hash)) return 0;
    out = readShort(hash, out);
    store<u32>(ends + (index << 2), used + <u32>(out - to));
  }
  return out;
}

function digitAt(place: usize, shift: u32): usize {
  return (<usize>(load<u32>(place) >>> shift) & (DIGITS - 1)) << 2;
}

function sortByDigit(count: u32, shift: u32): void {
  memory.fill(digits, 0, DIGITS << 2);
  const end = places + ((<usize>count) << 2);
  for (let place = places; place < end; place += 4) {
    const digit = digits + digitAt(place, shift);
    store<u32>(digit, load<u32>(digit) + 1);
  }
  if (load<u32>(digits + digitAt(places, shift)) === count) return;
  let start: u32 = 0;
  for (let digit = digits; digit < digits + (DIGITS << 2); digit += 4) {
    const own = load<u32>(digit);
    store<u32>(digit, start);
    start += own;
  }
  for (let place = places; place < end; place += 4) {
    const digit = digits + digitAt(place, shift);
    const to = load<u32>(digit);
    store<u32>(digit, to + 1);
    store<u32>(otherPlaces + ((<usize>to) << 2), load<u32>(place));
    store<u32>(otherOrders + ((<usize>to) << 2), load<u32>(orders + (place - places)));
  }
  let other = orders;
  orders = otherOrders;
  otherOrders = other;
  other = places;
  places = otherPlaces;
  otherPlaces = other;
}
