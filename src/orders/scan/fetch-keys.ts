import { closeSync, openSync } from "node:fs";
import { sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { NewKeys } from "../../csv/keys/key-dictionary.ts";
import { unreadable } from "../../files/regular-file.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import type { CellBytes } from "../../typed/typed-table.ts";
import { KeyCopier, type KeySource } from "./key-copier.ts";
import { KeyWriter } from "./key-writer.ts";
import { openStored } from "./open-stored.ts";

/**
 * Reads the texts of keys from where they stand in their files.
 *
 * @param firstRows a row that has each key, ascending
 * @param keys what that row has for a key: its place in the segment, or −2, −3, … for a text that the segment brought
 */
export async function fetchKeys(
  memory: KeyMemory,
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
    else if (next > index) fetchFrom(memory, source, own, texts);
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
    texts.endText();
  }
}

function fetchFrom(memory: KeyMemory, source: KeySource, keys: Int32Array, texts: KeyWriter): void {
  const prefix = Buffer.from(source.prefix);
  const file = openSync(source.path, "r");
  const copier = new KeyCopier(memory, source, file);
  try {
    for (let index = 0; index < keys.length; ) {
      const key = keys[index] as number;
      if (key >= 0) index = copier.copy(keys, index, texts);
      else {
        const text = Buffer.from(source.texts[-2 - key] ?? "");
        texts.append(prefix, 0, prefix.length);
        texts.append(text, 0, text.length);
        texts.endText();
        index += 1;
      }
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? unreadable(source.name, error) : error;
  } finally {
    copier.close();
    closeSync(file);
  }
}
