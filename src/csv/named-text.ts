import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError } from "../errors.ts";
import { isGzip, memorySource, plainBytes } from "../files/byte-source.ts";
import { descriptorBytes, descriptorOf, refuseIrregular, unreadable } from "../files/regular-file.ts";
import { isMissing } from "../files/system-error.ts";
import { toUtf8 } from "./decode.ts";
import { detectEncoding } from "./detect/encoding.ts";

/**
 * The text of a file that an option names (a list of customers, rates, a scheme, a model, a config), or of a stream such as
 * `/dev/stdin` or `<(…)`: in any encoding that exports come in, gzipped or not, without its byte order mark. An empty file
 * is empty text.
 *
 * @throws InputError where it cannot be read, is no regular file, is no text, or is larger than any such file
 */
export async function readNamedText(path: string, name: string): Promise<string> {
  const stored = await collect(await storedBlocks(path, name), name);
  const source = memorySource([stored], name);
  if (source.size === 0) return "";
  const gzip = await isGzip(source);
  const inflated = gzip ? memorySource([await collect(plainBytes(source, true), name)], name) : source;
  if (inflated.size === 0) return "";
  const { encoding } = await detectEncoding(inflated, false);
  const text = (await collect(toUtf8(inflated.stored(), { encoding, name }), name)).toString("utf8");
  return text.replace(/^\uFEFF/, "");
}

/** The same of a file that an option names from the working folder; where it does not exist, `missing` is the error. */
export async function readOptionText(path: string, cwd: string, missing: () => Error): Promise<string> {
  try {
    return await readNamedText(resolve(cwd, path), path);
  } catch (error) {
    throw isMissing(error) ? missing() : error;
  }
}

async function storedBlocks(path: string, name: string): Promise<AsyncIterable<Uint8Array>> {
  const descriptor = descriptorOf(path);
  if (descriptor !== null) return descriptorBytes(descriptor, name);
  const stats = await stat(path).catch((error: unknown) => Promise.reject(unreadable(name, error)));
  refuseIrregular(name, stats);
  return createReadStream(path);
}

/** A longer text is no list, no rates, no config and no model. */
const LARGEST_TEXT = 256 * 1024 * 1024;

async function collect(blocks: AsyncIterable<Uint8Array>, name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const block of blocks) {
      parts.push(block);
      length += block.length;
      if (length > LARGEST_TEXT) throw tooLarge(name);
    }
  } catch (error) {
    throw unreadable(name, error);
  }
  return Buffer.concat(parts);
}

function tooLarge(name: string): InputError {
  return new InputError(`${name}: the file is larger than 256 MiB, which is too large for its kind`, {
    hint: "check that this is the right file",
  });
}
