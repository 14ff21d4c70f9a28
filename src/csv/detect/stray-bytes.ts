import { type ByteSource, plainBytes } from "../../files/byte-source.ts";
import { CUT_CHARACTER, characterLength, NO_CHARACTER } from "./utf8-characters.ts";

/** Bytes of a text that are no UTF-8, although the rest of it may be. */
export interface StrayBytes {
  readonly count: number;
  /** The first of them, and where it stands: the physical line, and how many characters of that line come before it, plus 1. */
  readonly first: { readonly byte: number; readonly line: number; readonly character: number };
}

/** Counts the characters of UTF-8 beyond ASCII, and the bytes that belong to none, block by block. */
export class Utf8Count {
  /** Characters of two bytes and more. */
  characters = 0;
  strays = 0;
  /** Where the first stray byte stands, counted from the beginning of the text, and what it is. */
  private first = { at: -1, byte: 0 };
  private before = 0;
  /** Bytes of a character that the last block cut. */
  private tail: Uint8Array = new Uint8Array(0);

  get isCut(): boolean {
    return this.tail.length > 0;
  }

  /** Whether every byte so far is of a character, or may become so. */
  get isClean(): boolean {
    return this.strays === 0;
  }

  /** A block in which every byte is ASCII, where no character was cut. */
  skip(length: number): void {
    this.before += length;
  }

  add(block: Uint8Array): void {
    const bytes = this.tail.length === 0 ? block : Buffer.concat([this.tail, block]);
    const start = this.before - this.tail.length;
    this.before += block.length;
    let at = 0;
    while (at < bytes.length) {
      if ((bytes[at] as number) < 0x80) {
        at += 1;
        continue;
      }
      const length = characterLength(bytes, at, bytes.length);
      if (length === CUT_CHARACTER) break;
      if (length === NO_CHARACTER) this.note(start + at, bytes[at] as number);
      else this.characters += 1;
      at += Math.max(1, length);
    }
    this.tail = bytes.slice(at);
  }

  /** The text is over: what was cut remains so. */
  end(): void {
    const start = this.before - this.tail.length;
    for (const [index, byte] of this.tail.entries()) this.note(start + index, byte);
    this.tail = new Uint8Array(0);
  }

  /** The stray bytes of the text; `null` where there are none. The text is looked at again up to the first. */
  async strayBytes(source: ByteSource, gzip: boolean): Promise<StrayBytes | null> {
    if (this.isClean) return null;
    const place = await placeOfByte(source, gzip, this.first.at);
    return { count: this.strays, first: { byte: this.first.byte, ...place } };
  }

  private note(at: number, byte: number): void {
    if (this.strays === 0) this.first = { at, byte };
    this.strays += 1;
  }
}

/** The physical line in which a byte of the text stands, and its place among the line's characters; both from 1. */
export async function placeOfByte(
  source: ByteSource,
  gzip: boolean,
  byte: number,
): Promise<{ readonly line: number; readonly character: number }> {
  let [line, character, before] = [1, 1, 0];
  for await (const block of plainBytes(source, gzip)) {
    const end = Math.min(block.length, byte - before);
    for (let at = 0; at < end; at += 1) {
      const value = block[at] as number;
      if (value === 0x0a) [line, character] = [line + 1, 1];
      else if ((value & 0xc0) !== 0x80) character += 1; // not a further byte of a character
    }
    before += block.length;
    if (before > byte) break;
  }
  return { line, character };
}
