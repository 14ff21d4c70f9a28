/** Texts as UTF-8, one after another, and where each ends. */
export interface KeyBytes {
  readonly arena: Uint8Array;
  readonly ends: Uint32Array;
}
