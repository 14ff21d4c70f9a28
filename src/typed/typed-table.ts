import type { InputError } from "../errors.ts";
import type { ByteSource } from "../files/byte-source.ts";
import type { JsonKeys } from "../kernel/json-keys.ts";

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
  /** A reader of cells as bytes, where the kind of file stores them so; each has a place of its own. */
  readonly bytes?: () => CellBytes;
}

/** Texts that lie in one piece of memory: the one `at` is `bytes[starts[at] … ends[at])`. */
export interface CellTextBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A cell as the bytes of its text in UTF-8, of which no text is made. */
export interface CellBytes {
  /** Goes to a cell; false where only its text says what it holds. */
  readonly seek: (record: number) => boolean;
  /** The cell is `bytes[start … end)`. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The texts among which the cell's is, as `texts` has them, and which of them it is; `null` where it is a number. */
  readonly texts: CellTextBytes | null;
  readonly at: number;
  /** The number of the text among those that many cells have; −1 where it is none of them. */
  readonly entry: number;
  /** How many there are, in an object of their own: in another one, the numbers mean other texts. */
  readonly dictionary: { readonly size: number } | null;
}

/**
 * Cells as they are stored, of records from `first` on, as many as there is room for. NaN stands for whatever is not plainly there:
 * blank, text, finer than asked for.
 */
export interface StoredValues {
  /** The civil days of dates, days since 1970-01-01, as {@link TypedColumn.text} would write them. */
  readonly days: (first: number, into: Float64Array) => void;
  /** Numbers in whole 1/10,000, where that is exactly what their text says. */
  readonly amounts: (first: number, into: Float64Array) => void;
}

/** What the byte scanner needs to know of JSON records. */
export interface ScannedLines {
  readonly names: readonly string[];
  readonly keys: JsonKeys;
  /** Where the records of a list stand; `null` for lines. */
  readonly list: ScannedList | null;
}

/** Where the records of a list stand in its file. */
export interface ScannedList {
  /** Bytes where some of its records begin, the first among them. */
  readonly starts: readonly number[];
  /** The byte behind its last record. */
  readonly end: number;
  /** The line of its first record. */
  readonly firstLine: number;
}

/** The pages of a file that stores its columns in groups of rows. */
export interface StoredPages {
  /** The first record of each group. */
  readonly groups: readonly number[];
  /** Whether reading of these columns can begin at any record. */
  readonly areReadFromAnywhere: (columns: readonly number[]) => boolean;
}

/** Makes the table of a list inside records; see {@link TypedTable.lists}. */
export type ListTable = (withEmpty?: boolean) => TypedTable;

/** The records of a file whose cells have types, beside delimited text. */
export interface TypedTable {
  readonly kind: "workbook" | "parquet" | "json";
  /** The sheet that is read, or of a JSON object the list; empty where the kind of file has none. */
  readonly sheet: string;
  /** Sheets that hold rows and are not read, in their order; in the first table of a workbook. */
  readonly otherSheets: readonly string[];
  /** The sheets of one header that are read together, where there are several; in the first table of a workbook. */
  readonly sheetsTogether: readonly string[];
  /** Whether the last page of an interface's answers says that more follow; left out where it does not say. */
  readonly hasMore?: boolean | undefined;
  /** The names of the columns; `null` where a header must be found among the records. */
  readonly names: readonly string[] | null;
  readonly width: number;
  /** Records; of a workbook blank rows and the header, too. */
  readonly length: number;
  /** Columns with nested values, whose cells are empty, and the line of the first. */
  readonly nested: ReadonlyMap<number, number>;
  /** Columns that cannot be read, whose cells are empty as long as nobody needs them, and why. */
  readonly refused?: ReadonlyMap<number, InputError>;
  /**
   * Tables with one record per record of a list inside, such as an order's lines, by the key of the list; and, unless
   * `withEmpty` is false, one per record whose list is empty.
   */
  readonly lists?: ReadonlyMap<string, ListTable>;
  /** The list whose records these are, and its first column; those before it are the columns of whatever holds the list. */
  readonly inside?: { readonly list: string; readonly firstColumn: number };
  /** Whether all cells of a column that are not blank are dates, or all are numbers, by what the file says of itself. */
  readonly hasOneType: (column: number) => boolean;
  /** The row of a sheet or of a Parquet file, or the line of a text, on which a record begins; the first is 1. */
  readonly line: (record: number) => number;
  /** Makes the first `records` cells of some columns ready; the columns are those asked for. */
  readonly load: (columns: readonly number[], records?: number) => Promise<readonly TypedColumn[]>;
  /** How a file that stores its columns in pages can be shared by threads. */
  readonly pages?: StoredPages;
  /** Where the byte scanner reads the records from the file, too. */
  readonly scanned?: ScannedLines;
}

/** A file whose records have typed cells. Its stored bytes are those of the file. */
export class TableSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly stored: ByteSource["stored"];
  readonly table: TypedTable;

  constructor(source: ByteSource, table: TypedTable, name = `${source.name}${sheetText(table)}`) {
    this.name = name;
    this.size = source.size;
    this.stored = source.stored;
    this.table = table;
  }
}

/** The same file with one record per record of a list inside its records. */
export function perListRecord(source: TableSource, list: ListTable, withEmpty = true): TableSource {
  return new TableSource(source, list(withEmpty), source.name);
}

/** How a file's name in messages ends in its sheet or list; empty where it has none. */
export function sheetText({ kind, sheet }: Pick<TypedTable, "kind" | "sheet">): string {
  return sheet === "" ? "" : `, ${kind === "json" ? "list" : "sheet"} "${sheet}"`;
}

/** The typed table behind a source; `null` where it is text. */
export function tableOf(source: ByteSource): TypedTable | null {
  return source instanceof TableSource ? source.table : null;
}
