import { closeSync, openSync, readSync } from "node:fs";
import type { AsyncBuffer } from "hyparquet";
import type { ByteSource } from "../../files/byte-source.ts";
import { unreadable } from "../../files/regular-file.ts";

/** Reads the bytes of a file from `start` up to `end`; fewer where it ends before. A piece may be overwritten by the next call. */
export type PieceReader = (start: number, end: number) => Uint8Array;

/** What is read at once where a piece goes on from the last one: pages stand one behind another. */
const READ_AHEAD = 1 << 20;

/** A Parquet file whose pieces are read as they are needed. */
export interface ParquetFile {
  readonly buffer: AsyncBuffer;
  /** A reader of its own for each column, which has read a little ahead. */
  readonly reader: () => PieceReader;
}

/** Opens a Parquet file: on disk by its path, else in memory. */
export async function parquetFile(source: ByteSource, path: string | null): Promise<ParquetFile> {
  const readInMemory = path === null ? await memoryReader(source) : null;
  const readPiece = readInMemory ?? wholePieces(source, path ?? "");
  const buffer = {
    byteLength: source.size,
    slice: (start: number, end = source.size): ArrayBuffer => new Uint8Array(readPiece(start, end)).buffer,
  };
  return { buffer, reader: () => readInMemory ?? readingAhead(source, path ?? "") };
}

async function memoryReader(source: ByteSource): Promise<PieceReader> {
  const blocks: Uint8Array[] = [];
  for await (const block of source.stored()) blocks.push(block);
  const bytes = new Uint8Array(Buffer.concat(blocks));
  return (start, end) => bytes.subarray(start, end);
}

/** Reads each piece from disk into memory of its own. */
function wholePieces(source: ByteSource, path: string): PieceReader {
  return (start, end) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, source.size) - start));
    return bytes.subarray(0, readInto(bytes, start, { source, path }));
  };
}

/** Fills `bytes` from where they start in the file; how many there are. */
function readInto(
  bytes: Uint8Array,
  start: number,
  { source, path }: { readonly source: ByteSource; readonly path: string },
): number {
  try {
    const file = openSync(path, "r");
    try {
      return fill(bytes, file, start);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(source.name, error);
  }
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

/**
 * Keeps what was read ahead, and reads each byte once where pieces are asked for one behind another; always in the same memory,
 * for memory that is written to for the first time costs as much as reading. What is passed over is not read.
 */
function readingAhead(source: ByteSource, path: string): PieceReader {
  let memory = new Uint8Array(0);
  let [from, last] = [0, 0];
  return (start, end) => {
    const to = Math.max(start, Math.min(end, source.size));
    if (start < from || to > last) {
      const goesOn = start >= from && start <= last;
      const kept = goesOn ? memory.subarray(start - from, last - from) : memory.subarray(0, 0);
      const length = Math.max(
        kept.length,
        Math.min(goesOn ? Math.max(to, start + READ_AHEAD) : to, source.size) - start,
      );
      const into = memory.length >= length ? memory : new Uint8Array(Math.max(length, READ_AHEAD));
      into.set(kept);
      last = start + kept.length + readInto(into.subarray(kept.length, length), start + kept.length, { source, path });
      from = start;
      memory = into;
    }
    return memory.subarray(start - from, Math.max(start, Math.min(to, last)) - from);
  };
}
