import { InputError, UsageError } from "../../errors.ts";
import { type ByteSource, isGzip, memorySource, plainBytes } from "../inputs/byte-source.ts";
import { PRESETS } from "../presets/index.ts";
import type { Preset } from "../presets/preset.ts";
import { presetNamed, recognisePreset } from "../presets/recognise.ts";
import { toUtf8 } from "../read/decode.ts";
import { type Dialect, readRecords } from "../read/records.ts";
import { scanRecords } from "../scan/scan-records.ts";
import { type ColumnEvidence, columnEvidence } from "./column-evidence.ts";
import { looksLikeDates, looksLikeEmails } from "./column-values.ts";
import type { ColumnOptions, ColumnRoles } from "./columns.ts";
import { columnsInOrder } from "./columns-in-order.ts";
import { type DetectedEncoding, detectEncoding, type Encoding, encodingOfBeginning, MARKED_UTF8 } from "./encoding.ts";
import { genericColumns, recognisedNames } from "./generic-columns.ts";
import { isOwnFile, isOwnOrdersFile, ownOrdersColumns } from "./own-files.ts";
import { presetColumns } from "./preset-columns.ts";
import { refuseMarkup } from "./refuse-markup.ts";

export interface LayoutOptions extends ColumnOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** A preset's name; `generic` for none. */
  readonly preset?: string | undefined;
  /** The roles of the columns of a file without a header, in their order. */
  readonly columns?: readonly string[] | undefined;
  /** Whether the encoding of large files is told by all their bytes (the default), or by their beginning. */
  readonly encodingBy?: EncodingBy | undefined;
}

export type EncodingBy = "whole file" | "beginning";

/** A smaller file is looked at whole: that takes a few milliseconds. */
const LARGE_FILE = 4 * 1024 * 1024;

async function lookAtEncoding(
  source: ByteSource,
  gzip: boolean,
  by: EncodingBy,
): Promise<{ readonly detected: DetectedEncoding; readonly isVerified: boolean }> {
  const quick = by === "beginning" && source.size > LARGE_FILE ? await encodingOfBeginning(source, gzip) : null;
  if (quick !== null) return { detected: quick, isVerified: quick === MARKED_UTF8 };
  return { detected: await detectEncoding(source, gzip), isVerified: true };
}

/** How one file is built: its dialect, its header and where each column stands. */
export interface Layout {
  readonly dialect: Dialect;
  readonly encodingEvidence: string;
  /** False where the encoding was told by the beginning of the file: whoever reads it must look at the rest. */
  readonly isVerified: boolean;
  readonly delimiterEvidence: string;
  /** Records before the first row: titles, blank lines, a `sep=` line, and the header where there is one. */
  readonly recordsBeforeRows: number;
  /** The physical line of the header; `null` without one. */
  readonly headerLine: number | null;
  readonly header: readonly string[];
  readonly columns: ColumnRoles;
  readonly columnEvidence: ColumnEvidence;
  /** What is known of the platform; `null` for files of unknown make. */
  readonly preset: Preset | null;
  /** Files of one source are one history: of one platform, or with the same header line. */
  readonly platform: string;
}

/** The platform name of this program's own `rfm orders` files, whose rows are whole orders. */
export const OWN_ORDERS = "rfm orders";

/** What stands between fields where runs of blanks do. */
export const BLANKS = "blanks";

const DELIMITERS = [",", ";", "\t", "|", BLANKS] as const;
const SAMPLE_BYTES = 256 * 1024;
/** Where the first lines are very long, the sample goes on until it has a few, up to this many bytes. */
const SAMPLE_LINES = 5;
const LARGEST_SAMPLE = 4 * 1024 * 1024;
const SAMPLE_RECORDS = 200;
const HEADER_SEARCH = 30;

/**
 * Finds out how a file is built by reading all of its bytes once and its first records.
 *
 * @throws InputError where it is no text, has no header, or is an export without what is needed; MissingColumnError where
 * a needed column is not found; UsageError for a preset that does not exist
 */
export async function detectLayout(source: ByteSource, options: LayoutOptions): Promise<Layout> {
  const gzip = await isGzip(source);
  const { detected, isVerified } = await lookAtEncoding(source, gzip, options.encodingBy ?? "whole file");
  const encoding = options.encoding ?? detected.encoding;
  const encodingEvidence = options.encoding === undefined ? detected.evidence : "as --encoding says";
  const sample = await readSample(source, { gzip, encoding });
  refuseMarkup(sample, source.name);
  const lineEnd = sample.includes("\n") ? "\n" : "\r";
  const found = await detectDelimiter(sample, { lineEnd, options });
  const dialect: Dialect = { gzip, encoding, delimiter: found.delimiter, lineEnd, quoting: found.delimiter !== BLANKS };
  const records = await sampleRecords(sample, dialect);
  if (records.length === 0) await readRecords(source, dialect, () => false); // names the quote that is never closed
  const common = { encodingEvidence, delimiterEvidence: found.evidence, isVerified };
  if (options.columns !== undefined) return { ...common, dialect, ...headerless(records, found, options.columns) };
  const { index, line } = headerRecord(records, found.separatorLine ? 1 : 0);
  const header = records[index]?.cells ?? [];
  if (header.every((cell) => cell.trim() === "")) {
    throw new InputError(`${source.name}: no header was found: the first rows are blank`, {
      hint: "export the orders again",
    });
  }
  const rows = records.slice(index + 1).map(({ cells }) => cells);
  const understood = understand({ fileName: source.name, header, rows }, options);
  return {
    ...common,
    dialect: understood.preset?.quoting === "off" ? { ...dialect, quoting: false } : dialect,
    recordsBeforeRows: index + 1,
    headerLine: line,
    header,
    ...understood,
    columnEvidence: columnEvidence(header, understood.columns, { options, preset: understood.preset }),
  };
}

