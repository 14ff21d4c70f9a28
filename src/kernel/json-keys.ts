import * as layout from "./wasm/layout.ts";

/** A key of JSON records, and the column that holds its values. */
export interface JsonKey {
  /** As the records write it, in quotes. */
  readonly written: string;
  readonly column: number;
}

/** The keys of a file's records. */
export interface JsonKeys {
  /** In the order in which records have them. */
  readonly keys: readonly JsonKey[];
  /** Whether each line that is not blank is known to be a record of some of these keys, in their order. */
  readonly areAll: boolean;
  /** Whether the records are the elements of a list, `[{…}, {…}]`, and not lines. */
  readonly isList: boolean;
}

/** Where keys were written: where they end, and where the last begins that must be looked at. */
export interface WrittenKeys {
  readonly end: number;
  readonly last: number;
}

/** Room for the keys of a file. */
export const JSON_KEYS_BYTES = 1 << 16;

/** Keys are compared sixteen bytes at a time. */
const STEP = 16;

/** Whether there is room for so many keys. */
export function fitKeys(keys: readonly JsonKey[]): boolean {
  const bytes = keys.reduce((sum, { written }) => sum + entryBytes(Buffer.byteLength(written)), 0);
  return bytes <= JSON_KEYS_BYTES;
}

/**
 * Writes keys where the kernel looks for them.
 *
 * @param slotOf which of the wanted cells a column is; −1 for none
 */
export function writeKeys(
  memory: ArrayBuffer,
  from: number,
  { keys, areAll }: Omit<JsonKeys, "isList">,
  slotOf: (column: number) => number,
): WrittenKeys {
  const view = new DataView(memory);
  let [at, lastWanted] = [from, from];
  for (const { written, column } of keys) {
    const bytes = Buffer.from(written);
    if (slotOf(column) >= 0) lastWanted = at;
    view.setInt32(at, slotOf(column), true);
    view.setInt32(at + layout.JSON_KEY_LENGTH, bytes.length, true);
    view.setInt32(at + layout.JSON_KEY_SEEN, 0, true);
    new Uint8Array(memory, at + layout.JSON_KEY_HEAD, bytes.length).set(bytes);
    at += entryBytes(bytes.length);
  }
  return { end: at, last: areAll ? lastWanted : at };
}

/** Which kinds of values each of the keys was seen to have since they were written, in their order. */
export function seenKinds(memory: ArrayBuffer, from: number, keys: readonly JsonKey[]): readonly number[] {
  const view = new DataView(memory);
  let at = from;
  return keys.map(({ written }) => {
    const kinds = view.getInt32(at + layout.JSON_KEY_SEEN, true);
    at += entryBytes(Buffer.byteLength(written));
    return kinds;
  });
}

function entryBytes(length: number): number {
  return layout.JSON_KEY_HEAD + Math.ceil(length / STEP) * STEP;
}
