import type { KeyTable } from "../../csv/keys/group-keys.ts";
import { sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { FoundKeys } from "../../csv/keys/number-keys.ts";
import { sortByNumber } from "../../csv/keys/sort-by-number.ts";
import { NUMBER_AT, NUMBER_BITS } from "./customer-numbers.ts";
import { KEY_AT } from "./group-purchases.ts";

/** All customers of a file whose purchases were added up, in the order in which their keys stand in it. */
export interface SummedCustomers {
  /** Where their keys stand: the segment in place of a row, and the place in it. */
  readonly found: FoundKeys;
  /** Their numbers, one customer after another. */
  readonly numbers: Int32Array;
  /** The new number of each customer that kept rows have, by the old one. */
  readonly numberOf: Int32Array;
}

/** The customers of rows that were kept. */
interface KeptCustomers {
  readonly found: FoundKeys;
  /** The first kept row of each segment. */
  readonly segmentRows: readonly number[];
  /** The number of a customer among these, by the range of partitions and the number in it; −1 where it has no such row. */
  readonly numberAt: (range: number, number: number) => number;
}

/** Puts the customers of all ranges of partitions together. */
export function summedCustomers(tables: readonly KeyTable[], kept: KeptCustomers): SummedCustomers {
  const all = placesOf(tables, kept);
  const count = all.length;
  const order = Int32Array.from({ length: count }, (_, index) => index);
  sortByNumber(order, all.places.slice());
  sortByNumber(
    order,
    Uint32Array.from(order, (index) => all.segments[index] as number),
  );
  const found = { firstRows: new Uint32Array(sharedWords(count)), keys: new Int32Array(sharedWords(count)) };
  const numbers = new Int32Array(count << NUMBER_BITS);
  const numberOf = new Int32Array(kept.found.keys.length);
  for (let index = 0; index < count; index += 1) {
    const from = order[index] as number;
    found.firstRows[index] = all.segments[from] as number;
    found.keys[index] = all.places[from] as number;
    const known = all.keptNumbers[from] as number;
    if (known >= 0) numberOf[known] = index;
    copyNumbers(tables[all.tables[from] as number]?.sums, all.numbers[from] as number, numbers, index);
  }
  return { found, numbers, numberOf };
}

/** Customers of all tables, in columns. */
interface AllCustomers {
  readonly length: number;
  readonly tables: Uint16Array;
  /** The number of each in its table. */
  readonly numbers: Int32Array;
  readonly keptNumbers: Int32Array;
  readonly segments: Uint32Array;
  readonly places: Uint32Array;
}

function placesOf(tables: readonly KeyTable[], { found, segmentRows, numberAt }: KeptCustomers): AllCustomers {
  const length = tables.reduce((sum, { count }) => sum + count, 0);
  const all = {
    length,
    tables: new Uint16Array(length),
    numbers: new Int32Array(length),
    keptNumbers: new Int32Array(length),
    segments: new Uint32Array(length),
    places: new Uint32Array(length),
  };
  const keptSegments = segmentsOf(found.firstRows, segmentRows);
  let index = 0;
  for (const [table, { count, sums }] of tables.entries()) {
    for (let number = 0; number < count; number += 1, index += 1) {
      const at = number << NUMBER_BITS;
      const known = numberAt(table, number);
      const isSummed = sums !== undefined && (sums[at + NUMBER_AT.ever] as number) > 0;
      all.tables[index] = table;
      all.numbers[index] = number;
      all.keptNumbers[index] = known;
      all.segments[index] = (isSummed ? sums[at + KEY_AT.segment] : keptSegments[known]) as number;
      all.places[index] = (isSummed ? sums[at + KEY_AT.place] : found.keys[known]) as number;
    }
  }
  return all;
}

/** The segment of each row, both ascending. */
function segmentsOf(rows: Uint32Array, segmentRows: readonly number[]): Uint32Array {
  let segment = 0;
  return rows.map((row) => {
    while (segment + 1 < segmentRows.length && (segmentRows[segment + 1] as number) <= row) segment += 1;
    return segment;
  });
}

function copyNumbers(sums: Int32Array | undefined, number: number, to: Int32Array, index: number): void {
  if (sums === undefined) return;
  const [from, at] = [number << NUMBER_BITS, index << NUMBER_BITS];
  for (let word = 0; word < KEY_AT.segment; word += 1) to[at + word] = sums[from + word] as number;
  to[at + NUMBER_AT.purchases] = sums[from + NUMBER_AT.ever] as number;
}
