import { closeSync, openSync, readSync } from "node:fs";
import type { AsyncBuffer } from "hyparquet";
import type { ByteSource } from "../../files/byte-source.ts";
import { unreadable } from "../../files/regular-file.ts";

/** Reads the bytes of a file from `start` up to `end`; fewer where it ends before. */
export type PieceReader = (start: number, end: number) => Uint8Array;

/** What is read at once, where less is asked for: pages stand one behind another. */
const READ_AHEAD = 1 << 20;

/** A Parquet file whose pieces are read as they are needed. */
export interface ParquetFile {
  readonly buffer: AsyncBuffer;
  /** A reader of its own for each column, which has read a little ahead. */
  readonly reader: () => PieceReader;
}

/** Opens a Parquet file: on disk by its path, else in memory. */
export async function parquetFile(source: ByteSource, path: string | null): Promise<ParquetFile> {
  const readPiece = path === null ? await memoryReader(source) : diskReader(source, path);
  const buffer = {
    byteLength: source.size,
    slice: (start: number, end = source.size): ArrayBuffer => new Uint8Array(readPiece(start, end)).buffer,
  };
  return { buffer, reader: () => (path === null ? readPiece : readingAhead(readPiece, source.size)) };
}

async function memoryReader(source: ByteSource): Promise<PieceReader> {
  const blocks: Uint8Array[] = [];
  for await (const block of source.stored()) blocks.push(block);
  const bytes = new Uint8Array(Buffer.concat(blocks));
  return (start, end) => bytes.subarray(start, end);
}

function diskReader(source: ByteSource, path: string): PieceReader {
  return (start, end) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, source.size) - start));
    try {
      const file = openSync(path, "r");
      try {
        return bytes.subarray(0, fill(bytes, file, start));
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw unreadable(source.name, error);
    }
  };
}

function fill(bytes: Uint8Array, file: number, start: number): number {
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, filled, bytes.length - filled, start + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Keeps what was read ahead, and reads each byte once where pieces are asked for one behind another. */
function readingAhead(readPiece: PieceReader, size: number): PieceReader {
  let ahead: Uint8Array = new Uint8Array(0);
  let from = 0;
  return (start, end) => {
    const to = Math.min(end, size);
    if (start < from || to > from + ahead.length) {
      const kept = start < from ? ahead.subarray(0, 0) : ahead.subarray(start - from);
      const more = readPiece(start + kept.length, Math.max(to, start + READ_AHEAD));
      ahead = kept.length === 0 ? more : Buffer.concat([kept, more]);
      from = start;
    }
    return ahead.subarray(start - from, Math.max(start, to) - from);
  };
}
