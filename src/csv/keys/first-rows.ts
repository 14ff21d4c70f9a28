import { HASH_WORDS } from "../../kernel/hash-key.ts";
import type { PartitionRange } from "./hashed-keys.ts";
import type { PlacedHashes } from "./number-keys.ts";

/** Rows without a key have this in a column of keys, or another negative number. */
const NO_KEY = -1;

/**
 * Writes for each row the first row with the same key, which is itself where a key is met for the first time. Goes partition by
 * partition, so that the keys of each stay in the processor's nearer memory, however many there are of them in all. Ranges do not
 * touch each other's rows: several threads may do one each.
 *
 * @param segments all that there are, in the order of their rows
 * @param column one number for each row; those of rows without a key stay as they are
 */
export function writeFirstRows(segments: readonly PlacedHashes[], column: Int32Array, range: PartitionRange): void {
  const keys = new PartitionKeys();
  for (let partition = range.from; partition < range.to; partition += 1) {
    keys.begin(segments.reduce((sum, { hashes: { starts } }) => sum + sizeOf(starts, partition), 0));
    for (const { firstRow, hashes } of segments) {
      const { starts, rows, words } = hashes;
      const end = starts[partition + 1] as number;
      for (let index = starts[partition] as number; index < end; index += 1) {
        const row = firstRow + (rows[index] as number);
        column[row] = keys.firstRowOf(words, index * HASH_WORDS, row);
      }
    }
  }
}

/**
 * Numbers keys 0, 1, 2 … in the order of their first rows, and returns how many there are.
 *
 * @param column the first row with the key of each row, or a negative number, which becomes −1; the numbers are written there
 */
export function numberFirstRows(column: Int32Array): number {
  let count = 0;
  for (let row = 0; row < column.length; row += 1) {
    const first = column[row] as number;
    if (first < 0) column[row] = NO_KEY;
    else if (first < row) column[row] = column[first] as number;
    else {
      column[row] = count;
      count += 1;
    }
  }
  return count;
}

function sizeOf(starts: Uint32Array, partition: number): number {
  return (starts[partition + 1] as number) - (starts[partition] as number);
}

/** The keys of one partition after another: open addressing, at most half full, by a word that does not say the partition. */
class PartitionKeys {
  /** The number of the key in each place, plus 1; 0 where there is none. */
  private places = new Int32Array(0);
  private words = new Int32Array(0);
  private firstRows = new Int32Array(0);
  private mask = 0;
  private count = 0;

  /** Forgets all keys, and makes room for so many. */
  begin(most: number): void {
    let size = 16;
    while (size < most * 2) size *= 2;
    if (this.places.length < size) {
      this.places = new Int32Array(size);
      this.words = new Int32Array(size * (HASH_WORDS / 2));
      this.firstRows = new Int32Array(size / 2);
    } else this.places.fill(0, 0, size);
    this.mask = size - 1;
    this.count = 0;
  }

  /** The row with which the key came first, which is the given one for a new key. */
  firstRowOf(hashes: Int32Array, at: number, row: number): number {
    const { places, words, mask } = this;
    const [a, b] = [hashes[at] as number, hashes[at + 1] as number];
    const [c, d] = [hashes[at + 2] as number, hashes[at + 3] as number];
    let place = d & mask;
    for (let number = places[place] as number; number !== 0; number = places[place] as number) {
      const known = (number - 1) * HASH_WORDS;
      if (words[known] === a && words[known + 1] === b && words[known + 2] === c && words[known + 3] === d)
        return this.firstRows[number - 1] as number;
      place = (place + 1) & mask;
    }
    const to = this.count * HASH_WORDS;
    words[to] = a;
    words[to + 1] = b;
    words[to + 2] = c;
    words[to + 3] = d;
    this.firstRows[this.count] = row;
    this.count += 1;
    places[place] = this.count;
    return row;
  }
}
