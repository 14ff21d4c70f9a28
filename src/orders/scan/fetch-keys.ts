import { closeSync, openSync, readSync } from "node:fs";
import { sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { NewKeys } from "../../csv/keys/key-dictionary.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import { unreadable } from "../../files/regular-file.ts";
import { LONGEST_FAST_KEY } from "../../kernel/cells.ts";
import type { CellBytes } from "../../typed/typed-table.ts";
import { openStored } from "./open-stored.ts";

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

/** The file is read in pieces of this size, as far as there are keys in them. */
const WINDOW_BYTES = 1 << 17;
const [COMMA, CLOSE, BLANK] = [0x2c, 0x7d, 0x20] as const;
const [QUOTE, CARRIAGE_RETURN, LINE_FEED, AT, UPPER_A, LETTERS] = [0x22, 0x0d, 0x0a, 0x40, 0x41, 26] as const;

/**
 * Reads the texts of keys from where they stand in their files.
 *
 * @param firstRows a row that has each key, ascending
 * @param keys what that row has for a key: its place in the segment, or −2, −3, … for a text that the segment brought
 */
export async function fetchKeys(
  sources: readonly KeySource[],
  { firstRows, keys }: { readonly firstRows: Uint32Array; readonly keys: Int32Array },
): Promise<NewKeys> {
  const texts = new KeyWriter(keys.length);
  const stored = new StoredKeyCells();
  let index = 0;
  for (const [number, source] of sources.entries()) {
    const end = sources[number + 1]?.firstRow ?? Number.POSITIVE_INFINITY;
    let next = index;
    while (next < keys.length && (firstRows[next] as number) < end) next += 1;
    const own = keys.subarray(index, next);
    if (next > index && source.columns !== null) fetchStored(source, own, texts, await stored.of(source));
    else if (next > index) fetchFrom(source, own, texts);
    index = next;
  }
  return texts.written();
}

/** The keys of all parts, one part after another; of several, in memory that threads share. */
export function joinedKeys(parts: readonly NewKeys[]): NewKeys {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const length = parts.reduce((sum, part) => sum + part.ends.length, 0);
  const ends = new Uint32Array(sharedWords(length).buffer, 0, length);
  const bytes = new Uint8Array(new SharedArrayBuffer(parts.reduce((sum, part) => sum + part.bytes.length, 0)));
  let [count, used] = [0, 0];
  for (const part of parts) {
    bytes.set(part.bytes, used);
    for (let index = 0; index < part.ends.length; index += 1) ends[count + index] = used + (part.ends[index] as number);
    count += part.ends.length;
    used += part.bytes.length;
  }
  return { bytes, ends };
}

/** The cells of a file's key columns, as bytes; what was last opened is kept. */
class StoredKeyCells {
  private last: Pick<KeySource, "path" | "columns"> | null = null;
  private cells: readonly CellBytes[] = [];

  async of({ path, name, size, columns }: KeySource): Promise<readonly CellBytes[]> {
    if (this.last?.path === path && String(this.last.columns) === String(columns)) return this.cells;
    const table = await openStored(path, { name, size });
    const loaded = await table.load(columns ?? []);
    this.cells = loaded.flatMap(({ bytes }) => bytes?.() ?? []);
    this.last = { path, columns };
    return this.cells;
  }
}

function fetchStored(
  { start, prefix, texts: own, lowersEmails }: KeySource,
  keys: Int32Array,
  texts: KeyWriter,
  cells: readonly CellBytes[],
): void {
  const before = Buffer.from(prefix);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number;
    texts.append(before, 0, before.length);
    if (key < 0) {
      const text = Buffer.from(own[-2 - key] ?? "");
      texts.append(text, 0, text.length);
    } else {
      const cell = cells[key % cells.length];
      if (cell?.seek(start + Math.floor(key / cells.length)) !== true)
        throw new RangeError("a key is no text any more");
      texts.append(cell.bytes, cell.start, cell.end);
      if (lowersEmails) texts.lowerEmail(cell.end - cell.start);
    }
    texts.end();
  }
}

