import { HASH_WORDS, type HashedKeys, PARTITION_BITS, type PartitionRange, sharedWords } from "./hashed-keys.ts";

const CHUNK_BITS = 10;
/** Keys in a chunk. */
const CHUNK_KEYS = 1 << CHUNK_BITS;
/** What a key takes of a chunk, in words: its hash, and where its text stands. */
const KEY_WORDS = HASH_WORDS + 1;
const FIRST_PLACES = 1 << 12;
/** A smaller table grows to four times its size, for its keys must be placed again each time. */
const FEW_PLACES = 1 << 20;
/** So many keys are looked for in the table before the first of them is needed. */
const TOGETHER = 64;

/** Where keys are that were met in one segment: those from one number on, in a segment that begins at a byte of the file. */
export interface GroupStart {
  readonly from: number;
  readonly start: number;
}

/** What one thread knows of the keys of a file that the main thread does not know yet; the chunks are in shared memory. */
export interface NewGroups extends GroupStart {
  readonly chunks: readonly Int32Array[];
  /** Keys in all. */
  readonly count: number;
  /** Texts of new keys that do not stand in the file as they are. */
  readonly texts: readonly string[];
}

/** The different keys that one thread met in a file, in the order in which it met them. */
export class KeyGroups {
  private readonly chunks: Int32Array[] = [];
  /** Number + 1 of the key in each place, by the second word of its hash; at most half full. */
  private places = new Int32Array(FIRST_PLACES);
  private count = 0;
  private texts = 0;
  /** Of no meaning: what was only read would not be read at all. */
  private seen = 0;

  /**
   * Gives the rows of a segment the numbers of their keys.
   *
   * @param column what each row has for a key; the numbers are written there
   * @param start where in the file the segment begins
   */
  add(keys: HashedKeys, column: Int32Array, start: number): NewGroups {
    const [from, chunks] = [this.count, this.chunks.length];
    const texts: string[] = [];
    const { rows, hashes } = keys;
    for (let index = 0; index < keys.count; index += 1) {
      if (index % TOGETHER === 0) this.prepare(hashes, index, Math.min(keys.count, index + TOGETHER));
      const row = rows[index] as number;
      const own = column[row] as number;
      const number = this.find(hashes, index * HASH_WORDS);
      column[row] = number < 0 ? this.count : number;
      if (number >= 0) continue;
      const isText = own < 0;
      if (isText) texts.push(keys.text(own));
      this.append(hashes, index * HASH_WORDS, isText ? -this.texts - texts.length : own);
    }
    this.texts += texts.length;
    return { from, start, chunks: this.chunks.slice(chunks), count: this.count, texts };
  }

  /** Makes room for some keys, and looks at the places where they may be: one look does not wait for another. */
  private prepare(hashes: Int32Array, from: number, to: number): void {
    if ((this.count + TOGETHER) * 2 > this.places.length) this.grow();
    const { places } = this;
    const mask = places.length - 1;
    let seen = 0;
    for (let at = from * HASH_WORDS; at < to * HASH_WORDS; at += HASH_WORDS) {
      seen |= places[(hashes[at + 1] as number) & mask] as number;
    }
    this.seen |= seen;
  }

  /** The number of a key; −1 where it is new, and takes its place in the table. */
  private find(hashes: Int32Array, at: number): number {
    const { places, chunks } = this;
    const mask = places.length - 1;
    const second = hashes[at + 1] as number;
    for (let place = second & mask; ; place = (place + 1) & mask) {
      const number = (places[place] as number) - 1;
      if (number < 0) {
        places[place] = this.count + 1;
        return -1;
      }
      const chunk = chunks[number >>> CHUNK_BITS] as Int32Array;
      const known = (number & (CHUNK_KEYS - 1)) * KEY_WORDS;
      if (
        chunk[known + 1] === second &&
        chunk[known] === hashes[at] &&
        chunk[known + 2] === hashes[at + 2] &&
        chunk[known + 3] === hashes[at + 3]
      ) {
        return number;
      }
    }
  }

  private append(hashes: Int32Array, at: number, place: number): void {
    const { count } = this;
    const last = count & (CHUNK_KEYS - 1);
    if (last === 0) this.chunks.push(new Int32Array(sharedWords(CHUNK_KEYS * KEY_WORDS)));
    const chunk = this.chunks[count >>> CHUNK_BITS] as Int32Array;
    const to = last * KEY_WORDS;
    for (let word = 0; word < HASH_WORDS; word += 1) chunk[to + word] = hashes[at + word] as number;
    chunk[to + HASH_WORDS] = place;
    this.count = count + 1;
  }

  private grow(): void {
    const places = new Int32Array(this.places.length * (this.places.length < FEW_PLACES ? 4 : 2));
    const mask = places.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const chunk = this.chunks[number >>> CHUNK_BITS] as Int32Array;
      let place = (chunk[(number & (CHUNK_KEYS - 1)) * KEY_WORDS + 1] as number) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = number + 1;
    }
    this.places = places;
  }
}

/** The keys that one thread met in a file, as the main thread knows them. */
export class KnownGroups {
  readonly chunks: Int32Array[] = [];
  readonly texts: string[] = [];
  count = 0;
  /** How many texts other groups of the same file have before these. */
  textsBefore = 0;
  private readonly starts: GroupStart[] = [];
  /** The segment in which the last key was found. */
  private at = 0;

  /** Takes what is new. It must come in the order in which the thread found it. */
  learn({ from, start, chunks, count, texts }: NewGroups): void {
    for (const chunk of chunks) this.chunks.push(chunk);
    for (const text of texts) this.texts.push(text);
    this.count = count;
    this.starts.push({ from, start });
  }

  /** Where in the file a key stands; −1, −2, … for one of the file's texts. */
  placeOf(number: number): number {
    const chunk = this.chunks[number >>> CHUNK_BITS] as Int32Array;
    const place = chunk[(number & (CHUNK_KEYS - 1)) * KEY_WORDS + HASH_WORDS] as number;
    return place < 0 ? place - this.textsBefore : this.startOf(number) + place;
  }

  private startOf(number: number): number {
    const { starts } = this;
    while ((starts[this.at + 1]?.from ?? number + 1) <= number) this.at += 1;
    while ((starts[this.at] as GroupStart).from > number) this.at -= 1;
    return (starts[this.at] as GroupStart).start;
  }
}

/** Calls for each key whose hash begins with a byte of a range: its number, and where its hash lies. */
export function eachHash(
  { chunks, count }: Pick<KnownGroups, "chunks" | "count">,
  { from, to }: PartitionRange,
  take: (number: number, chunk: Int32Array, at: number) => void,
): void {
  for (let number = 0; number < count; number += 1) {
    const chunk = chunks[number >>> CHUNK_BITS] as Int32Array;
    const at = (number & (CHUNK_KEYS - 1)) * KEY_WORDS;
    const partition = (chunk[at] as number) >>> (32 - PARTITION_BITS);
    if (partition >= from && partition < to) take(number, chunk, at);
  }
}
