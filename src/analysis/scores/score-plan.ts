import { UsageError } from "../../errors.ts";
import { DIMENSION_LETTERS, DIMENSIONS, type Dimension, type Levels } from "./dimension.ts";
import type { Method, MethodChoice } from "./method.ts";

/** How the user wants customers scored; everything may be left out. */
export interface ScoreChoices {
  /** One number for all three dimensions, or one each. */
  readonly levels?: number | Partial<Levels> | undefined;
  /** Levels of a dimension that `levels` leaves out. Default 5, quintiles. */
  readonly defaultLevels?: number | undefined;
  readonly method?: MethodChoice | undefined;
  /** Cut points of dimensions, ascending, in days, purchases, or 1/10,000 of a currency unit; they imply `fixed`. */
  readonly cutPoints?: Partial<Readonly<Record<Dimension, readonly number[]>>> | undefined;
}

/** How one dimension is to be scored, checked: `fixed` has `levels` − 1 ascending cut points, the others `null`. */
export interface DimensionPlan {
  readonly method: Method;
  readonly levels: number;
  readonly cutPoints: readonly number[] | null;
}

export type ScorePlan = Readonly<Record<Dimension, DimensionPlan>>;

/**
 * What the choices amount to, dimension by dimension.
 *
 * @throws UsageError that names everything which does not fit: levels outside 2 … 10, cut points that do not ascend, are
 * too few or too many, or belong to another method, `fixed` without cut points, recency `nested` in nothing
 */
export function scorePlan(choices: ScoreChoices = {}): ScorePlan {
  const problems = DIMENSIONS.flatMap((dimension) => problemsOf(dimension, choices));
  if (problems.length > 0) throw new UsageError(problems.join("; "), hintFor(choices));
  const one = (dimension: Dimension): DimensionPlan => ({
    method: methodOf(dimension, choices),
    levels: levelsFor(dimension, choices),
    cutPoints: choices.cutPoints?.[dimension] ?? null,
  });
  return { recency: one("recency"), frequency: one("frequency"), monetary: one("monetary") };
}

function levelsFor(dimension: Dimension, { levels, defaultLevels = 5 }: ScoreChoices): number {
  if (typeof levels === "number") return levels;
  return levels?.[dimension] ?? defaultLevels;
}

function methodOf(dimension: Dimension, choices: ScoreChoices): Method {
  if (choices.cutPoints?.[dimension] !== undefined) return "fixed";
  const asked = askedMethod(dimension, choices) ?? "quantile";
  const isBare = typeof choices.method === "string";
  return isBare && asked === "nested" && dimension === "recency" ? "quantile" : asked;
}

function askedMethod(dimension: Dimension, { method }: ScoreChoices): Method | undefined {
  return typeof method === "string" ? method : method?.[dimension];
}

function problemsOf(dimension: Dimension, choices: ScoreChoices): string[] {
  const letter = DIMENSION_LETTERS[dimension];
  const levels = levelsFor(dimension, choices);
  const cutPoints = choices.cutPoints?.[dimension];
  const asked = askedMethod(dimension, choices);
  const problems: string[] = [];
  if (!Number.isInteger(levels) || levels < 2 || levels > 10) {
    problems.push(`${dimension}: ${levels} levels, but there must be 2 to 10`);
  }
  if (cutPoints === undefined) {
    if (asked === "fixed") problems.push(`${dimension} has method fixed and no cut points`);
    if (asked === "nested" && dimension === "recency" && typeof choices.method !== "string") {
      problems.push("recency cannot be nested: the other two are nested in it");
    }
    return problems;
  }
  if (typeof choices.method === "object" && asked !== undefined && asked !== "fixed") {
    problems.push(`${dimension} has cut points and method ${asked}: cut points go with fixed`);
  }
  const at = cutPoints.findIndex((point, index) => index > 0 && point <= (cutPoints[index - 1] as number));
  if (at > 0) problems.push(`the cut points of ${dimension} do not ascend: number ${at + 1} is not above number ${at}`);
  if (cutPoints.length !== levels - 1) {
    problems.push(
      `${dimension} has ${cutPoints.length} cut ${cutPoints.length === 1 ? "point" : "points"} and ${levels} levels, which take ${levels - 1}` +
        (cutPoints.length >= 1 && cutPoints.length <= 9 ? ` (or say --levels ${letter}=${cutPoints.length + 1})` : ""),
    );
  }
  return problems;
}

function hintFor(choices: ScoreChoices): string {
  return choices.cutPoints === undefined
    ? "for instance --method r=fixed,f=natural --cut-points r=30,90,180,365"
    : "for instance --cut-points r=30,90,180,365: one fewer than the levels, each above the one before";
}
