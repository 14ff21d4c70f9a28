import { closeSync, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import { lazyPackage } from "./lazy-package.ts";
import { unreadable } from "./regular-file.ts";

const crypto = lazyPackage<typeof import("node:crypto")>("node:crypto");
const streams = lazyPackage<typeof import("node:stream")>("node:stream");
const zlib = lazyPackage<typeof import("node:zlib")>("node:zlib");

/** Bytes that can be read from the start as often as needed. */
export interface ByteSource {
  /** How messages name it: the path as the user gave it, or `standard input`. */
  readonly name: string;
  readonly size: number;
  /**
   * The bytes as stored. What goes wrong on the way, from the first byte on, is an InputError.
   *
   * @param wanted how many bytes are wanted at first, where that is known; more may come
   */
  readonly stored: (wanted?: number) => AsyncIterable<Uint8Array>;
}

/** Bytes that are read from a file at a time. */
export const READ_SIZE = 1 << 18;

/** A file on disk. */
export function fileSource(path: string, name: string, size: number): ByteSource {
  return {
    name,
    size,
    stored: async function* (wanted) {
      try {
        yield* blocksOf(path, size, wanted);
      } catch (error) {
        throw unreadable(name, error);
      }
    },
  };
}

const readLater = promisify(read);

/**
 * The blocks of a regular file. The beginning is read at once: it is looked at many times before the rest is, of every file of a
 * folder, and a stream takes several times as long to open.
 */
async function* blocksOf(path: string, size: number, wanted = READ_SIZE): AsyncGenerator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (let place = 0; ; ) {
      // no more than the file has: of thousands of small files, each block would be garbage at once
      const block = Buffer.allocUnsafeSlow(Math.min(place === 0 ? wanted : READ_SIZE, READ_SIZE, size + 1));
      const bytes =
        place === 0 || place >= size
          ? readSync(file, block, 0, block.length, place)
          : (await readLater(file, block, 0, block.length, place)).bytesRead;
      if (bytes === 0) return;
      place += bytes;
      yield block.subarray(0, bytes);
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes already in memory; standard input is kept this way, because it can be read only once. */
export function memorySource(chunks: readonly Uint8Array[], name: string): ByteSource {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return {
    name,
    size,
    stored: async function* () {
      yield* chunks;
    },
  };
}

/** The SHA-256 of the stored bytes, in hexadecimal: what `sha256sum` says of the file. */
export async function sha256Of(source: ByteSource): Promise<string> {
  const hash = crypto().createHash("sha256");
  for await (const chunk of source.stored()) hash.update(chunk);
  return hash.digest("hex");
}

/** The SHA-256 of the first `count` stored bytes, in hexadecimal. */
export async function sha256OfBeginning(source: ByteSource, count: number): Promise<string> {
  return crypto()
    .createHash("sha256")
    .update(await firstBytes(source, count))
    .digest("hex");
}

/** Whether the stored bytes are gzip, by their first two. */
export async function isGzip(source: ByteSource): Promise<boolean> {
  const head = await firstBytes(source, 2);
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The first `count` stored bytes, or fewer where there are no more. */
export async function firstBytes(source: ByteSource, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.stored(count)) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}

/**
 * The source's bytes, inflated where they are gzip.
 *
 * @param wanted as of {@link ByteSource.stored}
 * @throws InputError when the file cannot be opened or the gzip data is damaged or cut short
 */
export async function* plainBytes(source: ByteSource, gzip: boolean, wanted?: number): AsyncGenerator<Uint8Array> {
  try {
    if (!gzip) {
      yield* source.stored(wanted);
      return;
    }
    const { pipeline, Readable } = streams();
    // unlike pipe(), a pipeline hands an error of the source on to whoever reads the end
    yield* pipeline(Readable.from(source.stored(), { objectMode: false }), zlib().createGunzip(), () => {});
  } catch (error) {
    throw unreadable(source.name, error);
  }
}
