import { lazyPackage } from "../../files/lazy-package.ts";
import { HASH_WORDS } from "../../kernel/hash-key.ts";
import type { TextCodes } from "./dictionary.ts";
import type { KeyEnds } from "./key-sequence.ts";
import { ORIGIN_MARK } from "./source-mark.ts";

const crypto = lazyPackage<typeof import("node:crypto")>("node:crypto");

/** No longer text is hashed as it is; of a longer one, its SHA-256 is. */
export const LONGEST_HASHED = 4096;
/** Hashes are sorted by so many of their first bits, so that those of one partition fit into the processor's nearer memory. */
export const PARTITION_BITS = 8;
export const PARTITIONS = 1 << PARTITION_BITS;

/** Some of the partitions, from one up to another that is not among them. */
export interface PartitionRange {
  readonly from: number;
  readonly to: number;
}

/** All partitions. */
export const ALL_PARTITIONS: PartitionRange = { from: 0, to: PARTITIONS };

/** A row without a key. */
const NO_KEY = -1;
/** Keys whose texts had to be looked at are numbered down from here, apart from the places in the file of the others. */
const FIRST_TEXT = -2;

/** Writes the hash of a text of at most {@link LONGEST_HASHED} bytes. */
export type WriteHash = (text: Uint8Array, to: Int32Array, at: number) => void;

/** The keys of rows as hashes, sorted by the first bits of these, and by rows within a partition; in memory that threads share. */
export interface SortedHashes {
  /** `starts[partition]` is where a partition begins; one more at the end. */
  readonly starts: Uint32Array;
  /** The rows that have a key, counted from the first of these rows. */
  readonly rows: Uint32Array;
  /** Four words for each of them. */
  readonly words: Int32Array;
  /** What the keys −2, −3, … stand for. */
  readonly texts: readonly string[];
}

/** Memory for the hashes of a segment's keys, to be used again. */
export type HashSpace = Pick<SortedHashes, "rows" | "words">;

/** All of the memory that hashes lie in, which nobody looks at any more. */
export function hashSpaceOf({ rows, words }: SortedHashes): HashSpace {
  return { rows: new Uint32Array(rows.buffer), words: new Int32Array(words.buffer) };
}

/** Memory for a little more than so many hashes, since segments do not have the same number. */
function hashSpace(count: number): HashSpace {
  const room = Math.ceil(count * 1.1);
  return { rows: new Uint32Array(sharedWords(room)), words: new Int32Array(sharedWords(room * HASH_WORDS)) };
}

/** The first and the last word of each hash, sorted by the first bits: enough to see that all are different. Shared likewise. */
export interface HalfHashes {
  readonly starts: Uint32Array;
  readonly halves: Int32Array;
}

/**
 * The keys of the rows of one segment, not looked up but hashed: by 128 bits of a hash that nobody can foresee, two keys are
 * the same where their hashes are. What a row has for a key is where its text begins in the segment, or −2, −3, … for a text
 * that is kept here, because it does not stand in the file as it is.
 */
export class HashedKeys implements TextCodes {
  texts: string[] = [];
  /** The first and the last of the keys, where somebody wants to know them. */
  ends: KeyEnds | null = null;
  private readonly known = new Map<string, number>();
  private textWords = new Int32Array(64);
  private rows = new Uint32Array(1024);
  private words = new Int32Array(1024 * HASH_WORDS);
  private count = 0;
  private readonly source: number;
  private readonly prefix: string;
  private writeHash: WriteHash = notYet;

  /** @param source whose keys these are, where those of several sources are told apart; 0 where they are not */
  constructor(source = 0) {
    this.source = source;
    this.prefix = source === 0 ? "" : `${source}${ORIGIN_MARK}`;
  }

  /** Says what hashes texts. */
  hashWith(writeHash: WriteHash): void {
    this.writeHash = writeHash;
  }

  get length(): number {
    return this.texts.length;
  }

  text(key: number): string {
    return this.texts[FIRST_TEXT - key] ?? "";
  }

  /** The number of a text that does not stand in the file as it is. */
  code(prefixed: string): number {
    const text = prefixed.startsWith(this.prefix) ? prefixed.slice(this.prefix.length) : prefixed;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const key = FIRST_TEXT - this.texts.length;
    this.known.set(text, key);
    const at = this.texts.length * HASH_WORDS;
    if (at === this.textWords.length) this.textWords = doubled(this.textWords);
    const bytes = Buffer.from(text);
    this.writeHash(
      bytes.length > LONGEST_HASHED ? crypto().createHash("sha256").update(bytes).digest() : bytes,
      this.textWords,
      at,
    );
    this.texts.push(text);
    return key;
  }

