import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";

/** Bytes of a file that are hashed at a time. */
const BLOCK_BYTES = 1 << 20;

/** The SHA-256 of a text's UTF-8 or of bytes, in lower-case hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The SHA-256 of a file's bytes as stored; read in blocks, so that its size does not matter. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of createReadStream(path, { highWaterMark: BLOCK_BYTES })) hash.update(block);
  return hash.digest("hex");
}

/** The same in one go, in memory that is used again for every block: for threads that have nothing else to do. */
export function sha256OfFileSync(path: string): string {
  const hash = createHash("sha256");
  const block = new Uint8Array(BLOCK_BYTES);
  const file = openSync(path, "r");
  try {
    for (let count = readSync(file, block); count > 0; count = readSync(file, block))
      hash.update(block.subarray(0, count));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
