import { HASH_WORDS } from "../../kernel/hash-key.ts";
import { PARTITION_BITS, type PartitionRange, type SortedHashes, sharedWords } from "./hashed-keys.ts";

/**
 * The keys that were met so far in some partitions, numbered 0, 1, 2 … as they were met. Open addressing, at most three quarters full: the
 * first bits of a hash say its place, so that the keys of a partition lie together and every look-up stays in the processor's
 * nearer memory. The hashes themselves lie one after another beside it. In memory that threads share.
 */
export interface KeyTable {
  /** The number of the key in each place, plus 1; 0 where there is none. */
  readonly places: Int32Array;
  /** Four words for each key. */
  readonly words: Int32Array;
  readonly count: number;
  /** What is added up of each key, where something is. */
  readonly sums?: Int32Array;
}

const FEWEST_PLACES = 16;
/** Fuller, look-ups would take long; emptier, the table would be made anew more often, which takes as long. */
const FULLEST = 0.75;
/** Memory that is not written to costs nothing, whereas what is outgrown waits long to be freed: there is room for many keys at once. */
const ROOM_AT_FIRST = 16;
const ROOM_LATER = 2;
const PARTITION_SPAN = 2 ** (32 - PARTITION_BITS);

/** A table without keys. */
export function emptyKeyTable(): KeyTable {
  return { places: new Int32Array(sharedWords(FEWEST_PLACES)), words: new Int32Array(0), count: 0 };
}

/**
 * Numbers the keys of segments, partition by partition: the same key has the same number. Ranges do not touch each other's
 * hashes: several threads may do one each.
 *
 * @param segments the first word of each hash becomes the number of its key
 * @returns the table with the keys that were met for the first time; the one that was given must not be used any more
 */
export function groupKeys(segments: readonly SortedHashes[], table: KeyTable, range: PartitionRange): KeyTable {
  const hashes = segments.reduce(
    (sum, { starts }) => sum + (starts[range.to] as number) - (starts[range.from] as number),
    0,
  );
  const numbers = new NumberedHashes(table, range, hashes);
  for (let partition = range.from; partition < range.to; partition += 1) {
    for (const segment of segments) numbers.numberPartition(segment, partition, HASH_WORDS);
  }
  return numbers.table();
}

/** Gives hashes their numbers. */
export class NumberedHashes {
  private readonly places: Int32Array;
  private readonly words: Int32Array;
  private count: number;
  /** The first hash that the range can have, by its first word. */
  private readonly first: number;
  /** Places for each hash that it can have. */
  private readonly scale: number;

  /** @param most how many keys may be added: there is room for them from the beginning, since those of one partition come together */
  constructor(table: KeyTable, { from, to }: PartitionRange, most: number) {
    this.count = table.count;
    this.words = withRoom(table.words, (table.count + most) * HASH_WORDS);
    let size = table.places.length;
    while (size * FULLEST < table.count + most) size *= 2;
    this.first = from * PARTITION_SPAN;
    this.scale = size / Math.max(1, (to - from) * PARTITION_SPAN);
    this.places = size === table.places.length ? table.places : this.placed(size);
  }

  table(): KeyTable {
    return { places: this.places, words: this.words, count: this.count };
  }

  /**
   * Writes the numbers of a partition's hashes in place of their first words.
   *
   * @param stride words from one hash to the next
   */
  numberPartition(
    { starts, words }: { readonly starts: Uint32Array; readonly words: Int32Array },
    partition: number,
    stride: number,
  ): void {
    const end = (starts[partition + 1] as number) * stride;
    for (let at = (starts[partition] as number) * stride; at < end; at += stride) words[at] = this.numberOf(words, at);
  }

  private numberOf(hashes: Int32Array, at: number): number {
    const { places, words } = this;
    const mask = places.length - 1;
    const [a, b] = [hashes[at] as number, hashes[at + 1] as number];
    const [c, d] = [hashes[at + 2] as number, hashes[at + 3] as number];
    for (let place = this.placeOf(a); ; place = (place + 1) & mask) {
      const number = (places[place] as number) - 1;
      if (number < 0) return this.add(hashes, at, place);
      const known = number * HASH_WORDS;
      if (words[known] === a && words[known + 1] === b && words[known + 2] === c && words[known + 3] === d)
        return number;
    }
  }

  private placeOf(firstWord: number): number {
    return (((firstWord >>> 0) - this.first) * this.scale) | 0;
  }

  private add(hashes: Int32Array, at: number, place: number): number {
    const number = this.count;
    const to = number * HASH_WORDS;
    for (let word = 0; word < HASH_WORDS; word += 1) this.words[to + word] = hashes[at + word] as number;
    this.places[place] = number + 1;
    this.count += 1;
    return number;
  }

  /** The keys in so many places. */
  private placed(size: number): Int32Array {
    const places = new Int32Array(sharedWords(size));
    for (let number = 0; number < this.count; number += 1) {
      let place = this.placeOf(this.words[number * HASH_WORDS] as number);
      while (places[place] !== 0) place = (place + 1) & (size - 1);
      places[place] = number + 1;
    }
    return places;
  }
}

/** The words, in memory with room for as many as are needed, and more where it has to be new. */
export function withRoom(words: Int32Array, needed: number): Int32Array {
  if (needed <= words.length) return words;
  const larger = new Int32Array(sharedWords(needed * (words.length === 0 ? ROOM_AT_FIRST : ROOM_LATER)));
  larger.set(words);
  return larger;
}
