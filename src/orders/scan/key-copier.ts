import { readSync } from "node:fs";
import { LONGEST_FAST_KEY } from "../../kernel/cells.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import { IS_JSON, IS_ONE_BYTE, LOWERS_EMAILS } from "../../kernel/wasm/shared/layout.ts";
import type { KeyWriter } from "./key-writer.ts";

/** A segment of a file whose keys were hashed, as far as their texts are concerned. */
export interface KeySource {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** Where the segment begins in the file. */
  readonly start: number;
  readonly firstRow: number;
  readonly delimiter: number;
  readonly lineEnd: number;
  /** Whether it is lines of JSON. */
  readonly isJson: boolean;
  /** The columns in whose cells keys stand, where these are stored by their types and `start` is a record; else `null`. */
  readonly columns: readonly number[] | null;
  /** Whether bytes beyond ASCII are letters of Unicode with these numbers, and not UTF-8. */
  readonly isOneByte: boolean;
  /** Whether e-mail addresses are taken in lower case. */
  readonly lowersEmails: boolean;
  /** What stands before each key. */
  readonly prefix: string;
  /** What the keys −2, −3, … stand for. */
  readonly texts: readonly string[];
}

/** The file is read in pieces of at most this size, and not where no key stands for so many bytes. */
const [PIECE_BYTES, GAP_BYTES] = [1 << 17, 1 << 13] as const;
const MOST_KEYS = 4096;
const WORD_BYTES = Int32Array.BYTES_PER_ELEMENT;
/** Around the bytes of a piece, and behind the copies. */
const MARGIN = 16;

/** Where things lie in the region: places of keys, their ends, the piece of the file; then what is written before keys, and the copies. */
const ENDS_AT = MOST_KEYS * WORD_BYTES;
const PIECE_AT = ENDS_AT * 2 + MARGIN;
const PREFIX_AT = PIECE_AT + PIECE_BYTES + LONGEST_FAST_KEY * 2 + MARGIN;

/** Copies the texts of keys from a segment of a file, those that stand near each other at a time. */
export class KeyCopier {
  private readonly memory: KeyMemory;
  private readonly region: Int32Array;
  private readonly bytes: Uint8Array;
  private readonly source: KeySource;
  private readonly file: number;
  private readonly kind: number;
  private readonly prefixLength: number;

  constructor(memory: KeyMemory, source: KeySource, file: number) {
    const prefix = Buffer.from(source.prefix);
    const size = PREFIX_AT + prefix.length * (MOST_KEYS + 1) + PIECE_BYTES * 2 + LONGEST_FAST_KEY * 4 + MARGIN;
    this.memory = memory;
    this.source = source;
    this.file = file;
    this.region = memory.take(Math.ceil(size / WORD_BYTES));
    this.bytes = new Uint8Array(this.region.buffer, this.region.byteOffset, size);
    this.bytes.set(prefix, PREFIX_AT);
    this.bytes[PIECE_AT - 1] = 0; // before the first byte of a file is no quote
    this.prefixLength = prefix.length;
    this.kind =
      (source.isJson ? IS_JSON : 0) | (source.isOneByte ? IS_ONE_BYTE : 0) | (source.lowersEmails ? LOWERS_EMAILS : 0);
  }

  /**
   * Copies the key at an index of these places, and those behind it that stand near it.
   *
   * @returns the index behind them
   */
  copy(places: Int32Array, index: number, texts: KeyWriter): number {
    const { memory, region, bytes, source, kind, prefixLength } = this;
    const next = endOfGroup(places, index);
    const first = source.start + (places[index] as number);
    const at = Math.max(0, first - 1); // the byte before tells whether the cell is quoted
    const last = source.start + (places[next - 1] as number);
    const end = PIECE_AT + this.read(at, last + LONGEST_FAST_KEY + 1); // and one after the longest key where it ends
    region.set(places.subarray(index, next));
    const { byteOffset } = region;
    const count = next - index;
    const to = PREFIX_AT + prefixLength;
    const written =
      memory.run.copyKeys(
        byteOffset,
        count,
        byteOffset + PIECE_AT + source.start - at,
        byteOffset + end,
        source.delimiter | (source.lineEnd << 8),
        kind,
        byteOffset + PREFIX_AT,
        prefixLength,
        byteOffset + to,
        byteOffset + ENDS_AT,
        texts.end,
      ) >>> 0;
    const ends = new Uint32Array(region.buffer, byteOffset + ENDS_AT, count);
    texts.addTexts(bytes.subarray(to, written - byteOffset), ends);
    return next;
  }

  close(): void {
    this.memory.giveBack(this.region);
  }

  /** Reads a piece of the file; returns how many bytes there are. */
  private read(at: number, end: number): number {
    let filled = 0;
    for (;;) {
      const count = readSync(this.file, this.bytes, PIECE_AT + filled, end - at - filled, at + filled);
      filled += count;
      if (count === 0 || filled === end - at) return filled;
    }
  }
}

/** The index behind the keys that stand near each other, from one on, and fit into a piece. */
function endOfGroup(places: Int32Array, index: number): number {
  const first = places[index] as number;
  let next = index + 1;
  for (let last = first; next < places.length && next - index < MOST_KEYS; next += 1) {
    const place = places[next] as number;
    if (place < last || place - last > GAP_BYTES || place - first > PIECE_BYTES) break;
    last = place;
  }
  return next;
}
