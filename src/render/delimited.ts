import { type Options, stringify } from "csv-stringify/sync";
import { type ColumnKind, type DataTable, dataColumns, dataText } from "./data-table.ts";

/** How a table is written as delimited text. */
export interface Delimited extends Pick<Options, "record_delimiter"> {
  readonly delimiter: string;
  /** A cell's text; default the exact one of {@link dataText}. */
  readonly cell?: (kind: ColumnKind, text: string) => string;
}

const ROWS_PER_CHUNK = 2000;

/** A table's header and rows as delimited text, in chunks: a table of any length needs no more memory than a chunk. */
export function* delimited(table: DataTable, { cell = (_, text) => text, ...options }: Delimited): Generator<string> {
  const columns = dataColumns(table);
  yield stringify([columns.map(({ name }) => cell("text", name))], options);
  for (let start = 0; start < table.length; start += ROWS_PER_CHUNK) {
    const length = Math.min(ROWS_PER_CHUNK, table.length - start);
    const rows = Array.from({ length }, (_, row) =>
      columns.map(({ kind, at }) => cell(kind, dataText(kind, at(start + row)))),
    );
    yield stringify(rows, options);
  }
}
