/** The encodings that exports are written in; the UTF-16 ones always with a byte order mark. */
export const TEXT_ENCODINGS = [
  "utf-8",
  "utf-8 with a mark",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** What the bytes 0x80 … 0x9F are in Windows-1252; a point where they are nothing. */
const WINDOWS_1252 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** The bytes whose meaning ISO-8859-15 changed, and what they are there. */
const ISO_8859_15 = new Map([
  [0xa4, "€"],
  [0xa6, "Š"],
  [0xa8, "š"],
  [0xb4, "Ž"],
  [0xb8, "ž"],
  [0xbc, "Œ"],
  [0xbd, "œ"],
  [0xbe, "Ÿ"],
]);

const ONE_BYTE = {
  "iso-8859-1": byteOf(() => null),
  "windows-1252": byteOf((byte) => {
    const character = WINDOWS_1252[byte - 0x80] ?? ".";
    return character === "." ? null : character;
  }),
  "iso-8859-15": byteOf((byte) => ISO_8859_15.get(byte) ?? null),
} as const;

/** The byte of each character, where `other` says which bytes are not the Unicode character of the same number. */
function byteOf(other: (byte: number) => string | null): ReadonlyMap<string, number> {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  return new Map(bytes.map((byte) => [other(byte) ?? String.fromCharCode(byte), byte]));
}

/** A text's bytes; `null` where the encoding does not have one of its characters. */
export function encodeText(text: string, encoding: TextEncoding): Buffer | null {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8 with a mark") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  const table = ONE_BYTE[encoding];
  const bytes = Array.from(text, (character) => table.get(character) ?? -1);
  return bytes.includes(-1) ? null : Buffer.from(bytes);
}
