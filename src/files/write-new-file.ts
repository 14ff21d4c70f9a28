import { createHash } from "node:crypto";
import { batched, type Chunks } from "./chunks.ts";
import type { Disk, OpenFile } from "./disk.ts";
import { inputOutputError } from "./system-error.ts";

/** What was written to a file. */
export interface WrittenBytes {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Writes a new file to its last byte and waits until it is on the disk. This is the only place where the program writes
 * into files: the system may take less than it is given, and may report a full disk at any of these steps, the last too.
 *
 * The size is looked at in the end, because a file that is shorter than what was written is no result.
 *
 * @throws the error of the file system; what was written so far stays for the caller to remove
 */
export async function writeNewFile(
  path: string,
  chunks: Chunks,
  { disk, mode }: { readonly disk: Disk; readonly mode: number },
): Promise<WrittenBytes> {
  const file = await disk.create(path, mode);
  let written: WrittenBytes;
  try {
    written = await measureChunks(chunks, (bytes) => writeAll(file, bytes));
    await file.sync();
    const size = await file.size();
    if (size !== written.bytes) throw inputOutputError(`${size} of ${written.bytes} bytes arrived in the file`);
  } catch (error) {
    await file.close().catch(() => {}); // the first failure is the one to report
    throw error;
  }
  await file.close();
  return written;
}

/** Hands chunks on as bytes; returns their size and SHA-256. */
export async function measureChunks(
  chunks: Chunks,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<WrittenBytes> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of batched(chunks)) {
    hash.update(chunk);
    bytes += chunk.length;
    await write(chunk);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Writes all of the bytes, however many the system takes at a time. */
export async function writeAll(file: Pick<OpenFile, "write">, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const taken = await file.write(bytes.subarray(at));
    if (taken <= 0) throw inputOutputError("the system takes no more bytes and does not say why");
    at += taken;
  }
}
