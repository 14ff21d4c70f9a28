import { HASH_WORDS, PARTITIONS, type SortedHashes } from "./hashed-keys.ts";

/** The hashes of a segment's keys, and where its rows begin in the table. */
export interface PlacedHashes {
  readonly firstRow: number;
  /** How many rows the segment has, with a key or without. */
  readonly length: number;
  readonly hashes: SortedHashes;
}

/** Distinct keys in the order in which rows have them first: the first row of each, and what it had for a key. */
export interface GroupedKeys {
  readonly firstRows: Uint32Array;
  readonly keys: Int32Array;
}

/**
 * Gives rows with the same key the same number, 0, 1, 2 … in the order of first appearance, partition by partition, so that every
 * look-up stays in the processor's nearer memory.
 *
 * @param column what each row has for a key; the numbers are written there
 */
export function groupKeys(segments: readonly PlacedHashes[], column: Int32Array): GroupedKeys {
  const table = new PartitionTable();
  const found = new FoundKeys();
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    table.clear(rowsIn(segments, partition));
    const first = found.length;
    for (const { firstRow, hashes } of segments) {
      const { words, rows } = hashes;
      const end = hashes.starts[partition + 1] as number;
      for (let index = hashes.starts[partition] as number; index < end; index += 1) {
        const row = firstRow + (rows[index] as number);
        const isNew = table.isNew(words, index * HASH_WORDS);
        if (isNew) found.add(row, column[row] as number);
        column[row] = first + table.last;
      }
    }
  }
  return found.numbered(segments, column);
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

/** Keys in the order in which they were found. */
class FoundKeys {
  private rows = new Uint32Array(1024);
  private keys = new Int32Array(1024);
  length = 0;

  add(row: number, key: number): void {
    if (this.length === this.rows.length) {
      const [rows, keys] = [new Uint32Array(this.length * 2), new Int32Array(this.length * 2)];
      rows.set(this.rows);
      keys.set(this.keys);
      [this.rows, this.keys] = [rows, keys];
    }
    this.rows[this.length] = row;
    this.keys[this.length] = key;
    this.length += 1;
  }

  /** Numbers the keys anew in the order of their first rows. */
  numbered(segments: readonly PlacedHashes[], column: Int32Array): GroupedKeys {
    const numbers = new Int32Array(this.length).fill(-1);
    const firstRows = new Uint32Array(this.length);
    const keys = new Int32Array(this.length);
    let count = 0;
    for (const { firstRow, length } of segments) {
      for (let row = firstRow; row < firstRow + length; row += 1) {
        const own = column[row] as number;
        if (own < 0) continue;
        let number = numbers[own] as number;
        if (number < 0) {
          number = count;
          numbers[own] = number;
          firstRows[number] = row;
          keys[number] = this.keys[own] as number;
          count += 1;
        }
        column[row] = number;
      }
    }
    return { firstRows, keys };
  }
}
