import { OutputError } from "../../errors.ts";
import { cellXml, columnLetters, rangeText, shownLength, textCellXml } from "./cells.ts";
import { marksXml } from "./marks-xml.ts";
import { headingRow, headingsOf, kindAt, SHEET_LIMITS, type Sheet, type SheetColumn } from "./sheet.ts";
import { headingStyle, pageStyle, styleOf } from "./styles.ts";
import { linksXml, PRINT_XML, SHEET_START } from "./worksheet.ts";

export interface SheetXmlOptions {
  readonly currency: string;
  /** Whether this sheet is the one that a reader sees first. */
  readonly first: boolean;
}

/** A worksheet as XML in chunks, one per row, so that a sheet of any length needs no more memory than a row. */
export function* sheetXml(sheet: Sheet, options: SheetXmlOptions): Generator<string> {
  checkColumns(sheet);
  const letters = sheet.columns.map((_, index) => columnLetters(index));
  const { above } = sheet;
  yield SHEET_START;
  yield `<dimension ref="${above === undefined ? tableRange(sheet) : tableRange(sheet).replace("A2", "A1")}"/>`;
  yield viewXml(sheet, options.first);
  yield `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet, options.currency)}<sheetData>`;
  if (above !== undefined) yield `<row r="1">${textCellXml("A1", pageStyle("link"), above.text)}</row>`;
  yield headingsXml(sheet, letters);
  for (let row = 0; row < sheet.length; row += 1) yield rowXml(sheet, row, letters);
  yield `</sheetData>${filterXml(sheet)}${marksXml(sheet.marks ?? [], headingRow(sheet), sheet.length)}`;
  yield `${linksXml(above === undefined ? [] : [{ reference: "A1", sheet: above.sheet }])}${PRINT_XML}`;
  yield `${numbersAsTextXml(sheet, letters)}${isTable(sheet) ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ""}</worksheet>`;
}

/** Whether a sheet is a table that formulas and queries know by its name: one without a row cannot be. */
export function isTable({ tableName, length }: Sheet): boolean {
  return tableName !== undefined && length > 0;
}

/** The filter of a table stands in the table's own part. */
function filterXml(sheet: Sheet): string {
  return sheet.length === 0 || isTable(sheet) ? "" : `<autoFilter ref="${tableRange(sheet)}"/>`;
}

/** The table's cells, headings included: `A1:L4001`. */
export function tableRange(sheet: Sheet): string {
  const top = headingRow(sheet) - 1;
  return rangeText([top, top + sheet.length], [0, sheet.columns.length - 1]);
}

function checkColumns({ name, columns }: Sheet): void {
  if (columns.length <= SHEET_LIMITS.columns) return;
  throw new OutputError(
    `the sheet "${name}" would have ${columns.length} columns, and a worksheet holds ${SHEET_LIMITS.columns}`,
    { hint: "choose a longer --period, or write -o report.json" },
  );
}

function viewXml(sheet: Sheet, first: boolean): string {
  const { frozenColumns = 1 } = sheet;
  const corner = `${columnLetters(frozenColumns)}${headingRow(sheet) + 1}`;
  const across = frozenColumns === 0 ? "" : ` xSplit="${frozenColumns}"`;
  const pane = frozenColumns === 0 ? "bottomLeft" : "bottomRight";
  return (
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0">` +
    `<pane${across} ySplit="${headingRow(sheet)}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
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

/** The headings; they break into lines, and stand where the cells do: on the right where their kind differs by row. */
function headingsXml(sheet: Sheet, letters: readonly string[]): string {
  const row = headingRow(sheet);
  const cells = headingsOf(sheet).map((heading, index) => {
    const kind = sheet.columns[index]?.kind;
    const style = headingStyle(kind === undefined || typeof kind === "function" ? null : kind);
    return textCellXml(`${letters[index]}${row}`, style, heading);
  });
  return `<row r="${row}" ht="32" customHeight="1">${cells.join("")}</row>`;
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
  const number = row + headingRow(sheet) + 1;
  let cells = "";
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] as SheetColumn;
    const kind = kindAt(column, row);
    const style = styleOf(kind, column.faint?.(row) === true ? "faint" : "plain");
    cells += cellXml(`${letters[index]}${number}`, { kind, value: column.at(row), style });
  }
  return `<row r="${number}"${heightXml(sheet, row)}>${cells}</row>`;
}

/** Ids that look like numbers are text on purpose; spreadsheets are told not to mark them. */
function numbersAsTextXml(sheet: Sheet, letters: readonly string[]): string {
  if (sheet.length === 0) return "";
  const top = headingRow(sheet) + 1;
  const columns = sheet.columns.flatMap(({ kind }, index) =>
    kind === "text" ? [`${letters[index]}${top}:${letters[index]}${top + sheet.length - 1}`] : [],
  );
  if (columns.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${columns.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}
