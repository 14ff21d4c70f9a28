import { betterOf, DIMENSIONS, type Dimension } from "../scores/dimension.ts";

/** Customers' values of one measure with the scores that they got, one entry a customer. */
export interface ScoredValues {
  readonly values: readonly number[];
  readonly scores: readonly number[];
}

/** Scored customers by measure, as a file of scores has them. */
export type ScoredMeasures = Readonly<Record<Dimension, ScoredValues>>;

/**
 * The measures in which no cut points could give both sets of customers their scores: somebody got a higher score than
 * somebody else whose value is as good or better. Where one of the sets alone has that (scores by rank, or cut points by
 * cell), nothing is said of the measure.
 */
export function measuresCutDifferently(before: ScoredMeasures, after: ScoredMeasures): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => {
    const direction = betterOf(dimension) === "higher" ? 1 : -1;
    const [a, b] = [rangesOf(before[dimension], direction), rangesOf(after[dimension], direction)];
    return isOrdered(a) && isOrdered(b) && !isOrdered(joined(a, b));
  });
}

/** The least and the greatest value by score, higher being better. */
type Ranges = ReadonlyMap<number, readonly [least: number, most: number]>;

function rangesOf({ values, scores }: ScoredValues, direction: 1 | -1): Ranges {
  const ranges = new Map<number, readonly [number, number]>();
  for (const [index, written] of values.entries()) {
    const value = written * direction;
    const score = scores[index] ?? 0;
    const [least, most] = ranges.get(score) ?? [value, value];
    ranges.set(score, [Math.min(least, value), Math.max(most, value)]);
  }
  return ranges;
}

function joined(a: Ranges, b: Ranges): Ranges {
  const all = new Map(a);
  for (const [score, [least, most]] of b) {
    const known = all.get(score) ?? [least, most];
    all.set(score, [Math.min(known[0], least), Math.max(known[1], most)]);
  }
  return all;
}

/** Whether every value of a score is less than every value of a higher one. */
function isOrdered(ranges: Ranges): boolean {
  const byScore = [...ranges].sort(([a], [b]) => a - b).map(([, range]) => range);
  return byScore.every(([least], index) => index === 0 || least > (byScore[index - 1]?.[1] ?? least));
}
