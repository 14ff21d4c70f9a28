import type { Method } from "./method.ts";
import { type ScoreScale, scoreOf } from "./scale.ts";

/** The scale of each group of customers, by their scores before it: `""` everyone, `"5"` a recency score, `"5-4"` R × F. */
export type NestedScales = ReadonlyMap<string, ScoreScale>;

/** The scale of one dimension, and how it was made. */
export interface DimensionScale extends ScoreScale {
  readonly method: Method;
  /** Levels of the score, 2 … 10. */
  readonly levels: number;
  /** Ascending, `levels` − 1 of them; empty where no one list holds for everyone: with `ntile` and `nested`. */
  readonly cutPoints: readonly number[];
  /** With `nested`, the scale of each group; otherwise `null`. */
  readonly nested: NestedScales | null;
}

/**
 * The scale that a customer's value is held against: the dimension's own, or with `nested` that of the group with the
 * same scores before. A group that had no customer when the scale was made takes the next larger group's.
 * With `ntile` there is none: `null`.
 *
 * @param before the scores in the dimensions before this one, in order
 * @example scaleFor(nestedFrequency, [5]) // the scale of frequency among customers with recency score 5
 */
export function scaleFor(scale: DimensionScale, before: readonly number[]): ScoreScale | null {
  if (scale.method === "ntile") return null;
  if (scale.nested === null) return scale;
  for (let depth = before.length; depth >= 0; depth -= 1) {
    const found = scale.nested.get(before.slice(0, depth).join("-"));
    if (found !== undefined) return found;
  }
  return null;
}

/** The score of one value, 1 … levels, higher is better; `null` with `ntile`, which compares customers and not values. */
export function scoreValue(scale: DimensionScale, value: number, before: readonly number[]): number | null {
  const found = scaleFor(scale, before);
  return found === null ? null : scoreOf(value, found);
}
