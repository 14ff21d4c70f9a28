import type { CellValue, ColumnKind, DataColumn } from "../../csv/writer/data-table.ts";

/**
 * What a cell of a workbook is: the kinds of data columns, `long` text that breaks into lines, `ratio`, how many times,
 * `small`, a number with four decimals, and `points`, a difference in percentage points.
 */
export type CellKind = Exclude<ColumnKind, "bar"> | "long" | "ratio" | "small" | "points";

export interface SheetColumn {
  readonly heading: string;
  /** One kind for the whole column, or one for each row. */
  readonly kind: CellKind | ((row: number) => CellKind);
  readonly at: (row: number) => CellValue;
  /** The same cells as they stand in memory, where they do: sheets of many rows are written from there. */
  readonly cells?: DataColumn["cells"];
  /** In characters; by the longest of the first cells where it is left out. */
  readonly width?: number;
  /** Rows whose cell is shown in grey italics: a figure so far, of a period that is not complete. */
  readonly faint?: (row: number) => boolean;
}

/**
 * Cells whose values are also seen: `scale` shades them from white at 0 to a blue that black text can be read on at the
 * greatest; `bar` draws a bar in each, from 0 to the greatest. Rows and columns from 0, headings not counted.
 */
export interface CellMarks {
  readonly look: "scale" | "bar";
  readonly columns: readonly [first: number, last: number];
  /** All rows where they are left out. */
  readonly rows?: readonly [first: number, last: number];
}

/** Text that leads to the first cell of another sheet. */
export interface SheetLink {
  readonly text: string;
  readonly sheet: string;
  /** Stands beside it. */
  readonly remark?: string | undefined;
}

/** A sheet of a workbook: a table with its headings in the first row, or in the second where a link stands above them. */
export interface Sheet {
  readonly name: string;
  readonly length: number;
  readonly columns: readonly SheetColumn[];
  /** What the table is called in formulas and queries: ASCII letters, digits and `_`, not like a cell's name; once in a workbook. */
  readonly tableName?: string;
  /** Columns that stay in sight beside the headings. Default 1. */
  readonly frozenColumns?: number;
  readonly marks?: readonly CellMarks[];
  /** Stands above the headings. */
  readonly above?: SheetLink;
}

/** What a worksheet can hold; more rows go on in another sheet, longer texts are cut where they are written. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384, characters: 32_767, nameCharacters: 31 } as const;

/** The row of the headings, from 1. */
export function headingRow({ above }: Sheet): number {
  return above === undefined ? 1 : 2;
}

/** The headings as they are written: in a table no two are the same, whatever their case, and none breaks by itself. */
export function headingsOf({ columns }: Sheet): readonly string[] {
  const taken = new Set<string>();
  return columns.map(({ heading }) => {
    const short = heading.replace(/\s+/g, " ").slice(0, MOST_HEADING - 4);
    const plain = short.replace(/[\ud800-\udbff]$/, "") || "-"; // not half a character
    let name = plain;
    for (let again = 2; taken.has(name.toLowerCase()); again += 1) name = `${plain} ${again}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Characters that the name of a table's column can have. */
const MOST_HEADING = 255;

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
  return sheets.flatMap((sheet) => {
    const rows = most - headingRow(sheet);
    return Array.from({ length: partsOf(sheet, most) }, (_, part) => partOf(sheet, part, rows));
  });
}

/** How many worksheets a sheet takes. */
export function partsOf(sheet: Sheet, most: number): number {
  return Math.max(1, Math.ceil(sheet.length / (most - headingRow(sheet))));
}

/** How many texts are longer than a cell holds; they are cut, and end with the length that they had. */
export function countLongTexts(sheets: readonly Sheet[]): number {
  let long = 0;
  for (const sheet of sheets) {
    for (const column of sheet.columns.filter(mayBeLong)) {
      for (let row = 0; row < sheet.length; row += 1) {
        const value = column.at(row);
        if (typeof value === "string" && value.length > SHEET_LIMITS.characters) long += 1;
      }
    }
  }
  return long;
}

/** Whether a column may have a text that a cell does not hold; its cells need not be asked where they stand in memory. */
function mayBeLong({ kind, cells }: SheetColumn): boolean {
  if (typeof kind !== "function" && kind !== "text" && kind !== "long") return false;
  if (cells === undefined) return true;
  if ("texts" in cells) return cells.texts.some((text) => text.length > SHEET_LIMITS.characters);
  return "keys" in cells && longestKey(cells.keys.ends) > SHEET_LIMITS.characters;
}

/** The most bytes that a key has, at least as many as its characters. */
export function longestKey(ends: Uint32Array): number {
  let [longest, from] = [0, 0];
  for (const end of ends) {
    if (end - from > longest) longest = end - from;
    from = end;
  }
  return longest;
}

function partOf(sheet: Sheet, part: number, rows: number): Sheet {
  const start = part * rows;
  if (start === 0) return sheet.length <= rows ? sheet : { ...sheet, length: rows };
  const { marks = [], tableName } = sheet;
  return {
    ...sheet,
    marks: marks.filter(({ rows: some }) => some === undefined),
    ...(tableName === undefined ? {} : { tableName: `${tableName}_${part + 1}` }),
    name: `${sheet.name.slice(0, SHEET_LIMITS.nameCharacters - 3)} ${part + 1}`,
    length: Math.min(rows, sheet.length - start),
    columns: sheet.columns.map((column) => shifted(column, start)),
  };
}

function shifted(column: SheetColumn, start: number): SheetColumn {
  const { kind, at, faint, cells } = column;
  return {
    ...column,
    cells: cells === undefined ? undefined : cellsFrom(cells, start),
    kind: typeof kind === "function" ? (row) => kind(start + row) : kind,
    at: (row) => at(start + row),
    ...(faint === undefined ? {} : { faint: (row: number) => faint(start + row) }),
  };
}

function cellsFrom(cells: NonNullable<SheetColumn["cells"]>, start: number): NonNullable<SheetColumn["cells"]> {
  if ("values" in cells) return { values: cells.values.subarray(start) };
  if ("keys" in cells) return { ...cells, codes: cells.codes.subarray(start) };
  return { ...cells, codes: cells.codes.subarray(start) };
}
