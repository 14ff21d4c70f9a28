// Sorts what has hashes by the first bits of these, its partitions: by counting, one pass to count and one to move.
import {
  HASH_SIZE,
  LINE_CODE,
  LINE_CUSTOMER,
  LINE_KEY,
  LINE_LINE,
  LINE_PACKED,
  LINE_SIZE,
  PURCHASE_SIZE,
} from "../layout";
import {
  LINE_CUSTOMER_KEY,
  LINE_CUSTOMER_PLACE,
  LINE_CUSTOMER_SIZE,
  ORDER_LINE_CODE,
  ORDER_LINE_CUSTOMER,
  ORDER_LINE_LINE,
  ORDER_LINE_PACKED,
  ORDER_LINE_SIZE,
  PART_SIZE,
  PARTITION_BITS,
  PARTITIONS,
} from "./layout";

function partitionAt(hash: usize): usize {
  return (<usize>(load<u32>(hash) >>> (32 - PARTITION_BITS))) << 2;
}

/** Writes where each partition begins. */
function findStarts(hashes: usize, count: u32, size: usize, starts: usize): void {
  memory.fill(starts, 0, (PARTITIONS + 1) << 2);
  const end = hashes + <usize>count * size;
  for (let hash = hashes; hash < end; hash += size) {
    const after = starts + partitionAt(hash);
    store<u32>(after, load<u32>(after, 4) + 1, 4);
  }
  for (let at = starts; at < starts + (PARTITIONS << 2); at += 4) store<u32>(at, load<u32>(at) + load<u32>(at, 4), 4);
}

/** The next place in the partition of a hash. */
function nextPlace(hash: usize, starts: usize): usize {
  const at = starts + partitionAt(hash);
  const place = load<u32>(at);
  store<u32>(at, place + 1);
  return <usize>place;
}

/** While things are moved, each start went on to that of the next partition. */
function moveStartsBack(starts: usize): void {
  memory.copy(starts + 4, starts, PARTITIONS << 2);
  store<u32>(starts, 0);
}

/** Sorts rows to be added up. */
export function sortPurchases(from: usize, count: u32, starts: usize, to: usize): void {
  findStarts(from, count, PURCHASE_SIZE, starts);
  const end = from + <usize>count * PURCHASE_SIZE;
  for (let row = from; row < end; row += PURCHASE_SIZE) {
    const place = to + nextPlace(row, starts) * PURCHASE_SIZE;
    v128.store(place, v128.load(row));
    v128.store(place, v128.load(row, 16), 16);
  }
  moveStartsBack(starts);
}

/** Sorts line items by the hashes of their orders, and what is known of their customers by these. */
export function sortLines(
  from: usize,
  count: u32,
  starts: usize,
  to: usize,
  customerStarts: usize,
  toCustomers: usize,
): void {
  findStarts(from, count, LINE_SIZE, starts);
  findStarts(from + LINE_CUSTOMER, count, LINE_SIZE, customerStarts);
  const end = from + <usize>count * LINE_SIZE;
  for (let line = from; line < end; line += LINE_SIZE) {
    const place = to + nextPlace(line, starts) * ORDER_LINE_SIZE;
    v128.store(place, v128.load(line));
    store<u8>(place, load<u8>(line, LINE_CODE), ORDER_LINE_CODE);
    store<u64>(place, load<u64>(line, LINE_PACKED), ORDER_LINE_PACKED);
    store<i32>(place, load<i32>(line, LINE_LINE), ORDER_LINE_LINE);
    const customer = toCustomers + nextPlace(line + LINE_CUSTOMER, customerStarts) * LINE_CUSTOMER_SIZE;
    v128.store(customer, v128.load(line, LINE_CUSTOMER));
    store<u32>(customer, <u32>(place + ORDER_LINE_CUSTOMER), LINE_CUSTOMER_PLACE);
    store<i32>(customer, load<i32>(line, LINE_KEY), LINE_CUSTOMER_KEY);
  }
  moveStartsBack(starts);
  moveStartsBack(customerStarts);
}

/** Sorts hashes, and the numbers of their rows along with them. */
export function sortHashes(
  hashes: usize,
  rows: usize,
  count: u32,
  starts: usize,
  toHashes: usize,
  toRows: usize,
): void {
  findStarts(hashes, count, HASH_SIZE, starts);
  for (let index: usize = 0; index < <usize>count; index += 1) {
    const hash = hashes + index * HASH_SIZE;
    const place = nextPlace(hash, starts);
    v128.store(toHashes + place * HASH_SIZE, v128.load(hash));
    store<u32>(toRows + (place << 2), load<u32>(rows + (index << 2)));
  }
  moveStartsBack(starts);
}

/** Sorts what is kept of each hash to see that all are different. */
export function sortPartialHashes(hashes: usize, count: u32, starts: usize, to: usize): void {
  findStarts(hashes, count, HASH_SIZE, starts);
  const end = hashes + <usize>count * HASH_SIZE;
  for (let hash = hashes; hash < end; hash += HASH_SIZE) {
    const place = to + nextPlace(hash, starts) * PART_SIZE;
    store<u32>(place, load<u32>(hash, 12));
    store<u16>(place, load<u16>(hash), 4);
  }
  moveStartsBack(starts);
}
