import type {
  ColumnData,
  ColumnMetaData,
  CompressionCodec,
  Compressors,
  FileMetaData,
  ParquetParsers,
  SchemaElement,
} from "hyparquet";
import type { InputError } from "../../errors.ts";
import type { TypedColumn } from "../typed-table.ts";
import type { Page, Pages } from "./pages/cells.ts";
import { decompressorOf, loadCompressors } from "./pages/codecs.ts";
import { type ColumnChunk, ColumnPages, type PageForm } from "./pages/column-pages.ts";
import { LibraryPages } from "./pages/library-pages.ts";
import { cellsOfStored } from "./pages/stored-value.ts";
import { ParquetColumn } from "./parquet-column.ts";
import type { ParquetFile } from "./parquet-file.ts";
import { codecRefusal } from "./refused-columns.ts";
import type { TopColumn } from "./top-columns.ts";

/** An open file, whose columns can be loaded. */
export interface OpenParquet {
  readonly file: ParquetFile;
  readonly metadata: FileMetaData;
  readonly columns: readonly TopColumn[];
  readonly name: string;
  /** Gives what goes wrong in a damaged file its words. */
  readonly inWords: (error: unknown) => InputError;
}

/**
 * Makes the first `records` cells of flat columns ready. Pages are decoded when they are come to; those of columns that are
 * encoded in an unusual way are decoded by the library, all at once.
 *
 * @throws InputError for a column that is compressed with an unknown codec
 */
export async function loadColumns(
  open: OpenParquet,
  wanted: readonly TopColumn[],
  records: number,
): Promise<ReadonlyMap<string, TypedColumn>> {
  const [{ parquetHeader }, compressors] = await Promise.all([
    import("hyparquet/src/column.js"),
    loadCompressors(codecsOf(open.metadata)),
  ]);
  const pages = new Map<string, Pages>();
  const others = new Map<TopColumn, LibraryPages>();
  for (const column of wanted) {
    const refusal = codecRefusal(open.metadata, column, { file: open.name, compressors });
    if (refusal !== null) throw refusal;
    const own = ownPages(open, column, { compressors, headerOf: parquetHeader });
    const library = new LibraryPages();
    if (own === null) others.set(column, library);
    pages.set(column.name, own ?? library);
  }
  if (others.size > 0 && records > 0) await readWithLibrary(open, others, { compressors, records });
  const worded = (name: string): Pages => inWords(pages.get(name) ?? new LibraryPages(), open);
  return new Map(wanted.map(({ name, kind }) => [name, new ParquetColumn(kind, worded(name))]));
}

function codecsOf({ row_groups: groups }: FileMetaData): ReadonlySet<CompressionCodec> {
  return new Set(groups.flatMap(({ columns }) => columns.flatMap(({ meta_data: data }) => data?.codec ?? [])));
}

function inWords(pages: Pages, { inWords: worded }: OpenParquet): Pages {
  const pageAt = (record: number): Page => {
    try {
      return pages.pageAt(record);
    } catch (error) {
      throw worded(error);
    }
  };
  return { pageAt };
}

const OWN_TYPES = ["BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY", "INT32", "INT64", "INT96", "FLOAT", "DOUBLE"] as const;

/** RLE and BIT_PACKED are those of levels; of values, only those of logical ones are encoded so. */
const OWN_ENCODINGS: ReadonlySet<string> = new Set([
  "PLAIN",
  "PLAIN_DICTIONARY",
  "RLE_DICTIONARY",
  "RLE",
  "BIT_PACKED",
]);

/** Whether a column is encoded in the usual ways, so that its pages can be read from anywhere. */
export function isInOwnPages({ row_groups: groups }: FileMetaData, { element, name }: TopColumn): boolean {
  if (!OWN_TYPES.some((own) => own === element.type)) return false;
  return groups.every(({ columns }) =>
    columns
      .find(({ meta_data: data }) => data?.path_in_schema[0] === name)
      ?.meta_data?.encodings.every((encoding) => OWN_ENCODINGS.has(encoding)),
  );
}

/** The pages of a column whose encodings are the usual ones; `null` for any other. */
function ownPages(
  { file, metadata }: OpenParquet,
  column: TopColumn,
  { compressors, headerOf }: { readonly compressors: Compressors } & Pick<PageForm, "headerOf">,
): Pages | null {
  const { element, kind, name } = column;
  const type = OWN_TYPES.find((own) => own === element.type);
  if (type === undefined || !isInOwnPages(metadata, column)) return null;
  const chunks: ColumnChunk[] = [];
  let firstRecord = 0;
  for (const { columns, num_rows } of metadata.row_groups) {
    const records = Number(num_rows);
    const chunk = columns.find(({ meta_data: data }) => data?.path_in_schema[0] === name)?.meta_data;
    const decompress = chunk === undefined ? null : decompressorOf(chunk.codec, compressors);
    if (chunk === undefined || decompress === null) return null;
    chunks.push({ firstRecord, records, decompress, ...placeOf(chunk) });
    firstRecord += records;
  }
  const stored = { type, length: element.type_length ?? 0, kind };
  const mayBeBlank = element.repetition_type !== "REQUIRED";
  return new ColumnPages(chunks, { stored, mayBeBlank, headerOf, readPiece: file.reader() });
}

function placeOf({
  dictionary_page_offset: dictionary,
  data_page_offset: data,
  total_compressed_size: size,
}: ColumnMetaData): Pick<ColumnChunk, "start" | "end"> {
  const start = Number(dictionary === undefined || dictionary === 0n ? data : dictionary);
  return { start, end: start + Number(size) };
}

/** Moments as they are stored. */
const PARSERS: Partial<ParquetParsers> = { timestampFromNanoseconds: (nanos) => nanos as unknown as Date };

/** Lets the library decode columns to what they store, without what it makes of their types. */
async function readWithLibrary(
  { file, metadata }: OpenParquet,
  columns: ReadonlyMap<TopColumn, LibraryPages>,
  { compressors, records }: { readonly compressors: Compressors; readonly records: number },
): Promise<void> {
  const { parquetRead } = await import("hyparquet");
  const found = new Map([...columns].map(([column, pages]) => [column.name, { kind: column.kind, pages }]));
  const onChunk = ({ columnName, columnData, rowStart: first }: ColumnData): void => {
    const column = found.get(columnName);
    column?.pages.add({ first, length: columnData.length, cells: cellsOfStored(columnData, column.kind) });
  };
  const schema = metadata.schema.map((element) =>
    element.num_children === undefined ? withoutType(element) : element,
  );
  await parquetRead({
    file: file.buffer,
    metadata: { ...metadata, schema },
    columns: [...found.keys()],
    compressors,
    parsers: PARSERS,
    utf8: false,
    onChunk,
    rowStart: 0,
    rowEnd: Math.min(records, Number(metadata.num_rows)),
  });
}

function withoutType({ converted_type: _, logical_type: __, ...element }: SchemaElement): SchemaElement {
  return element;
}
