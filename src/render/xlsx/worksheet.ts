/*
 * What every worksheet has, be it a table or a page: its beginning, its links, and how it is printed. The order of the
 * elements is that of CT_Worksheet in ECMA-376, part 1, section 18.3.1.99.
 */
import { quotedSheet } from "./cells.ts";
import { xmlText } from "./xml-text.ts";

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const SHEET_START = `${XML_START}<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;

/** Landscape, as wide as the paper, with the sheet's name above and the page's number below; on one page, or as many as it takes. */
export function printXml(pages: "one page" | "any number"): string {
  return [
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="${pages === "one page" ? 1 : 0}"/>`,
    "<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>",
  ].join("");
}

/** A cell that leads to the first cell of a sheet. */
export interface LinkedCell {
  readonly reference: string;
  readonly sheet: string;
}

export function linksXml(links: readonly LinkedCell[]): string {
  if (links.length === 0) return "";
  const xml = links.map(
    ({ reference, sheet }) => `<hyperlink ref="${reference}" location="${xmlText(`${quotedSheet(sheet)}!A1`)}"/>`,
  );
  return `<hyperlinks>${xml.join("")}</hyperlinks>`;
}
