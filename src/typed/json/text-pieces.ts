import { InputError } from "../../errors.ts";
import { type ByteSource, isGzip, plainBytes } from "../../files/byte-source.ts";

/** The longest list that is read: it is held as one text, and no text can be much longer. */
const LONGEST_LIST = 500_000_000;

/**
 * The text of a JSON file, piece by piece, inflated where it is gzip: UTF-8, or UTF-16 with a byte order mark.
 *
 * @throws InputError where its bytes are no such text
 */
export async function* textPieces(source: ByteSource): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const block of plainBytes(source, await isGzip(source))) {
      decoder ??= new TextDecoder(encodingOf(block), { fatal: true });
      yield decoder.decode(block, { stream: true });
    }
    yield decoder?.decode() ?? "";
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(`${source.name}: the text is not UTF-8, which JSON is written in`, {
      hint: "export or copy the file again, as UTF-8",
      cause: error,
    });
  }
}

function encodingOf(block: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (block[0] === 0xff && block[1] === 0xfe) return "utf-16le";
  return block[0] === 0xfe && block[1] === 0xff ? "utf-16be" : "utf-8";
}

/** @throws InputError where it is longer than any text can be */
export async function wholeText(source: ByteSource): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of textPieces(source)) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_LIST) {
      throw new InputError(`${source.name}: the list is longer than 500 million characters`, {
        hint: "save one record per line (.ndjson), which may be of any length",
      });
    }
  }
  return pieces.join("");
}