/** The header of a file as its first line has it; for deciding whether a file in a folder is to be passed over. */
export async function peekHeader(source: ByteSource): Promise<readonly string[] | null> {
  try {
    const sample = await readSample(source, { gzip: await isGzip(source), encoding: "utf-8" });
    const [first = ""] = sample.split(/\r?\n/, 1);
    return first.split(/[,;\t]/).map((cell) => cell.replace(/^\ufeff/, ""));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function understand(
  sample: { fileName: string; header: readonly string[]; rows: readonly (readonly string[])[] },
  options: LayoutOptions,
): Pick<Layout, "columns" | "preset" | "platform"> {
  const { header } = sample;
  if (options.preset === undefined && isOwnOrdersFile(header)) {
    return { columns: ownOrdersColumns(), preset: null, platform: OWN_ORDERS };
  }
  if (isOwnFile(header)) {
    throw new InputError(`${sample.fileName}: this was written by rfm: a result, not an export`, {
      hint: "name the exports themselves, or a file that rfm orders wrote",
    });
  }
  const preset = choosePreset(header, options.preset);
  if (preset === null && looksLikeRow(header)) {
    throw new InputError(`${sample.fileName}: there seems to be no header: the first row has values, not names`, {
      hint: "name the columns in their order, for instance --columns order,customer,date,amount",
    });
  }
  if (preset === null) {
    const platform = header.map((cell) => cell.trim()).join("\u0000");
    return { columns: genericColumns(sample, options), preset: null, platform };
  }
  if (preset.refusal !== undefined && options.customer === undefined) {
    throw new InputError(`${sample.fileName}: this is ${preset.title}: ${preset.refusal.why}`, {
      hint: preset.refusal.instead,
    });
  }
  return { columns: presetColumns(sample, preset, options), preset, platform: preset.name };
}

/** Whether what stands where the header should is a row of data: dates or e-mail addresses, and no name that is known. */
function looksLikeRow(header: readonly string[]): boolean {
  if (recognisedNames(header) > 0) return false;
  return header.some((cell) => looksLikeEmails([cell]) || looksLikeDates([cell]));
}

function choosePreset(header: readonly string[], name: string | undefined): Preset | null {
  if (name === undefined) return recognisePreset(header);
  if (name === "generic") return null;
  const preset = presetNamed(name);
  if (preset !== null) return preset;
  const names = PRESETS.map((known) => known.name).join(", ");
  throw new UsageError(`--preset ${name}: there is no such preset`, `the presets are generic, ${names}`);
}

/** The layout of a file whose first record is a row already; the user names the columns in their order. */
function headerless(
  records: readonly SampleRecord[],
  { separatorLine }: { separatorLine: boolean },
  names: readonly string[],
): Omit<Layout, "dialect" | "encodingEvidence" | "delimiterEvidence" | "isVerified"> {
  const width = records.find(({ cells }) => cells.length > 1)?.cells.length ?? 0;
  const header = Array.from(
    { length: Math.max(width, names.length) },
    (_, index) => names[index] ?? `column ${index + 1}`,
  );
  return {
    recordsBeforeRows: separatorLine ? 1 : 0,
    headerLine: null,
    header,
    columns: columnsInOrder(names),
    columnEvidence: {},
    preset: null,
    platform: `columns ${names.join(",")}`,
  };
}

interface SampleRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

async function readSample(
  source: ByteSource,
  { gzip, encoding }: { gzip: boolean; encoding: Encoding },
): Promise<string> {
  const parts: Uint8Array[] = [];
  let [length, lineEnds] = [0, 0];
  for await (const block of toUtf8(plainBytes(source, gzip), encoding)) {
    parts.push(block);
    length += block.length;
    lineEnds += countLineEnds(block, SAMPLE_LINES);
    if (length >= SAMPLE_BYTES && (lineEnds >= SAMPLE_LINES || length >= LARGEST_SAMPLE)) break;
  }
  return Buffer.concat(parts).toString("utf8");
}

/** How many line ends a block has; counting stops where they are enough. */
function countLineEnds(block: Uint8Array, enough: number): number {
  let count = 0;
  for (let at = 0; at < block.length && count < enough; at += 1) {
    if (block[at] === 10 || block[at] === 13) count += 1;
  }
  return count;
}

/** Columns beyond this are not looked at where the sample is only to tell a layout; the tolerant reader has them all. */
const SAMPLE_COLUMNS = Array.from({ length: 512 }, (_, column) => column);

async function sampleRecords(sample: string, dialect: Dialect): Promise<readonly SampleRecord[]> {
  const source = memorySource([Buffer.from(sample)], "sample");
  const plain = { ...dialect, gzip: false, encoding: "utf-8" } as const;
  const scanned: SampleRecord[] = [];
  const end = await scanRecords(source, { dialect: plain, columns: SAMPLE_COLUMNS }, ({ fields, line, text }) => {
    scanned.push({ cells: Array.from({ length: fields }, (_, column) => text(column)), line });
    return scanned.length < SAMPLE_RECORDS;
  });
  const isWhole = end !== null && scanned.every(({ cells }) => cells.length <= SAMPLE_COLUMNS.length);
  return isWhole ? scanned : tolerantSample(source, plain);
}

async function tolerantSample(source: ByteSource, dialect: Dialect): Promise<readonly SampleRecord[]> {
  const records: SampleRecord[] = [];
  await readRecords(source, dialect, (cells, line) => {
    records.push({ cells: [...cells], line });
    return records.length < SAMPLE_RECORDS;
  }).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error; // the sample may end inside quotes
  });
  return records;
}

