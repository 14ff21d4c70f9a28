/*
 * Parquet files: their columns as text in one plain form, as the cells of a typed table.
 */
import type { AsyncBuffer, ColumnData, Compressors, FileMetaData, ParquetParsers, SchemaElement } from "hyparquet";
import { InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import type { TypedColumn, TypedTable } from "../typed-table.ts";
import { type Holds, ParquetColumn } from "./parquet-column.ts";
import { parquetFile } from "./parquet-file.ts";

const DAY = 86_400_000;

/** Moments as milliseconds, not as objects. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: Number,
  timestampFromMicroseconds: (micros) => Number(micros) / 1000,
  timestampFromNanoseconds: (nanos) => Number(nanos / 1000n) / 1000,
  dateFromDays: (days) => days * DAY,
  jsonFromBytes: (bytes) => Buffer.from(bytes).toString("utf8"),
};

/** More rows than this do not fit into memory. */
const MOST_ROWS = 2 ** 31;

/**
 * Opens a Parquet file. Only columns that are asked for are decoded.
 *
 * @param path where it is on disk; `null` for a stream
 * @throws InputError where its footer is damaged
 */
export async function readParquet(source: ByteSource, path: string | null): Promise<TypedTable> {
  const file = await parquetFile(source, path);
  const { parquetMetadataAsync } = await import("hyparquet");
  const metadata = await inWords(source.name, () => parquetMetadataAsync(file));
  const columns = topColumns(metadata, source.name);
  const length = rowsOf(metadata, source.name);
  const nested = columns.flatMap(({ isFlat }, at) => (isFlat ? [] : [[at, 1] as const]));
  return {
    kind: "parquet",
    sheet: "",
    otherSheets: [],
    names: columns.map(({ name }) => name),
    width: columns.length,
    length,
    nested: new Map(nested),
    hasOneType: (column) => columns[column]?.hasOneType === true,
    line: (record) => record + 1,
    load: (wanted, records = length) =>
      inWords(source.name, () => loadColumns({ file, metadata, columns, name: source.name }, wanted, records)),
  };
}

interface TopColumn {
  readonly name: string;
  readonly isFlat: boolean;
  readonly hasOneType: boolean;
  readonly holds: Holds;
}

interface OpenParquet {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: readonly TopColumn[];
  readonly name: string;
}

async function loadColumns(
  { file, metadata, columns, name }: OpenParquet,
  wanted: readonly number[],
  records: number,
): Promise<readonly TypedColumn[]> {
  const loaded = new Map<string, ParquetColumn>();
  const empty = new ParquetColumn({ kind: "plain" });
  for (const index of wanted) {
    const column = columns[index];
    if (column?.isFlat === true) loaded.set(column.name, new ParquetColumn(column.holds));
  }
  if (loaded.size > 0 && records > 0) {
    const [{ parquetRead }, { compressors }] = await Promise.all([
      import("hyparquet"),
      import("hyparquet-compressors"),
    ]);
    refuseUnreadable(metadata, { compressors, names: loaded, name });
    const onChunk = ({ columnName, columnData, rowStart }: ColumnData): void =>
      loaded.get(columnName)?.add({ start: rowStart, values: columnData });
    const rows = { rowStart: 0, rowEnd: Math.min(records, Number(metadata.num_rows)) };
    await parquetRead({ file, metadata, columns: [...loaded.keys()], compressors, parsers: PARSERS, onChunk, ...rows });
  }
  return wanted.map((index) => loaded.get(columns[index]?.name ?? "") ?? empty);
}

/** The columns of the schema below its root; one with parts of its own, or with many values a row, is not flat. */
function topColumns({ schema }: FileMetaData, name: string): readonly TopColumn[] {
  const columns: TopColumn[] = [];
  for (let at = 1; at < schema.length; ) {
    const element = schema[at] as SchemaElement;
    const isFlat = element.num_children === undefined && element.repetition_type !== "REPEATED";
    columns.push({ name: element.name, isFlat, hasOneType: isFlat && isOfOneType(element), holds: holdsOf(element) });
    at = afterElement(schema, at);
  }
  if (columns.length > 0) return columns;
  throw damagedParquet(name, "it has no columns");
}

function afterElement(schema: readonly SchemaElement[], at: number): number {
  let open = 1;
  let next = at;
  for (; open > 0 && next < schema.length; next += 1) open += (schema[next]?.num_children ?? 0) - 1;
  return Math.max(next, at + 1);
}

/** Whether cells are dates or numbers, and not texts, whatever they hold. */
function isOfOneType({ type, converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  const isText = type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY" || type === "BOOLEAN";
  return converted === "DECIMAL" || logical?.type === "DECIMAL" || (type !== undefined && !isText);
}

function holdsOf({ type, converted_type: converted, logical_type: logical, scale }: SchemaElement): Holds {
  if (converted === "DATE" || logical?.type === "DATE") return { kind: "date" };
  if (logical?.type === "TIMESTAMP") return { kind: logical.isAdjustedToUTC ? "instant" : "moment" };
  if (converted === "TIMESTAMP_MILLIS" || converted === "TIMESTAMP_MICROS" || type === "INT96")
    return { kind: "instant" };
  if (converted === "DECIMAL") return { kind: "decimal", scale: scale ?? 0 };
  return { kind: type === "FLOAT" ? "single" : "plain" };
}

/** The rows of all groups, which must be those that the file says it has. */
function rowsOf({ num_rows: rows, row_groups: groups }: FileMetaData, name: string): number {
  const counted = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (counted !== Number(rows) || counted < 0 || counted > MOST_ROWS) {
    throw damagedParquet(name, "it does not say how many rows it has");
  }
  return counted;
}

/** The error for a file of which a part that is needed is encrypted. */
export function encryptedParquet(name: string): InputError {
  return new InputError(`${name}: the Parquet file is encrypted`, { hint: "write it without encryption" });
}

/** Refuses columns that are encrypted, or compressed with a codec that is not known. */
function refuseUnreadable(
  { row_groups: groups }: FileMetaData,
  { compressors, names, name }: { compressors: Compressors; names: ReadonlyMap<string, unknown>; name: string },
): void {
  for (const { meta_data: chunk, crypto_metadata: encryption } of groups.flatMap(({ columns }) => columns)) {
    if (chunk === undefined && encryption !== undefined) throw encryptedParquet(name);
    if (chunk === undefined || !names.has(chunk.path_in_schema[0] ?? "")) continue;
    if (encryption !== undefined) throw encryptedParquet(name);
    const { codec } = chunk;
    if (codec === "UNCOMPRESSED" || compressors[codec] !== undefined) continue;
    throw new InputError(`${name}: its columns are compressed with ${String(codec)}, which is not read`, {
      hint: "write the file with SNAPPY, ZSTD, GZIP or no compression",
    });
  }
}

/** The library reports a damaged file by whatever goes wrong in it first. */
async function inWords<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damagedParquet(name, error instanceof Error ? error.message : String(error), error);
  }
}

function damagedParquet(name: string, what: string, cause?: unknown): InputError {
  return new InputError(`${name}: the Parquet file is damaged or cut short (${what})`, {
    hint: "copy the file again, or write it anew",
    cause,
  });
}
