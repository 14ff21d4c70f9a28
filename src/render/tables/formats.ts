/*
 * Tables: what the analyses found as rows and columns, the same in every format. Each file makes one table; this one writes
 * any of them as CSV, TSV, JSON, NDJSON, a workbook, Markdown or text.
 */
import { printable } from "../../basics/text/words.ts";
import { type DataTable, dataColumns, jsonToken } from "../../csv/writer/data-table.ts";
import { delimited } from "../../csv/writer/delimited.ts";
import { type SpreadsheetForm, spreadsheetRows } from "../../csv/writer/spreadsheet.ts";
import type { Chunks } from "../../files/chunks.ts";
import { type Language, peopleText } from "../language/language.ts";
import { plainStyle, type Style } from "../terminal/style.ts";
import { leftColumns, renderTextTable } from "../terminal/text-table.ts";
import { withOrWithoutMoney } from "./without-money.ts";

export const FORMATS = ["table", "csv", "tsv", "json", "ndjson", "md", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];
/** Formats of a table that are text. */
export type TextFormat = Exclude<Format, "xlsx">;

/** Formats of a file: those of a table, and that which only a whole report has. */
export type FileFormat = Format | "html";

/** Formats that are the same in every language. */
export type MachineFormat = Exclude<Format, "table" | "md" | "xlsx">;

/** Whether a format is for machines to read: it is the same in every language. */
export function isMachineFormat(format: FileFormat): format is MachineFormat {
  return isDataFormat(format) && format !== "xlsx";
}

/** Formats of a table's data: all its columns, and nothing around them. */
export type DataFormat = MachineFormat | "xlsx";

/** Whether a format holds a table's data: all its columns, and nothing around them. */
export function isDataFormat(format: FileFormat): format is DataFormat {
  return format !== "table" && format !== "md" && format !== "html";
}

export interface RenderOptions {
  readonly language: Language;
  /** Columns of the terminal, for tables. Default 80. */
  readonly width?: number;
  readonly style?: Style;
  /** What CSV and TSV are written for, where it is a spreadsheet that opens them. */
  readonly spreadsheet?: SpreadsheetForm | undefined;
  /** Whether the command has other formats, which have room for every column. Default true. */
  readonly hasFormats?: boolean;
  /** The currency that a workbook writes behind its money, `EUR`. Default none. */
  readonly currency?: string;
}

/** How many records a table is in a format; `undefined` in those for people. */
export function recordsIn(table: DataTable, format: Format): number | undefined {
  return format === "table" || format === "md" ? undefined : table.length;
}

/** A result table in any format, in chunks of text or bytes; a table of any length needs no more memory than a chunk. */
export function renderTable(
  table: DataTable,
  format: TextFormat,
  options: RenderOptions,
): Iterable<string | Uint8Array>;
export function renderTable(table: DataTable, format: Format, options: RenderOptions): Chunks;
export function renderTable(table: DataTable, format: Format, options: RenderOptions): Chunks {
  const { spreadsheet, language } = options;
  if (format === "xlsx") return workbookOf(table, options);
  const data = withOrWithoutMoney(table, language, "data");
  if (spreadsheet !== undefined && (format === "csv" || format === "tsv")) {
    return spreadsheetRows(data, format, spreadsheet);
  }
  if (isMachineFormat(format)) return renderData(data, format);
  return format === "md" ? markdown(table, language) : textTable(table, options);
}

/** What writes workbooks is loaded where one is asked for. */
async function* workbookOf(table: DataTable, options: RenderOptions): AsyncGenerator<Uint8Array> {
  const { renderTableWorkbook } = await import("./table-workbook.ts");
  yield* renderTableWorkbook(table, options);
}

/** A result table in a format for machines. */
export function renderData(table: DataTable, format: MachineFormat): Iterable<string | Uint8Array> {
  switch (format) {
    case "csv":
      return delimited(table, { delimiter: "," });
    case "tsv":
      return delimited(table, { delimiter: "\t" });
    case "json":
      return jsonRows(table);
    case "ndjson":
      return jsonLines(table);
  }
}

function jsonObject(table: DataTable, row: number): string {
  const fields = dataColumns(table).map(({ name, kind, at }) => `${JSON.stringify(name)}:${jsonToken(kind, at(row))}`);
  return `{${fields.join(",")}}`;
}

function* jsonLines(table: DataTable): Generator<string> {
  for (let row = 0; row < table.length; row += 1) yield `${jsonObject(table, row)}\n`;
}

function* jsonRows(table: DataTable): Generator<string> {
  yield "[";
  for (let row = 0; row < table.length; row += 1) yield `${row === 0 ? "\n" : ",\n"}${jsonObject(table, row)}`;
  yield "\n]\n";
}

/** The rows of a table as a JSON array, for putting into a larger document. */
export function jsonArray(table: DataTable, language: Language): string {
  const data = withOrWithoutMoney(table, language, "data");
  return `[${Array.from({ length: data.length }, (_, row) => jsonObject(data, row)).join(",")}]`;
}

/** A Markdown table for people; bars are left out. */
export function* markdown(table: DataTable, language: Language): Generator<string> {
  const columns = withOrWithoutMoney(table, language, "people").columns.filter(
    (column) => column.kind !== "bar" && column.dataOnly !== true,
  );
  const isLeft = (kind: string): boolean => kind === "text" || kind === "day" || kind === "flag";
  yield `| ${columns.map((column) => escapeMarkdown(column.heading ?? column.name)).join(" | ")} |\n`;
  yield `| ${columns.map(({ kind, align }) => (isLeft(kind) && align !== "right" ? "---" : "---:")).join(" | ")} |\n`;
  for (let row = 0; row < table.length; row += 1) {
    yield `| ${columns.map(({ kind, at }) => escapeMarkdown(peopleText(language, kind, at(row)))).join(" | ")} |\n`;
  }
}

/** Text from the data that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>|#~]/g, "\\$&");
}

function* textTable(
  table: DataTable,
  { width = 80, style = plainStyle, language, hasFormats = true }: RenderOptions,
): Generator<string> {
  const rendered = renderTextTable(table, { width, style, language });
  yield `${rendered.text}\n`;
  yield* leftColumns(rendered, { width, style, language }, hasFormats ? ["--format csv"] : []);
}
