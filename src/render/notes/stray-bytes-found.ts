import { decodeOneByte } from "../../csv/decode.ts";
import type { FileUnderstanding } from "../../orders/understanding.ts";

/** Bytes of UTF-8 texts that are none of it, and where the first of them stands. */
export interface StrayBytesFound {
  readonly count: number;
  readonly file: string;
  readonly line: number;
  /** Its place among the characters of the line, from 1. */
  readonly character: number;
  /** In hexadecimal, two digits. */
  readonly byte: string;
  /** What it was read as; empty for a control character. */
  readonly letter: string;
}

/** The stray bytes of all files; `null` where there are none. */
export function strayBytesOf(files: readonly FileUnderstanding[]): StrayBytesFound | null {
  const found = files.flatMap(({ name, layout: { strays } }) => (strays === null ? [] : [{ name, ...strays }]));
  const [first] = found;
  if (first === undefined) return null;
  const { byte, line, character } = first.first;
  const letter = decodeOneByte(Buffer.of(byte), "windows-1252");
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    file: first.name,
    line,
    character,
    byte: byte.toString(16).toUpperCase().padStart(2, "0"),
    letter: /\p{Cc}|\s/u.test(letter) ? "" : letter,
  };
}
