import { HASH_WORDS, type PartitionRange, sharedWords } from "./hashed-keys.ts";
import { eachHash, type KnownGroups } from "./key-groups.ts";

/** The hashes of the keys that one thread met in a file, as they are shared. */
export type SharedGroups = Pick<KnownGroups, "chunks" | "count">;

/** Rows of one segment, whose keys have the numbers of one of the groups. */
export interface GroupedRows {
  readonly firstRow: number;
  readonly length: number;
  /** Index of the groups. */
  readonly groups: number;
}

/** Distinct keys in the order in which rows have them first: the first row of each, and where its text stands. Shared as well. */
export interface GroupedKeys {
  readonly firstRows: Uint32Array;
  /** A byte of the file; −1, −2, … for one of the file's texts. */
  readonly places: Float64Array;
}

/**
 * Finds the keys that several groups have. All keys are numbered through, group by group: each gets the number of the first that is the
 * same. Ranges do not touch each other's keys: several threads may do one each.
 *
 * @param same for each key the number of the first with the same hash is written there
 */
export function matchGroups(groups: readonly SharedGroups[], same: Int32Array, range: PartitionRange): void {
  let keys = 0;
  for (const one of groups) eachHash(one, range, () => (keys += 1));
  const table = new HashTable(keys);
  const firsts = firstNumbers(groups);
  for (const [index, one] of groups.entries()) {
    const first = firsts[index] as number;
    eachHash(one, range, (number, chunk, at) => {
      same[first + number] = table.firstOf(chunk, at, first + number);
    });
  }
}

/**
 * Numbers keys anew, 0, 1, 2 …, in the order of their first rows, so that hashes and threads leave no trace.
 *
 * @param same as {@link matchGroups} left it; overwritten
 * @param column the number that each row's key has in its groups; the new numbers are written there
 */
export function numberKeys(
  groups: readonly KnownGroups[],
  segments: readonly GroupedRows[],
  { same, column }: { readonly same: Int32Array; readonly column: Int32Array },
): GroupedKeys {
  const firsts = firstNumbers(groups);
  const distinct = distinctIn(same);
  const firstRows = new Uint32Array(sharedWords(distinct));
  const places = new Float64Array(sharedWords(distinct * 2));
  let count = 0;
  for (const { firstRow, length, groups: index } of segments) {
    const first = firsts[index] as number;
    for (let row = firstRow; row < firstRow + length; row += 1) {
      const own = column[row] as number;
      if (own < 0) continue;
      let number = same[first + own] as number; // ~ the new number, once there is one
      if (number >= 0) {
        const other = number;
        number = same[other] as number;
        if (number >= 0) {
          number = ~count;
          same[other] = number;
          firstRows[count] = row;
          places[count] = (groups[index] as KnownGroups).placeOf(own);
          count += 1;
        }
        same[first + own] = number;
      }
      column[row] = ~number;
    }
  }
  return { firstRows: firstRows.subarray(0, count), places: places.subarray(0, count) };
}

/** Where the keys of each of the groups begin when all are numbered through. */
export function firstNumbers(groups: readonly SharedGroups[]): readonly number[] {
  let before = 0;
  return groups.map(({ count }) => {
    before += count;
    return before - count;
  });
}

function distinctIn(same: Int32Array): number {
  let distinct = 0;
  for (let number = 0; number < same.length; number += 1) if (same[number] === number) distinct += 1;
  return distinct;
}

/** Open addressing over hashes, at most half full, the hashes themselves one after another beside it. */
class HashTable {
  private readonly places: Int32Array;
  private readonly words: Int32Array;
  private readonly numbers: Int32Array;
  private count = 0;

  /** @param keys how many look-ups will come */
  constructor(keys: number) {
    let size = 16;
    while (size < keys * 2) size *= 2;
    this.places = new Int32Array(size);
    this.words = new Int32Array(keys * HASH_WORDS);
    this.numbers = new Int32Array(keys);
  }

  /** The number that came first with this hash: `number` where none did. */
  firstOf(hashes: Int32Array, at: number, number: number): number {
    const { places, words } = this;
    const mask = places.length - 1;
    const second = hashes[at + 1] as number;
    for (let place = second & mask; ; place = (place + 1) & mask) {
      const met = (places[place] as number) - 1;
      if (met < 0) {
        places[place] = this.add(hashes, at, number);
        return number;
      }
      const known = met * HASH_WORDS;
      if (
        words[known + 1] === second &&
        words[known] === hashes[at] &&
        words[known + 2] === hashes[at + 2] &&
        words[known + 3] === hashes[at + 3]
      ) {
        return this.numbers[met] as number;
      }
    }
  }

  private add(hashes: Int32Array, at: number, number: number): number {
    const to = this.count * HASH_WORDS;
    for (let word = 0; word < HASH_WORDS; word += 1) this.words[to + word] = hashes[at + word] as number;
    this.numbers[this.count] = number;
    this.count += 1;
    return this.count;
  }
}
