import { reasonCode } from "../ledger/entries.ts";
import type { Found } from "./key-reader.ts";
import type { Findings } from "./row-reader.ts";
import type { RowTable } from "./row-table.ts";
import { trailingTotals } from "./trailer-finder.ts";

/** A segment of a file that is in the table: where its rows begin there, and how many lines stand before it. */
export interface PlacedFindings extends Findings {
  readonly firstRow: number;
  readonly firstLine: number;
}

/** What reading one file found out beside its rows; lines are the file's. */
export interface FileResult extends Omit<Findings, "destroyed" | "garbled" | "trailer"> {
  /** Ids that a spreadsheet turned into `1.2E+13`: how many, and the line of the first. */
  readonly destroyedIds: { readonly count: number; readonly line: number; readonly value: string } | null;
  /** Whether some text was read through the wrong encoding by an earlier program (`Ã¤`). */
  readonly garbled: { readonly count: number; readonly line: number } | null;
}

const TOTAL_ROW = reasonCode("total row");

/** Puts together what the segments of one file, in their order, found out; names the totals at its end. */
export function fileResult(segments: readonly PlacedFindings[], table: Pick<RowTable, "setReason">): FileResult {
  const totals = trailingTotals(segments.map(({ trailer }) => trailer)).map(({ segment, row, line }) => {
    const { firstRow = 0, firstLine = 0 } = segments[segment] ?? {};
    return { row: row + firstRow, line: line + firstLine };
  });
  for (const { row } of totals) table.setReason(row, TOTAL_ROW);
  const lines = new Set(totals.map(({ line }) => line));
  const rejects = segments.flatMap(({ rejects: own, firstLine }) =>
    own.map((reject) => ({ ...reject, line: reject.line + firstLine })),
  );
  const sum = (count: (segment: PlacedFindings) => number): number =>
    segments.reduce((total, segment) => total + count(segment), 0);
  return {
    rows: sum(({ rows }) => rows),
    rejects: rejects.filter(({ line }) => !lines.has(line)),
    rounded: sum(({ rounded }) => rounded),
    wholeIds: segments.every(({ wholeIds }) => wholeIds),
    pointZeroIds: segments.some(({ pointZeroIds }) => pointZeroIds),
    links: segments.flatMap(({ links }) => links),
    strays: segments.flatMap(({ strays }) => strays),
    destroyedIds: foundIn(segments, ({ destroyed }) => destroyed),
    garbled: firstIn(segments, ({ garbled }) => garbled),
    uncompared: firstIn(segments, ({ uncompared }) => (lines.has(uncompared?.line ?? 0) ? null : uncompared)),
  };
}

/** The first finding with its line in the file, and the count of all. */
function foundIn(segments: readonly PlacedFindings[], pick: (segment: PlacedFindings) => Found | null): Found | null {
  const first = firstIn(segments, pick);
  const count = segments.reduce((sum, segment) => sum + (pick(segment)?.count ?? 0), 0);
  return first === null ? null : { ...first, count };
}

/** The first finding with its line in the file. */
function firstIn<One extends { readonly line: number }>(
  segments: readonly PlacedFindings[],
  pick: (segment: PlacedFindings) => One | null,
): One | null {
  for (const segment of segments) {
    const found = pick(segment);
    if (found !== null) return { ...found, line: found.line + segment.firstLine };
  }
  return null;
}
