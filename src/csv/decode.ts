import { isAscii } from "node:buffer";
import { InputError } from "../errors.ts";
import { asBuffer } from "../files/as-buffer.ts";
import { type Encoding, isScannedEncoding } from "./detect/encoding.ts";

/** Windows-1252's characters at 0x80 … 0x9F; the five unused places stay control characters, as browsers read them. */
const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** The places where ISO-8859-15 differs from ISO-8859-1. */
const ISO_8859_15: Readonly<Record<string, string>> = {
  "\u00a4": "\u20ac",
  "\u00a6": "\u0160",
  "\u00a8": "\u0161",
  "\u00b4": "\u017d",
  "\u00b8": "\u017e",
  "\u00bc": "\u0152",
  "\u00bd": "\u0153",
  "\u00be": "\u0178",
};

/**
 * Turns bytes of any supported encoding into UTF-8, block by block.
 *
 * @throws InputError where bytes are none of a named encoding's characters: two customers could become one
 *
 * The one-byte encodings have their own tables here, because some Node 20 and 22 releases decode Windows-1252's euro
 * sign and curly quotes as control characters (nodejs/node issue 56542).
 */
export async function* toUtf8(blocks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    yield* blocks;
    return;
  }
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const decoder = new TextDecoder(encoding);
    for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
    yield Buffer.from(decoder.decode());
    return;
  }
  if (!isScannedEncoding(encoding)) {
    yield* decodedStrictly(blocks, encoding);
    return;
  }
  for await (const block of blocks)
    yield isAscii(block) ? block : Buffer.from(decodeOneByte(asBuffer(block), encoding));
}

async function* decodedStrictly(blocks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = (block?: Uint8Array): Buffer => {
    try {
      return Buffer.from(decoder.decode(block, { stream: block !== undefined }));
    } catch {
      throw new InputError(`--encoding ${encoding}: the text has bytes that are no characters of it`, {
        hint: "name the encoding in which the file was saved",
      });
    }
  };
  for await (const block of blocks) yield text(block);
  yield text();
}

/** Text of one of the one-byte encodings that the scanner reads. */
export function decodeOneByte(block: Buffer, encoding: Encoding): string {
  const latin1 = block.toString("latin1");
  if (encoding === "windows-1252") {
    return latin1.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
  }
  if (encoding === "iso-8859-15") {
    return latin1.replace(
      /[\u00a4\u00a6\u00a8\u00b4\u00b8\u00bc-\u00be]/g,
      (character) => ISO_8859_15[character] ?? character,
    );
  }
  return latin1;
}
