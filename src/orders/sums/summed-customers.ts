import type { KeyTable } from "../../csv/keys/group-keys.ts";
import type { FoundKeys } from "../../csv/keys/number-keys.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import { NUMBER_WORDS } from "./customer-numbers.ts";

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
  /** Where the sums of each stand. */
  readonly customers: Int32Array;
  /** `starts[segment]` is where those of a segment begin; one more at the end. */
  readonly starts: Int32Array;
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
export function sortBySegment(memory: KeyMemory, { count, sums }: RangeSums, segments: number): CustomersBySegment {
  const starts = memory.take(segments + 1);
  const customers = memory.take(count);
  memory.run.sortBySegment(sums.byteOffset, count, segments, starts.byteOffset, customers.byteOffset);
  return { customers, starts };
}

/** Words that the sort of a segment needs, and for each customer of it. */
const [DIGIT_WORDS, WORK_WORDS] = [2048, 4] as const;

/**
 * Writes the numbers of the customers of some segments in the order of their keys' places, and into the sums, in place of these,
 * which number each customer has.
 *
 * @returns where their keys stand: the segment in place of a row, and the place in it
 */
export function placeCustomers(
  memory: KeyMemory,
  { ranges, from, to, first, numbers }: CustomersOfSegments,
): FoundKeys {
  const each = customersPerSegment(ranges, to).subarray(from);
  const found = numbersFor(each.reduce((sum, count) => sum + count, 0));
  const most = Math.max(0, ...each);
  const table = memory.take(ranges.length * 2);
  table.set(ranges.flatMap(({ customers, starts }) => [customers.byteOffset, starts.byteOffset]));
  const work = memory.take(DIGIT_WORDS + most * WORK_WORDS);
  const placed = memory.take(most * (NUMBER_WORDS + 1));
  let end = 0;
  for (let segment = from; segment < to; segment += 1) {
    const own = [ranges.length, segment, first + end, work.byteOffset, most, placed.byteOffset] as const;
    const count = memory.run.placeSegment(table.byteOffset, ...own);
    numbers.set(placed.subarray(0, count * NUMBER_WORDS), (first + end) * NUMBER_WORDS);
    found.keys.set(placed.subarray(most * NUMBER_WORDS, most * NUMBER_WORDS + count), end);
    found.firstRows.fill(segment, end, end + count);
    end += count;
  }
  for (const region of [table, work, placed]) memory.giveBack(region);
  return found;
}

function numbersFor(count: number): FoundKeys {
  return { firstRows: new Uint32Array(count), keys: new Int32Array(count) };
}

/** How many customers' keys stand in each segment. */
export function customersPerSegment(ranges: readonly CustomersBySegment[], segments: number): Int32Array {
  return Int32Array.from({ length: segments }, (_, segment) =>
    ranges.reduce((sum, { starts }) => sum + (starts[segment + 1] as number) - (starts[segment] as number), 0),
  );
}
