import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { OutputError } from "../../errors.ts";

/** One file of an archive, as text or its UTF-8, in chunks that are made as they are asked for. */
export interface ZipEntry {
  readonly path: string;
  readonly text: Iterable<string | Uint8Array>;
}

/** Bytes that no other thread sees. */
type Bytes = Uint8Array<ArrayBuffer>;

/** The earliest time that a zip archive can hold, in local time as its format has it: the same bytes in every zone, at any time. */
const noTime = (): Date => new Date(1980, 0, 1);

/** Deflate, by the number that the format has for it. */
const DEFLATE = 8;
/** Half the time of level 3, and a tenth more bytes. */
const LEVEL = 1;

/** Text gathered before it is compressed: fewer calls, and no more memory than this. */
const CHUNK = 1 << 16;
/** Room for a compressed chunk: where it fits in, which a worksheet's fourth does, the thread is asked once. */
const ROOM_BITS = 2;
const LEAST_ROOM = 1 << 10;
/** Chunks that Node's threads may be compressing while the next is made. */
const AHEAD = 4;

/** The last block of a stream, which is empty. */
const END_OF_STREAM = Uint8Array.of(3, 0);

/** A zip archive without the extension for large ones holds so many bytes, in one file and in all. */
export const ZIP_LIMIT = 2 ** 32 - 1;

/**
 * A zip archive in chunks of bytes; the memory it takes does not grow with the text.
 *
 * Each chunk is compressed by itself, in Node's threads, and ends at a byte's boundary: one after another they are one
 * stream. The bytes depend on the text and on Node's zlib, whose versions may compress differently.
 *
 * @throws OutputError when a file, or the archive, is 4 GiB or more
 */
export async function* zipOf(entries: Iterable<ZipEntry>, limit = ZIP_LIMIT): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
    written += chunk.length;
  });
  for (const { path, text } of entries) {
    const file = new DeflatedFile(path);
    zip.add(file);
    for await (const bytes of file.deflated(encoded(text))) {
      file.ondata(null, bytes, false);
      if (Math.max(file.size, written) > limit) throw tooLarge();
      yield* ready.splice(0);
    }
    file.ondata(null, END_OF_STREAM, true);
  }
  zip.end();
  yield* ready;
}

const compressed = promisify(deflateRaw);

/** A file of the archive, whose size and checksum grow with what is compressed of it. */
class DeflatedFile implements ZipInputFile {
  readonly filename: string;
  readonly compression = DEFLATE;
  readonly mtime = noTime();
  size = 0;
  crc = 0;
  /** Where the archive takes it from; the archive sets it. */
  ondata: NonNullable<ZipInputFile["ondata"]> = () => undefined;

  constructor(path: string) {
    this.filename = path;
  }

  /** The compressed chunks, in order, without the end of the stream. */
  async *deflated(chunks: Iterable<Uint8Array>): AsyncGenerator<Bytes> {
    const pending: Promise<Bytes>[] = [];
    for (const chunk of chunks) {
      this.size += chunk.length;
      this.crc = crc32(chunk, this.crc);
      const chunkSize = Math.max(LEAST_ROOM, chunk.length >> ROOM_BITS);
      pending.push(compressed(chunk, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH, chunkSize }));
      if (pending.length > AHEAD) yield (await pending.shift()) as Bytes;
    }
    for (const chunk of pending) yield await chunk;
  }
}

/** Small texts are joined; bytes pass as they are. */
function* encoded(chunks: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let batch = "";
  for (const chunk of chunks) {
    if (typeof chunk === "string") batch += chunk;
    if (batch !== "" && (typeof chunk !== "string" || batch.length >= CHUNK)) {
      yield Buffer.from(batch);
      batch = "";
    }
    if (typeof chunk !== "string") yield chunk;
  }
  if (batch !== "") yield Buffer.from(batch);
}

function tooLarge(): OutputError {
  return new OutputError("the workbook would be larger than 4 GiB, which its format cannot hold", {
    hint: "carry fewer columns along with --keep, or write the customers with rfm score -o scores.csv",
  });
}
