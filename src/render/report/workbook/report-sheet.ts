import { type DataColumn, type DataTable, dataColumns } from "../../../csv/writer/data-table.ts";
import type { Language } from "../../language/language.ts";
import type { CellKind, CellMarks, Sheet, SheetColumn } from "../../xlsx/sheet.ts";

/** The sheets of a report's workbook, in their order, and those of other commands' workbooks. */
export const SHEET_KEYS = [
  "summary",
  "segments",
  "grid",
  "customers",
  "groups",
  "retention",
  "cohorts",
  "repeat",
  "movement",
  "distributions",
  "concentration",
  "backtest",
  "forecast",
  "profile",
  "loyalty",
  "cohortFigures",
  "cutPoints",
  "ledger",
  "files",
  "settings",
  "notes",
  "definitions",
  "orders",
  "lists",
  "schemes",
  "understood",
  "compared",
  "effect",
  "rejects",
  "result",
] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** A column of a report's sheet, with the name that data files have for it. */
export interface ReportColumn extends SheetColumn {
  readonly name: string;
  /** Whether data files have no such column. */
  readonly isOnlyHere?: boolean;
  /** What its numbers mean, for the sheet of definitions. */
  readonly meaning: string;
}

export interface ReportSheet extends Sheet {
  readonly columns: readonly ReportColumn[];
  /** Stands above the table. */
  readonly remark?: string;
  /** The names of columns whose values are also seen, each by itself. */
  readonly marked?: Readonly<Partial<Record<CellMarks["look"], readonly string[]>>>;
}

/** Makes columns of one sheet by the names that data files have for them; headings and meanings are the language's. */
export type MakeColumn = (
  name: string,
  kind: SheetColumn["kind"],
  at: SheetColumn["at"],
  look?: Pick<SheetColumn, "width" | "faint">,
) => ReportColumn;

/** The maker of a sheet's columns: a text for `cohortFigures.customers` goes before the one for `customers`. */
export function columnsOf(sheet: SheetKey, { words }: Language): MakeColumn {
  const texts: Readonly<Record<string, readonly [heading: string, meaning: string]>> = words.workbook.columns;
  return (name, kind, at, look = {}) => {
    const [heading, meaning] = texts[`${sheet}.${name}`] ?? texts[name] ?? [name, ""];
    return { name, heading, meaning, kind, at, ...look };
  };
}

/** A sheet with the columns that data files have of a table; rows may be faint. */
export function sheetOfTable(
  key: SheetKey,
  table: DataTable,
  { language, faint }: { readonly language: Language; readonly faint?: (row: number) => boolean },
): ReportSheet {
  const make = columnsOf(key, language);
  return {
    name: language.words.workbook.sheets[key],
    length: table.length,
    columns: dataColumns(table).map((column) =>
      make(column.name, cellKind(column, table.length), column.at, faint === undefined ? {} : { faint }),
    ),
  };
}

/** A sheet in whose columns of these names codes of data stand as words that people read. */
export function inWords(sheet: ReportSheet, words: Readonly<Record<string, SheetColumn["at"]>>): ReportSheet {
  return { ...sheet, columns: sheet.columns.map((column) => ({ ...column, at: words[column.name] ?? column.at })) };
}

/** So many rows are looked at for the decimals of a column. */
const ROWS_SEEN = 500;
/** A number with more characters is rounded where it is shown. */
const SHORT_NUMBER = 6;

/** The kind of the cells of a data column; numbers with many decimals are shown with as many as their size needs. */
export function cellKind({ kind, at }: Pick<DataColumn, "kind" | "at">, length: number): CellKind {
  if (kind === "bar") return "share";
  if (kind !== "number") return kind;
  const values = Array.from({ length: Math.min(length, ROWS_SEEN) }, (_, row) => at(row));
  const numbers = values
    .filter((value) => typeof value === "number" && value !== 0)
    .map((value) => Math.abs(Number(value)));
  if (numbers.every((number) => String(number).length <= SHORT_NUMBER)) return "number";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (most <= 1 || (least < LEAST_WITH_TWO_DECIMALS && most <= MOST_WITH_FOUR_DECIMALS)) return "small";
  return least >= LEAST_WITH_TWO_DECIMALS ? "ratio" : "number";
}

/** Two decimals tell smaller numbers badly. */
const LEAST_WITH_TWO_DECIMALS = 0.1;
/** Larger numbers are not told better by four. */
const MOST_WITH_FOUR_DECIMALS = 100;

/**
 * A sheet as it stands in the workbook: a table with a name that is the same in every language, its marks in the columns
 * that it has, and the way back to the summary.
 */
export function placedSheet(sheet: ReportSheet, { words }: Language): ReportSheet {
  const { sheets } = words.workbook;
  const key = SHEET_KEYS.find((one) => sheets[one] === sheet.name) ?? "notes";
  return {
    ...sheet,
    tableName: tableNameOf(key),
    above: { text: `← ${sheets.summary}`, sheet: sheets.summary, remark: sheet.remark },
    marks: [...(sheet.marks ?? []), ...marksOf(sheet)],
  };
}

/** What formulas call the table of a sheet, the same in every language: `CutPoints`. */
export function tableNameOf(key: SheetKey): string {
  return `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
}

function marksOf({ marked = {}, columns }: ReportSheet): readonly CellMarks[] {
  return (["bar", "scale"] as const).flatMap((look) =>
    (marked[look] ?? []).flatMap((name): readonly CellMarks[] => {
      const at = columns.findIndex((column) => column.name === name);
      return at < 0 ? [] : [{ look, columns: [at, at] }];
    }),
  );
}
