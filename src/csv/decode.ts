import { isAscii } from "node:buffer";
import { InputError } from "../errors.ts";
import { asBuffer } from "../files/as-buffer.ts";
import { type ByteSource, plainBytes } from "../files/byte-source.ts";
import { DAMAGED_UTF8, type Encoding, isScannedEncoding } from "./detect/encoding.ts";
import { CUT_CHARACTER, characterLength, NO_CHARACTER } from "./detect/utf8-characters.ts";

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
 * @param name the file's, for errors
 * @throws InputError where bytes are none of the encoding's characters: two customers could become one
 *
 * The one-byte encodings have their own tables here, because some Node 20 and 22 releases decode Windows-1252's euro
 * sign and curly quotes as control characters (nodejs/node issue 56542).
 */
export async function* toUtf8(
  blocks: AsyncIterable<Uint8Array>,
  { encoding, name }: { readonly encoding: Encoding; readonly name: string },
): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") yield* blocks;
  else if (encoding === DAMAGED_UTF8) yield* mended(blocks);
  else if (!isScannedEncoding(encoding)) yield* decodedStrictly(blocks, { encoding, name });
  else {
    for await (const block of blocks)
      yield isAscii(block) ? block : Buffer.from(decodeOneByte(asBuffer(block), encoding));
  }
}

/** A file's text as the scanner reads it: in the file's own encoding where the scanner knows that, else turned into UTF-8. */
export function scannedText(
  source: ByteSource,
  { gzip, encoding }: { readonly gzip: boolean; readonly encoding: Encoding },
): { readonly blocks: AsyncIterable<Uint8Array>; readonly encoding: Encoding } {
  const blocks = plainBytes(source, gzip);
  if (isScannedEncoding(encoding)) return { blocks, encoding };
  return { blocks: toUtf8(blocks, { encoding, name: source.name }), encoding: "utf-8" };
}

async function* decodedStrictly(
  blocks: AsyncIterable<Uint8Array>,
  { encoding, name }: { readonly encoding: string; readonly name: string },
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = (block?: Uint8Array): Buffer => {
    try {
      return Buffer.from(decoder.decode(block, { stream: block !== undefined }));
    } catch {
      throw new InputError(`${name}: the text has bytes that are no characters of ${encoding}`, {
        hint: encoding.startsWith("utf-16")
          ? "a text that was cut off in the middle of a character leaves half of it: export the file again, or save it as UTF-8"
          : "name the encoding in which the file was saved with --encoding, or export the file again",
      });
    }
  };
  for await (const block of blocks) yield text(block);
  yield text();
}

/**
 * UTF-8 as it is, and every other byte as Windows-1252: each byte stays another character, so that no two keys become one by
 * what could not be read. A letter that a program pasted in Windows-1252 is itself again.
 */
async function* mended(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const block of blocks) {
    const bytes = tail.length === 0 ? asBuffer(block) : Buffer.concat([tail, block]);
    const { parts, end } = mendedParts(bytes);
    tail = Buffer.from(bytes.subarray(end));
    yield Buffer.concat(parts);
  }
  if (tail.length > 0) yield Buffer.from(decodeOneByte(tail, "windows-1252"));
}

/** The whole characters of a block, and where the one begins that its end cuts. */
function mendedParts(bytes: Buffer): { readonly parts: readonly Buffer[]; readonly end: number } {
  const parts: Buffer[] = [];
  let [start, at] = [0, 0];
  while (at < bytes.length) {
    const length = characterLength(bytes, at, bytes.length);
    if (length === CUT_CHARACTER) break;
    if (length === NO_CHARACTER) {
      parts.push(bytes.subarray(start, at), Buffer.from(decodeOneByte(bytes.subarray(at, at + 1), "windows-1252")));
      start = at + 1;
    }
    at += Math.max(1, length);
  }
  parts.push(bytes.subarray(start, at));
  return { parts, end: at };
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
