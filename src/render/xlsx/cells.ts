import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { type CellValue, type ColumnKind, dataText } from "../../csv/writer/data-table.ts";
import { type CellKind, SHEET_LIMITS } from "./sheet.ts";

/** Day 0 of the civil count, 1 January 1970, in the 1900 date system of spreadsheets. */
export const EPOCH_SERIAL = 25_569;

/** Earlier serials are off by one, since spreadsheets know a 29 February 1900. */
const FIRST_SAFE_SERIAL = 61;

/** The number of a cell as a file has it, for a chart that remembers it; `null` where it has none. */
export function cachedNumber(kind: CellKind, value: CellValue): string | null {
  return typeof value === "number" || typeof value === "bigint" ? numberText(kind, value) : null;
}

/** A number in the form of the file; `null` for a day that spreadsheets cannot tell. */
function numberText(kind: CellKind, value: number | bigint): string | null {
  if (kind !== "day") return dataText(columnKind(kind), value);
  const serial = serialOf(value);
  return serial === null ? null : String(serial);
}

/** The number that spreadsheets have for a civil day; `null` for a day before they can count. */
export function serialOf(day: number | bigint): number | null {
  const serial = Number(day) + EPOCH_SERIAL;
  return serial < FIRST_SAFE_SERIAL ? null : serial;
}

/** The kind of a data column whose text a number of this kind has. */
export function columnKind(kind: CellKind): ColumnKind {
  if (kind === "ratio" || kind === "small" || kind === "points") return "number";
  return kind === "long" ? "text" : kind;
}

/** Text that a cell can hold; what is cut says so at its end, with the length it had. */
export function cut(text: string): string {
  if (text.length <= SHEET_LIMITS.characters) return text;
  const end = `… [${text.length}]`;
  return `${text.slice(0, SHEET_LIMITS.characters - end.length).replace(/[\ud800-\udbff]$/, "")}${end}`;
}

/** A column's letters: `A`, `Z`, `AA`; from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : columnLetters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

/** A range of cells, rows and columns from 0: `A1:C4`. */
export function rangeText(rows: readonly [number, number], columns: readonly [number, number]): string {
  return `${columnLetters(columns[0])}${rows[0] + 1}:${columnLetters(columns[1])}${rows[1] + 1}`;
}

/** The same where it never moves, as formulas of charts and names have it: `$A$1:$C$4`. */
export function fixedRange(range: string): string {
  return range.replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** A sheet's name as formulas have it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** How many characters a cell takes on the screen, for the width of its column. */
export function shownLength(kind: CellKind, value: CellValue, currency: string): number {
  if (value === null) return 0;
  if (typeof value === "string") return longestLine(value);
  if (kind === "money" || kind === "quotient") return moneyLength(Number(value), kind, currency);
  if (kind === "day") return 10;
  if (kind === "points") return 12;
  if (kind === "share" || kind === "ratio" || kind === "small") return 7;
  return Math.ceil(String(value).length * 1.3);
}

function longestLine(text: string): number {
  return Math.max(
    ...text
      .slice(0, 2000)
      .split("\n")
      .map((line) => line.length),
  );
}

function moneyLength(value: number, kind: CellKind, currency: string): number {
  const units = Math.trunc(kind === "money" ? value / AMOUNT_SCALE : value);
  const digits = String(units).length;
  return digits + Math.floor(digits / 3) + 4 + (currency === "" ? 0 : currency.length + 1);
}
