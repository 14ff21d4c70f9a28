import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
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
/** Of compressed bytes that are handed on at once. */
const PIECE = 1 << 17;

/** A zip archive without the extension for large ones holds so many bytes, in one file and in all. */
export const ZIP_LIMIT = 2 ** 32 - 1;

/**
 * A zip archive in chunks of bytes; the memory it takes does not grow with the text.
 *
 * A chunk is compressed in a thread of Node's while the next is made, and the one after that is not asked for before it has
 * been: texts may be written into the memory of two chunks in turn. The bytes depend on the text and on Node's zlib, whose
 * versions may compress differently.
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
    file.ondata(null, NOTHING, true);
  }
  zip.end();
  yield* ready;
}

const NOTHING = new Uint8Array();

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

  /** The compressed bytes, in order. */
  async *deflated(chunks: Iterable<Uint8Array>): AsyncGenerator<Bytes> {
    const deflater = new Deflater();
    let pending = Promise.resolve();
    for (const chunk of chunks) {
      this.size += chunk.length;
      this.crc = crc32(chunk, this.crc);
      await pending;
      pending = deflater.write(chunk);
      yield* deflater.taken();
    }
    await pending;
    await deflater.end();
    yield* deflater.taken();
  }
}

/** Compresses chunks in a thread of Node's, one after another. */
class Deflater {
  private readonly stream = createDeflateRaw({ level: LEVEL, chunkSize: PIECE });
  private readonly ready: Bytes[] = [];

  constructor() {
    this.stream.on("data", (bytes: Bytes) => this.ready.push(bytes));
  }

  /** Done when the chunk's memory is no longer needed. */
  write(chunk: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(chunk, (error) => (error == null ? resolve() : reject(error)));
    });
  }

  async end(): Promise<void> {
    this.stream.end();
    await once(this.stream, "end");
  }

  /** What has been compressed since the last time. */
  taken(): readonly Bytes[] {
    return this.ready.splice(0);
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
