import type { ByteSource } from "../files/byte-source.ts";

/** What a cell is by its type; blank, nested and logical cells are text. */
export type CellType = "text" | "number" | "date" | "error";

/** A column whose cells have types. Records are counted from 0. */
export interface TypedColumn {
  /**
   * A cell as text: text as it stands; a number with a decimal point and as few digits as tell it from others; a date as
   * `2011-03-01`, with a time of day `2011-03-01 08:26:00`, of an instant with `Z`; `true` or `false`. Blank and nested
   * cells are empty; one that a spreadsheet could not compute reads `error #N/A`.
   */
  readonly text: (record: number) => string;
  readonly type: (record: number) => CellType;
  /** What cells hold without their text, where the kind of file stores it. */
  readonly stored?: StoredValues;
}

/** Cells as they are stored. NaN stands for whatever is not plainly there: blank, text, finer than asked for. */
export interface StoredValues {
  /** The civil day of a date, days since 1970-01-01, as {@link TypedColumn.text} would write it. */
  readonly day: (record: number) => number;
  /** A number in whole 1/10,000, where that is exactly what its text says. */
  readonly amount: (record: number) => number;
}

/** The records of a file whose cells have types, beside delimited text. */
export interface TypedTable {
  readonly kind: "workbook" | "parquet" | "json";
  /** The sheet that is read; empty where the kind of file has none. */
  readonly sheet: string;
  /** Other sheets that hold rows, in their order. */
  readonly otherSheets: readonly string[];
  /** The names of the columns; `null` where a header must be found among the records. */
  readonly names: readonly string[] | null;
  readonly width: number;
  /** Records; of a workbook blank rows and the header, too. */
  readonly length: number;
  /** Columns with nested values, whose cells are empty, and the line of the first. */
  readonly nested: ReadonlyMap<number, number>;
  /** Whether all cells of a column that are not blank are dates, or all are numbers, by what the file says of itself. */
  readonly hasOneType: (column: number) => boolean;
  /** The row of a sheet or of a Parquet file, or the line of a text, on which a record begins; the first is 1. */
  readonly line: (record: number) => number;
  /** Makes the first `records` cells of some columns ready; the columns are those asked for. */
  readonly load: (columns: readonly number[], records?: number) => Promise<readonly TypedColumn[]>;
}

/** A file whose records have typed cells. Its stored bytes are those of the file. */
export class TableSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly stored: ByteSource["stored"];
  readonly table: TypedTable;

  constructor(source: ByteSource, table: TypedTable) {
    this.name = `${source.name}${sheetText(table.sheet)}`;
    this.size = source.size;
    this.stored = source.stored;
    this.table = table;
  }
}

/** How a file's name in messages ends in its sheet; empty where it has none. */
export function sheetText(sheet: string): string {
  return sheet === "" ? "" : `, sheet "${sheet}"`;
}

/** The typed table behind a source; `null` where it is text. */
export function tableOf(source: ByteSource): TypedTable | null {
  return source instanceof TableSource ? source.table : null;
}
