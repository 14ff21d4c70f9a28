import { HASH_WORDS } from "../../kernel/hash-key.ts";
import { type PartitionRange, type SortedHashes, sharedWords } from "./hashed-keys.ts";

/** The hashes of a segment's keys, and where its rows begin in the table. */
export interface PlacedHashes {
  readonly firstRow: number;
  /** How many rows the segment has, with a key or without. */
  readonly length: number;
  readonly hashes: SortedHashes;
}

/** Distinct keys in the order in which rows have them first: the first row of each, and what it had for a key. Shared as well. */
export interface GroupedKeys {
  readonly firstRows: Uint32Array;
  readonly keys: Int32Array;
}

/** The keys of some partitions, numbered from `firstNumber` on: what the first row of each had for a key. */
export interface KeysOfRange {
  readonly firstNumber: number;
  readonly keys: Int32Array<ArrayBuffer>;
}

/**
 * Gives rows with the same key the same number, partition by partition, so that every look-up stays in the processor's nearer
 * memory. Ranges do not touch each other's rows, and no two use the same number: several threads may do one each.
 *
 * @param column what each row has for a key; the numbers are written there
 */
export function groupKeys(
  segments: readonly PlacedHashes[],
  column: Int32Array,
  { from, to }: PartitionRange,
): KeysOfRange {
  const table = new PartitionTable();
  const found = new FoundKeys();
  const firstNumber = segments.reduce((sum, { hashes }) => sum + (hashes.starts[from] as number), 0);
  for (let partition = from; partition < to; partition += 1) {
    table.clear(rowsIn(segments, partition));
    const first = firstNumber + found.length;
    for (const { firstRow, hashes } of segments) {
      const { words, rows } = hashes;
      const end = hashes.starts[partition + 1] as number;
      for (let index = hashes.starts[partition] as number; index < end; index += 1) {
        const row = firstRow + (rows[index] as number);
        if (table.isNew(words, index * HASH_WORDS)) found.add(column[row] as number);
        column[row] = first + table.last;
      }
    }
  }
  return { firstNumber, keys: found.all() };
}

/** Numbers the keys of all ranges anew, 0, 1, 2 …, in the order of their first rows, so that hashes leave no trace. */
export function numberKeys(
  ranges: readonly KeysOfRange[],
  segments: readonly PlacedHashes[],
  column: Int32Array,
): GroupedKeys {
  const rows = segments.reduce((sum, { hashes }) => sum + hashes.rows.length, 0);
  const distinct = ranges.reduce((sum, { keys }) => sum + keys.length, 0);
  const found = new Int32Array(rows);
  for (const { firstNumber, keys } of ranges) found.set(keys, firstNumber);
  const numbers = new Int32Array(rows); // number + 1
  const [firstRows, keys] = [new Uint32Array(sharedWords(distinct)), new Int32Array(sharedWords(distinct))];
  let count = 0;
  for (const { firstRow, length } of segments) {
    for (let row = firstRow; row < firstRow + length; row += 1) {
      const own = column[row] as number;
      if (own < 0) continue;
      let number = (numbers[own] as number) - 1;
      if (number < 0) {
        number = count;
        numbers[own] = number + 1;
        firstRows[number] = row;
        keys[number] = found[own] as number;
        count += 1;
      }
      column[row] = number;
    }
  }
  return { firstRows, keys };
}

function rowsIn(segments: readonly PlacedHashes[], partition: number): number {
  let rows = 0;
  for (const { hashes } of segments)
    rows += (hashes.starts[partition + 1] as number) - (hashes.starts[partition] as number);
  return rows;
}

/** Open addressing over the hashes of one partition, at most half full, the hashes themselves one after another beside it. */
class PartitionTable {
  private places = new Int32Array(0);
  private words = new Int32Array(0);
  private mask = 0;
  private count = 0;
  /** The number of the key that was looked up last, among those of its partition. */
  last = 0;

  /** @param rows how many look-ups will come */
  clear(rows: number): void {
    let size = 16;
    while (size < rows * 2) size *= 2;
    if (this.places.length < size) {
      this.places = new Int32Array(size);
      this.words = new Int32Array((size / 2) * HASH_WORDS);
    } else this.places.fill(0, 0, size);
    this.mask = size - 1;
    this.count = 0;
  }

  /** Whether a hash was not met in this partition before. */
  isNew(hashes: Int32Array, at: number): boolean {
    const { places, words, mask } = this;
    const b = hashes[at + 1] as number;
    for (let place = b & mask; ; place = (place + 1) & mask) {
      const number = (places[place] as number) - 1;
      if (number < 0) {
        const to = this.count * HASH_WORDS;
        for (let word = 0; word < HASH_WORDS; word += 1) words[to + word] = hashes[at + word] as number;
        this.last = this.count;
        this.count += 1;
        places[place] = this.count;
        return true;
      }
      const known = number * HASH_WORDS;
      if (
        words[known + 1] === b &&
        words[known] === hashes[at] &&
        words[known + 2] === hashes[at + 2] &&
        words[known + 3] === hashes[at + 3]
      ) {
        this.last = number;
        return false;
      }
    }
  }
}

/** What rows had for keys, in the order in which these were found. */
class FoundKeys {
  private keys = new Int32Array(1024);
  length = 0;

  add(key: number): void {
    if (this.length === this.keys.length) {
      const keys = new Int32Array(this.length * 2);
      keys.set(this.keys);
      this.keys = keys;
    }
    this.keys[this.length] = key;
    this.length += 1;
  }

  all(): Int32Array<ArrayBuffer> {
    return this.keys.slice(0, this.length);
  }
}
