/*
 * Spreadsheet files: sheets of typed cells become the XML parts of a workbook, and those a zip archive, chunk by chunk.
 * Nothing here knows what is in the report.
 */
import { OWN_VIEW } from "../../typed/workbook/own-view.ts";
import { fixedRange, quotedSheet } from "./cells.ts";
import { PACKAGE, type PackagePart, relationships, SPREADSHEET, sheetParts } from "./package-parts.ts";
import { type AnySheet, isPage } from "./page-sheet.ts";
import { headingRow, SHEET_LIMITS, type Sheet, splitSheets } from "./sheet.ts";
import { isTable, tableRange } from "./sheet-xml.ts";
import { type NumberLooks, stylesXml } from "./styles.ts";
import { MAIN_NAMESPACE, OFFICE_RELATIONSHIPS, XML_START } from "./worksheet.ts";
import { xmlText } from "./xml-text.ts";
import { type ZipEntry, zipOf } from "./zip.ts";

export interface WorkbookOptions extends NumberLooks {
  /** Rows that a sheet can have, headings included; fewer in tests. */
  readonly mostRows?: number;
}

/**
 * An Excel workbook (Office Open XML) in chunks of bytes, made as they are asked for; its memory does not grow with the rows.
 * It holds no time and no name of a machine: the same sheets give the same bytes.
 *
 * @param sheets at least one, with names of at most 31 characters that differ
 * @throws OutputError for more columns than a worksheet holds, or for 4 GiB and more
 */
export function renderWorkbook(sheets: readonly AnySheet[], options: WorkbookOptions): AsyncIterable<Uint8Array> {
  const most = options.mostRows ?? SHEET_LIMITS.rows;
  const parts = sheets.flatMap((sheet): readonly AnySheet[] => (isPage(sheet) ? [sheet] : splitSheets([sheet], most)));
  return zipOf(entriesOf(parts, options));
}

function* entriesOf(sheets: readonly AnySheet[], options: WorkbookOptions): Generator<ZipEntry> {
  const parts: readonly PackagePart[] = [
    relationships("", [{ type: "officeDocument", target: "xl/workbook.xml" }]),
    { path: "xl/workbook.xml", type: `${SPREADSHEET}.sheet.main+xml`, text: () => [workbookXml(sheets)] },
    relationships("xl/workbook.xml", [
      ...sheets.map((_, index) => ({ type: "worksheet", target: `worksheets/sheet${index + 1}.xml` })),
      { type: "styles", target: "styles.xml" },
    ]),
    { path: "xl/styles.xml", type: `${SPREADSHEET}.styles+xml`, text: () => [stylesXml(options)] },
    ...sheetParts(sheets, options),
  ];
  yield { path: "[Content_Types].xml", text: [contentTypesXml(parts)] };
  for (const { path, text } of parts) yield { path, text: text() };
}

function contentTypesXml(parts: readonly PackagePart[]): string {
  return [
    `${XML_START}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...parts.flatMap(({ path, type }) =>
      type === null ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`],
    ),
    "</Types>",
  ].join("");
}

/** The list of sheets, with the ranges of their filters and the headings that are repeated on each printed page. */
function workbookXml(sheets: readonly AnySheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = [...sheets.entries()].flatMap(([index, sheet]) => (isPage(sheet) ? [] : namesOf(sheet, index)));
  return [
    `${XML_START}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}">`,
    `<workbookPr defaultThemeVersion="124226"/><bookViews>${OWN_VIEW}</bookViews><sheets>${list.join("")}</sheets>`,
    `${names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`}</workbook>`,
  ].join("");
}

/** The range of a filter that is not a table's own, and the headings. */
function namesOf(sheet: Sheet, index: number): readonly string[] {
  const place = quotedSheet(sheet.name);
  const row = headingRow(sheet);
  return [
    ...(sheet.length === 0 || isTable(sheet)
      ? []
      : [definedName("_FilterDatabase", index, `${place}!${fixedRange(tableRange(sheet))}`)]),
    definedName("Print_Titles", index, `${place}!$${row}:$${row}`),
  ];
}

function definedName(name: "_FilterDatabase" | "Print_Titles", sheet: number, range: string): string {
  const hidden = name === "_FilterDatabase" ? ' hidden="1"' : "";
  return `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${hidden}>${xmlText(range)}</definedName>`;
}
