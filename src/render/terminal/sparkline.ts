const HEIGHTS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/** One step of a sparkline. */
export interface SparkPoint {
  /** `null` where nothing is known. */
  readonly value: number | null;
  /** The step is not over, so that its value is not to be compared with the others'. */
  readonly isPartial: boolean;
}

/** What stands for a step of 0, of nothing known, and after one that is not over. */
export const SPARK_MARKS = { zero: "_", unknown: "?", partial: "*" } as const;

/**
 * Values as a line of small bars that begin at zero, so that twice the height is twice the value; a step that is not over
 * has a star after it. `null` where bars would lie or say nothing: a value below zero, fewer than two known, or all zero.
 */
export function sparkline(points: readonly SparkPoint[]): string | null {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const most = Math.max(0, ...known);
  if (known.length < 2 || most === 0 || known.some((value) => value < 0)) return null;
  const bar = (value: number): string => HEIGHTS[Math.max(0, Math.round((value / most) * HEIGHTS.length) - 1)] ?? "";
  return points
    .map(({ value, isPartial }) => {
      const drawn = value === null ? SPARK_MARKS.unknown : value === 0 ? SPARK_MARKS.zero : bar(value);
      return isPartial ? `${drawn}${SPARK_MARKS.partial}` : drawn;
    })
    .join("");
}
