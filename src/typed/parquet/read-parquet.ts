/*
 * Parquet files: their columns as text in one plain form, as the cells of a typed table.
 */
import type { FileMetaData } from "hyparquet";
import { InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import type { TypedColumn, TypedTable } from "../typed-table.ts";
import { hasOneType } from "./column-kind.ts";
import { isInOwnPages, loadColumns, type OpenParquet } from "./load-columns.ts";
import { LibraryPages } from "./pages/library-pages.ts";
import { ParquetColumn } from "./parquet-column.ts";
import { parquetFile } from "./parquet-file.ts";
import { columnRefusal } from "./refused-columns.ts";
import { topColumns } from "./top-columns.ts";

/** More rows than this do not fit into memory. */
const MOST_ROWS = 2 ** 31;

/**
 * Opens a Parquet file. Only columns that are asked for are decoded.
 *
 * @param path where it is on disk; `null` for a stream
 * @throws InputError where its footer is damaged
 */
export async function readParquet(source: ByteSource, path: string | null): Promise<TypedTable> {
  const { name } = source;
  const file = await parquetFile(source, path);
  const { parquetMetadataAsync } = await import("hyparquet");
  const metadata = await inWords(name, () => parquetMetadataAsync(file.buffer));
  const columns = topColumns(metadata);
  if (columns.length === 0) throw damagedParquet(name, "it has no columns");
  const length = rowsOf(metadata, name);
  const refused = new Map(
    columns.flatMap((column, at) => {
      const refusal = column.isFlat ? columnRefusal(metadata, column, name) : null;
      return refusal === null ? [] : [[at, refusal] as const];
    }),
  );
  const open = { file, metadata, columns, name, inWords: (error: unknown) => wordsFor(name, error) };
  return {
    kind: "parquet",
    sheet: "",
    otherSheets: [],
    sheetsTogether: [],
    names: columns.map((column) => column.name),
    width: columns.length,
    length,
    nested: new Map(columns.flatMap(({ isFlat }, at) => (isFlat ? [] : [[at, 1] as const]))),
    refused,
    hasOneType: (at) => columns[at]?.isFlat === true && hasOneType(columns[at].kind),
    line: (record) => record + 1,
    pages: {
      groups: groupStarts(metadata),
      areReadFromAnywhere: (wanted) =>
        wanted.every((at) => columns[at]?.isFlat !== true || isInOwnPages(metadata, columns[at])),
    },
    load: (wanted, records = length) =>
      inWords(name, () => columnsAt(open, { wanted, readable: wanted.filter((at) => !refused.has(at)), records })),
  };
}

async function columnsAt(
  open: OpenParquet,
  { wanted, readable, records }: { wanted: readonly number[]; readable: readonly number[]; records: number },
): Promise<readonly TypedColumn[]> {
  const flat = readable.flatMap((at) => open.columns[at] ?? []).filter(({ isFlat }) => isFlat);
  const loaded = flat.length === 0 ? new Map<string, TypedColumn>() : await loadColumns(open, flat, records);
  const empty = new ParquetColumn({ kind: "text" }, new LibraryPages());
  return wanted.map((at) => loaded.get(open.columns[at]?.name ?? "") ?? empty);
}

/** The rows of all groups, which must be those that the file says it has. */
function rowsOf({ num_rows: rows, row_groups: groups }: FileMetaData, name: string): number {
  const counted = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (counted !== Number(rows) || counted < 0 || counted > MOST_ROWS) {
    throw damagedParquet(name, "it does not say how many rows it has");
  }
  return counted;
}

function groupStarts({ row_groups: groups }: FileMetaData): readonly number[] {
  let next = 0;
  return groups.map(({ num_rows: rows }) => {
    const start = next;
    next += Number(rows);
    return start;
  });
}

/** The library reports a damaged file by whatever goes wrong in it first. */
async function inWords<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw wordsFor(name, error);
  }
}

function wordsFor(name: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  return damagedParquet(name, error instanceof Error ? error.message : String(error), error);
}

function damagedParquet(name: string, what: string, cause?: unknown): InputError {
  return new InputError(`${name}: the Parquet file is damaged or cut short (${what})`, {
    hint: "copy the file again, or write it anew",
    cause,
  });
}
