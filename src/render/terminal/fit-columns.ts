import type { DataColumn } from "../../csv/writer/data-table.ts";

/** A column with its width in cells of the terminal. */
export interface FittedColumn {
  readonly column: DataColumn;
  readonly width: number;
  /** How narrow it can be made before another column has to go. */
  readonly narrowest: number;
  /** How narrow it is with a word of its heading per line. */
  readonly headed: number;
  /** How narrow it is with a word per line, in its cells too. */
  readonly worded: number;
  readonly cells: readonly string[];
  readonly isMasked: boolean;
}

/** Blanks between two columns. */
export const GAP = 2;

/** A bar as wide as is usual, and where there is room to spare. */
export const USUAL_BAR = 20;
const WIDEST_BAR = 60;

/** How wide columns are side by side. */
export function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + GAP, -GAP);
}

/**
 * The columns that a terminal has room for, each with its width. Bars and wrapping text shrink first; then the columns of the
 * highest rank go, one rank after the other. Where none is left that may go, headings are wrapped, then bars go, then all text
 * is wrapped, and at last the columns at the end go, so that no line is wider than the terminal. What is left over widens bars.
 */
export function fitColumns(columns: readonly FittedColumn[], width: number): readonly FittedColumn[] {
  let kept = columns;
  while (!canFit(kept, width)) {
    const highest = Math.max(...kept.map(({ column }) => column.rank ?? 0));
    if (highest <= 0) return withNoneToGo(kept, width);
    kept = kept.filter(({ column }) => (column.rank ?? 0) !== highest);
  }
  return filled(kept, width);
}

function withNoneToGo(columns: readonly FittedColumn[], width: number): readonly FittedColumn[] {
  const headed = columns.map((one) => ({ ...one, narrowest: Math.min(one.narrowest, one.headed) }));
  if (canFit(headed, width)) return filled(headed, width);
  const noBars = headed.filter(({ column }) => column.kind !== "bar");
  if (canFit(noBars, width)) return filled(noBars, width);
  let kept = noBars.map((one) => ({ ...one, narrowest: Math.min(one.narrowest, one.worded) }));
  while (kept.length > 1 && !canFit(kept, width)) kept = kept.slice(0, -1);
  return filled(kept, width);
}

function canFit(columns: readonly FittedColumn[], width: number): boolean {
  return widthOf(columns.map(({ narrowest }) => narrowest)) <= width;
}

/** Columns that take as much of the width as they can use. */
function filled(columns: readonly FittedColumn[], width: number): readonly FittedColumn[] {
  const excess = widthOf(columns.map((column) => column.width)) - width;
  return excess > 0 ? shrink(columns, excess) : widenBars(columns, -excess);
}

/** Takes the excess from the columns that can give way, the last first. */
function shrink(columns: readonly FittedColumn[], excess: number): readonly FittedColumn[] {
  let left = excess;
  return columns
    .toReversed()
    .map((one) => {
      const given = Math.min(left, one.width - one.narrowest);
      left -= given;
      return { ...one, width: one.width - given };
    })
    .toReversed();
}

function widenBars(columns: readonly FittedColumn[], room: number): readonly FittedColumn[] {
  let left = room;
  return columns.map((one) => {
    if (one.column.kind !== "bar") return one;
    const given = Math.min(left, WIDEST_BAR - one.width);
    left -= given;
    return { ...one, width: one.width + given };
  });
}
