import type { KeyTable } from "../../csv/keys/group-keys.ts";
import { sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { FoundKeys } from "../../csv/keys/number-keys.ts";
import { sortByNumber } from "../../csv/keys/sort-by-number.ts";
import { KEY_AT, NUMBER_AT, NUMBER_BITS } from "./customer-numbers.ts";

/*
 * Where purchases were added up, customers are numbered in the order in which their keys stand in the file, so that ranges of partitions
 * leave no trace: each range is sorted by segments, then some segments of all ranges are put together. Both by several threads.
 */

/** What was added up of the customers of a range of partitions. In shared memory. */
export interface RangeSums extends Pick<KeyTable, "count"> {
  readonly sums: Int32Array;
}

/** The customers of a range of partitions by the segments in which their keys stand; in shared memory. */
export interface CustomersBySegment {
  /** Their numbers in the range. */
  readonly customers: Int32Array;
  /** `starts[segment]` is where those of a segment begin; one more at the end. */
  readonly starts: Uint32Array;
}

/** Some segments, all customers whose keys stand in them, and where these go. */
export interface CustomersOfSegments {
  readonly ranges: readonly (RangeSums & CustomersBySegment)[];
  readonly from: number;
  readonly to: number;
  /** The number of the first of these customers. */
  readonly first: number;
  /** The numbers of all customers, one after another. In shared memory. */
  readonly numbers: Int32Array;
}

/** Sorts the customers of a range of partitions by segments. */
export function sortBySegment({ count, sums }: RangeSums, segments: number): CustomersBySegment {
  const starts = new Uint32Array(sharedWords(segments + 1));
  for (let customer = 0; customer < count; customer += 1) {
    const after = (sums[(customer << NUMBER_BITS) + KEY_AT.segment] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let segment = 0; segment < segments; segment += 1)
    starts[segment + 1] = (starts[segment + 1] as number) + (starts[segment] as number);
  const customers = new Int32Array(sharedWords(count));
  const next = starts.slice();
  for (let customer = 0; customer < count; customer += 1) {
    const segment = sums[(customer << NUMBER_BITS) + KEY_AT.segment] as number;
    customers[next[segment] as number] = customer;
    next[segment] = (next[segment] as number) + 1;
  }
  return { customers, starts };
}

/**
 * Writes the numbers of the customers of some segments in the order of their keys' places, and into the sums, in place of these,
 * which number each customer has.
 *
 * @returns where their keys stand: the segment in place of a row, and the place in it
 */
export function placeCustomers({ ranges, from, to, first, numbers }: CustomersOfSegments): FoundKeys {
  const count = ranges.reduce((sum, { starts }) => sum + (starts[to] as number) - (starts[from] as number), 0);
  const found = { firstRows: new Uint32Array(count), keys: new Int32Array(count) };
  const order = new Int32Array(count);
  const places = new Uint32Array(count);
  let end = 0;
  for (let segment = from; segment < to; segment += 1) {
    const start = end;
    for (const [range, { customers, starts, sums }] of ranges.entries()) {
      for (let index = starts[segment] as number; index < (starts[segment + 1] as number); index += 1, end += 1) {
        const customer = customers[index] as number;
        order[end] = customer * ranges.length + range;
        places[end] = sums[(customer << NUMBER_BITS) + KEY_AT.place] as number;
      }
    }
    sortByNumber(order.subarray(start, end), places.subarray(start, end));
    found.firstRows.fill(segment, start, end);
  }
  found.keys.set(places);
  for (let index = 0; index < count; index += 1) {
    const customer = Math.floor((order[index] as number) / ranges.length);
    const { sums } = ranges[(order[index] as number) - customer * ranges.length] as RangeSums;
    moveNumbers(sums, customer, numbers, first + index);
  }
  return found;
}

function moveNumbers(sums: Int32Array, customer: number, numbers: Int32Array, number: number): void {
  const [from, to] = [customer << NUMBER_BITS, number << NUMBER_BITS];
  for (let word = 0; word < KEY_AT.segment; word += 1) numbers[to + word] = sums[from + word] as number;
  numbers[to + NUMBER_AT.purchases] = sums[from + NUMBER_AT.ever] as number;
  sums[from + KEY_AT.place] = number;
}

/** How many customers' keys stand in each segment. */
export function customersPerSegment(ranges: readonly CustomersBySegment[], segments: number): Int32Array {
  return Int32Array.from({ length: segments }, (_, segment) =>
    ranges.reduce((sum, { starts }) => sum + (starts[segment + 1] as number) - (starts[segment] as number), 0),
  );
}
