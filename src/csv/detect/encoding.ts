import { isAscii, isUtf8 } from "node:buffer";
import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import { type ByteSource, plainBytes } from "../../files/byte-source.ts";
import { placeOfByte, type StrayBytes, Utf8Count } from "./stray-bytes.ts";

/** The encodings that the scanner reads as they are; ASCII counts as UTF-8. */
const SCANNED = ["utf-8", "windows-1252", "iso-8859-1", "iso-8859-15"] as const;

/** The encodings that exports come in. Those after the first six cannot be told from Windows-1252: they must be named. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1257",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-kr",
] as const;
/** UTF-8 with bytes in it that are none: each of them is read as Windows-1252. Found in the data, never named. */
export const DAMAGED_UTF8 = "utf-8 with other bytes";

export type Encoding = (typeof ENCODINGS)[number] | typeof DAMAGED_UTF8;

/** What `--encoding` calls an encoding. */
export function encodingName(encoding: Encoding): (typeof ENCODINGS)[number] {
  return encoding === DAMAGED_UTF8 ? "utf-8" : encoding;
}

/** Whether the scanner reads text of an encoding byte by byte; the others are turned into UTF-8 first. */
export function isScannedEncoding(encoding: Encoding): boolean {
  return SCANNED.some((known) => known === encoding);
}

export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly evidence: string;
  /** What of the text is no UTF-8; `null` where all of it is, and in UTF-16. */
  readonly strays: StrayBytes | null;
}

/** Enough of a file to tell text from what is none. */
const HEAD_BYTES = 4096;

const KNOWN_BINARIES: readonly { readonly magic: readonly number[]; readonly what: string; readonly hint: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    what: "a spreadsheet workbook or a zip archive",
    hint: "save the sheet as CSV (or unpack the archive) and name that file",
  },
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    what: "an old spreadsheet workbook (.xls)",
    hint: "save the sheet as CSV and name that file",
  },
  { magic: [0x25, 0x50, 0x44, 0x46], what: "a PDF", hint: "export the orders as CSV and name that file" },
  { magic: [0x42, 0x5a, 0x68], what: "compressed with bzip2", hint: "unpack it first; gzip is read as it is" },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], what: "compressed with zstd", hint: "unpack it first; gzip is read as it is" },
  { magic: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file", hint: "export the orders as CSV and name that file" },
];

/**
 * Looks at every byte of a file and says how its text is encoded. A byte order mark decides; then NUL bytes in every
 * other place mean UTF-16. Bytes that are UTF-8 from end to end are UTF-8. Where bytes are not, but at least as many
 * characters beyond ASCII are UTF-8 (in a one-byte encoding next to none is by chance), or a mark says so, the text is
 * UTF-8 with other bytes in it. Anything else is Windows-1252, unless ISO-8859-15's euro sign occurs and none of the
 * bytes that only Windows-1252 has.
 *
 * @throws InputError for an empty file, a binary one, and NUL bytes in text
 */
export async function detectEncoding(source: ByteSource, gzip: boolean): Promise<DetectedEncoding> {
  const seen = { bytes: 0, windowsOnly: false, euro15: false, firstNul: -1, before: 0 };
  const utf8 = new Utf8Count();
  let head = Buffer.alloc(0);
  for await (const bytes of plainBytes(source, gzip)) {
    const block = asBuffer(bytes);
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, block.subarray(0, HEAD_BYTES)]);
      if (head.length >= HEAD_BYTES) refuseBinary(source.name, head); // however much follows: gzip may hold any amount
    }
    if (seen.firstNul < 0 && block.includes(0)) seen.firstNul = seen.bytes + block.indexOf(0);
    seen.bytes += block.length;
    if (isAscii(block) && !utf8.isCut) {
      seen.before = 0;
      utf8.skip(block.length);
      continue;
    }
    noteHighBytes(block, seen);
    utf8.add(block);
  }
  utf8.end();
  if (seen.bytes === 0) throw new InputError(`${source.name}: the file is empty`, { hint: "export the orders again" });
  refuseBinary(source.name, head);
  const marked = byteOrderMark(head) ?? (seen.firstNul >= 0 ? utf16Pattern(head) : null);
  if (marked !== null && marked !== MARKED_UTF8) return marked;
  if (seen.firstNul >= 0) {
    const { line } = await placeOfByte(source, gzip, seen.firstNul);
    throw new InputError(`${source.name}: line ${line} has a NUL byte: the file is damaged, or not text`, {
      hint: "export or copy the file again",
    });
  }
  const strays = await utf8.strayBytes(source, gzip);
  if (strays === null) return marked ?? VALID_UTF8;
  if (marked !== null || utf8.characters >= strays.count) {
    return { encoding: DAMAGED_UTF8, evidence: `valid UTF-8 but for ${plural(strays.count, "byte")}`, strays };
  }
  if (seen.euro15 && !seen.windowsOnly) {
    const evidence = "not UTF-8; the byte of ISO-8859-15's euro sign, none of Windows-1252's own";
    return { encoding: "iso-8859-15", evidence, strays };
  }
  return { encoding: "windows-1252", evidence: "not valid UTF-8", strays };
}

