import { batched, type Chunks, giveBack } from "./chunks.ts";
import type { Disk, OpenFile } from "./disk.ts";
import { inputOutputError } from "./system-error.ts";

/**
 * Writes a new file to its last byte and waits until it is on the disk. This is the only place where the program writes
 * into files: the system may take less than it is given, and may report a full disk at any of these steps, the last too.
 *
 * The size is looked at in the end, because a file that is shorter than what was written is no result.
 *
 * @returns its bytes
 * @throws the error of the file system; what was written so far stays for the caller to remove
 */
export async function writeNewFile(
  path: string,
  chunks: Chunks,
  { disk, mode }: { readonly disk: Disk; readonly mode: number },
): Promise<number> {
  const file = await disk.create(path, mode);
  let written: number;
  try {
    written = await writeChunks(chunks, file);
    await file.sync();
    const size = await file.size();
    if (size !== written) throw inputOutputError(`${size} of ${written} bytes arrived in the file`);
  } catch (error) {
    await file.close().catch(() => {}); // the first failure is the one to report
    throw error;
  }
  await file.close();
  return written;
}

/**
 * Writes chunks one after another, and returns their bytes. While one is written the next is made, and its memory is given back
 * only then. After the first failure nothing more is written.
 */
async function writeChunks(chunks: Chunks, file: Pick<OpenFile, "write">): Promise<number> {
  let bytes = 0;
  let writing = Promise.resolve();
  try {
    for await (const chunk of batched(chunks)) {
      await writing;
      writing = writeAll(file, chunk).then(() => giveBack(chunk));
      writing.catch(() => {}); // looked at when the next chunk is there
      bytes += chunk.length;
    }
  } finally {
    await writing; // the file must not be closed before, even where no more chunks can be made
  }
  return bytes;
}

/** Writes all of the bytes, however many the system takes at a time. */
export async function writeAll(file: Pick<OpenFile, "write">, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const taken = await file.write(bytes.subarray(at));
    if (taken <= 0) throw inputOutputError("the system takes no more bytes and does not say why");
    at += taken;
  }
}
