/*
 * What the beginning of a text says of how it is written: encoding.ts, delimiter.ts, and refuse-markup.ts for files that are no
 * tables.
 */
import { InputError } from "../../errors.ts";
import { type ByteSource, isGzip, memorySource, plainBytes } from "../../files/byte-source.ts";
import { toUtf8 } from "../decode.ts";
import { eachRecord } from "../each-record.ts";
import type { Dialect } from "../records.ts";
import type { ScannedRecord } from "../scanner/scan-records.ts";
import type { Encoding } from "./encoding.ts";

const SAMPLE_BYTES = 256 * 1024;
/** Where the first lines are very long, the sample goes on until it has a few, up to this many bytes. */
const SAMPLE_LINES = 5;
const LARGEST_SAMPLE = 4 * 1024 * 1024;
/** Records that are looked at to find out how a file is built. */
export const SAMPLE_RECORDS = 200;

/** One of the first records of a file, and the line on which it begins. */
export interface SampleRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The beginning of a file as UTF-8: a few lines at least. */
export async function readSample(
  source: ByteSource,
  { gzip, encoding }: { gzip: boolean; encoding: Encoding },
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let [length, lineEnds] = [0, 0];
  for await (const block of toUtf8(plainBytes(source, gzip), { encoding, name: source.name })) {
    parts.push(block);
    length += block.length;
    lineEnds += countLineEnds(block, SAMPLE_LINES);
    if (length >= SAMPLE_BYTES && (lineEnds >= SAMPLE_LINES || length >= LARGEST_SAMPLE)) break;
  }
  const [first, ...more] = parts;
  return first !== undefined && more.length === 0 ? first : Buffer.concat(parts);
}

const LINE_FEED = 10;
/** More than most headers have. */
const HEADER_BYTES = 8 * 1024;

/** The header of a file as its first line has it; for deciding whether a file in a folder is to be passed over. */
export async function peekHeader(source: ByteSource): Promise<readonly string[] | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const block of plainBytes(source, await isGzip(source), HEADER_BYTES)) {
      parts.push(block);
      length += block.length;
      if (block.includes(LINE_FEED) || length >= LARGEST_SAMPLE) break;
    }
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
  const [first = ""] = Buffer.concat(parts).toString("utf8").split(/\r?\n/, 1);
  return first.split(/[,;\t]/).map((cell) => cell.replace(/^\ufeff/, ""));
}

/** How many line ends a block has; counting stops where they are enough. */
function countLineEnds(block: Uint8Array, enough: number): number {
  let count = 0;
  for (let at = 0; at < block.length && count < enough; at += 1) {
    if (block[at] === 10 || block[at] === 13) count += 1;
  }
  return count;
}

/** The first records of a sample; without the last one where that ends inside quotes. */
export async function sampleRecords(
  sample: Uint8Array,
  dialect: Pick<Dialect, "delimiter" | "lineEnd" | "quoting">,
): Promise<readonly SampleRecord[]> {
  const source = memorySource(piecesOf(sample), "sample");
  const utf8 = { ...dialect, gzip: false, encoding: "utf-8" } as const;
  const { records } = await eachRecord(
    source,
    { dialect: utf8, columns: "all", mayEndOpen: true },
    () => new SampleTaker(),
  );
  return records;
}

/** So many bytes have all records that are looked at, most of the time; those behind them are not copied then. */
const PIECE = 32 * 1024;

function piecesOf(sample: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(sample.length / PIECE);
  return Array.from({ length: count }, (_, piece) => sample.subarray(piece * PIECE, (piece + 1) * PIECE));
}

class SampleTaker {
  readonly records: SampleRecord[] = [];

  take({ fields, line, text }: ScannedRecord): boolean {
    this.records.push({ cells: Array.from({ length: fields }, (_, column) => text(column)), line });
    return this.records.length < SAMPLE_RECORDS;
  }
}
