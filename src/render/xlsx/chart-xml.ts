/*
 * Charts as DrawingML: bars and columns with titled axes. The order of the elements is that of ECMA-376, part 1, section 21.2.
 */
import { dataText } from "../../csv/writer/data-table.ts";
import { cachedNumber, columnKind, columnLetters, fixedRange, quotedSheet, rangeText } from "./cells.ts";
import type { Chart, ChartSeries, ColumnCells } from "./chart.ts";
import { type CellKind, headingRow, headingsOf, kindAt, type SheetColumn } from "./sheet.ts";
import { codeOf, type NumberLooks } from "./styles.ts";
import { OFFICE_RELATIONSHIPS, XML_START } from "./worksheet.ts";
import { xmlText } from "./xml-text.ts";

export const CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";

const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

/** A chart with the values that its cells have now, so that it can be drawn before they are read. */
export function chartXml(chart: Chart, looks: NumberLooks): string {
  const isStacked = chart.shape === "stacked columns";
  const series = chart.series.map((one, index) => seriesXml(chart, one, { index, looks }));
  return [
    `${XML_START}<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}">`,
    `<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title, { size: 1300 })}`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="${isStacked ? "col" : "bar"}"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/>`,
    `<c:varyColors val="0"/>${series.join("")}<c:gapWidth val="50"/>${isStacked ? '<c:overlap val="100"/>' : ""}`,
    `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`,
    `${categoryAxisXml(chart, looks)}${valueAxisXml(chart)}</c:plotArea>`,
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>',
    "</c:chart></c:chartSpace>",
  ].join("");
}

/** Text of a chart, in hundredths of a point; turned to read upwards beside an axis that stands. */
function titleXml(text: string, { size, isTurned = false }: { readonly size: number; readonly isTurned?: boolean }) {
  const look = `lang="en-US" sz="${size}" b="${size > 1000 ? 1 : 0}"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr${isTurned ? ' rot="-5400000" vert="horz"' : ""}/><a:lstStyle/>` +
    `<a:p><a:r><a:rPr ${look}/><a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function seriesXml(
  { categories }: Chart,
  { values, colour }: ChartSeries,
  { index, looks }: { readonly index: number; readonly looks: NumberLooks },
): string {
  const heading = headingsOf(values.sheet)[values.column] ?? "";
  const head = headingRow(values.sheet) - 1;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${formula(values, [head, head])}</c:f>${textCache([heading])}</c:strRef></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`,
    '<a:ln w="6350"><a:solidFill><a:srgbClr val="6B6B6B"/></a:solidFill></a:ln></c:spPr>',
    `<c:invertIfNegative val="0"/><c:cat>${cellsXml(categories, looks)}</c:cat><c:val>${cellsXml(values, looks)}</c:val></c:ser>`,
  ].join("");
}

/** Cells that a chart is made from, with what is in them; days that spreadsheets cannot count stand there as text. */
function cellsXml(cells: ColumnCells, looks: NumberLooks): string {
  const { sheet, rows } = cells;
  const column = sheet.columns[cells.column] as SheetColumn;
  const numbers = Array.from({ length: rows[1] - rows[0] + 1 }, (_, index) => rows[0] + index);
  const place = formula(cells, [rows[0] + headingRow(sheet), rows[1] + headingRow(sheet)]);
  const kind = kindAt(column, rows[0]);
  const points = numbers.map((row) => cachedNumber(kindAt(column, row), column.at(row)));
  if (kind === "text" || kind === "long" || (kind === "day" && points.includes(null))) {
    const texts = numbers.map((row, index) => points[index] ?? dataText(columnKind(kind), column.at(row)));
    return `<c:strRef><c:f>${place}</c:f>${textCache(texts)}</c:strRef>`;
  }
  return `<c:numRef><c:f>${place}</c:f><c:numCache><c:formatCode>${xmlText(codeOf(kind, looks))}</c:formatCode>${pointsXml(points)}</c:numCache></c:numRef>`;
}

function formula({ sheet, column }: ColumnCells, rows: readonly [number, number]): string {
  const range = rows[0] === rows[1] ? `${columnLetters(column)}${rows[0] + 1}` : rangeText(rows, [column, column]);
  return xmlText(`${quotedSheet(sheet.name)}!${fixedRange(range)}`);
}

function textCache(texts: readonly string[]): string {
  return `<c:strCache>${pointsXml(texts.map(xmlText))}</c:strCache>`;
}

function pointsXml(values: readonly (string | null)[]): string {
  const points = values.map((value, index) =>
    value === null ? "" : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${points.join("")}`;
}

const AXIS_LINE = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F8FA3"/></a:solidFill></a:ln></c:spPr>';

function categoryAxisXml({ shape, categories, categoryTitle }: Chart, looks: NumberLooks): string {
  const isStanding = shape === "bars";
  const kind = kindAt(categories.sheet.columns[categories.column] as SheetColumn, categories.rows[0]);
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${isStanding ? "maxMin" : "minMax"}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${isStanding ? "l" : "b"}"/>${titleXml(categoryTitle, { size: 1000, isTurned: isStanding })}`,
    `<c:numFmt formatCode="${xmlText(codeOf(kind, looks))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="low"/>${AXIS_LINE}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join("");
}

/** The values' axis; whole numbers, since cents would only be noise. */
function valueAxisXml({ shape, series, valueTitle }: Chart): string {
  const isLying = shape === "bars";
  const [first] = series;
  const column = first?.values.sheet.columns[first.values.column];
  const kind: CellKind = column === undefined ? "count" : kindAt(column, 0);
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isLying ? "b" : "l"}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/>`,
    `</a:solidFill></a:ln></c:spPr></c:majorGridlines>${titleXml(valueTitle, { size: 1000, isTurned: !isLying })}`,
    `<c:numFmt formatCode="${kind === "share" ? "0%" : "#,##0"}" sourceLinked="0"/><c:majorTickMark val="none"/>`,
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${AXIS_LINE}<c:crossAx val="${CATEGORY_AXIS}"/>`,
    `<c:crosses val="${isLying ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
}
