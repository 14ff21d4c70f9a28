import type { CellKind } from "./sheet.ts";
import { xmlText } from "./xml-text.ts";

/** How the workbook's numbers and dates look, in the codes that spreadsheets know. */
export interface NumberLooks {
  /** The currency that stands after money, `EUR`; empty for none. */
  readonly currency: string;
  /** A date's code, `yyyy-mm-dd`. */
  readonly date: string;
  /** What stands after a difference in percentage points. */
  readonly points: string;
}

const KINDS = [
  "text",
  "long",
  "count",
  "number",
  "money",
  "quotient",
  "ratio",
  "share",
  "day",
  "flag",
  "points",
] as const;

/** Codes below this one are the spreadsheets' own. */
const FIRST_OWN_CODE = 164;

const FIRST_KIND_STYLE = 3;

/** Kinds whose cells stand on the left, as their headings do. */
const LEFT: readonly CellKind[] = ["text", "long", "flag"];

/** The number of a heading's style, which stands where its column's cells do. */
export function headingStyle(kind: CellKind | null): number {
  return kind !== null && LEFT.includes(kind) ? 1 : 2;
}

/** The number of a cell's style in the workbook's list. */
export function styleOf(kind: CellKind, faint: boolean): number {
  return FIRST_KIND_STYLE + 2 * KINDS.indexOf(kind) + (faint ? 1 : 0);
}

/** The code of a kind; whole numbers are grouped, money has two decimals and its currency. */
function codeOf(kind: CellKind, { currency, date, points }: NumberLooks): string {
  switch (kind) {
    case "count":
      return "#,##0";
    case "money":
    case "quotient":
      return currency === "" ? "#,##0.00" : `#,##0.00\\ "${currency.replaceAll('"', "")}"`;
    case "ratio":
      return "#,##0.00";
    case "share":
      return "0.0%";
    case "day":
      return date;
    case "text":
    case "long":
      return "@";
    case "flag":
      return '"TRUE";"TRUE";"FALSE"'; // for programs to which truth is a number; Excel has words of its own
    case "points":
      return `0.0\\ "${points.replaceAll('"', "")}"`;
    case "number":
      return "General";
  }
}

/** The list of styles: nothing, headings, then every kind in black and in faint. */
export function stylesXml(looks: NumberLooks): string {
  const codes = [...new Set(KINDS.map((kind) => codeOf(kind, looks)))];
  const numberOf = (kind: CellKind): number => {
    const code = codeOf(kind, looks);
    return code === "General" ? 0 : FIRST_OWN_CODE + codes.indexOf(code);
  };
  const formats = codes
    .map((code, index) => ({ code, id: FIRST_OWN_CODE + index }))
    .filter(({ code }) => code !== "General")
    .map(({ code, id }) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
  const cells = KINDS.flatMap((kind) => [cellStyle(kind, numberOf(kind), 0), cellStyle(kind, numberOf(kind), 2)]);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
    `<fonts count="3">${font("")}${font("<b/>")}${font("<i/>", "FF6B6B6B")}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF7F8FA3"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + FIRST_KIND_STYLE}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    headingXf('horizontal="left" indent="1"'),
    headingXf('horizontal="right"'),
    `${cells.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

function font(look: string, color = "FF000000"): string {
  return `<font>${look}<sz val="11"/><color rgb="${color}"/><name val="Calibri"/><family val="2"/></font>`;
}

function headingXf(alignment: string): string {
  return (
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" ' +
    `applyAlignment="1"><alignment ${alignment} vertical="center" wrapText="1"/></xf>`
  );
}

/** Text keeps a distance from a number that stands on the right of the cell before it. */
function cellStyle(kind: CellKind, numberFormat: number, fontId: number): string {
  const left = LEFT.includes(kind) ? ' horizontal="left" indent="1"' : "";
  const wraps = kind === "long" ? ' wrapText="1"' : "";
  return (
    `<xf numFmtId="${numberFormat}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyAlignment="1"><alignment vertical="top"${left}${wraps}/></xf>`
  );
}
