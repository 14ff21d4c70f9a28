/** The text of what a renderer gives in chunks of text or its UTF-8. */
export function chunkText(chunks: Iterable<string | Uint8Array>): string {
  return Buffer.concat(Array.from(chunks, (chunk) => Buffer.from(chunk))).toString();
}
