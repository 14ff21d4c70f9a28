import { OutputError } from "../../errors.ts";
import { cellXml, columnLetters, headingXml, shownLength } from "./cells.ts";
import { kindAt, SHEET_LIMITS, type Sheet, type SheetColumn } from "./sheet.ts";

export interface SheetXmlOptions {
  readonly currency: string;
  /** Whether this sheet is the one that a reader sees first. */
  readonly first: boolean;
}

/** A worksheet as XML in chunks, one per row, so that a sheet of any length needs no more memory than a row. */
export function* sheetXml(sheet: Sheet, options: SheetXmlOptions): Generator<string> {
  checkColumns(sheet);
  const letters = sheet.columns.map((_, index) => columnLetters(index));
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  yield `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${rangeOf(sheet)}"/>`;
  yield viewXml(sheet, options.first);
  yield `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet, options.currency)}<sheetData>`;
  yield headingsXml(sheet, letters);
  for (let row = 0; row < sheet.length; row += 1) yield rowXml(sheet, row, letters);
  yield `</sheetData>${sheet.length === 0 ? "" : `<autoFilter ref="${rangeOf(sheet)}"/>`}${shadesXml(sheet)}`;
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
  yield '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  yield `${numbersAsTextXml(sheet, letters)}</worksheet>`;
}

/** All cells of a sheet, headings included: `A1:L4001`. */
export function rangeOf({ columns, length }: Sheet): string {
  return `A1:${columnLetters(columns.length - 1)}${length + 1}`;
}

function checkColumns({ name, columns }: Sheet): void {
  if (columns.length <= SHEET_LIMITS.columns) return;
  throw new OutputError(
    `the sheet "${name}" would have ${columns.length} columns, and a worksheet holds ${SHEET_LIMITS.columns}`,
    { hint: "choose a longer --period, or write -o report.json" },
  );
}

function viewXml({ frozenColumns = 1 }: Sheet, first: boolean): string {
  const corner = `${columnLetters(frozenColumns)}2`;
  const across = frozenColumns === 0 ? "" : ` xSplit="${frozenColumns}"`;
  const pane = frozenColumns === 0 ? "bottomLeft" : "bottomRight";
  return (
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0">` +
    `<pane${across} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

/** So many rows are looked at for the width of a column. */
const ROWS_MEASURED = 500;
const NARROWEST = 9;
const WIDEST = 60;

function columnsXml({ columns, length }: Sheet, currency: string): string {
  const widths = columns.map((column) => column.width ?? measuredWidth(column, length, currency));
  const xml = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${xml.join("")}</cols>`;
}

/** The longest of the first cells; a heading breaks between words, into two lines. */
function measuredWidth(column: SheetColumn, length: number, currency: string): number {
  const words = column.heading.split(/[\s-]/).map((word) => word.length);
  let longest = Math.max(...words, Math.ceil(column.heading.length / 2) + 2) + 2; // room for the filter's button
  for (let row = 0; row < Math.min(length, ROWS_MEASURED); row += 1) {
    longest = Math.max(longest, shownLength(kindAt(column, row), column.at(row), currency));
  }
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function headingsXml({ columns }: Sheet, letters: readonly string[]): string {
  const cells = columns.map((column, index) => headingXml(`${letters[index]}1`, column));
  return `<row r="1" ht="32" customHeight="1">${cells.join("")}</row>`;
}

const LINE_HEIGHT = 15;

/** Rows with long text are as high as it; where a program does not measure them itself, it would be hidden. */
function heightXml({ columns }: Sheet, row: number): string {
  let lines = 1;
  for (const column of columns) {
    if (column.kind !== "long") continue;
    const text = String(column.at(row) ?? "");
    lines = Math.max(lines, Math.ceil((text.length * 1.05) / (column.width ?? WIDEST)));
  }
  return lines === 1 ? "" : ` ht="${Math.min(lines, 20) * LINE_HEIGHT}" customHeight="1"`;
}

function rowXml(sheet: Sheet, row: number, letters: readonly string[]): string {
  const { columns } = sheet;
  const number = row + 2;
  let cells = "";
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] as SheetColumn;
    const faint = column.faint?.(row) === true;
    cells += cellXml(`${letters[index]}${number}`, { kind: kindAt(column, row), value: column.at(row), faint });
  }
  return `<row r="${number}"${heightXml(sheet, row)}>${cells}</row>`;
}

/** From white to a blue that black text can be read on. */
function shadesXml({ shaded }: Sheet): string {
  if (shaded === undefined) return "";
  const [top, bottom] = shaded.rows;
  const [left, right] = shaded.columns;
  const range = `${columnLetters(left)}${top + 2}:${columnLetters(right)}${bottom + 2}`;
  return (
    `<conditionalFormatting sqref="${range}"><cfRule type="colorScale" priority="1"><colorScale>` +
    '<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF8DB4E2"/>' +
    "</colorScale></cfRule></conditionalFormatting>"
  );
}

/** Ids that look like numbers are text on purpose; spreadsheets are told not to mark them. */
function numbersAsTextXml(sheet: Sheet, letters: readonly string[]): string {
  if (sheet.length === 0) return "";
  const columns = sheet.columns.flatMap(({ kind }, index) =>
    kind === "text" ? [`${letters[index]}2:${letters[index]}${sheet.length + 1}`] : [],
  );
  if (columns.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${columns.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}
