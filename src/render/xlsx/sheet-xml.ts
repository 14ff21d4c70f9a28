import { OutputError } from "../../errors.ts";
import { CellWriter, placeOf } from "./cell-writer.ts";
import { columnLetters, rangeText, shownLength } from "./cells.ts";
import { columnWriter, type WriteCell } from "./column-writer.ts";
import { marksXml } from "./marks-xml.ts";
import { headingRow, headingsOf, kindAt, SHEET_LIMITS, type Sheet, type SheetColumn } from "./sheet.ts";
import { headingStyle, pageStyle, styleOf } from "./styles.ts";
import { linksXml, printXml, SHEET_START } from "./worksheet.ts";

export interface SheetXmlOptions {
  readonly currency: string;
  /** Whether this sheet is the one that a reader sees first. */
  readonly first: boolean;
}

/** A worksheet as XML in chunks: a sheet of any length needs no more memory than a chunk. */
export function* sheetXml(sheet: Sheet, options: SheetXmlOptions): Generator<string | Uint8Array> {
  checkColumns(sheet);
  const letters = sheet.columns.map((_, index) => columnLetters(index));
  const { above } = sheet;
  yield SHEET_START;
  yield `<dimension ref="${above === undefined ? tableRange(sheet) : tableRange(sheet).replace("A2", "A1")}"/>`;
  yield viewXml(sheet, options.first);
  yield `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet, options.currency)}<sheetData>`;
  yield* rowsXml(sheet);
  yield `</sheetData>${filterXml(sheet)}${marksXml(sheet.marks ?? [], headingRow(sheet), sheet.length)}`;
  yield `${linksXml(above === undefined ? [] : [{ reference: "A1", sheet: above.sheet }])}${printXml("any number")}`;
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

/** The link above, the headings, and the rows. */
function* rowsXml(sheet: Sheet): Generator<Uint8Array> {
  const writer = new CellWriter();
  if (sheet.above !== undefined) {
    writer.startRow(1, 2);
    writer.text(placeOf(0, { kind: "text", style: pageStyle("link") }), sheet.above.text);
    writer.cell(placeOf(1, { kind: "text", style: styleOf("text", "faint") }), sheet.above.remark ?? null);
    writer.endRow();
  }
  writeHeadings(writer, sheet);
  const columns = sheet.columns.map((column, index) => columnWriter(writer, column, index));
  for (let row = 0; row < sheet.length; ) {
    row = writeRows(writer, columns, { sheet, from: row });
    yield writer.take();
  }
  if (sheet.length === 0) yield writer.take();
}

/** The headings; they break into lines, and stand where the cells do: on the right where their kind differs by row. */
function writeHeadings(writer: CellWriter, sheet: Sheet): void {
  writer.startRow(headingRow(sheet), sheet.columns.length, ' ht="32" customHeight="1"');
  for (const [index, heading] of headingsOf(sheet).entries()) {
    const kind = sheet.columns[index]?.kind;
    const style = headingStyle(kind === undefined || typeof kind === "function" ? null : kind);
    writer.text(placeOf(index, { kind: "text", style }), heading);
  }
  writer.endRow();
}

/** Writes rows until the chunk is full; returns the next one. Not in the generator, which would be slower. */
function writeRows(
  writer: CellWriter,
  columns: readonly WriteCell[],
  { sheet, from }: { readonly sheet: Sheet; readonly from: number },
): number {
  const top = headingRow(sheet) + 1;
  const hasLongText = sheet.columns.some(({ kind }) => kind === "long");
  let row = from;
  for (; row < sheet.length && !writer.isFull; row += 1) {
    writer.startRow(row + top, columns.length, hasLongText ? heightXml(sheet, row) : "");
    for (let index = 0; index < columns.length; index += 1) (columns[index] as WriteCell)(row);
    writer.endRow();
  }
  return row;
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
