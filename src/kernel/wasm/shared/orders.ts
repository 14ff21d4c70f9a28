// Puts line items of orders together, partition by partition: what an order comes to is added to its customer, unless its rows must be
// looked at one by one, as those of an order must that has a row that was kept, or whose lines differ in customer, day, status or currency.
import { AMOUNT_BITS, FIRST_PACKED_DAY, HASH_SIZE, MORE_BITS } from "../layout";
import {
  ASIDE_AMOUNT,
  ASIDE_CODE,
  ASIDE_CUSTOMER,
  ASIDE_DAY,
  ASIDE_LINE,
  ASIDE_ROWS,
  ASIDE_SEGMENT,
  ASIDE_SIZE,
  ORDER_AMOUNT,
  ORDER_CODE,
  ORDER_CUSTOMER,
  ORDER_DAY,
  ORDER_LINE_CODE,
  ORDER_LINE_CUSTOMER,
  ORDER_LINE_LINE,
  ORDER_LINE_PACKED,
  ORDER_LINE_SIZE,
  ORDER_NUMBER,
  ORDER_SIZE,
  SEGMENT_CODES,
  SEGMENT_LINE,
  SEGMENT_LINES,
  SEGMENT_SIZE,
} from "./layout";
import { addPurchaseOf } from "./sums";

const AMOUNTS: u64 = ((<u64>1) << AMOUNT_BITS) - 1;
const MOST_MORE: u64 = ((<u64>1) << MORE_BITS) - 1;
/** Sums of an order's lines stay exact far below it. */
const MOST_AMOUNT: u64 = (<u64>1) << 50;
/** The code of an order whose rows are kept. */
const IS_KEPT: i32 = -1;
/** The code of an order that is new. */
const NO_CODE: i32 = -2;
const NO_NUMBER: i32 = -1;
const NO_DAY: i32 = -0x80000000;

let places: usize = 0;
let mask: u32 = 0;
let orders: usize = 0;
/** The orders of a partition that were met. */
let known: u32 = 0;
/** How many orders have rows that are kept, and how many were added to their customers. */
let kept: i32 = 0;
let added: i32 = 0;

// The days of the rows that were added up, as DaySpan has them.
let firstDay: i32 = NO_DAY;
let newestDay: i32 = NO_DAY;
let newestLine: i32 = -1;
let nextNewest: i32 = NO_DAY;

/** Says where tables may be: of places for orders, a power of two, and of the orders. */
export function beginOrders(placesAt: usize, placeCount: u32, ordersAt: usize): void {
  places = placesAt;
  mask = placeCount - 1;
  orders = ordersAt;
  kept = 0;
  added = 0;
  firstDay = NO_DAY;
  newestDay = NO_DAY;
  newestLine = -1;
  nextNewest = NO_DAY;
}

export function keptOrderCount(): i32 {
  return kept;
}

export function addedOrderCount(): i32 {
  return added;
}

/** Writes the days of the rows that were added up: the first, the newest, on which line it is first, and the next newest. */
export function writeDays(to: usize): void {
  store<i32>(to, firstDay);
  store<i32>(to, newestDay, 4);
  store<i32>(to, newestLine, 8);
  store<i32>(to, nextNewest, 12);
}

function noteDay(day: i32, line: i32): void {
  if (day === newestDay) {
    if (line < newestLine) newestLine = line;
    return;
  }
  if (firstDay === NO_DAY || day < firstDay) firstDay = day;
  if (day > newestDay) {
    nextNewest = newestDay;
    newestDay = day;
    newestLine = line;
  } else if (day > nextNewest) nextNewest = day;
}

/** The order of a hash. Of the hashes of a partition, the highest byte is the same. */
function orderOf(key: usize): usize {
  const hash = v128.and(v128.load(key), i32x4(0x00ffffff, -1, -1, -1));
  let place = load<u32>(key, 12) & mask;
  for (;;) {
    const at = places + ((<usize>place) << 2);
    const number = load<u32>(at);
    if (number === 0) {
      store<u32>(at, known + 1);
      break;
    }
    const order = orders + <usize>(number - 1) * ORDER_SIZE;
    if (!v128.any_true(v128.xor(hash, v128.load(order)))) return order;
    place = (place + 1) & mask;
  }
  const order = orders + <usize>known * ORDER_SIZE;
  known += 1;
  v128.store(order, hash);
  store<i32>(order, NO_CODE, ORDER_CODE);
  store<i32>(order, NO_NUMBER, ORDER_NUMBER);
  return order;
}

/** Says that an order's rows are kept. */
function keep(order: usize): void {
  store<i32>(order, IS_KEPT, ORDER_CODE);
  if (load<i32>(order, ORDER_NUMBER) !== NO_NUMBER) return;
  store<i32>(order, kept, ORDER_NUMBER);
  kept += 1;
}

/** Notes the orders of a partition's rows that were kept; each one's number is written in place of the first word of its hash. */
function noteKept(starts: usize, hashes: usize, partition: u32): void {
  const at = starts + ((<usize>partition) << 2);
  const end = hashes + <usize>load<u32>(at, 4) * HASH_SIZE;
  for (let hash = hashes + <usize>load<u32>(at) * HASH_SIZE; hash < end; hash += HASH_SIZE) {
    const order = orderOf(hash);
    keep(order);
    store<i32>(hash, load<i32>(order, ORDER_NUMBER));
  }
}

