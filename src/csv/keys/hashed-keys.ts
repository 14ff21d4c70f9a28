import { lazyPackage } from "../../files/lazy-package.ts";
import { HASH_WORDS } from "../../kernel/hash-key.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import { PART_SIZE, PARTITIONS, STARTS_SIZE } from "../../kernel/wasm/shared/layout.ts";
import type { TextCodes } from "./dictionary.ts";
import { ORIGIN_MARK } from "./source-mark.ts";

const crypto = lazyPackage<typeof import("node:crypto")>("node:crypto");

/** No longer text is hashed as it is; of a longer one, its SHA-256 is. */
export const LONGEST_HASHED = 4096;

/** Some of the partitions, from one up to another that is not among them. */
export interface PartitionRange {
  readonly from: number;
  readonly to: number;
}

/** All partitions. */
export const ALL_PARTITIONS: PartitionRange = { from: 0, to: PARTITIONS };

const WORD_BYTES = 4;
/** Words for where each partition begins, before what is sorted by them. */
export const STARTS_WORDS = STARTS_SIZE / WORD_BYTES;
const NOTHING: Int32Array = new Int32Array(0);

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

/** Gives back the memory of hashes that nobody looks at any more. */
export function giveBackHashes({ starts, rows }: SortedHashes, memory: KeyMemory): void {
  memory.giveBack(new Int32Array(starts.buffer, starts.byteOffset, sortedWords(rows.length)));
}

function sortedWords(count: number): number {
  return STARTS_WORDS + count * (HASH_WORDS + 1);
}

/**
 * Part of each hash, sorted by the first bits: enough to see that all are different. Shared likewise. Of 20 million different keys, two have
 * the same in one file of 360, and then whole hashes are looked at.
 */
export interface PartialHashes {
  readonly starts: Uint32Array;
  /** {@link PART_UNITS} for each of them: the last word of its hash, the lower half first, and the lower half of the first word. */
  readonly partial: Uint16Array;
}

export const PART_UNITS = PART_SIZE / Uint16Array.BYTES_PER_ELEMENT;

/**
 * The keys of the rows of one segment, not looked up but hashed: by 128 bits of a hash that nobody can foresee, two keys are
 * the same where their hashes are. What a row has for a key is where its text begins in the segment, or −2, −3, … for a text
 * that is kept here, because it does not stand in the file as it is.
 */
export class HashedKeys implements TextCodes {
  texts: string[] = [];
  private readonly known = new Map<string, number>();
  private textWords = new Int32Array(64);
  private rows: Int32Array = NOTHING;
  private words: Int32Array = NOTHING;
  private count = 0;
  /** For so many rows there was room at last. */
  private room = 1024;
  private readonly memory: KeyMemory;
  private readonly source: number;
  private readonly prefix: string;
  private writeHash: WriteHash = notYet;

  /** @param source whose keys these are, where those of several sources are told apart; 0 where they are not */
  constructor(memory: KeyMemory, source = 0) {
    this.memory = memory;
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

  /** Takes the last key back where it is that of the row before; tells whether it was. */
  takeBackRepeated(): boolean {
    const { words } = this;
    const last = (this.count - 1) * HASH_WORDS;
    if (last < HASH_WORDS) return false;
    for (let at = last; at < last + HASH_WORDS; at += 1) if (words[at] !== words[at - HASH_WORDS]) return false;
    this.count -= 1;
    return true;
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
    const { memory, rows, words } = this;
    this.room = Math.max(this.room, rows.length * 2);
    this.rows = memory.take(this.room);
    this.words = memory.take(this.room * HASH_WORDS);
    if (rows.length === 0) return;
    this.rows.set(rows);
    this.words.set(words);
    memory.giveBack(rows);
    memory.giveBack(words);
  }

  /** All hashes, sorted by their partitions; they are forgotten here. */
  sorted(): SortedHashes {
    return { ...hashesIn(this.sortInto(), this.count), ...this.forgetRows() };
  }

  /** As {@link sorted}, in memory of their own, for they may be many and wait long. */
  sortedApart(): SortedHashes {
    return { ...hashesIn(apart(this.sortInto(), this.memory), this.count), ...this.forgetRows() };
  }

  private sortInto(): Int32Array {
    const { count, rows, words, memory } = this;
    const region = memory.take(sortedWords(count));
    const to = hashesIn(region, count);
    const from = [words.byteOffset, rows.byteOffset, count] as const;
    memory.run.sortHashes(...from, to.starts.byteOffset, to.words.byteOffset, to.rows.byteOffset);
    return region;
  }

  /** As {@link sortedApart}, part of each hash, and without the rows. */
  sortedPartialHashes(): PartialHashes {
    const { count, words, memory } = this;
    const region = memory.take(STARTS_WORDS + Math.ceil((count * PART_SIZE) / WORD_BYTES));
    const { byteOffset } = region;
    memory.run.sortPartialHashes(words.byteOffset, count, byteOffset, byteOffset + STARTS_WORDS * WORD_BYTES);
    this.forgetRows();
    const { buffer } = apart(region, memory);
    const partial = new Uint16Array(buffer, STARTS_WORDS * WORD_BYTES, count * PART_UNITS);
    return { starts: startsIn({ buffer, byteOffset: 0 }), partial };
  }

  /** Gives back the memory of the rows; returns the texts, which others still need. */
  private forgetRows(): Pick<SortedHashes, "texts"> {
    const { rows, words, memory, texts } = this;
    this.count = 0;
    if (rows.length > 0) {
      memory.giveBack(rows);
      memory.giveBack(words);
    }
    [this.rows, this.words] = [NOTHING, NOTHING];
    return { texts };
  }

  /** Forgets all rows and texts; the memory is used again. */
  clear(): void {
    this.texts = [];
    this.known.clear();
    this.count = 0;
  }
}

/** As ES2024 has it, which types do not know yet. */
const GrowableBuffer: new (bytes: number, options: { readonly maxByteLength: number }) => SharedArrayBuffer =
  SharedArrayBuffer;

/**
 * Memory for so many words that threads share. As memory that may grow, though it does not, it is given back to the system when it is
 * forgotten; else it would be kept for other uses of the same thread.
 */
export function sharedWords(count: number): Int32Array<SharedArrayBuffer> {
  const bytes = count * WORD_BYTES;
  return new Int32Array(new GrowableBuffer(bytes, { maxByteLength: bytes }), 0, count);
}

/** Moves words into memory of their own that threads share. */
function apart(region: Int32Array, memory: KeyMemory): Int32Array {
  const own = sharedWords(region.length);
  own.set(region);
  memory.giveBack(region);
  return own;
}

/** Where sorted hashes lie in memory for them. */
function hashesIn({ buffer, byteOffset }: Int32Array, count: number): Omit<SortedHashes, "texts"> {
  const words = new Int32Array(buffer, byteOffset + STARTS_WORDS * WORD_BYTES, count * HASH_WORDS);
  const rows = new Uint32Array(buffer, words.byteOffset + words.byteLength, count);
  return { starts: startsIn({ buffer, byteOffset }), rows, words };
}

function startsIn({ buffer, byteOffset }: Pick<Int32Array, "buffer" | "byteOffset">): Uint32Array {
  return new Uint32Array(buffer, byteOffset, PARTITIONS + 1);
}

function notYet(): never {
  throw new Error("nothing hashes texts yet");
}

function doubled(words: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(words.length * 2);
  larger.set(words);
  return larger;
}
