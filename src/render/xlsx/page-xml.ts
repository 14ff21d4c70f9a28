import { CellWriter, placeOf } from "./cell-writer.ts";
import { columnLetters, rangeText } from "./cells.ts";
import { marksXml } from "./marks-xml.ts";
import type { PageLook, PageRow, PageSheet } from "./page-sheet.ts";
import { fillStyle, headingStyle, pageStyle, styleOf } from "./styles.ts";
import { type LinkedCell, linksXml, printXml, SHEET_START } from "./worksheet.ts";

/** A page as the XML of a worksheet. */
export function* pageXml(page: PageSheet, first: boolean): Generator<string | Uint8Array> {
  const { rows, widths, marks = [], charts = [] } = page;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield [
    SHEET_START,
    `<dimension ref="${rangeText([0, Math.max(0, rows.length - 1)], [0, widths.length - 1])}"/>`,
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ""} workbookViewId="0"/></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData>`,
  ].join("");
  yield* rowsXml(page);
  yield [
    "</sheetData>",
    mergesXml(rows),
    marksXml(marks, 0, 0),
    linksXml(linksOf(rows)),
    printXml(page.isOnePage === true ? "one page" : "any number"),
    charts.length === 0 ? "" : '<drawing r:id="rId1"/>',
    "</worksheet>",
  ].join("");
}

function* rowsXml({ rows, widths }: PageSheet): Generator<Uint8Array> {
  const writer = new CellWriter();
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row, widths);
    writer.startRow(index + 1, widths.length, height === LINE_HEIGHT ? "" : ` ht="${height}" customHeight="1"`);
    for (const { column, value, look } of row) {
      const kind = "kind" in look ? look.kind : "text";
      writer.cell(placeOf(column, { kind, style: styleNumber(look) }), value);
    }
    writer.endRow();
    if (writer.isFull) yield writer.take();
  }
  yield writer.take();
}

function styleNumber(look: PageLook): number {
  if ("style" in look) return pageStyle(look.style);
  if ("heading" in look) return headingStyle(look.heading);
  return "fill" in look ? fillStyle(look.fill) : styleOf(look.kind, look.look ?? "plain");
}

const LINE_HEIGHT = 15;
/** Points that a row can be high; spreadsheets refuse more. */
const HIGHEST = 405;
/** Points of a line in the styles whose letters are larger. */
const LINE_HEIGHTS: Readonly<Record<string, number>> = { title: 24, finding: 21, section: 24 };

/** As high as the text that takes most lines; other programs than Excel do not measure rows with merged cells. */
function heightOf(row: PageRow, widths: readonly number[]): number {
  const heights = row.map(({ look, value, column, upTo = column }) => {
    const line = "style" in look ? (LINE_HEIGHTS[look.style] ?? LINE_HEIGHT) : LINE_HEIGHT;
    if (!wraps(look)) return line;
    const width = widths.slice(column, upTo + 1).reduce((sum, one) => sum + one, 0);
    const letters = String(value ?? "").length * (line / LINE_HEIGHT) * 1.1;
    return line * Math.max(1, Math.ceil(letters / width));
  });
  return Math.min(HIGHEST, Math.max(LINE_HEIGHT, ...heights));
}

function wraps(look: PageLook): boolean {
  if ("style" in look) return !["title", "section", "link"].includes(look.style);
  return "heading" in look || "fill" in look || look.kind === "long";
}

function mergesXml(rows: readonly PageRow[]): string {
  const merged = rows.flatMap((row, index) =>
    row.flatMap(({ column, upTo }) => (upTo === undefined ? [] : [rangeText([index, index], [column, upTo])])),
  );
  if (merged.length === 0) return "";
  return `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
}

function linksOf(rows: readonly PageRow[]): readonly LinkedCell[] {
  return rows.flatMap((row, index) =>
    row.flatMap(({ column, link }) =>
      link === undefined ? [] : [{ reference: `${columnLetters(column)}${index + 1}`, sheet: link }],
    ),
  );
}
