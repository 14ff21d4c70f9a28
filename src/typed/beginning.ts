import { InputError } from "../errors.ts";
import { type ByteSource, isGzip, plainBytes } from "../files/byte-source.ts";

const BEGINNING_BYTES = 4096;

/** The first bytes of a file, inflated where it is gzip, and the text that they are if they are text. */
export interface Beginning {
  readonly bytes: Uint8Array;
  /** Without a byte order mark and blanks in front. */
  readonly text: string;
}

/** Looks at the beginning of a file; of one that cannot be read there is nothing to see, and its reader says why. */
export async function beginningOf(source: ByteSource): Promise<Beginning> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const block of plainBytes(source, await isGzip(source), BEGINNING_BYTES)) {
      parts.push(block);
      length += block.length;
      if (length >= BEGINNING_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const bytes = Buffer.concat(parts).subarray(0, BEGINNING_BYTES);
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
  return { bytes, text: text.trimStart() };
}
