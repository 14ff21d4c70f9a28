/** Reads workbooks back with a library that had no part in writing them. */
import { strFromU8, unzipSync } from "fflate";
import { type Cell, readXlsx, type Workbook } from "hucre/xlsx";
import type { Sheet } from "../../src/render/xlsx/sheet.ts";
import { renderWorkbook, type WorkbookOptions } from "../../src/render/xlsx/workbook.ts";

export const PLAIN_LOOKS: WorkbookOptions = { currency: "EUR", date: "yyyy-mm-dd", points: "points" };

/** A workbook's bytes, in one piece. */
export function workbookBytes(sheets: readonly Sheet[], options: Partial<WorkbookOptions> = {}): Promise<Uint8Array> {
  return inOnePiece(renderWorkbook(sheets, { ...PLAIN_LOOKS, ...options }));
}

/** Chunks that come one after another, joined. */
export async function inOnePiece(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** A workbook as the reading library sees it, with the styles of its cells. */
export function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  return readXlsx(bytes, { readStyles: true });
}

/** The files inside a workbook, as text. */
export function workbookParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** The table of a report's sheet, headings first; a link to the summary stands above it. */
export function tableOf(workbook: Workbook, sheet: string): Workbook["sheets"][number]["rows"] {
  return workbook.sheets.find(({ name }) => name === sheet)?.rows.slice(1) ?? [];
}

/** One cell of the table of a report's sheet, rows and columns from 0 with the headings in row 0. */
export function tableCell(workbook: Workbook, sheet: string, row: number, column: number): Cell | undefined {
  return cellAt(workbook, sheet, row + 1, column);
}

/** One cell, rows and columns from 0 with the headings in row 0; `undefined` where there is none. */
export function cellAt(workbook: Workbook, sheet: string, row: number, column: number): Cell | undefined {
  return workbook.sheets.find(({ name }) => name === sheet)?.cells?.get(`${row},${column}`);
}
