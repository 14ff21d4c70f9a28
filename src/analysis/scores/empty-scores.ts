import type { Dimension, Levels } from "./dimension.ts";
import { quantile, scoreOf, scoresInUse } from "./scale.ts";
import { measureOf, type ScoredCustomers, scoredDimensions } from "./score-customers.ts";
import { countValues } from "./value-counts.ts";

/** A dimension in which nobody has some of the scores. */
export interface EmptyScores {
  readonly dimension: Dimension;
  /** Ascending. */
  readonly used: readonly number[];
  /** Ascending; at least one. */
  readonly empty: readonly number[];
}

/** The dimensions in which ties, few customers or the cut points leave scores empty. */
export function emptyScores({ levels, scores }: Pick<ScoredCustomers, "levels" | "scores">): readonly EmptyScores[] {
  return scoredDimensions({ scores }).flatMap((dimension) => {
    const used = scoresInUse(scores[dimension]);
    const all = Array.from({ length: levels[dimension] }, (_, index) => index + 1);
    const empty = all.filter((score) => !used.includes(score));
    return empty.length === 0 ? [] : [{ dimension, used, empty }];
  });
}

/** Choices that would leave no score empty; `null` where there are none of their kind. */
export interface Remedy {
  /** Fewer levels for quantiles. */
  readonly levels: Levels | null;
  /** Cut points of the dimensions concerned, and the levels that they make. */
  readonly cutPoints: Partial<Readonly<Record<Dimension, readonly number[]>>> | null;
  readonly cutLevels: Levels;
}

/**
 * What would leave no score empty in the dimensions that are cut by quantiles or into equal parts: the most levels at
 * which quantiles use every score, and cut points between distinct values with groups as equal as ties allow.
 */
export function remedyFor(scored: ScoredCustomers): Remedy {
  const concerned = emptyScores(scored)
    .map(({ dimension }) => dimension)
    .filter((dimension) => ["quantile", "ntile"].includes(scored.scales[dimension].method));
  let levels: Levels | null = concerned.length === 0 ? null : scored.levels;
  let cutLevels = scored.levels;
  const cutPoints: Partial<Record<Dimension, readonly number[]>> = {};
  for (const dimension of concerned) {
    const values = measureOf(scored.customers, dimension);
    const fewer = mostLevelsInUse(values, scored.levels[dimension]);
    levels = levels === null || fewer === null ? null : { ...levels, [dimension]: fewer };
    const points = evenCutPoints(values, scored.levels[dimension]);
    if (points === null) continue;
    cutPoints[dimension] = points;
    cutLevels = { ...cutLevels, [dimension]: points.length + 1 };
  }
  const canCut = concerned.length > 0 && concerned.every((dimension) => cutPoints[dimension] !== undefined);
  return { levels, cutPoints: canCut ? cutPoints : null, cutLevels };
}

function mostLevelsInUse(values: Float64Array | Int32Array, below: number): number | null {
  const sorted = values.toSorted();
  const distinct = countValues(values).map(([value]) => value);
  for (let levels = below - 1; levels >= 2; levels -= 1) {
    const cutPoints = Array.from({ length: levels - 1 }, (_, index) => quantile(sorted, index + 1, levels));
    const used = new Set(distinct.map((value) => scoreOf(value, { cutPoints, better: "higher" })));
    if (used.size === levels) return levels;
  }
  return null;
}

/**
 * Cut points on distinct values, `levels` − 1 of them or as many as the values allow, so that every group has a customer
 * and the groups are about as large as each other. Each is a whole number (rounded up within its gap), so that it can be
 * typed. `null` where all values are the same.
 *
 * @example evenCutPoints(Int32Array.of(1, 1, 1, 1, 1, 1, 2, 3, 4, 9), 5) // [1, 2, 3, 4]
 */
export function evenCutPoints(values: Float64Array | Int32Array, levels: number): readonly number[] | null {
  const distinct = countValues(values instanceof Int32Array ? values : values.map(Math.ceil));
  const bins = Math.min(levels, distinct.length);
  if (bins < 2) return null;
  const cutPoints: number[] = [];
  let next = 0;
  let left = values.length;
  for (let open = bins; open > 1; open -= 1) {
    const target = left / open;
    let taken = 0;
    while (distinct.length - next >= open) {
      const count = distinct[next]?.[1] ?? 0;
      if (taken > 0 && taken + count - target > target - taken) break;
      taken += count;
      next += 1;
    }
    left -= taken;
    cutPoints.push(distinct[next - 1]?.[0] ?? 0);
  }
  return cutPoints;
}
