/*
 * Header lines: which line it is, what its cells and the first rows below show, and what to do where there is none.
 */
import type { SampleRecord } from "../../../csv/detect/sample.ts";
import { recognisePreset } from "../../platforms/recognise.ts";
import { recognisedNames } from "../columns/generic-columns.ts";
import { looksLikeDates, looksLikeEmails } from "./column-values.ts";

/** Records among which the header is looked for. */
const HEADER_SEARCH = 30;

/** How much the record looks like a header that does so most. */
export function headerNamesIn(records: readonly SampleRecord[]): number {
  return Math.max(0, ...records.slice(0, HEADER_SEARCH).map(({ cells }) => headerNames(cells)));
}

/** How much a row looks like a header: its recognised names, and far more where it is a known platform's. */
function headerNames(cells: readonly string[]): number {
  const recognised = recognisedNames(cells);
  return recognised < 2 && cells.length < 4 ? recognised : recognised + (recognisePreset(cells) === null ? 0 : 100);
}

/** The record that most looks like a header; else the first filled row of the usual width. */
export function headerRecord(records: readonly SampleRecord[], from: number): { index: number; line: number } {
  let best = { index: -1, recognised: 1 };
  for (const [index, { cells }] of records.slice(0, HEADER_SEARCH).entries()) {
    if (index < from) continue;
    const recognised = headerNames(cells);
    if (recognised > best.recognised) best = { index, recognised };
  }
  const filled = firstOfUsualWidth(records, from);
  const index = best.index >= 0 ? best.index : Math.max(filled, from);
  return { index, line: records[index]?.line ?? 1 };
}

function firstOfUsualWidth(records: readonly SampleRecord[], from: number): number {
  const isFilled = ({ cells }: SampleRecord): boolean => cells.some((cell) => cell.trim() !== "");
  const widths = records.filter(isFilled).map(({ cells }) => cells.length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)];
  const first = records.findIndex((record, at) => at >= from && isFilled(record) && record.cells.length === usual);
  return first >= 0 ? first : records.findIndex((record, at) => at >= from && isFilled(record));
}

/** Whether what stands where the header should is a row of data: dates or e-mail addresses, and no name that is known. */
export function looksLikeRow(header: readonly string[]): boolean {
  if (recognisedNames(header) > 0) return false;
  return header.some((cell) => looksLikeEmails([cell]) || looksLikeDates([cell]));
}