function fetchFrom(source: KeySource, keys: Int32Array, texts: KeyWriter): void {
  const prefix = Buffer.from(source.prefix);
  const file = openSync(source.path, "r");
  try {
    const window = new FileWindow(file, source);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as number;
      texts.append(prefix, 0, prefix.length);
      if (key < 0) {
        const text = Buffer.from(source.texts[-2 - key] ?? "");
        texts.append(text, 0, text.length);
      } else {
        window.find(key);
        if (source.isOneByte) texts.appendWide(window.bytes, window.keyStart, window.keyEnd);
        else texts.append(window.bytes, window.keyStart, window.keyEnd);
        if (source.lowersEmails) texts.lowerEmail(window.keyEnd - window.keyStart);
      }
      texts.end();
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? unreadable(source.name, error) : error;
  } finally {
    closeSync(file);
  }
}

/** A piece of a file that moves on with the keys. */
class FileWindow {
  readonly bytes = Buffer.allocUnsafe(WINDOW_BYTES);
  keyStart = 0;
  keyEnd = 0;
  private at = 0;
  private filled = 0;
  private readonly file: number;
  private readonly source: KeySource;

  constructor(file: number, source: KeySource) {
    this.file = file;
    this.source = source;
  }

  /** Finds the bounds of the key that stands at a place of the segment. */
  find(place: number): void {
    const { bytes, source } = this;
    const at = source.start + place;
    // the byte before tells whether the cell is quoted, and one after the longest key where it ends
    if (at <= this.at || at + LONGEST_FAST_KEY + 1 > this.at + this.filled) this.read(Math.max(0, at - 1));
    const start = at - this.at;
    const isQuoted = start > 0 && bytes[start - 1] === QUOTE;
    let end = start;
    if (isQuoted) while (end < this.filled && bytes[end] !== QUOTE) end += 1;
    else if (source.isJson) while (end < this.filled && !endsValue(bytes[end] as number)) end += 1;
    else {
      while (end < this.filled && bytes[end] !== source.delimiter && bytes[end] !== source.lineEnd) end += 1;
      const endsLine = source.lineEnd === LINE_FEED && bytes[end] === LINE_FEED && end < this.filled;
      if (endsLine && bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
      while (end > start && bytes[end - 1] === BLANK) end -= 1; // a key is found without the blanks around it
    }
    this.keyStart = start;
    this.keyEnd = end;
  }

  private read(at: number): void {
    this.at = at;
    this.filled = 0;
    for (;;) {
      const count = readSync(this.file, this.bytes, this.filled, this.bytes.length - this.filled, at + this.filled);
      this.filled += count;
      if (count === 0 || this.filled === this.bytes.length) return;
    }
  }
}

/** Whether a byte stands behind a value of JSON that is not in quotes. */
function endsValue(byte: number): boolean {
  return byte === COMMA || byte === CLOSE || byte <= BLANK;
}

/** Texts one after another, and where each ends. */
class KeyWriter {
  private bytes: Buffer<ArrayBuffer>;
  private readonly ends: Uint32Array<ArrayBuffer>;
  private used = 0;
  private count = 0;

  constructor(count: number) {
    this.ends = new Uint32Array(count);
    this.bytes = Buffer.allocUnsafeSlow(Math.max(64, count * 16));
  }

  append(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.used + length > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.used + length));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    const { bytes, used } = this;
    for (let index = 0; index < length; index += 1) bytes[used + index] = from[start + index] as number;
    this.used = used + length;
  }

  /** Appends letters of one byte each in UTF-8. */
  appendWide(from: Uint8Array, start: number, end: number): void {
    const text = Buffer.from(asBuffer(from).toString("latin1", start, end));
    this.append(text, 0, text.length);
  }

  /** Takes the last so many bytes in lower case, if they are an e-mail address. */
  lowerEmail(length: number): void {
    const { bytes, used } = this;
    const start = used - length;
    let isEmail = false;
    for (let at = start; at < used; at += 1) if (bytes[at] === AT) isEmail = true;
    if (!isEmail) return;
    for (let at = start; at < used; at += 1) {
      const byte = bytes[at] as number;
      if ((byte - UPPER_A) >>> 0 < LETTERS) bytes[at] = byte + 32;
    }
  }

  end(): void {
    this.ends[this.count] = this.used;
    this.count += 1;
  }

  written(): NewKeys {
    return { bytes: this.bytes.subarray(0, this.used), ends: this.ends };
  }
}
