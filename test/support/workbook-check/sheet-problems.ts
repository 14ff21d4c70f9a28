import { around, LAST_COLUMN, overlaps, rangeOf, rangeProblems } from "./cell-ranges.ts";
import { repeated } from "./package-parts.ts";
import { cellRanges, cellsOf, mergesOf, type SheetCell } from "./sheet-cells.ts";
import { childrenOf, descendant, everyElement, type XmlElement } from "./xml-tree.ts";

/** What the rest of a workbook has, by which a sheet is checked. */
export interface Surroundings {
  readonly sheetNames: readonly string[];
  readonly styles: number;
  readonly differentialStyles: number;
  /** The ranges of the sheet's tables. */
  readonly tables: readonly string[];
}

/** What is wrong in a worksheet beyond the order of its elements. */
export function sheetProblems(sheet: XmlElement, surroundings: Surroundings): readonly string[] {
  return [
    ...rowProblems(sheet),
    ...[...cellsOf(sheet).values()].flatMap((cell) => cellProblems(cell, surroundings)),
    ...rangesProblems(sheet, surroundings),
    ...dimensionProblems(sheet, surroundings),
    ...columnProblems(sheet),
    ...viewProblems(sheet),
    ...markProblems(sheet, surroundings),
    ...linkProblems(sheet, surroundings),
    ...countProblems(sheet),
  ];
}

/** Rows and cells stand in ascending order, each cell in its row. */
function rowProblems(sheet: XmlElement): readonly string[] {
  const problems: string[] = [];
  let last = 0;
  for (const row of childrenOf(descendant(sheet, "sheetData"), "row")) {
    const number = Number(row.attributes["r"]);
    if (!(number > last)) problems.push(`row ${number} after row ${last}`);
    last = number;
    let left = 0;
    for (const { attributes } of childrenOf(row, "c")) {
      const place = rangeOf(attributes["r"] ?? "");
      if (place.top !== number || place.left <= left)
        problems.push(`${attributes["r"]} in row ${number} after ${left}`);
      left = place.left;
    }
  }
  return problems;
}

const NUMBER = /^-?(\d+(\.\d+)?)([eE][-+]?\d+)?$/;

function cellProblems({ reference, style, type, value, keepsBlanks }: SheetCell, { styles }: Surroundings): string[] {
  const problems = rangeProblems(reference).slice();
  if (style >= styles) problems.push(`${reference} has style ${style} of ${styles}`);
  if (type === "n" && !NUMBER.test(value)) problems.push(`${reference} is the number ${value}`);
  if (type === "b" && !/^[01]$/.test(value)) problems.push(`${reference} is the truth ${value}`);
  if (!["n", "b", "inlineStr"].includes(type))
    problems.push(`${reference} is of type ${type}, which needs another part`);
  if (value.length > 32_767) problems.push(`${reference} has ${value.length} characters`);
  if (type === "inlineStr" && /^\s|\s$|\n/.test(value) && !keepsBlanks) problems.push(`${reference} loses its blanks`);
  return problems;
}

/** Merges, tables and filters: inside the sheet, apart from each other; what a merge hides is empty. */
function rangesProblems(sheet: XmlElement, { tables }: Surroundings): readonly string[] {
  const merges = mergesOf(sheet);
  const filter = descendant(sheet, "autoFilter")?.attributes["ref"];
  const taken = [...merges, ...tables, ...(filter === undefined ? [] : [filter])];
  const cells = cellsOf(sheet);
  const hidden = merges.flatMap((merge) => {
    const { top, left, bottom, right } = rangeOf(merge);
    return [...cells.keys()].filter((reference) => {
      const cell = rangeOf(reference);
      const isCorner = cell.top === top && cell.left === left;
      return !isCorner && cell.top >= top && cell.top <= bottom && cell.left >= left && cell.left <= right;
    });
  });
  return [
    ...taken.flatMap(rangeProblems),
    ...overlaps(taken),
    ...merges.filter((merge) => !merge.includes(":")).map((merge) => `${merge} merges one cell`),
    ...hidden.map((reference) => `${reference} is hidden by a merge`),
  ];
}