  /** Notes a row's key that was read through its text; nothing where it has none. */
  noteText(row: number, key: number): void {
    if (key >= NO_KEY) return;
    const at = this.next(row);
    if (this.ends !== null) {
      const bytes = Buffer.from(this.text(key));
      this.ends.note(bytes, 0, bytes.length);
    }
    const from = (FIRST_TEXT - key) * HASH_WORDS;
    for (let word = 0; word < HASH_WORDS; word += 1) this.words[at + word] = this.textWords[from + word] as number;
    this.separate(at);
  }

  /** Makes room for the hash of the next row's key, which the caller writes; returns where. */
  next(row: number): number {
    if (this.count === this.rows.length) this.grow();
    this.rows[this.count] = row;
    this.count += 1;
    return (this.count - 1) * HASH_WORDS;
  }

  /**
   * Notes the keys of rows one after another, by their hashes.
   *
   * @param hashes the words in which they are, from `at` on
   */
  addRows(
    hashes: Int32Array,
    at: number,
    { count, firstRow }: { readonly count: number; readonly firstRow: number },
  ): void {
    const before = this.count;
    while (before + count > this.rows.length) this.grow();
    this.words.set(hashes.subarray(at, at + count * HASH_WORDS), before * HASH_WORDS);
    for (let index = 0; index < count; index += 1) this.rows[before + index] = firstRow + index;
    this.count += count;
    if (this.source === 0) return;
    for (let index = before; index < this.count; index += 1) this.separate(index * HASH_WORDS);
  }

  /** The words that {@link next} makes room in. */
  get hashes(): Int32Array {
    return this.words;
  }

  /** Tells a hash that was written apart from those of other sources. */
  separate(at: number): void {
    if (this.source !== 0) this.words[at + HASH_WORDS - 1] = (this.words[at + HASH_WORDS - 1] as number) ^ this.source;
  }

  private grow(): void {
    const rows = new Uint32Array(this.rows.length * 2);
    rows.set(this.rows);
    this.rows = rows;
    this.words = doubled(this.words);
  }

  /**
   * All hashes, sorted by their partitions: by counting, one pass to count and one to move.
   *
   * @param space where they may be written to, if there is room for them
   */
  sorted(space?: HashSpace): SortedHashes {
    const { count, rows, words } = this;
    const starts = this.starts();
    const next = starts.slice();
    const { rows: sortedRows, words: sortedWords } =
      space !== undefined && space.rows.length >= count ? space : hashSpace(count);
    for (let index = 0, at = 0; index < count; index += 1, at += HASH_WORDS) {
      const partition = (words[at] as number) >>> (32 - PARTITION_BITS);
      const to = next[partition] as number;
      next[partition] = to + 1;
      sortedRows[to] = rows[index] as number;
      const toWord = to * HASH_WORDS;
      sortedWords[toWord] = words[at] as number;
      sortedWords[toWord + 1] = words[at + 1] as number;
      sortedWords[toWord + 2] = words[at + 2] as number;
      sortedWords[toWord + 3] = words[at + 3] as number;
    }
    const own = { rows: sortedRows.subarray(0, count), words: sortedWords.subarray(0, count * HASH_WORDS) };
    return { starts, ...own, texts: this.texts };
  }

  /** As {@link sorted}, half of each hash, and without the rows. */
  sortedHalves(): HalfHashes {
    const { count, words } = this;
    const starts = this.starts();
    const next = starts.slice();
    const halves = new Int32Array(sharedWords(count * 2));
    for (let at = 0; at < count * HASH_WORDS; at += HASH_WORDS) {
      const first = words[at] as number;
      const partition = first >>> (32 - PARTITION_BITS);
      const to = next[partition] as number;
      next[partition] = to + 1;
      halves[to * 2] = first;
      halves[to * 2 + 1] = words[at + HASH_WORDS - 1] as number;
    }
    return { starts, halves };
  }

  /** Where each partition begins when the hashes are sorted. */
  private starts(): Uint32Array<SharedArrayBuffer> {
    const { count, words } = this;
    const starts = new Uint32Array(sharedWords(PARTITIONS + 1));
    for (let at = 0; at < count * HASH_WORDS; at += HASH_WORDS) {
      const partition = (words[at] as number) >>> (32 - PARTITION_BITS);
      starts[partition + 1] = (starts[partition + 1] as number) + 1;
    }
    for (let partition = 0; partition < PARTITIONS; partition += 1)
      starts[partition + 1] = (starts[partition + 1] as number) + (starts[partition] as number);
    return starts;
  }

  /** Forgets all rows and texts; the memory is used again. */
  clear(): void {
    this.texts = [];
    this.ends = null;
    this.known.clear();
    this.count = 0;
  }
}

/** Memory for so many words that threads share. */
export function sharedWords(count: number): SharedArrayBuffer {
  return new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT);
}

function notYet(): never {
  throw new Error("nothing hashes texts yet");
}

function doubled(words: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(words.length * 2);
  larger.set(words);
  return larger;
}
