import type { CellKind } from "./sheet.ts";
import { xmlText } from "./xml-text.ts";

/** A colour with the one of text that can be read on it, as spreadsheets write them: `FF1A528F`. */
export interface Fill {
  readonly colour: string;
  readonly text: string;
}

/** How the workbook's numbers and dates look, in the codes that spreadsheets know. */
export interface NumberLooks {
  /** The currency that stands after money, `EUR`; empty for none. */
  readonly currency: string;
  /** A date's code, `yyyy-mm-dd`. */
  readonly date: string;
  /** What stands after a difference in percentage points. */
  readonly points: string;
  /** Colours that cells of a page may have. Default none. */
  readonly fills?: readonly Fill[];
}

/** How a value is written: in black, in grey italics, or bold. */
export type Look = "plain" | "faint" | "strong";

/** Texts of a page that are no values. */
const PAGE_STYLES = ["title", "finding", "soft", "section", "link", "command"] as const;
export type PageStyle = (typeof PAGE_STYLES)[number];

const KINDS = [
  "text",
  "long",
  "count",
  "number",
  "money",
  "quotient",
  "ratio",
  "small",
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

const LOOKS: readonly Look[] = ["plain", "faint", "strong"];

/** The number of a cell's style in the workbook's list. */
export function styleOf(kind: CellKind, look: Look): number {
  return FIRST_KIND_STYLE + LOOKS.length * KINDS.indexOf(kind) + LOOKS.indexOf(look);
}

const FIRST_PAGE_STYLE = FIRST_KIND_STYLE + LOOKS.length * KINDS.length;

/** The number of the style of a page's text. */
export function pageStyle(style: PageStyle): number {
  return FIRST_PAGE_STYLE + PAGE_STYLES.indexOf(style);
}

/** The number of the style of text on a colour, by its place among {@link NumberLooks.fills}. */
export function fillStyle(fill: number): number {
  return FIRST_PAGE_STYLE + PAGE_STYLES.length + fill;
}

/** The code of a kind; whole numbers are grouped, money has its currency and as many decimals as that has. */
export function codeOf(kind: CellKind, { currency, date, points }: NumberLooks): string {
  switch (kind) {
    case "count":
      return "#,##0";
    case "money":
    case "quotient":
      return moneyCode(currency);
    case "ratio":
      return "#,##0.00";
    case "small":
      return "0.0000";
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

function moneyCode(currency: string): string {
  const number = `#,##0${decimalsOf(currency)}`;
  return currency === "" ? number : `${number}\\ "${currency.replaceAll('"', "")}"`;
}

/** The decimals of a currency by ISO 4217: none for JPY, `.000` for KWD; two where it is not known. */
function decimalsOf(currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return ".00";
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return maximumFractionDigits === 0 ? "" : `.${"0".repeat(maximumFractionDigits)}`;
}

/** The list of styles: nothing, headings, every kind in its looks, a page's texts, and those on colours. */
export function stylesXml(looks: NumberLooks): string {
  const { fills = [] } = looks;
  const codes = [...new Set(KINDS.map((kind) => codeOf(kind, looks)))];
  const numberOf = (kind: CellKind): number => {
    const code = codeOf(kind, looks);
    return code === "General" ? 0 : FIRST_OWN_CODE + codes.indexOf(code);
  };
  const formats = codes
    .map((code, index) => ({ code, id: FIRST_OWN_CODE + index }))
    .filter(({ code }) => code !== "General")
    .map(({ code, id }) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
  const cells = [
    headingXf('horizontal="left" indent="1"'),
    headingXf('horizontal="right"'),
    ...KINDS.flatMap((kind) => LOOKS.map((look) => cellStyle(kind, numberOf(kind), LOOK_FONTS[look]))),
    ...PAGE_STYLES.map(pageXf),
    ...fills.map((_, index) => fillXf(index)),
  ];
  const fonts = [...FONTS, ...fills.map(({ text }) => font("<b/>", text))];
  const solid = [HEADING_FILL, ...fills.map(({ colour }) => colour)].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
    `<fonts count="${fonts.length}">${fonts.join("")}</fonts>`,
    `<fills count="${solid.length + 2}"><fill><patternFill patternType="none"/></fill>`,
    `<fill><patternFill patternType="gray125"/></fill>${solid.join("")}</fills>`,
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF7F8FA3"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    `${cells.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

/** The shade behind headings. */
const HEADING_FILL = "FFE8EDF3";
/** Of the fills that every workbook begins with, and that of headings. */
const FIRST_FILL = 3;

const GREY = "FF6B6B6B";
const LINK_BLUE = "FF1A528F";

const FONTS: readonly string[] = [
  font(""),
  font("<b/>"),
  font("<i/>", GREY),
  font("<b/>", "FF000000", { size: 16 }),
  font("<b/>", LINK_BLUE, { size: 14 }),
  font("", GREY),
  font("<b/>", "FF000000", { size: 13 }),
  font("<u/>", LINK_BLUE),
  font("", "FF000000", { name: "Consolas", family: 3, size: 10 }),
];

const LOOK_FONTS: Readonly<Record<Look, number>> = { plain: 0, faint: 2, strong: 1 };
const PAGE_FONTS: Readonly<Record<PageStyle, number>> = {
  title: 3,
  finding: 4,
  soft: 5,
  section: 6,
  link: 7,
  command: 8,
};

/** Texts of a page that go on in the next line. */
const WRAPPED: readonly PageStyle[] = ["finding", "soft", "command"];

function font(look: string, color = "FF000000", { name = "Calibri", family = 2, size = 11 } = {}): string {
  return `<font>${look}<sz val="${size}"/><color rgb="${color}"/><name val="${name}"/><family val="${family}"/></font>`;
}

function pageXf(style: PageStyle): string {
  const wraps = WRAPPED.includes(style) ? ' wrapText="1"' : "";
  const indent = style === "command" ? ' indent="1"' : ""; // it stands beside a text
  return (
    `<xf numFmtId="49" fontId="${PAGE_FONTS[style]}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" ` +
    `applyAlignment="1"><alignment horizontal="left" vertical="top"${wraps}${indent}/></xf>`
  );
}

function fillXf(index: number): string {
  return (
    `<xf numFmtId="49" fontId="${FONTS.length + index}" fillId="${FIRST_FILL + index}" borderId="0" xfId="0" ` +
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">' +
    '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/></xf>'
  );
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
