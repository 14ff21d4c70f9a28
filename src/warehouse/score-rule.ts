import type { Dimension, Levels } from "../analysis/scores/dimension.ts";
import { DIMENSIONS } from "../analysis/scores/dimension.ts";
import type { Scales } from "../analysis/scores/score-customers.ts";
import { cellText } from "../analysis/scores/score-customers.ts";
import type { ScorePlan } from "../analysis/scores/score-plan.ts";
import { segmentOfScores } from "../analysis/segments/assign-segments.ts";
import type { Scheme } from "../analysis/segments/scheme.ts";
import { UsageError } from "../errors.ts";

/** How an engine scores one dimension: by quantiles of its customers, or by cut points that are known beforehand. */
export interface DimensionRule {
  readonly levels: number;
  /** Ascending whole numbers in days, purchases or 1/10,000; `null` for quantiles. */
  readonly cutPoints: readonly number[] | null;
}

/** How an engine scores customers. */
export interface ScoreRule {
  readonly dimensions: Readonly<Record<Dimension, DimensionRule>>;
  readonly levels: Levels;
  /** The segments with the cells that belong to each, in the scheme's order; segments without a cell are left out. */
  readonly segments: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** What cannot be computed in an engine, by what the user asked for. */
const NOT_PUSHED_DOWN: Readonly<Record<string, string>> = {
  ntile: "equal values are parted by customer id in code unit order, in which no engine sorts",
  natural: "the breaks are found by a search over all values",
  nested: "each group of customers has cut points of its own",
};

/**
 * The rule that an engine scores by, from a plan or from the scales of a model.
 *
 * Every measure is a whole number, so a value lies above a cut point exactly where it lies above its whole part.
 *
 * @throws UsageError for a method that cannot be pushed down
 */
export function scoreRule(plan: ScorePlan | Scales, scheme: Scheme): ScoreRule {
  const one = (dimension: Dimension): DimensionRule => {
    const { method, levels, cutPoints } = plan[dimension];
    const why = NOT_PUSHED_DOWN[method];
    if (why !== undefined) {
      throw new UsageError(
        `${dimension} with method ${method} cannot be computed in an engine: ${why}`,
        "use quantile or fixed; or let rfm score the customers, which takes every method",
      );
    }
    const isKnown = method === "fixed" || isFrozen(plan);
    return { levels, cutPoints: isKnown ? (cutPoints ?? []).map(Math.floor) : null };
  };
  const dimensions = { recency: one("recency"), frequency: one("frequency"), monetary: one("monetary") };
  const levels = {
    recency: dimensions.recency.levels,
    frequency: dimensions.frequency.levels,
    monetary: dimensions.monetary.levels,
  };
  return { dimensions, levels, segments: segmentCells(scheme, levels) };
}

/** The levels of the dimensions whose cut points the engine computes. */
export function quantileLevels({ dimensions }: ScoreRule): Partial<Levels> {
  const asked = DIMENSIONS.filter((dimension) => dimensions[dimension].cutPoints === null);
  return Object.fromEntries(asked.map((dimension) => [dimension, dimensions[dimension].levels]));
}

/** The scales of a model say in which direction a measure is better; a plan does not. */
function isFrozen(plan: ScorePlan | Scales): boolean {
  return "better" in plan.recency;
}

function segmentCells(scheme: Scheme, levels: Levels): ScoreRule["segments"] {
  const cells = scheme.segments.map((): string[] => []);
  for (const recency of scoresUpTo(levels.recency)) {
    for (const frequency of scoresUpTo(levels.frequency)) {
      for (const monetary of scoresUpTo(levels.monetary)) {
        const segment = segmentOfScores(scheme, levels, { recency, frequency, monetary });
        cells[segment]?.push(cellText([recency, frequency, monetary], levels));
      }
    }
  }
  return scheme.segments.flatMap(({ name }, index) => {
    const own = cells[index] ?? [];
    return own.length === 0 ? [] : [{ name, cells: own }];
  });
}

function scoresUpTo(levels: number): readonly number[] {
  return Array.from({ length: levels }, (_, index) => index + 1);
}
