import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { InputError } from "../../errors.ts";

/** Bytes that can be read from the start as often as needed. */
export interface ByteSource {
  /** How messages name it: the path as the user gave it, or `standard input`. */
  readonly name: string;
  readonly size: number;
  /** The bytes as stored. */
  readonly stored: () => AsyncIterable<Uint8Array>;
}

/** Bytes that are read from a file at a time. */
export const READ_SIZE = 1 << 18;

/** A file on disk. */
export function fileSource(path: string, name: string, size: number): ByteSource {
  return { name, size, stored: () => createReadStream(path, { highWaterMark: READ_SIZE }) };
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
  const hash = createHash("sha256");
  try {
    for await (const chunk of source.stored()) hash.update(chunk);
  } catch (error) {
    throw unreadable(source.name, error);
  }
  return hash.digest("hex");
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
  for await (const chunk of source.stored()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}

/**
 * The source's bytes, inflated where they are gzip.
 *
 * @throws InputError when the file cannot be opened or the gzip data is damaged or cut short
 */
export async function* plainBytes(source: ByteSource, gzip: boolean): AsyncGenerator<Uint8Array> {
  try {
    if (!gzip) {
      yield* source.stored();
      return;
    }
    const { Readable } = await import("node:stream");
    const inflated = Readable.from(source.stored(), { objectMode: false }).pipe(createGunzip());
    yield* inflated;
  } catch (error) {
    throw unreadable(source.name, error);
  }
}

/** A system error in words. */
export function unreadable(name: string, error: unknown): InputError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new InputError(`${name}: no such file`, { cause: error });
  if (code === "EACCES" || code === "EPERM") {
    return new InputError(`${name}: may not be read`, { hint: "check the file's permissions", cause: error });
  }
  if (code.startsWith("Z_")) {
    return new InputError(`${name}: the gzip data is damaged or cut short`, {
      hint: "copy or download the file again",
      cause: error,
    });
  }
  if (error instanceof InputError) return error;
  return new InputError(`${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`, {
    cause: error,
  });
}

/** Whether two stored files have the same bytes; they are known to be of one size. */
export async function sameBytes(a: string, b: string): Promise<boolean> {
  const [left, right] = [await open(a), await open(b)];
  try {
    const [leftBlock, rightBlock] = [Buffer.alloc(READ_SIZE), Buffer.alloc(READ_SIZE)];
    for (;;) {
      const { bytesRead } = await left.read(leftBlock, 0, READ_SIZE, null);
      let filled = 0;
      while (filled < bytesRead) {
        const { bytesRead: more } = await right.read(rightBlock, filled, bytesRead - filled, null);
        if (more === 0) return false;
        filled += more;
      }
      if (bytesRead === 0) return true;
      if (leftBlock.compare(rightBlock, 0, bytesRead, 0, bytesRead) !== 0) return false;
    }
  } finally {
    await left.close();
    await right.close();
  }
}
