/*
 * Spreadsheet files: sheets of typed cells become the XML parts of a workbook, and those a zip archive, chunk by chunk.
 * Nothing here knows what is in the report.
 */
import { OWN_VIEW } from "../../typed/workbook/own-view.ts";
import { SHEET_LIMITS, type Sheet, splitSheets } from "./sheet.ts";
import { rangeOf, sheetXml } from "./sheet-xml.ts";
import { type NumberLooks, stylesXml } from "./styles.ts";
import { xmlText } from "./xml-text.ts";
import { type ZipEntry, zipOf } from "./zip.ts";

export interface WorkbookOptions extends NumberLooks {
  /** Rows that a sheet can have, headings included; fewer in tests. */
  readonly mostRows?: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PARTS = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * An Excel workbook (Office Open XML) in chunks of bytes, made as they are asked for; its memory does not grow with the rows.
 * It holds no time and no name of a machine: the same sheets give the same bytes.
 *
 * @param sheets at least one, with names of at most 31 characters that differ
 * @throws OutputError for more columns than a worksheet holds, or for 4 GiB and more
 */
export function renderWorkbook(sheets: readonly Sheet[], options: WorkbookOptions): Iterable<Uint8Array> {
  const parts = splitSheets(sheets, options.mostRows ?? SHEET_LIMITS.rows);
  return zipOf(entriesOf(parts, options));
}

function* entriesOf(sheets: readonly Sheet[], options: WorkbookOptions): Generator<ZipEntry> {
  yield { path: "[Content_Types].xml", text: [contentTypesXml(sheets)] };
  yield {
    path: "_rels/.rels",
    text: [relationshipsXml([{ type: "officeDocument", target: "xl/workbook.xml" }])],
  };
  yield { path: "xl/workbook.xml", text: [workbookXml(sheets)] };
  yield {
    path: "xl/_rels/workbook.xml.rels",
    text: [
      relationshipsXml([
        ...sheets.map((_, index) => ({ type: "worksheet", target: `worksheets/sheet${index + 1}.xml` })),
        { type: "styles", target: "styles.xml" },
      ]),
    ],
  };
  yield { path: "xl/styles.xml", text: [stylesXml(options)] };
  for (const [index, sheet] of sheets.entries()) {
    const { currency } = options;
    yield {
      path: `xl/worksheets/sheet${index + 1}.xml`,
      text: sheetXml(sheet, { currency, first: index === 0 }),
    };
  }
}

function contentTypesXml(sheets: readonly Sheet[]): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  return [
    `${XML}<Types xmlns="${PARTS}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("/xl/workbook.xml", "sheet.main"),
    override("/xl/styles.xml", "styles"),
    ...sheets.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, "worksheet")),
    "</Types>",
  ].join("");
}

function relationshipsXml(targets: readonly { readonly type: string; readonly target: string }[]): string {
  const xml = targets.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PARTS}/relationships">${xml.join("")}</Relationships>`;
}

/** The list of sheets, with the ranges of their filters and the headings that are repeated on each printed page. */
function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = [
    ...sheets.flatMap((sheet, index) => {
      const range = rangeOf(sheet).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
      return sheet.length === 0 ? [] : [definedName("_FilterDatabase", index, `${quoted(sheet.name)}!${range}`, true)];
    }),
    ...sheets.map(({ name }, index) => definedName("Print_Titles", index, `${quoted(name)}!$1:$1`, false)),
  ];
  return [
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    `<workbookPr defaultThemeVersion="124226"/><bookViews>${OWN_VIEW}</bookViews>`,
    `<sheets>${list.join("")}</sheets><definedNames>${names.join("")}</definedNames></workbook>`,
  ].join("");
}

function definedName(name: string, sheet: number, range: string, hidden: boolean): string {
  return `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ""}>${xmlText(range)}</definedName>`;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
