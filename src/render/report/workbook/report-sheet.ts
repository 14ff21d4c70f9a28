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
    columns: dataColumns(table).map(({ name, kind, at }) =>
      make(name, cellKind(kind), at, faint === undefined ? {} : { faint }),
    ),
  };
}

/** The kind of the cells of a data column. */
export function cellKind(kind: DataColumn["kind"]): CellKind {
  return kind === "bar" ? "share" : kind;
}

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
