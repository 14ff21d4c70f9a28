import { type DataColumn, type DataTable, dataColumns } from "../../../csv/writer/data-table.ts";
import type { Language } from "../../language/language.ts";
import type { CellKind, Sheet, SheetColumn } from "../../xlsx/sheet.ts";

/** The sheets of a report's workbook, in their order. */
export const SHEET_KEYS = [
  "summary",
  "segments",
  "customers",
  "retention",
  "cohorts",
  "repeat",
  "cutPoints",
  "ledger",
  "movement",
  "distributions",
  "concentration",
  "cohortFigures",
  "backtest",
  "forecast",
  "profile",
  "loyalty",
  "files",
  "notes",
  "definitions",
] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** A column of a report's sheet, with the name that data files have for it; `null` where they have none. */
export interface ReportColumn extends SheetColumn {
  readonly name: string;
  /** What its numbers mean, for the sheet of definitions. */
  readonly meaning: string;
}

export interface ReportSheet extends Sheet {
  readonly columns: readonly ReportColumn[];
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

function cellKind(kind: DataColumn["kind"]): CellKind {
  return kind === "bar" ? "share" : kind;
}
