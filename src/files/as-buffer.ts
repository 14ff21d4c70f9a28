/**
 * The same bytes as a Node buffer, without a copy. Interfaces speak of `Uint8Array`, so that people who script against the
 * library need no types of Node's.
 */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
