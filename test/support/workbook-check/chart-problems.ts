import { LAST_COLUMN, LAST_ROW, rangeOf } from "./cell-ranges.ts";
import { repeated } from "./package-parts.ts";
import { cellRanges, cellsOf, type SheetCell } from "./sheet-cells.ts";
import { codeProblems } from "./style-problems.ts";
import { cellText, childrenOf, descendant, everyElement, type XmlElement } from "./xml-tree.ts";

/** The worksheets of a workbook, by name. */
export type SheetsByName = ReadonlyMap<string, XmlElement>;

/** A chart's axes and series, and whether what it remembers is what its cells hold. */
export function chartProblems(chart: XmlElement, sheets: SheetsByName): readonly string[] {
  const plots = everyElement(chart, "c:barChart");
  const ids = (elements: readonly XmlElement[], name: string): readonly string[] =>
    elements.flatMap((one) => childrenOf(one, name).map(({ attributes }) => attributes["val"] ?? ""));
  const axes = [...everyElement(chart, "c:catAx"), ...everyElement(chart, "c:valAx")];
  const series = everyElement(chart, "c:ser");
  const known = new Set(ids(axes, "c:axId"));
  const used = [...ids(plots, "c:axId"), ...ids(axes, "c:crossAx")];
  const codes = everyElement(chart, "c:numFmt").map(({ attributes }) => attributes["formatCode"] ?? "");
  return [
    ...(series.length > 0 ? [] : ["a chart has no series"]),
    ...used.flatMap((id) => (known.has(id) ? [] : [`there is no axis ${id}`])),
    ...repeated(ids(axes, "c:axId")).map((id) => `two axes of id ${id}`),
    ...["c:idx", "c:order"].flatMap((name) => repeated(ids(series, name)).map((one) => `two series of ${name} ${one}`)),
    ...codes.flatMap(codeProblems),
    ...series.flatMap(lengthProblems),
    ...["c:strRef", "c:numRef"]
      .flatMap((name) => everyElement(chart, name))
      .flatMap((one) => cacheProblems(one, sheets)),
  ];
}

/** As many values as categories. */
function lengthProblems(series: XmlElement): readonly string[] {
  const counts = ["c:cat", "c:val"].map((name) =>
    everyElement(series, name)
      .flatMap((one) => everyElement(one, "c:ptCount"))
      .map(({ attributes }) => attributes["val"])
      .join(),
  );
  return counts[0] === counts[1] ? [] : [`${counts[1]} values of ${counts[0]} categories`];
}

const PLACE = /^'((?:[^']|'')+)'!(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/;

function cacheProblems(reference: XmlElement, sheets: SheetsByName): readonly string[] {
  const place = descendant(reference, "c:f")?.text ?? "";
  const [, name = "", cells = ""] = PLACE.exec(place) ?? [];
  const sheet = sheets.get(name.replaceAll("''", "'"));
  if (sheet === undefined) return [`a chart of ${place}, which is not there`];
  const { top, bottom, left, right } = rangeOf(cells);
  if (left !== right || bottom < top) return [`a chart of ${place}, which is no column`];
  const cache = descendant(reference, "c:strCache") ?? descendant(reference, "c:numCache");
  const count = Number(descendant(cache, "c:ptCount")?.attributes["val"]);
  const points = new Map(
    childrenOf(cache, "c:pt").map((point) => [Number(point.attributes["idx"]), descendant(point, "c:v")?.text ?? ""]),
  );
  if (count !== bottom - top + 1 || [...points.keys()].some((index) => index >= count)) {
    return [`${count} points of ${place}`];
  }
  const column = /[A-Z]+/.exec(cells)?.[0];
  const found = cellsOf(sheet);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const cell = found.get(`${column}${top + index}`);
    return areSame(cell, points.get(index))
      ? []
      : [`${place} has ${cell?.value} in ${index}, its chart ${points.get(index)}`];
  });
}

/** A point is what its cell is: a text by its characters, a number by its value; no point is no cell. */
function areSame(cell: SheetCell | undefined, point: string | undefined): boolean {
  if (cell === undefined || point === undefined) return cell === undefined && (point ?? "") === "";
  return cell.type === "n" ? Number(cell.value) === Number(point) : cell.value === cellText(point);
}

/** Pixels of a row that has no height of its own. */
const ROW_PIXELS = 20;
const METRIC_UNITS = 9525;

/** Charts stand inside the sheet, where no cell is. */
export function drawingProblems(drawing: XmlElement, sheet: XmlElement): readonly string[] {
  const anchors = everyElement(drawing, "xdr:oneCellAnchor");
  const ids = everyElement(drawing, "xdr:cNvPr").map(({ attributes }) => attributes["id"] ?? "");
  const cells = cellRanges(sheet);
  return [
    ...repeated(ids).map((id) => `two drawings of id ${id}`),
    ...anchors.flatMap((anchor) => {
      const from = descendant(anchor, "xdr:from");
      const [row, column] = ["xdr:row", "xdr:col"].map((name) => Number(descendant(from, name)?.text));
      const { cx, cy } = descendant(anchor, "xdr:ext")?.attributes ?? {};
      const rows = Math.ceil(Number(cy) / METRIC_UNITS / ROW_PIXELS);
      const [first, last] = [Number(row) + 1, Number(row) + rows];
      const covered = cells.filter(({ top }) => top >= first && top <= last);
      return [
        ...(last <= LAST_ROW && Number(column) < LAST_COLUMN && Number(cx) > 0 ? [] : [`a chart at ${row}, ${column}`]),
        ...(covered.length === 0 ? [] : [`a chart in rows ${first} to ${last} hides ${covered.length} cells`]),
      ];
    }),
  ];
}
