import type { CellValue, ColumnKind } from "../../csv/writer/data-table.ts";

/** What a cell of a workbook is: the kinds of data columns, `long` text that breaks into lines, `ratio`, how many times, and `points`, a difference in percentage points. */
export type CellKind = Exclude<ColumnKind, "bar"> | "long" | "ratio" | "points";

export interface SheetColumn {
  readonly heading: string;
  /** One kind for the whole column, or one for each row. */
  readonly kind: CellKind | ((row: number) => CellKind);
  readonly at: (row: number) => CellValue;
  /** In characters; by the longest of the first cells where it is left out. */
  readonly width?: number;
  /** Rows whose cell is shown in grey italics: a figure so far, of a period that is not complete. */
  readonly faint?: (row: number) => boolean;
}

/** Cells that are shaded from white to the darkest by their value; rows and columns from 0, headings not counted. */
export interface ShadedCells {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** A sheet of a workbook: a table with its headings in the first row. */
export interface Sheet {
  readonly name: string;
  readonly length: number;
  readonly columns: readonly SheetColumn[];
  /** Columns that stay in sight beside the headings. Default 1. */
  readonly frozenColumns?: number;
  readonly shaded?: ShadedCells;
}

/** What a worksheet can hold; more rows go on in another sheet, longer texts are cut where they are written. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384, characters: 32_767, nameCharacters: 31 } as const;

/** The kind of one cell. */
export function kindAt({ kind }: SheetColumn, row: number): CellKind {
  return typeof kind === "function" ? kind(row) : kind;
}

/**
 * Sheets that fit a worksheet's rows: those that do not are continued in sheets of their own, `Customers 2` after `Customers`.
 *
 * @param most rows that a sheet can have, its headings among them
 */
export function splitSheets(sheets: readonly Sheet[], most: number = SHEET_LIMITS.rows): readonly Sheet[] {
  const rows = most - 1;
  return sheets.flatMap((sheet) =>
    Array.from({ length: Math.max(1, Math.ceil(sheet.length / rows)) }, (_, part) => partOf(sheet, part, rows)),
  );
}

/** How many texts are longer than a cell holds; they are cut, and end with the length that they had. */
export function countLongTexts(sheets: readonly Sheet[]): number {
  let long = 0;
  for (const sheet of sheets) {
    for (const column of sheet.columns) {
      if (typeof column.kind !== "function" && column.kind !== "text" && column.kind !== "long") continue;
      for (let row = 0; row < sheet.length; row += 1) {
        const value = column.at(row);
        if (typeof value === "string" && value.length > SHEET_LIMITS.characters) long += 1;
      }
    }
  }
  return long;
}

function partOf(sheet: Sheet, part: number, rows: number): Sheet {
  const start = part * rows;
  if (start === 0) return sheet.length <= rows ? sheet : { ...sheet, length: rows };
  const { shaded: _, ...rest } = sheet;
  return {
    ...rest,
    name: `${sheet.name.slice(0, SHEET_LIMITS.nameCharacters - 3)} ${part + 1}`,
    length: Math.min(rows, sheet.length - start),
    columns: sheet.columns.map((column) => shifted(column, start)),
  };
}

function shifted(column: SheetColumn, start: number): SheetColumn {
  const { kind, at, faint } = column;
  return {
    ...column,
    kind: typeof kind === "function" ? (row) => kind(start + row) : kind,
    at: (row) => at(start + row),
    ...(faint === undefined ? {} : { faint: (row: number) => faint(start + row) }),
  };
}
