/*
 * Detection: what a file is, with the evidence. detectLayout finds the dialect, the header and the columns; header/ reads
 * header lines, names/ knows what columns are called, columns/ gives every column its role, helped by amounts/, customers/,
 * statuses/ and contacts/; formats/ then tells how dates and numbers are written.
 */
import { BLANKS, detectDelimiter } from "../../csv/detect/delimiter.ts";
import {
  type DetectedEncoding,
  detectEncoding,
  type Encoding,
  encodingOfBeginning,
  MARKED_UTF8,
} from "../../csv/detect/encoding.ts";
import { refuseMarkup } from "../../csv/detect/refuse-markup.ts";
import { readSample, type SampleRecord, sampleRecords } from "../../csv/detect/sample.ts";
import { type Dialect, readRecords } from "../../csv/records.ts";
import { InputError, UsageError } from "../../errors.ts";
import { type ByteSource, isGzip } from "../../files/byte-source.ts";
import { PRESETS } from "../platforms/index.ts";
import type { Preset } from "../platforms/preset.ts";
import { presetNamed, recognisePreset } from "../platforms/recognise.ts";
import { type ColumnEvidence, columnEvidence } from "./columns/column-evidence.ts";
import type { ColumnOptions, ColumnRoles } from "./columns/columns.ts";
import { genericColumns } from "./columns/generic-columns.ts";
import { presetColumns } from "./columns/preset-columns.ts";
import { isKeyedByName } from "./customers/customer-columns.ts";
import { columnsHint, columnsInOrder } from "./header/columns-in-order.ts";
import { headerNamesIn, headerRecord, looksLikeRow } from "./header/header.ts";
import { isOwnOrdersFile, ownOrdersColumns } from "./header/own-orders.ts";
import { sourceKey } from "./names/source-key.ts";

export interface LayoutOptions extends ColumnOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** A preset's name; `generic` for none. */
  readonly preset?: string | undefined;
  /** The roles of the columns of a file without a header, in their order. */
  readonly columns?: readonly string[] | undefined;
  /** Whether a header is that of a result which this program wrote, and no export. */
  readonly isOwnOutput?: ((header: readonly string[]) => boolean) | undefined;
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
  /** Whether nothing but a name tells customers apart. */
  readonly isKeyedByName: boolean;
  /** What is known of the platform; `null` for files of unknown make. */
  readonly preset: Preset | null;
  /** Files of one source are one history: of one platform's layout, or with the same columns for what is needed. */
  readonly platform: string;
}

/** The platform name of this program's own `rfm orders` files, whose rows are whole orders. */
export const OWN_ORDERS = "rfm orders";

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
  const found = await detectDelimiter(sample, { lineEnd, asked: options.delimiter, namesIn: headerNamesIn });
  const dialect: Dialect = { gzip, encoding, delimiter: found.delimiter, lineEnd, quoting: found.delimiter !== BLANKS };
  const records = await sampleRecords(sample, dialect);
  if (records.length === 0) await readRecords(source, dialect, () => false); // names the quote that is never closed
  const common = { encodingEvidence, delimiterEvidence: found.evidence, isVerified };
  if (options.columns !== undefined)
    return { ...common, dialect, ...headerless(records, found, { names: options.columns, fileName: source.name }) };
  const { index, line } = headerRecord(records, found.separatorLine ? 1 : 0);
  const header = records[index]?.cells ?? [];
  if (header.every((cell) => cell.trim() === "")) {
    throw new InputError(`${source.name}: no header was found: the first rows are blank`, {
      hint: "export the orders again",
    });
  }
  const rows = records.slice(index + 1).map(({ cells }) => cells);
  const headerSample = { fileName: source.name, header, rows };
  const understood = understand(headerSample, options);
  const isByName = understood.platform !== OWN_ORDERS && isKeyedByName(headerSample, understood.columns.customer);
  return {
    ...common,
    dialect: understood.preset?.quoting === "off" ? { ...dialect, quoting: false } : dialect,
    recordsBeforeRows: index + 1,
    headerLine: line,
    header,
    ...understood,
    isKeyedByName: isByName,
    columnEvidence: columnEvidence(header, understood.columns, { options, preset: understood.preset, isByName }),
  };
}

function understand(
  sample: { fileName: string; header: readonly string[]; rows: readonly (readonly string[])[] },
  options: LayoutOptions,
): Pick<Layout, "columns" | "preset" | "platform"> {
  const { header } = sample;
  if (options.preset === undefined && isOwnOrdersFile(header)) {
    return { columns: ownOrdersColumns(options, sample.fileName), preset: null, platform: OWN_ORDERS };
  }
  if (options.isOwnOutput?.(header) === true) {
    throw new InputError(`${sample.fileName}: this was written by rfm: a result, not an export`, {
      hint: "name the exports themselves, or a file that rfm orders wrote",
    });
  }
  const preset = choosePreset(header, options.preset);
  if (preset === null && looksLikeRow(header)) {
    throw new InputError(`${sample.fileName}: there seems to be no header: the first row has values, not names`, {
      hint: columnsHint(sample),
    });
  }
  if (preset === null) {
    const columns = genericColumns(sample, options);
    return { columns, preset: null, platform: sourceKey(header, columns) };
  }
  if (preset.refusal !== undefined && options.customer === undefined) {
    throw new InputError(`${sample.fileName}: this is ${preset.title}: ${preset.refusal.why}`, {
      hint: preset.refusal.instead,
    });
  }
  return { columns: presetColumns(sample, preset, options), preset, platform: preset.name };
}

function choosePreset(header: readonly string[], name: string | undefined): Preset | null {
  if (name === undefined) return recognisePreset(header);
  if (name === "generic") return null;
  const preset = presetNamed(name);
  if (preset !== null) return preset;
  const names = PRESETS.map((known) => known.name).join(", ");
  throw new UsageError(`--preset ${name}: unknown preset`, `the presets are generic, ${names}`);
}

/** The layout of a file whose first record is a row already; the user names the columns in their order. */
function headerless(
  records: readonly SampleRecord[],
  { separatorLine }: { separatorLine: boolean },
  { names, fileName }: { readonly names: readonly string[]; readonly fileName: string },
): Omit<Layout, "dialect" | "encodingEvidence" | "delimiterEvidence" | "isVerified"> {
  const rows = records.map(({ cells }) => cells).slice(separatorLine ? 1 : 0);
  const columns = columnsInOrder(names, { fileName, rows });
  const width = Math.max(names.length, ...rows.map((cells) => cells.length).slice(0, 1));
  const header = Array.from({ length: width }, (_, index) => names[index] ?? `column ${index + 1}`);
  return {
    recordsBeforeRows: separatorLine ? 1 : 0,
    headerLine: null,
    header,
    columns,
    columnEvidence: {},
    isKeyedByName: isKeyedByName({ fileName, header, rows }, columns.customer),
    preset: null,
    platform: `columns ${names.join(",")}`,
  };
}
