import { formatDay } from "../../basics/calendar/days.ts";
import { AMOUNT_SCALE, formatAmount } from "../../basics/money/amount.ts";
import type { KeyBytes } from "../keys/key-bytes.ts";

/**
 * What the cells of a column are, which decides how data and people's tables show them.
 * `money` is whole 1/10,000 of a currency unit; `quotient` a double in currency units; `share` a fraction; `day` a civil
 * day number; `bar` a fraction drawn as a bar for people and left out of data.
 */
export type ColumnKind = "text" | "count" | "number" | "money" | "quotient" | "share" | "day" | "flag" | "bar";

export type CellValue = string | number | bigint | boolean | null;

/** Numbers, one per row. */
export interface NumberCells {
  readonly values: Int32Array | Float64Array;
}

/** One of a few texts a row, by its number. */
export interface TextCells {
  readonly codes: Uint8Array | Uint16Array;
  readonly texts: readonly string[];
}

/** One of many texts a row, by its number; they stand in memory as UTF-8. */
export interface KeyCells {
  readonly codes: Int32Array;
  readonly keys: KeyBytes;
}

export interface DataColumn {
  /** The name in data files. */
  readonly name: string;
  /** The heading for people; the name where it is left out. */
  readonly heading?: string;
  readonly kind: ColumnKind;
  readonly at: (row: number) => CellValue;
  /** The same cells as they stand in memory, where they do: tables of many rows are written from there. */
  readonly cells?: NumberCells | TextCells | KeyCells | undefined;
  /** Columns of a higher rank give way first where a terminal is too narrow; 0 stays. Default 0. */
  readonly rank?: number;
  /** A median, whose decimals are whatever comes out. */
  readonly isMedian?: boolean;
  /** Text that may be broken into lines where a terminal is narrow. */
  readonly wraps?: boolean;
  /** A heading of several words that may be broken into lines where a terminal is narrow. */
  readonly headingWraps?: boolean;
  /** How dark a terminal shades the cell, 0 … 1; `null` for not at all. */
  readonly shade?: (row: number) => number | null;
  /** Where the cells of a text column stand; numbers stand on the right. Default left. */
  readonly align?: "right";
  /** A column of the exports, under the name that it has there. */
  readonly isCarried?: boolean;
  /** Shown to people only. */
  readonly peopleOnly?: boolean;
  /** In data only. */
  readonly dataOnly?: boolean;
}

/** A result as columns; every format is made from it. */
export interface DataTable {
  readonly length: number;
  /** Which sheet of a workbook it is, by the key that catalogues have for the sheet's name. */
  readonly sheet?: string;
  readonly columns: readonly DataColumn[];
}

/** The columns that data formats have. */
export function dataColumns(table: DataTable): readonly DataColumn[] {
  return table.columns.filter((column) => column.peopleOnly !== true);
}

/** A cell as data: exact, without grouping; missing is empty. */
export function dataText(kind: ColumnKind, value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (kind === "money") return moneyText(value);
  if (kind === "day") return formatDay(Number(value));
  return String(value);
}

/** Whole amounts exactly; those between (a median of two) as the shortest decimal. */
function moneyText(value: number | bigint): string {
  if (typeof value === "number" && !Number.isInteger(value)) return String(value / AMOUNT_SCALE);
  return formatAmount(value);
}

/** A cell as a JSON token; money keeps its decimals, missing is `null`. */
export function jsonToken(kind: ColumnKind, value: CellValue): string {
  if (value === null) return "null";
  if (typeof value === "string" || kind === "day" || kind === "text") return JSON.stringify(dataText(kind, value));
  return dataText(kind, value);
}
