import { type ColumnKind, type DataColumn, type DataTable, dataColumns, dataText } from "./data-table.ts";
import { type DelimitedForm, delimitedBytes } from "./delimited-bytes.ts";

/** How a table is written as delimited text. */
export interface Delimited extends DelimitedForm {
  /** A cell's text; default the exact one of {@link dataText}. */
  readonly cell?: (kind: ColumnKind, text: string) => string;
}

/** A table's header and rows as delimited text in UTF-8, in chunks: a table of any length needs no more memory than a chunk. */
export function* delimited(table: DataTable, { cell, ...form }: Delimited): Generator<Uint8Array> {
  const columns = dataColumns(table);
  const written = cell ?? ((_: ColumnKind, text: string): string => text);
  const names = columns.map(({ name }): DataColumn => ({ name, kind: "text", at: () => written("text", name) }));
  yield* delimitedBytes({ length: 1, columns: names }, form);
  const cells = cell === undefined ? columns : columns.map((column) => asText(column, cell));
  yield* delimitedBytes({ length: table.length, columns: cells }, form);
}

/** The column as the text of its cells. */
function asText({ name, kind, at }: DataColumn, cell: NonNullable<Delimited["cell"]>): DataColumn {
  return { name, kind: "text", at: (row) => cell(kind, dataText(kind, at(row))) };
}
