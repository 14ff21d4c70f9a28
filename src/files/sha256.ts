import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** The SHA-256 of a text's UTF-8 or of bytes, in lower-case hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The SHA-256 of a file's bytes as stored; read in blocks, so that its size does not matter. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(block);
  return hash.digest("hex");
}
