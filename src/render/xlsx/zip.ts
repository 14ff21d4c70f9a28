import { Zip, ZipDeflate } from "fflate";
import { OutputError } from "../../errors.ts";

/** One file of an archive, its text in chunks that are made as they are asked for. */
export interface ZipEntry {
  readonly path: string;
  readonly text: Iterable<string>;
}

/** The earliest time that a zip archive can hold, in local time as its format has it: the same bytes in every zone, at any time. */
const noTime = (): Date => new Date(1980, 0, 1);

/** Fast, and within a tenth of the size of the slowest. */
const COMPRESSION = 3;

/** Text gathered before it is compressed: fewer calls, and no more memory than this. */
const CHUNK = 1 << 16;

/** A zip archive without the extension for large ones holds so many bytes, in one file and in all. */
export const ZIP_LIMIT = 2 ** 32 - 1;

/**
 * A zip archive in chunks of bytes; the memory it takes does not grow with the text.
 *
 * The compression is done in JavaScript, not by Node's zlib, whose bytes differ between versions and processors.
 *
 * @throws OutputError when a file, or the archive, is 4 GiB or more
 */
export function* zipOf(entries: Iterable<ZipEntry>, limit = ZIP_LIMIT): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
    written += chunk.length;
  });
  for (const { path, text } of entries) {
    const file = new ZipDeflate(path, { level: COMPRESSION });
    file.mtime = noTime();
    zip.add(file);
    let size = 0;
    for (const bytes of encoded(text)) {
      size += bytes.length;
      file.push(bytes);
      if (Math.max(size, written) > limit) throw tooLarge();
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}

function* encoded(text: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let batch = "";
  for (const chunk of text) {
    batch += chunk;
    if (batch.length < CHUNK) continue;
    yield encoder.encode(batch);
    batch = "";
  }
  if (batch !== "") yield encoder.encode(batch);
}

function tooLarge(): OutputError {
  return new OutputError("the workbook would be larger than 4 GiB, which its format cannot hold", {
    hint: "carry fewer columns along with --keep, or write the customers with rfm score -o scores.csv",
  });
}
