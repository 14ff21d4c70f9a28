import { BLANKS, detectDelimiter } from "../../csv/detect/delimiter.ts";
import {
  DAMAGED_UTF8,
  type DetectedEncoding,
  detectEncoding,
  type Encoding,
  encodingOfBeginning,
} from "../../csv/detect/encoding.ts";
import { refuseMarkup } from "../../csv/detect/refuse-markup.ts";
import { readSample, SAMPLE_RECORDS, type SampleRecord } from "../../csv/detect/sample.ts";
import type { StrayBytes } from "../../csv/detect/stray-bytes.ts";
import { type Dialect, readRecords } from "../../csv/records.ts";
import { eachTypedRecord } from "../../csv/typed-records.ts";
import { type ByteSource, isGzip } from "../../files/byte-source.ts";
import type { TypedTable } from "../../typed/typed-table.ts";
import { headerNamesIn } from "./header/header.ts";

/** How the encoding of large files is told. */
export type EncodingBy = "whole file" | "beginning";

/** What a user may say of how the bytes of a text become cells. */
export interface TextOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** Whether the encoding of large files is told by all their bytes (the default), or by their beginning. */
  readonly encodingBy?: EncodingBy | undefined;
}

/** What is known of a file whose cells have types. */
export type TableFacts = Pick<
  TypedTable,
  "kind" | "sheet" | "otherSheets" | "sheetsTogether" | "hasMore" | "inside"
> & {
  /** Whether the kind of file names its columns, so that none of its records is a header. */
  readonly isNamed: boolean;
  /** The names of columns with nested values, which are read as blank. */
  readonly nested: readonly string[];
  /** The lists of records inside the records of which nothing is read. */
  readonly lists: readonly string[];
};

/** The first records of a file, and how its bytes become cells. */
export interface FileBeginning {
  /** Of no meaning where cells have types. */
  readonly dialect: Dialect;
  readonly encodingEvidence: string;
  /** Bytes that are none of UTF-8, where the text is read as such; `null` where there are none. */
  readonly strays: StrayBytes | null;
  /** False where the encoding was told by the beginning of the file: whoever reads it must look at the rest. */
  readonly isVerified: boolean;
  readonly delimiterEvidence: string;
  /** `null` for delimited text. */
  readonly table: TableFacts | null;
  /** The names of the columns, where the kind of file has them. */
  readonly names: readonly string[] | null;
  readonly records: readonly SampleRecord[];
  /** Whether the first line says how cells are separated (`sep=`). */
  readonly separatorLine: boolean;
}

/**
 * Looks at a text: all its bytes once, unless they are many, and its first records.
 *
 * @throws InputError where it is no text, or a web page
 */
export async function textBeginning(source: ByteSource, options: TextOptions): Promise<FileBeginning> {
  const gzip = await isGzip(source);
  const isLarge = options.encodingBy === "beginning" && source.size > LARGE_FILE;
  const beginning = isLarge ? await readSample(source, { gzip, encoding: "utf-8" }) : null;
  const quick = beginning === null ? null : encodingOfBeginning(beginning, source.name);
  const detected = quick ?? (await detectEncoding(source, gzip));
  const isVerified = quick === null;
  const { encoding, strays } = encodingOf(detected, options.encoding);
  const encodingEvidence = options.encoding === undefined ? detected.evidence : "as --encoding says";
  const sample = encoding === "utf-8" && beginning !== null ? beginning : await readSample(source, { gzip, encoding });
  refuseMarkup(sample, source.name);
  const lineEnd = sample.includes(LINE_FEED) ? "\n" : "\r";
  const found = await detectDelimiter(sample, { lineEnd, asked: options.delimiter, namesIn: headerNamesIn });
  const { delimiter, evidence: delimiterEvidence, separatorLine, records } = found;
  const dialect: Dialect = { gzip, encoding, delimiter, lineEnd, quoting: delimiter !== BLANKS };
  if (records.length === 0) await readRecords(source, dialect, () => false); // names the quote that is never closed
  return {
    dialect,
    encodingEvidence,
    strays,
    isVerified,
    delimiterEvidence,
    table: null,
    names: null,
    records,
    separatorLine,
  };
}

const LINE_FEED = 10;

/** How a text is read, given what it looks like and what the user says: what is called UTF-8 may have other bytes in it. */
function encodingOf(
  { encoding, strays }: DetectedEncoding,
  asked: Encoding | undefined,
): { readonly encoding: Encoding; readonly strays: StrayBytes | null } {
  const isDamaged = asked === undefined ? encoding === DAMAGED_UTF8 : asked === "utf-8" && strays !== null;
  return isDamaged ? { encoding: DAMAGED_UTF8, strays } : { encoding: asked ?? encoding, strays: null };
}

/** A smaller file is looked at whole: that takes a millisecond. */
const LARGE_FILE = 1024 * 1024;

const NO_TEXT: Dialect = { gzip: false, encoding: "utf-8", delimiter: ",", lineEnd: "\n", quoting: true };

/** The first records of a table with types. */
export async function typedBeginning(table: TypedTable): Promise<FileBeginning> {
  const { kind, sheet, otherSheets, sheetsTogether, hasMore, names } = table;
  const inside = table.inside === undefined ? {} : { inside: table.inside };
  const lists = [...(table.lists?.keys() ?? [])].filter((list) => !isSummed(list, names ?? []));
  const records: SampleRecord[] = [];
  const take = ({ fields, line, text }: { fields: number; line: number; text: (column: number) => string }): true => {
    const cells = Array.from({ length: fields }, (_, column) => text(column));
    records.push({ cells: names === null ? withoutBlankEnd(cells) : cells, line });
    return true;
  };
  await eachTypedRecord(table, "all", { take }, SAMPLE_RECORDS);
  const nested = [...table.nested.keys()].map((column) => names?.[column] ?? "");
  return {
    dialect: NO_TEXT,
    encodingEvidence: "",
    strays: null,
    isVerified: true,
    delimiterEvidence: "",
    table: { kind, sheet, otherSheets, sheetsTogether, hasMore, ...inside, isNamed: names !== null, nested, lists },
    names,
    records,
    separatorLine: false,
  };
}

/** Whether columns of the records hold sums of a list, as of the refunds of an order. */
function isSummed(list: string, names: readonly string[]): boolean {
  return names.some((name) => name.startsWith(`${list}.`));
}

/** A sheet has no width of its own: the cells of a row end with its last filled one. */
function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}
