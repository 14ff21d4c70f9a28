/** Ranges of cells as workbooks write them; rows and columns from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

const RANGE = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/;

/** The number of a column's letters: 1 for `A`. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `A1`, `A1:C4` or `$A$1:$C$4`. */
export function rangeOf(text: string): CellRange {
  const [, left = "", top = "0", right = left, bottom = top] = RANGE.exec(text) ?? [];
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

export function rangeProblems(text: string): readonly string[] {
  const { top, left, bottom, right } = rangeOf(text);
  const isInside = top >= 1 && left >= 1 && bottom <= LAST_ROW && right <= LAST_COLUMN;
  return isInside && top <= bottom && left <= right ? [] : [`${text} is no range of a sheet`];
}

export function overlap(one: CellRange, other: CellRange): boolean {
  const across = one.left <= other.right && other.left <= one.right;
  return across && one.top <= other.bottom && other.top <= one.bottom;
}

/** The pairs of ranges that have a cell in common. */
export function overlaps(ranges: readonly string[]): readonly string[] {
  return ranges.flatMap((one, index) =>
    ranges
      .slice(index + 1)
      .flatMap((other) => (overlap(rangeOf(one), rangeOf(other)) ? [`${one} and ${other} overlap`] : [])),
  );
}

/** The smallest range with all of these in it. */
export function around(ranges: readonly CellRange[]): CellRange {
  return {
    top: Math.min(...ranges.map(({ top }) => top)),
    left: Math.min(...ranges.map(({ left }) => left)),
    bottom: Math.max(...ranges.map(({ bottom }) => bottom)),
    right: Math.max(...ranges.map(({ right }) => right)),
  };
}
