import * as layout from "./wasm/layout.ts";

/** A key of JSON records, and the column that holds its values. */
export interface JsonKey {
  /** As the records write it, in quotes. */
  readonly written: string;
  readonly column: number;
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
 * Writes keys, in the order in which records have them, where the kernel looks for them; returns where they end.
 *
 * @param slotOf which of the wanted cells a column is; −1 for none
 */
export function writeKeys(
  memory: ArrayBuffer,
  from: number,
  { keys, slotOf }: { readonly keys: readonly JsonKey[]; readonly slotOf: (column: number) => number },
): number {
  const view = new DataView(memory);
  let at = from;
  for (const { written, column } of keys) {
    const bytes = Buffer.from(written);
    view.setInt32(at, slotOf(column), true);
    view.setInt32(at + layout.JSON_KEY_LENGTH, bytes.length, true);
    new Uint8Array(memory, at + layout.JSON_KEY_HEAD, bytes.length).set(bytes);
    at += entryBytes(bytes.length);
  }
  return at;
}

function entryBytes(length: number): number {
  return layout.JSON_KEY_HEAD + Math.ceil(length / STEP) * STEP;
}
