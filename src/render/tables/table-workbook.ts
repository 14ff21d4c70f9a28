import { type DataColumn, type DataTable, dataColumns } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { dateCode } from "../report/workbook/date-code.ts";
import { definitionSheet } from "../report/workbook/definition-sheet.ts";
import {
  cellKind,
  columnsOf,
  type ReportColumn,
  type ReportSheet,
  SHEET_KEYS,
  type SheetKey,
  tableNameOf,
} from "../report/workbook/report-sheet.ts";
import { type CellKind, SHEET_LIMITS } from "../xlsx/sheet.ts";
import { renderWorkbook } from "../xlsx/workbook.ts";
import { withOrWithoutMoney } from "./without-money.ts";

interface TableWorkbookOptions {
  readonly language: Language;
  /** The currency that stands behind money. Default none. */
  readonly currency?: string;
  /** Rows that a worksheet can have; fewer in tests. */
  readonly mostRows?: number;
}

/**
 * A result table as an Excel workbook: one sheet with every column, as a table with a filter and frozen headings, and one
 * that says what the columns mean, as far as the catalogue has words for them.
 */
export function renderTableWorkbook(
  table: DataTable,
  { language, currency = "", mostRows = SHEET_LIMITS.rows }: TableWorkbookOptions,
): AsyncIterable<Uint8Array> {
  const sheet = sheetOf(withOrWithoutMoney(table, language, "people"), language);
  const explained = { ...sheet, columns: sheet.columns.filter(({ meaning }) => meaning !== "") };
  const defined = explained.columns.length === 0 ? [] : [definitionSheet([explained], language)];
  return renderWorkbook([sheet, ...defined.map((one) => ({ ...one, tableName: tableNameOf("definitions") }))], {
    currency,
    date: dateCode(language.locale),
    points: language.words.workbook.points,
    mostRows,
  });
}

function sheetOf(table: DataTable, language: Language): ReportSheet {
  const key = SHEET_KEYS.find((one) => one === table.sheet) ?? "result";
  return {
    name: language.words.workbook.sheets[key],
    tableName: tableNameOf(key),
    length: table.length,
    columns: dataColumns(table).map((column) =>
      sheetColumn(column, { key, kind: cellKind(column, table.length) }, language),
    ),
  };
}

/** Results whose columns mean what the report's of the same name do. */
const LIKE_THE_REPORT: readonly SheetKey[] = [
  ...(["customers", "segments", "retention", "cohorts", "cohortFigures", "repeat"] as const),
  ...(["backtest", "forecast", "profile", "loyalty", "schemes"] as const),
];

/** A column by the heading that workbooks have for it, else by that of tables; one of the exports keeps its own name. */
function sheetColumn(
  column: DataColumn,
  { key, kind }: { readonly key: SheetKey; readonly kind: CellKind },
  language: Language,
): ReportColumn {
  const { name, at, cells, isCarried = false } = column;
  const plain = { name, heading: name, meaning: "", kind, at, cells };
  if (isCarried) return plain;
  const known: Readonly<Record<string, unknown>> = language.words.workbook.columns;
  const hasOwn = known[`${key}.${name}`] !== undefined;
  if (hasOwn || (LIKE_THE_REPORT.includes(key) && known[name] !== undefined)) {
    return { ...columnsOf(key, language)(name, kind, at), cells };
  }
  return column.heading === undefined ? plain : { ...plain, heading: capitalised(column.heading) };
}

/** Headings of tables are in small letters; those of sheets begin with a capital. */
function capitalised(heading: string): string {
  return heading.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