/** Adds a line to its order. */
function addLine(order: usize, line: usize, code: i32): void {
  const known = load<i32>(order, ORDER_CODE);
  if (known === IS_KEPT) return;
  const packed = load<u64>(line, ORDER_LINE_PACKED);
  const amount = packed & AMOUNTS;
  const day = <i32>(packed >> (AMOUNT_BITS + MORE_BITS));
  const customer = load<i32>(line, ORDER_LINE_CUSTOMER);
  if (known === NO_CODE) {
    store<u64>(order, amount, ORDER_AMOUNT);
    store<i32>(order, customer, ORDER_CUSTOMER);
    store<i32>(order, code, ORDER_CODE);
    store<i32>(order, day, ORDER_DAY);
    return;
  }
  const sum = load<u64>(order, ORDER_AMOUNT) + amount;
  const isSame = known === code && load<i32>(order, ORDER_CUSTOMER) === customer && load<i32>(order, ORDER_DAY) === day;
  if (isSame && sum < MOST_AMOUNT) store<u64>(order, sum, ORDER_AMOUNT);
  else keep(order);
}

/**
 * Puts the orders of a partition together.
 *
 * @param segments of each segment what SEGMENT_SIZE says, one behind another
 * @param keptSegments of each segment with rows that were kept where partitions begin, and the hashes of their orders
 * @param orderOfLine room for the order of each line
 * @param tables where the customers' sums of each range of their partitions are, the ranges taking turns in their numbers
 * @param aside where the rows of orders go that are kept after all
 * @returns how many these are
 */
export function putTogether(
  segments: usize,
  segmentCount: u32,
  keptSegments: usize,
  keptCount: u32,
  partition: u32,
  orderOfLine: usize,
  tables: usize,
  turns: u32,
  aside: usize,
): u32 {
  memory.fill(places, 0, (<usize>mask + 1) << 2);
  known = 0;
  for (let index: u32 = 0; index < keptCount; index += 1) {
    const segment = keptSegments + ((<usize>index) << 3);
    noteKept(load<u32>(segment), load<u32>(segment, 4), partition);
  }
  let next = orderOfLine;
  for (let index: u32 = 0; index < segmentCount; index += 1) {
    const segment = segments + <usize>index * SEGMENT_SIZE;
    const starts = <usize>load<u32>(segment) + ((<usize>partition) << 2);
    const lines = <usize>load<u32>(segment, SEGMENT_LINES);
    const codes = <usize>load<u32>(segment, SEGMENT_CODES);
    const end = lines + <usize>load<u32>(starts, 4) * ORDER_LINE_SIZE;
    for (let line = lines + <usize>load<u32>(starts) * ORDER_LINE_SIZE; line < end; line += ORDER_LINE_SIZE) {
      const order = orderOf(line);
      store<u32>(next, <u32>order);
      next += 4;
      addLine(order, line, <i32>load<u8>(codes + <usize>load<u8>(line, ORDER_LINE_CODE)));
    }
  }
  addOrders(tables, turns);
  return tellLines(segments, segmentCount, partition, orderOfLine, aside);
}

/** Adds the orders of a partition to their customers; one that is worth nothing is kept. */
function addOrders(tables: usize, turns: u32): void {
  const end = orders + <usize>known * ORDER_SIZE;
  for (let order = orders; order < end; order += ORDER_SIZE) {
    if (load<i32>(order, ORDER_CODE) === IS_KEPT) continue;
    const amount = load<u64>(order, ORDER_AMOUNT);
    if (amount === 0) {
      keep(order);
      continue;
    }
    addPurchaseOf(
      tables,
      turns,
      load<u32>(order, ORDER_CUSTOMER),
      load<i32>(order, ORDER_DAY) + FIRST_PACKED_DAY,
      <f64>amount,
    );
    added += 1;
  }
}

/** Writes the lines of orders whose rows are kept, and notes the days of all others; returns how many were written. */
function tellLines(segments: usize, segmentCount: u32, partition: u32, orderOfLine: usize, aside: usize): u32 {
  let next = orderOfLine;
  let count: u32 = 0;
  for (let index: u32 = 0; index < segmentCount; index += 1) {
    const segment = segments + <usize>index * SEGMENT_SIZE;
    const starts = <usize>load<u32>(segment) + ((<usize>partition) << 2);
    const lines = <usize>load<u32>(segment, SEGMENT_LINES);
    const codes = <usize>load<u32>(segment, SEGMENT_CODES);
    const before = load<i32>(segment, SEGMENT_LINE);
    const end = lines + <usize>load<u32>(starts, 4) * ORDER_LINE_SIZE;
    for (let line = lines + <usize>load<u32>(starts) * ORDER_LINE_SIZE; line < end; line += ORDER_LINE_SIZE) {
      const order = <usize>load<u32>(next);
      next += 4;
      const packed = load<u64>(line, ORDER_LINE_PACKED);
      const day = <i32>(packed >> (AMOUNT_BITS + MORE_BITS)) + FIRST_PACKED_DAY;
      const own = load<i32>(line, ORDER_LINE_LINE) + before;
      if (load<i32>(order, ORDER_CODE) !== IS_KEPT) {
        noteDay(day, own);
        continue;
      }
      const to = aside + <usize>count * ASIDE_SIZE;
      count += 1;
      store<i32>(to, load<i32>(order, ORDER_NUMBER));
      store<u32>(to, index, ASIDE_SEGMENT);
      store<i32>(to, own, ASIDE_LINE);
      store<i32>(to, day, ASIDE_DAY);
      store<i32>(to, load<i32>(line, ORDER_LINE_CUSTOMER), ASIDE_CUSTOMER);
      store<i32>(to, <i32>load<u8>(codes + <usize>load<u8>(line, ORDER_LINE_CODE)), ASIDE_CODE);
      store<i32>(to, <i32>((packed >> AMOUNT_BITS) & MOST_MORE) + 1, ASIDE_ROWS);
      store<f64>(to, <f64>(packed & AMOUNTS), ASIDE_AMOUNT);
    }
  }
  return count;
}
