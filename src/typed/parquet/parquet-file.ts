import { open } from "node:fs/promises";
import type { AsyncBuffer } from "hyparquet";
import type { ByteSource } from "../../files/byte-source.ts";
import { unreadable } from "../../files/regular-file.ts";

/** A Parquet file whose pieces are read as they are needed: from disk by its path, else from memory. */
export async function parquetFile(source: ByteSource, path: string | null): Promise<AsyncBuffer> {
  if (path !== null) {
    return { byteLength: source.size, slice: (start, end = source.size) => pieceOf(source, path, { start, end }) };
  }
  const blocks: Uint8Array[] = [];
  for await (const block of source.stored()) blocks.push(block);
  const bytes = Uint8Array.from(Buffer.concat(blocks)).buffer;
  return { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) };
}

async function pieceOf(
  source: ByteSource,
  path: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<ArrayBuffer> {
  const length = Math.max(0, Math.min(end, source.size) - start);
  const bytes = new Uint8Array(length);
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(source.name, error);
  });
  try {
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  } catch (error) {
    throw unreadable(source.name, error);
  } finally {
    await file.close();
  }
  return bytes.buffer;
}