/**
 * The encoding of a large file by its beginning: UTF-8 where that is UTF-8. `null` where all of it must be looked at: in
 * another encoding, or damaged.
 *
 * @param beginning enough bytes to tell, as long as the rest bears it out
 */
export function encodingOfBeginning(beginning: Uint8Array, name: string): DetectedEncoding | null {
  const all = asBuffer(beginning);
  const head = all.subarray(0, all.lastIndexOf("\n") + 1);
  if (head.length === 0 || head.includes(0) || !isUtf8(head)) return null;
  refuseBinary(name, head.subarray(0, HEAD_BYTES));
  return byteOrderMark(head) ?? VALID_UTF8;
}

/** What a byte order mark says; bytes that follow may be others all the same. */
const MARKED_UTF8: DetectedEncoding = { encoding: "utf-8", evidence: "byte order mark", strays: null };
const VALID_UTF8: DetectedEncoding = {
  encoding: "utf-8",
  evidence: "every byte sequence is valid UTF-8",
  strays: null,
};

/** Whether a segment of whole lines is as it should be where the beginning of its file was UTF-8. As buffers, for these search 60 times as fast. */
export function isCleanUtf8(bytes: Uint8Array): boolean {
  return !asBuffer(bytes).includes(0) && isUtf8(bytes);
}

function noteHighBytes(block: Buffer, seen: { windowsOnly: boolean; euro15: boolean; before: number }): void {
  for (const byte of block) {
    if (byte >= 0x80 && byte <= 0x9f) seen.windowsOnly = true;
    else if (byte === 0xa4 && seen.before < 0xc0) seen.euro15 = true; // not the second half of a UTF-8 letter
    seen.before = byte;
  }
}

function byteOrderMark(head: Buffer): DetectedEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return MARKED_UTF8;
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", evidence: "byte order mark", strays: null };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", evidence: "byte order mark", strays: null };
  return null;
}

function utf16Pattern(head: Buffer): DetectedEncoding | null {
  const pairs = Math.floor(Math.min(head.length, 2000) / 2);
  let [even, odd] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[pair * 2] === 0) even += 1;
    if (head[pair * 2 + 1] === 0) odd += 1;
  }
  const evidence = "NUL bytes in every other place";
  if (odd > pairs * 0.7 && even < pairs * 0.1) return { encoding: "utf-16le", evidence, strays: null };
  if (even > pairs * 0.7 && odd < pairs * 0.1) return { encoding: "utf-16be", evidence, strays: null };
  return null;
}

function refuseBinary(name: string, head: Buffer): void {
  const known = KNOWN_BINARIES.find(({ magic }) => magic.every((byte, index) => head[index] === byte));
  if (known !== undefined)
    throw new InputError(`${name}: this is ${known.what}, not a text export`, { hint: known.hint });
  if (byteOrderMark(head) !== null || utf16Pattern(head) !== null) return;
  const control = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (control > head.length * 0.1) {
    throw new InputError(`${name}: this is a binary file, not a text export`, {
      hint: "export the orders as CSV and name that file",
    });
  }
}
