import { gunzipSync } from "node:zlib";

/** A record of a text, and the physical line on which it begins; the first is 1. */
export interface NaiveRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The encodings that are found in data; others must be named. */
export const FOUND_ENCODINGS = [
  "utf-8",
  "utf-8 with other bytes",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
] as const;

export interface NaiveDialect {
  /** One character, or `blanks` for runs of them. */
  readonly delimiter: string;
  readonly encoding: (typeof FOUND_ENCODINGS)[number];
}

/** The characters of Windows-1252 at 0x80 … 0x9F; a point where it has none. */
const WINDOWS_1252 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";
const ISO_8859_15: Readonly<Record<number, string>> = {
  164: "€",
  166: "Š",
  168: "š",
  180: "Ž",
  184: "ž",
  188: "Œ",
  189: "œ",
  190: "Ÿ",
};

/**
 * A second, simple reader of delimited text: all of it in memory, character by character, nothing shared with the program.
 * It follows the documented rules: a quote is special at the start of a field only; a quoted field ends at a quote before
 * a delimiter, a line end or the end of the text; a quote before anything else ends the quoting as well, and then the
 * opening quote and itself are part of the text.
 *
 * @returns `null` where a quote is never closed
 */
export function parseNaively(bytes: Buffer, { delimiter, encoding }: NaiveDialect): readonly NaiveRecord[] | null {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const text = decodeNaively(plain, encoding);
  const newline = text.includes("\n") ? "\n" : "\r";
  if (delimiter === "blanks") return blankSeparated(text, newline);
  return new NaiveParser(text, delimiter, newline).parse();
}

/** Bytes as text, without a byte order mark; what is cut off in the middle of a character becomes U+FFFD. */
function decodeNaively(bytes: Buffer, encoding: NaiveDialect["encoding"]): string {
  if (encoding === "utf-8 with other bytes") return mendedNaively(bytes).replace(/^\ufeff/, "");
  if (encoding === "utf-8") return bytes.toString("utf8").replace(/^\ufeff/, "");
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    const text = (encoding === "utf-16be" ? whole.swap16() : whole).toString("utf16le");
    const wellFormed = Buffer.from(text).toString(); // half a surrogate pair becomes U+FFFD
    return `${wellFormed}${bytes.length % 2 === 0 ? "" : "\ufffd"}`.replace(/^\ufeff/, "");
  }
  return Array.from(bytes, (byte) => oneByte(byte, encoding)).join("");
}

/** Bytes one after another: a character of UTF-8 where one begins, else a letter of Windows-1252. */
function mendedNaively(bytes: Buffer): string {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const found = [1, 2, 3, 4].flatMap((length) => {
      try {
        return [{ length, text: strict.decode(bytes.subarray(at, at + length)) }];
      } catch {
        return [];
      }
    })[0] ?? { length: 1, text: oneByte(bytes[at] ?? 0, "windows-1252") };
    parts.push(found.text);
    at += found.length;
  }
  return parts.join("");
}

function oneByte(byte: number, encoding: NaiveDialect["encoding"]): string {
  const latin1 = String.fromCharCode(byte);
  if (encoding === "iso-8859-15") return ISO_8859_15[byte] ?? latin1;
  if (encoding === "iso-8859-1" || byte < 0x80 || byte > 0x9f) return latin1;
  const character = WINDOWS_1252.charAt(byte - 0x80);
  return character === "." ? latin1 : character;
}

/** Lines of fields with runs of blanks between them, and perhaps at the ends; blanks beside a lone CR do not count. */
function blankSeparated(text: string, newline: string): readonly NaiveRecord[] {
  const lines = text.replace(/[ \t]*([\r\n])[ \t]*/g, "$1").split(newline === "\n" ? /\r?\n/ : "\r");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => ({ cells: line.replace(/^[ \t]+|[ \t]+$/g, "").split(/[ \t]+/), line: index + 1 }));
}

class NaiveParser {
  private readonly text: string;
  private readonly delimiter: string;
  private readonly newline: string;
  private at = 0;
  private line = 1;

  constructor(text: string, delimiter: string, newline: string) {
    this.text = text;
    this.delimiter = delimiter;
    this.newline = newline;
  }

  parse(): readonly NaiveRecord[] | null {
    const records: NaiveRecord[] = [];
    while (this.at < this.text.length) {
      const start = this.line;
      const cells: string[] = [];
      for (;;) {
        const cell = this.field();
        if (cell === null) return null;
        cells.push(cell);
        if (!this.text.startsWith(this.delimiter, this.at)) break;
        this.at += 1;
      }
      this.at += this.lineEndAt(this.at);
      this.line += 1;
      records.push({ cells, line: start });
    }
    return records;
  }

  /** Reads up to the delimiter, line end or end of text after a field; `null` where a quote is not closed. */
  private field(): string | null {
    if (this.text.charAt(this.at) !== '"') return this.literal();
    this.at += 1;
    let quoted = "";
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === "") return null;
      if (character === this.newline) this.line += 1;
      this.at += 1;
      if (character !== '"') quoted += character;
      else if (this.text.charAt(this.at) === '"') {
        quoted += '"';
        this.at += 1;
      } else if (this.fieldEndsAt(this.at)) return quoted;
      else return `"${quoted}"${this.literal()}`;
    }
  }

  private literal(): string {
    const start = this.at;
    while (!this.fieldEndsAt(this.at)) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private fieldEndsAt(at: number): boolean {
    return at >= this.text.length || this.text.startsWith(this.delimiter, at) || this.lineEndAt(at) > 0;
  }

  /** The length of the line end at a place; 0 where there is none. */
  private lineEndAt(at: number): number {
    if (this.text.startsWith(this.newline, at)) return 1;
    return this.newline === "\n" && this.text.startsWith("\r\n", at) ? 2 : 0;
  }
}
