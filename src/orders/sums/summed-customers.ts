import type { KeyTable } from "../../csv/keys/group-keys.ts";
import type { NewKeys } from "../../csv/keys/key-dictionary.ts";
import type { FoundKeys } from "../../csv/keys/number-keys.ts";
import { HASH_WORDS, type HashKey } from "../../kernel/hash-key.ts";
import { type KeyMemory, wordsAt } from "../../kernel/key-memory.ts";
import * as layout from "../../kernel/wasm/shared/layout.ts";
import { NUMBER_WORDS } from "./customer-numbers.ts";

/*
 * Where purchases were added up, customers are numbered in the order in which their keys stand in the file, so that ranges of partitions
 * leave no trace: each range is sorted by segments, then some segments of all ranges are put together. Both by several threads.
 */

/** What was added up of the customers of a range of partitions. In shared memory. */
export interface RangeSums extends Pick<KeyTable, "count"> {
  readonly sums: Int32Array;
  /** The hashes of their keys. */
  readonly hashes: Int32Array;
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
  readonly hashKey: HashKey;
}

/** Customers whose numbers are written. */
export interface PlacedCustomers {
  /** Where their keys stand: the segment in place of a row, and the place in it. */
  readonly found: FoundKeys;
  /** Their keys, where all of them are short; else `null`. */
  readonly texts: NewKeys | null;
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
 */
export function placeCustomers(
  memory: KeyMemory,
  { ranges, from, to, first, numbers, hashKey }: CustomersOfSegments,
): PlacedCustomers {
  const each = customersPerSegment(ranges, to).subarray(from);
  const found = numbersFor(each.reduce((sum, count) => sum + count, 0));
  const most = Math.max(0, ...each);
  const table = memory.take((ranges.length * layout.RANGE_SIZE) / Int32Array.BYTES_PER_ELEMENT);
  table.set(ranges.flatMap((range) => [...wordsOf(range)]));
  const short = new ShortKeys(memory, found.keys.length, { ranges: table.byteOffset, hashKey });
  const work = memory.take(DIGIT_WORDS + most * WORK_WORDS);
  const placed = memory.take(most * (NUMBER_WORDS + 1));
  let end = 0;
  for (let segment = from; segment < to; segment += 1) {
    const own = [ranges.length, segment, first + end, work.byteOffset, most, placed.byteOffset] as const;
    const count = memory.run.placeSegment(table.byteOffset, ...own);
    numbers.set(placed.subarray(0, count * NUMBER_WORDS), (first + end) * NUMBER_WORDS);
    found.keys.set(placed.subarray(most * NUMBER_WORDS, most * NUMBER_WORDS + count), end);
    found.firstRows.fill(segment, end, end + count);
    short.add(count);
    end += count;
  }
  const texts = short.take();
  for (const region of [table, work, placed]) memory.giveBack(region);
  return { found, texts };
}

/** A range as shared/layout.ts has it. */
function wordsOf({ customers, starts, sums, count, hashes }: RangeSums & CustomersBySegment): Int32Array {
  return wordsAt(layout.RANGE_SIZE, {
    0: customers.byteOffset,
    [layout.RANGE_STARTS]: starts.byteOffset,
    [layout.RANGE_SUMS]: sums.byteOffset,
    [layout.RANGE_SUMS_END]: sums.byteOffset + count * layout.SUM_SIZE,
    [layout.RANGE_HASHES]: hashes.byteOffset,
  });
}

/** Short keys of customers, had back from what stands in place of their hashes, as long as none is long. */
class ShortKeys {
  private readonly memory: KeyMemory;
  private readonly ranges: number;
  private readonly bytes: Int32Array;
  private readonly ends: Int32Array;
  private areAll = true;
  private count = 0;
  private used = 0;

  constructor(memory: KeyMemory, keys: number, { ranges, hashKey }: { ranges: number; hashKey: HashKey }) {
    this.memory = memory;
    this.ranges = ranges;
    memory.run.setKeyOfShort(...hashKey);
    this.bytes = memory.take((keys + 1) * HASH_WORDS); // each is copied with what stands behind it
    this.ends = memory.take(keys);
  }

  /** Adds those of the customers that were placed last. */
  add(count: number): void {
    if (!this.areAll) return;
    const to = this.bytes.byteOffset + this.used;
    const ends = this.ends.byteOffset + this.count * Int32Array.BYTES_PER_ELEMENT;
    const end = this.memory.run.writeShortKeys(this.ranges, count, to, ends, this.used) >>> 0;
    this.areAll = end !== 0;
    this.used = end - this.bytes.byteOffset;
    this.count += count;
  }

  /** All of them, whose memory is given back; `null` where one was long. */
  take(): NewKeys | null {
    const { bytes, ends, used } = this;
    const texts = this.areAll
      ? { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, used).slice(), ends: Uint32Array.from(ends) }
      : null;
    for (const region of [bytes, ends]) this.memory.giveBack(region);
    return texts;
  }
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
