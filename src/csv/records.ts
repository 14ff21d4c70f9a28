import type { CsvError, Options, Parser } from "csv-parse";
import { InputError } from "../errors.ts";
import { asBuffer } from "../files/as-buffer.ts";
import { type ByteSource, plainBytes } from "../files/byte-source.ts";
import { lazyPackage } from "../files/lazy-package.ts";
import { toUtf8 } from "./decode.ts";
import type { Encoding } from "./detect/encoding.ts";

/** Large, and seldom needed. */
const csvParse = lazyPackage<typeof import("csv-parse")>("csv-parse");
const streams = lazyPackage<typeof import("node:stream/promises")>("node:stream/promises");

/** How a file's bytes become records. */
export interface Dialect {
  readonly gzip: boolean;
  readonly encoding: Encoding;
  /** One character, or `blanks` for runs of them. */
  readonly delimiter: string;
  /** `\n` stands for `\r\n` too; `\r` only for files that know no `\n`. */
  readonly lineEnd: "\n" | "\r";
  /** Whether quotes enclose fields; otherwise they are ordinary characters. */
  readonly quoting: boolean;
}

/** Takes a record and the physical line on which it begins (the file's first line is 1); `false` ends the reading. */
export type TakeRecord = (record: readonly string[], line: number) => boolean;

/** No cell is this long in an honest export; a longer record is a quote that was opened and not closed. */
export const LONGEST_RECORD = 64 * 1024 * 1024;

/**
 * Reads a file record by record with the tolerant reader: quotes as in RFC 4180, a stray quote inside a cell kept as it
 * is, any number of fields, blank lines as records of one empty cell.
 *
 * @throws InputError when a quote is never closed
 */
export async function readRecords(source: ByteSource, dialect: Dialect, take: TakeRecord): Promise<void> {
  let line = 1;
  let done = false;
  let suspect = false;
  const { Parser, CsvError } = csvParse();
  const parser = comparingNoWidths(new Parser(parserOptions(dialect)));
  // Each write parses its block at once; reading the records here, instead of through an event or a callback of the
  // parser's, spares building a context object for every one of them (a third of the time).
  const takeParsed = (): void => {
    for (let record = parser.read(); record !== null && !done; record = parser.read()) {
      const start = line;
      line += 1;
      for (const cell of record) {
        if (!cell.includes(dialect.lineEnd)) continue;
        line += countLineEnds(cell, dialect.lineEnd);
        if (looksSwallowed(cell, dialect)) suspect = true;
      }
      if (!take(record, start)) done = true;
    }
  };
  parser.on("readable", () => {
    try {
      takeParsed();
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  const ended = streams().finished(parser);
  ended.catch(() => {}); // looked at below
  try {
    const text = toUtf8(plainBytes(source, dialect.gzip), { encoding: dialect.encoding, name: source.name });
    for await (const block of dialect.delimiter === "blanks" ? singleBlanks(text) : text) {
      parser.write(block);
      takeParsed();
      if (done || parser.errored !== null) break;
    }
    if (done) {
      parser.destroy();
      return;
    }
    parser.end();
    takeParsed();
    await ended;
    if (suspect) await refuseSwallowedLines(source, dialect);
  } catch (error) {
    done = true;
    parser.destroy();
    throw error instanceof CsvError ? damagedRecord(source.name, error, line) : error;
  }
}

/**
 * The library compares the width of each record with that of its first, and makes an error object for every record that
 * differs only to throw it away: 100,000 blank lines took seconds. A parser that never counts a record takes each for its
 * first. Nothing else that is used here asks how many there were.
 */
function comparingNoWidths(parser: Parser): Parser {
  Object.defineProperty(parser.info, "records", { get: () => 0, set: () => {} });
  return parser;
}

function parserOptions(dialect: Dialect): Options {
  return {
    bom: true,
    delimiter: dialect.delimiter === "blanks" ? " " : dialect.delimiter,
    quote: dialect.quoting ? '"' : null,
    record_delimiter: dialect.lineEnd === "\n" ? ["\r\n", "\n"] : ["\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  };
}

/** Turns each run of blanks into one, and drops those at the ends of lines, so that one delimiter is left. */
async function* singleBlanks(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = "";
  for await (const block of blocks) {
    const text = rest + asBuffer(block).toString("latin1"); // only blanks are touched, so the bytes of any character stay whole
    const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
    rest = text.slice(end);
    if (end > 0) yield Buffer.from(oneBlank(text.slice(0, end)), "latin1");
  }
  if (rest !== "") yield Buffer.from(oneBlank(rest), "latin1");
}

function oneBlank(text: string): string {
  return text.replace(/[ \t]+/g, " ").replace(/ ?([\r\n]+) ?|^ | $/g, "$1");
}

function countLineEnds(cell: string, lineEnd: string): number {
  let count = 0;
  for (let at = cell.indexOf(lineEnd); at >= 0; at = cell.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}

/** Whether a cell with line breaks may be several lines that a stray quote ran together: it still begins with a quote. */
function looksSwallowed(cell: string, { delimiter, quoting }: Dialect): boolean {
  return quoting && cell.startsWith('"') && cell.includes(delimiter);
}

/**
 * Reads the file again with the text of each record beside it, to tell a cell that is properly quoted, its own quotes
 * doubled, from one that a stray quote began: that one's text stands in the file as it is, and the lines in it belonged to
 * other rows.
 *
 * @throws InputError with the line where such a cell begins
 */
export async function refuseSwallowedLines(source: ByteSource, dialect: Dialect): Promise<void> {
  let line = 1;
  const { Parser } = csvParse();
  const parser = comparingNoWidths(new Parser({ ...parserOptions(dialect), raw: true }));
  const check = ({ record, raw }: { record: readonly string[]; raw: string }): void => {
    for (const cell of record) {
      const properly = `"${cell.replaceAll('"', '""')}"`;
      if (cell.includes(dialect.lineEnd) && looksSwallowed(cell, dialect) && !raw.includes(properly)) {
        throw strayQuote(source.name, line);
      }
    }
    line += 1 + record.reduce((sum, cell) => sum + countLineEnds(cell, dialect.lineEnd), 0);
  };
  for await (const block of toUtf8(plainBytes(source, dialect.gzip), {
    encoding: dialect.encoding,
    name: source.name,
  })) {
    parser.write(block);
    for (let record = parser.read(); record !== null; record = parser.read()) check(record);
  }
  parser.end();
  for (let record = parser.read(); record !== null; record = parser.read()) check(record);
}

function strayQuote(name: string, line: number): InputError {
  return new InputError(`${name}: a quote opened in the row at line ${line} runs on into the next row`, {
    hint: 'look at that row and the next for a stray " and close or remove it',
  });
}

function damagedRecord(name: string, error: CsvError, line: number): InputError {
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return new InputError(
      `${name}: the row at line ${line} is longer than 64 MiB: a quote in it is probably never closed`,
      {
        hint: 'look at that row for a stray " and close or remove it',
        cause: error,
      },
    );
  }
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return openQuote(name, line, error);
  return new InputError(`${name}: the row at line ${line} cannot be read (${error.message})`, { cause: error });
}

/** The error for a quote that is open at the end of the file. */
export function openQuote(name: string, line: number, cause?: unknown): InputError {
  return new InputError(`${name}: a quote opened in the row at line ${line} is never closed`, {
    hint: 'look at that row for a stray " and close or remove it',
    cause,
  });
}
