import { strToU8, zipSync } from "fflate";

/** A cell of a workbook as a spreadsheet stores it; a date is a serial number with a style that shows one. */
export type WrittenCell =
  | null
  | number
  | string
  | boolean
  | { readonly date: number }
  | { readonly stamp: number }
  | { readonly time: number }
  | { readonly error: string }
  | { readonly shared: number }
  | { readonly formula: string; readonly value: number };

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  /** The number of the first row; the next ones follow it. */
  readonly from?: number;
  readonly state?: "hidden";
  /** Instead of rows: what stands between `<sheetData>` and its end. */
  readonly xml?: string;
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
  readonly is1904?: boolean;
  /** Texts that cells refer to, as elements. */
  readonly shared?: readonly string[];
  /** What stands before the name of every element: `x:`. */
  readonly prefix?: string;
  /** Parts to add or to replace, and to leave out. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

const STYLES = ["General", "yyyy\\-mm\\-dd", "d.m.yyyy h:mm", "h:mm:ss"];

/** An Excel workbook with these sheets, written without any library for workbooks. */
export function writeWorkbook({
  sheets,
  is1904 = false,
  shared = [],
  prefix = "",
  parts = {},
}: WrittenWorkbook): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const xmlns = prefix === "" ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  const p = prefix;
  const rels = (all: readonly (readonly [string, string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  const files: Record<string, string | null> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": rels([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<${p}workbook ${xmlns} xmlns:r="${office}"><${p}workbookPr${is1904 ? ' date1904="1"' : ""}/><${p}sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<${p}sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join("")}</${p}sheets></${p}workbook>`,
    "xl/_rels/workbook.xml.rels": rels([
      ...sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const),
      ["styles", "styles.xml"],
      ["sharedStrings", "/xl/sharedStrings.xml"],
    ]),
    "xl/styles.xml": `<${p}styleSheet ${xmlns}><${p}numFmts>${STYLES.map((code, at) => `<${p}numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join("")}</${p}numFmts><${p}cellStyleXfs><${p}xf numFmtId="14"/></${p}cellStyleXfs><${p}cellXfs>${STYLES.map((_, at) => `<${p}xf numFmtId="${at === 0 ? 0 : 164 + at}"/>`).join("")}</${p}cellXfs></${p}styleSheet>`,
    "xl/sharedStrings.xml": `<${p}sst ${xmlns}>${shared.join("")}</${p}sst>`,
  };
  for (const [at, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><${p}worksheet ${xmlns}><${p}dimension ref="A1:B2"/><${p}sheetData>${sheet.xml ?? rowsXml(sheet, p)}</${p}sheetData><${p}rowBreaks><${p}brk id="1"/></${p}rowBreaks></${p}worksheet>`;
  }
  const all = Object.entries({ ...files, ...parts }).filter((entry): entry is [string, string] => entry[1] !== null);
  return Buffer.from(zipSync(Object.fromEntries(all.map(([path, text]) => [path, strToU8(text)]))));
}

function rowsXml({ rows, from = 1 }: WrittenSheet, p: string): string {
  return rows
    .map((cells, at) => {
      const row = from + at;
      const written = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`, p));
      return `<${p}row r="${row}">${written.join("")}</${p}row>`;
    })
    .join("");
}

function cellXml(cell: WrittenCell, reference: string, p: string): string {
  const value = (attributes: string, text: string): string =>
    `<${p}c r="${reference}"${attributes}><${p}v>${text}</${p}v></${p}c>`;
  if (cell === null) return `<${p}c r="${reference}" s="1"/>`;
  if (typeof cell === "number") return value("", String(cell));
  if (typeof cell === "boolean") return value(' t="b"', cell ? "1" : "0");
  if (typeof cell === "string") {
    return `<${p}c r="${reference}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped(cell)}</${p}t></${p}is></${p}c>`;
  }
  if ("date" in cell) return value(' s="1"', String(cell.date));
  if ("stamp" in cell) return value(' s="2"', String(cell.stamp));
  if ("time" in cell) return value(' s="3"', String(cell.time));
  if ("error" in cell) return value(' t="e"', cell.error);
  if ("shared" in cell) return value(' t="s"', String(cell.shared));
  return `<${p}c r="${reference}"><${p}f>${cell.formula}</${p}f><${p}v>${cell.value}</${p}v></${p}c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
