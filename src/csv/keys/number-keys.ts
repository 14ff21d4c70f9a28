import { HASH_WORDS } from "../../kernel/hash-key.ts";
import type { KeyTable } from "./group-keys.ts";
import { type PartitionRange, type SortedHashes, sharedWords } from "./hashed-keys.ts";

/** The hashes of a segment's keys, and where its rows begin in the table. */
export interface PlacedHashes {
  readonly firstRow: number;
  /** How many rows the segment has, with a key or without. */
  readonly length: number;
  readonly hashes: SortedHashes;
}

/** Distinct keys in the order in which rows have them first: the first row of each, and what it had for a key. In shared memory. */
export interface FoundKeys {
  readonly firstRows: Uint32Array;
  readonly keys: Int32Array;
}

const NO_KEY = -1;

/**
 * Numbers the keys of all partitions anew, 0, 1, 2 …, in the order of their first rows, so that neither hashes nor ranges of
 * partitions leave a trace.
 */
export class KeyNumbers {
  private count = 0;
  private readonly ranges: readonly PartitionRange[];
  /** The number of each key plus 1, by that in its range; the keys of all ranges take turns. */
  private numbers = new Int32Array(0);
  /** The keys of a segment's rows, by their places in `numbers`. */
  private places = new Int32Array(0);
  private firstRows = new Uint32Array(1024);
  private keys = new Int32Array(1024);

  constructor(ranges: readonly PartitionRange[]) {
    this.ranges = ranges;
  }

  /**
   * Numbers the keys of some segments. Segments must come in the order of their rows.
   *
   * @param segments with the number that each key has in its range, for the first word of its hash
   * @param tables those of the ranges, with all of these keys
   * @param column what each row has for a key; the numbers are written there
   */
  add(segments: readonly PlacedHashes[], tables: readonly KeyTable[], column: Int32Array): void {
    const most = Math.max(...tables.map(({ count }) => count)) * this.ranges.length;
    if (most > this.numbers.length) this.numbers = copied(this.numbers, new Int32Array(most * 2));
    for (const { firstRow, length, hashes } of segments) {
      this.placeRows(hashes, length);
      this.numberRows(firstRow, column.subarray(firstRow, firstRow + length));
    }
  }

  /** Tells of each key that some row has: the range that it is in, its number in that, and its number among all. */
  each(tell: (range: number, inRange: number, number: number) => void): void {
    const turns = this.ranges.length;
    for (let inRange = 0; inRange * turns < this.numbers.length; inRange += 1) {
      for (let range = 0; range < turns; range += 1) {
        const number = (this.numbers[inRange * turns + range] as number) - 1;
        if (number >= 0) tell(range, inRange, number);
      }
    }
  }

  /** All keys. */
  found(): FoundKeys {
    const { count, firstRows, keys } = this;
    const found = { firstRows: new Uint32Array(sharedWords(count).buffer, 0, count), keys: sharedWords(count) };
    found.firstRows.set(firstRows.subarray(0, count));
    found.keys.set(keys.subarray(0, count));
    return found;
  }

  private placeRows({ starts, rows, words }: SortedHashes, length: number): void {
    if (this.places.length < length) this.places = new Int32Array(length);
    const places = this.places.fill(NO_KEY, 0, length);
    const { length: turns } = this.ranges;
    for (const [turn, { from, to }] of this.ranges.entries()) {
      const end = starts[to] as number;
      for (let index = starts[from] as number; index < end; index += 1) {
        places[rows[index] as number] = (words[index * HASH_WORDS] as number) * turns + turn;
      }
    }
  }

  private numberRows(firstRow: number, column: Int32Array): void {
    const { numbers, places } = this;
    for (let row = 0; row < column.length; row += 1) {
      const place = places[row] as number;
      if (place < 0) continue;
      let number = (numbers[place] as number) - 1;
      if (number < 0) {
        number = this.count;
        numbers[place] = number + 1;
        this.addKey(number, firstRow + row, column[row] as number);
        this.count += 1;
      }
      column[row] = number;
    }
  }

  private addKey(number: number, row: number, key: number): void {
    if (number === this.keys.length) {
      this.firstRows = copied(this.firstRows, new Uint32Array(number * 2));
      this.keys = copied(this.keys, new Int32Array(number * 2));
    }
    this.firstRows[number] = row;
    this.keys[number] = key;
  }
}

function copied<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
