/*
 * The writer: a DataTable becomes CSV or TSV. delimited-bytes.ts writes large tables without texts; spreadsheet.ts keeps cells
 * from being run as formulas.
 */
import { type Options, stringify } from "csv-stringify/sync";
import { Kernel } from "../../kernel/kernel.ts";
import { type CellValue, type DataColumn, type DataTable, dataColumns, dataText } from "./data-table.ts";
import { delimitedBytes } from "./delimited-bytes.ts";

/** How a table is written as delimited text. */
export interface Delimited extends Pick<Options, "record_delimiter"> {
  readonly delimiter: string;
  /** A column's name; default as it is. */
  readonly name?: (name: string) => string;
  /** A cell's text; default the exact one of {@link dataText}. */
  readonly cell?: (column: DataColumn, value: CellValue) => string;
}

const ROWS_PER_CHUNK = 2000;
/** Tables of more rows are written without making objects of them. */
const MANY_ROWS = 100;

/** A table's header and rows as delimited text, in chunks: a table of any length needs no more memory than a chunk. */
export function* delimited(
  table: DataTable,
  { name: written, cell, ...form }: Delimited,
): Generator<string | Uint8Array> {
  const options = { ...form, quote_record_delimiter: true }; // a lone CR or LF, too: spreadsheets begin a row there
  const columns = dataColumns(table);
  const text = cell ?? (({ kind }: DataColumn, value: CellValue): string => dataText(kind, value));
  yield stringify([columns.map(({ name }) => written?.(name) ?? name)], options);
  if (table.length > MANY_ROWS && cell === undefined && options.record_delimiter === undefined && Kernel.isThere()) {
    yield* delimitedBytes(table, options.delimiter);
    return;
  }
  for (let start = 0; start < table.length; start += ROWS_PER_CHUNK) {
    const length = Math.min(ROWS_PER_CHUNK, table.length - start);
    const rows = Array.from({ length }, (_, row) => columns.map((column) => text(column, column.at(start + row))));
    yield stringify(rows, options);
  }
}