/** The dimension is the smallest range with everything in it. */
function dimensionProblems(sheet: XmlElement, { tables }: Surroundings): readonly string[] {
  const said = descendant(sheet, "dimension")?.attributes["ref"] ?? "";
  const filter = descendant(sheet, "autoFilter")?.attributes["ref"];
  const ranges = [...mergesOf(sheet), ...tables, ...(filter === undefined ? [] : [filter])].map(rangeOf);
  const used = [...cellRanges(sheet), ...ranges];
  if (used.length === 0) return said === "A1" ? [] : [`an empty sheet has the dimension ${said}`];
  const [is, should] = [rangeOf(said), around(used)];
  const isRight = is.top === should.top && is.left === should.left && is.bottom === should.bottom;
  return isRight && is.right === should.right ? [] : [`the dimension is ${said}, not ${JSON.stringify(should)}`];
}

/** The widths of columns, each once and in order. */
function columnProblems(sheet: XmlElement): readonly string[] {
  const problems: string[] = [];
  let last = 0;
  for (const { attributes } of childrenOf(descendant(sheet, "cols"), "col")) {
    const [from, to] = [Number(attributes["min"]), Number(attributes["max"])];
    if (from <= last || to < from || to > LAST_COLUMN) problems.push(`columns ${from} to ${to} after ${last}`);
    last = to;
  }
  return problems;
}

/** A frozen pane begins where its rows and columns end, and what is selected is in it. */
function viewProblems(sheet: XmlElement): readonly string[] {
  return everyElement(sheet, "sheetView").flatMap((view) => {
    const pane = descendant(view, "pane")?.attributes;
    if (pane === undefined) return [];
    const { xSplit = "0", ySplit = "0", topLeftCell = "A1", activePane } = pane;
    const corner = rangeOf(topLeftCell);
    const isRight = corner.left === Number(xSplit) + 1 && corner.top === Number(ySplit) + 1;
    const name = `${ySplit === "0" ? "top" : "bottom"}${xSplit === "0" ? "Left" : "Right"}`;
    const selected = childrenOf(view, "selection").map(({ attributes }) => attributes["pane"]);
    return [
      ...(isRight ? [] : [`the pane at ${topLeftCell} is frozen after ${xSplit} columns and ${ySplit} rows`]),
      ...(activePane === name && selected.every((one) => one === name)
        ? []
        : [`the pane is ${activePane}, not ${name}`]),
    ];
  });
}

/** Conditional formats: ranges of the sheet, a priority each, differential styles that there are. */
function markProblems(sheet: XmlElement, { differentialStyles }: Surroundings): readonly string[] {
  const formats = childrenOf(sheet, "conditionalFormatting");
  const rules = formats.flatMap((format) => childrenOf(format, "cfRule"));
  const ranges = formats.flatMap(({ attributes }) => (attributes["sqref"] ?? "").split(" "));
  return [
    ...repeated(rules.map(({ attributes }) => attributes["priority"] ?? "")).map(
      (one) => `two rules of priority ${one}`,
    ),
    ...ranges.flatMap(rangeProblems),
    ...rules.flatMap(({ attributes, children }) => [
      ...(Number(attributes["dxfId"] ?? -1) < differentialStyles ? [] : [`a rule has style ${attributes["dxfId"]}`]),
      ...(["colorScale", "dataBar"].includes(attributes["type"] ?? "") && children[0]?.name !== attributes["type"]
        ? [`a rule of ${attributes["type"]} has ${children[0]?.name}`]
        : []),
    ]),
  ];
}

/** Links lead to sheets that there are, from cells that are there, once each. */
function linkProblems(sheet: XmlElement, { sheetNames }: Surroundings): readonly string[] {
  const cells = cellsOf(sheet);
  const links = childrenOf(descendant(sheet, "hyperlinks"), "hyperlink").map(({ attributes }) => attributes);
  return [
    ...repeated(links.map((link) => link["ref"] ?? "")).map((one) => `two links from ${one}`),
    ...links.flatMap(({ ref = "", location = "" }) => {
      const [, name = ""] = /^'((?:[^']|'')+)'![A-Z]+\d+$/.exec(location) ?? [];
      return [
        ...(cells.has(ref) ? [] : [`a link from ${ref}, where nothing is`]),
        ...(sheetNames.includes(name.replaceAll("''", "'")) ? [] : [`a link to ${location}`]),
      ];
    }),
  ];
}

/** Lists say how many they have. */
export function countProblems(element: XmlElement): readonly string[] {
  const { name, attributes, children } = element;
  const { count } = attributes;
  const isRight = count === undefined || Number(count) === children.length;
  return [
    ...(isRight ? [] : [`<${name}> has ${children.length}, not ${count}`]),
    ...(name === "sheetData" ? [] : children.flatMap(countProblems)),
  ];
}