interface FoundDelimiter {
  readonly delimiter: string;
  readonly evidence: string;
  readonly separatorLine: boolean;
}

async function detectDelimiter(
  sample: string,
  { lineEnd, options }: { lineEnd: Dialect["lineEnd"]; options: LayoutOptions },
): Promise<FoundDelimiter> {
  const declared = /^\ufeff?"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(sample)?.[1];
  const separatorLine = declared !== undefined;
  if (options.delimiter !== undefined)
    return { delimiter: options.delimiter, evidence: "as --delimiter says", separatorLine };
  if (declared !== undefined)
    return { delimiter: declared, evidence: "the file's first line says so (sep=)", separatorLine };
  let best = { delimiter: ",", score: -1, fields: 1, agreeing: 0, seen: 0 };
  for (const delimiter of DELIMITERS) {
    if (delimiter === BLANKS && isUsualTable(best)) continue; // any text has blanks
    const dialect: Dialect = { gzip: false, encoding: "utf-8", delimiter, lineEnd, quoting: delimiter !== BLANKS };
    const scored = scoreDelimiter(await sampleRecords(sample, dialect));
    if (delimiter === BLANKS && !isAllOfOneWidth(scored)) continue;
    if (scored.score > best.score) best = { delimiter, ...scored };
  }
  const evidence = `${best.agreeing} of the first ${best.seen} rows have ${best.fields} fields`;
  return { delimiter: best.delimiter, evidence, separatorLine };
}

/** Whether a real delimiter makes a table already: nearly all rows agree on three fields or more. */
function isUsualTable({ fields, agreeing, seen }: { fields: number; agreeing: number; seen: number }): boolean {
  return fields >= 3 && agreeing >= 0.8 * seen;
}

function isAllOfOneWidth({ fields, agreeing, seen }: { fields: number; agreeing: number; seen: number }): boolean {
  return fields >= 3 && agreeing === seen;
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
  const recognised = Math.max(0, ...filled.slice(0, HEADER_SEARCH).map(({ cells }) => headerNames(cells)));
  const share = filled.length === 0 ? 0 : agreeing / filled.length;
  const score = fields < 2 ? 0 : recognised * 100 + share * 10 + Math.min(fields, 50) / 10;
  return { score, fields, agreeing, seen: filled.length };
}

/** How much a row looks like a header: its recognised names, and far more where it is a known platform's. */
function headerNames(cells: readonly string[]): number {
  const recognised = recognisedNames(cells);
  return recognised < 2 && cells.length < 4 ? recognised : recognised + (recognisePreset(cells) === null ? 0 : 100);
}

/** The record that most looks like a header; else the first filled row of the usual width. */
function headerRecord(records: readonly SampleRecord[], from: number): { index: number; line: number } {
  let best = { index: -1, recognised: 1 };
  for (const [index, { cells }] of records.slice(0, HEADER_SEARCH).entries()) {
    if (index < from) continue;
    const recognised = headerNames(cells);
    if (recognised > best.recognised) best = { index, recognised };
  }
  const filled = firstOfUsualWidth(records, from);
  const index = best.index >= 0 ? best.index : Math.max(filled, from);
  return { index, line: records[index]?.line ?? 1 };
}

function firstOfUsualWidth(records: readonly SampleRecord[], from: number): number {
  const isFilled = ({ cells }: SampleRecord): boolean => cells.some((cell) => cell.trim() !== "");
  const widths = records.filter(isFilled).map(({ cells }) => cells.length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)];
  const first = records.findIndex((record, at) => at >= from && isFilled(record) && record.cells.length === usual);
  return first >= 0 ? first : records.findIndex((record, at) => at >= from && isFilled(record));
}
