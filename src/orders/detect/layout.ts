import { InputError } from "../../errors.ts";
import { type ByteSource, isGzip, memorySource, plainBytes } from "../inputs/byte-source.ts";
import { toUtf8 } from "../read/decode.ts";
import { type Dialect, readRecords } from "../read/records.ts";
import { type ColumnOptions, type ColumnRoles, recognisedNames, resolveColumns } from "./columns.ts";
import { type DetectedEncoding, detectEncoding, type Encoding } from "./encoding.ts";
import { isOwnOrdersFile, ownOrdersColumns } from "./own-files.ts";

export interface LayoutOptions extends ColumnOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

/** How one file is built: its dialect, its header and where each column stands. */
export interface Layout {
  readonly dialect: Dialect;
  readonly encodingEvidence: string;
  readonly delimiterEvidence: string;
  /** Records before the header: titles, blank lines, a `sep=` line. */
  readonly recordsBeforeHeader: number;
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly columns: ColumnRoles;
  /** Files of one source are one history: this program's own orders files, or files with the same header line. */
  readonly platform: "generic" | "rfm orders";
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_RECORDS = 200;
const HEADER_SEARCH = 30;

/**
 * Finds out how a file is built by reading all of its bytes once and its first records.
 *
 * @throws InputError where it is no text, has no header or no rows; MissingColumnError where a needed column is not found
 */
export async function detectLayout(source: ByteSource, options: LayoutOptions): Promise<Layout> {
  const gzip = await isGzip(source);
  const detected: DetectedEncoding = await detectEncoding(source, gzip);
  const encoding = options.encoding ?? detected.encoding;
  const sample = await readSample(source, { gzip, encoding });
  const lineEnd = sample.includes("\n") ? "\n" : "\r";
  const { delimiter, evidence, separatorLine } = await detectDelimiter(sample, { lineEnd, options });
  const records = await sampleRecords(sample, { delimiter, lineEnd });
  const { index, line } = headerRecord(records, separatorLine ? 1 : 0);
  const header = records[index]?.cells ?? [];
  if (header.every((cell) => cell.trim() === "")) {
    throw new InputError(`${source.name}: no header was found: the first rows are blank`, {
      hint: "export the orders again",
    });
  }
  const own = isOwnOrdersFile(header);
  const columns = own ? ownOrdersColumns() : resolveColumns(source.name, header, options);
  return {
    dialect: { gzip, encoding, delimiter, lineEnd },
    encodingEvidence: options.encoding === undefined ? detected.evidence : "as --encoding says",
    delimiterEvidence: evidence,
    recordsBeforeHeader: index,
    headerLine: line,
    header,
    columns,
    platform: own ? "rfm orders" : "generic",
  };
}

/** The header of a file, or `null` where none can be made out; for deciding whether to pass a file over. */
export async function peekHeader(source: ByteSource): Promise<readonly string[] | null> {
  try {
    const gzip = await isGzip(source);
    const sample = await readSample(source, { gzip, encoding: "utf-8" });
    const [first = ""] = sample.split(/\r?\n/, 1);
    return first.split(/[,;\t]/).map((cell) => cell.replace(/^\ufeff/, ""));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

interface SampleRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

async function readSample(
  source: ByteSource,
  { gzip, encoding }: { gzip: boolean; encoding: Encoding },
): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const block of toUtf8(plainBytes(source, gzip), encoding)) {
    parts.push(block);
    length += block.length;
    if (length >= SAMPLE_BYTES) break;
  }
  return Buffer.concat(parts)
    .subarray(0, SAMPLE_BYTES)
    .toString("utf8")
    .replace(/^\ufeff/, "");
}

async function sampleRecords(
  sample: string,
  { delimiter, lineEnd }: Pick<Dialect, "delimiter" | "lineEnd">,
): Promise<readonly SampleRecord[]> {
  const records: SampleRecord[] = [];
  const source = memorySource([Buffer.from(sample)], "sample");
  const dialect: Dialect = { gzip: false, encoding: "utf-8", delimiter, lineEnd };
  await readRecords(source, dialect, (cells, line) => {
    records.push({ cells: [...cells], line });
    return records.length < SAMPLE_RECORDS;
  }).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error; // the sample may end inside quotes
  });
  return records;
}

async function detectDelimiter(
  sample: string,
  { lineEnd, options }: { lineEnd: Dialect["lineEnd"]; options: LayoutOptions },
): Promise<{ delimiter: string; evidence: string; separatorLine: boolean }> {
  const declared = /^"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(sample)?.[1];
  const separatorLine = declared !== undefined;
  if (options.delimiter !== undefined) {
    return { delimiter: options.delimiter, evidence: "as --delimiter says", separatorLine };
  }
  if (declared !== undefined)
    return { delimiter: declared, evidence: "the file's first line says so (sep=)", separatorLine };
  let best = { delimiter: ",", score: -1, fields: 1, agreeing: 0, seen: 0 };
  for (const delimiter of DELIMITERS) {
    const records = await sampleRecords(sample, { delimiter, lineEnd });
    const scored = scoreDelimiter(records);
    if (scored.score > best.score) best = { delimiter, ...scored };
  }
  const evidence = `${best.agreeing} of the first ${best.seen} rows have ${best.fields} fields`;
  return { delimiter: best.delimiter, evidence, separatorLine };
}

/** Scores a delimiter: many recognised header names, then the share of rows that agree on a number of fields, then fields. */
function scoreDelimiter(records: readonly SampleRecord[]): {
  score: number;
  fields: number;
  agreeing: number;
  seen: number;
} {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [fields, agreeing] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const recognised = Math.max(0, ...filled.slice(0, HEADER_SEARCH).map(({ cells }) => recognisedNames(cells)));
  const share = filled.length === 0 ? 0 : agreeing / filled.length;
  const score = fields < 2 ? 0 : recognised * 100 + share * 10 + Math.min(fields, 50) / 10;
  return { score, fields, agreeing, seen: filled.length };
}

/** The record that most looks like a header: the most recognised names; else the first filled row of the usual width. */
function headerRecord(records: readonly SampleRecord[], from: number): { index: number; line: number } {
  let best = { index: -1, recognised: 1 };
  for (const [index, { cells }] of records.slice(0, HEADER_SEARCH).entries()) {
    if (index < from) continue;
    const recognised = recognisedNames(cells);
    if (recognised > best.recognised) best = { index, recognised };
  }
  const filled = records.findIndex(({ cells }, at) => at >= from && cells.some((cell) => cell.trim() !== ""));
  const index = best.index >= 0 ? best.index : Math.max(filled, from);
  return { index, line: records[index]?.line ?? 1 };
}
