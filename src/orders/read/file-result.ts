import { reasonCode } from "../../core/ledger/entries.ts";
import type { FileResult } from "./file-plan.ts";
import type { Found } from "./key-reader.ts";
import type { Findings } from "./row-reader.ts";
import type { RowTable } from "./row-table.ts";
import { trailingTotals } from "./trailer-finder.ts";

/** A stretch of a file that is in the table: where its rows begin there, and how many lines stand before it. */
export interface PlacedFindings extends Findings {
  readonly firstRow: number;
  readonly firstLine: number;
}

const TOTAL_ROW = reasonCode("total row");

/** Puts together what the stretches of one file, in their order, found out; names the totals at its end. */
export function fileResult(stretches: readonly PlacedFindings[], table: Pick<RowTable, "setReason">): FileResult {
  const totals = trailingTotals(stretches.map(({ trailer }) => trailer)).map(({ part, row, line }) => {
    const { firstRow = 0, firstLine = 0 } = stretches[part] ?? {};
    return { row: row + firstRow, line: line + firstLine };
  });
  for (const { row } of totals) table.setReason(row, TOTAL_ROW);
  const lines = new Set(totals.map(({ line }) => line));
  const rejects = stretches.flatMap(({ rejects: own, firstLine }) =>
    own.map((reject) => ({ ...reject, line: reject.line + firstLine })),
  );
  const sum = (count: (stretch: PlacedFindings) => number): number =>
    stretches.reduce((total, stretch) => total + count(stretch), 0);
  return {
    rows: sum(({ rows }) => rows),
    rejects: rejects.filter(({ line }) => !lines.has(line)),
    rounded: sum(({ rounded }) => rounded),
    wholeIds: stretches.every(({ wholeIds }) => wholeIds),
    pointZeroIds: stretches.some(({ pointZeroIds }) => pointZeroIds),
    links: stretches.flatMap(({ links }) => links),
    strays: stretches.flatMap(({ strays }) => strays),
    destroyedIds: foundIn(stretches, ({ destroyed }) => destroyed),
    garbled: firstIn(stretches, ({ garbled }) => garbled),
  };
}

type PickFound = (stretch: PlacedFindings) => Found | null;

/** The first finding with its line in the file, and the count of all. */
function foundIn(stretches: readonly PlacedFindings[], pick: PickFound): Found | null {
  const first = firstIn(stretches, pick);
  const count = stretches.reduce((sum, stretch) => sum + (pick(stretch)?.count ?? 0), 0);
  return first === null ? null : { ...first, count };
}

/** The first finding with its line in the file. */
function firstIn(stretches: readonly PlacedFindings[], pick: PickFound): Found | null {
  for (const stretch of stretches) {
    const found = pick(stretch);
    if (found !== null) return { ...found, line: found.line + stretch.firstLine };
  }
  return null;
}
