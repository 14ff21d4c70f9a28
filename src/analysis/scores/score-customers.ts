import { InputError } from "../../errors.ts";
import type { CustomerTable } from "../customers/customer-table.ts";
import { betterOf, DIMENSIONS, type Dimension, type Levels, MOST_LEVELS } from "./dimension.ts";
import { type DimensionScale, scaleFor, scoreValue } from "./dimension-scale.ts";
import { naturalScale } from "./natural.ts";
import { nestedScales } from "./nested.ts";
import { ntileScores } from "./ntile.ts";
import { quantileScale, scoresOf } from "./scale.ts";
import { type DimensionPlan, type ScoreChoices, scorePlan } from "./score-plan.ts";

export { DIMENSIONS, type Dimension, type Levels } from "./dimension.ts";

/** The scale of each dimension. */
export type Scales = Readonly<Record<Dimension, DimensionScale>>;

/** The scale of a dimension that nothing is known of: nobody gets a score by it. */
export const NO_SCALE: DimensionScale = {
  method: "quantile",
  levels: 5,
  better: "higher",
  cutPoints: [],
  nested: null,
};

export interface ScoreOptions extends ScoreChoices {
  /** Scales made earlier, on other customers; the choices are then not looked at. */
  readonly frozen?: Scales | undefined;
}

/**
 * Each customer's three scores, 1 … levels, higher is better, in the customer table's order, and the scales they came from.
 * Where nothing is known of money, nobody has a monetary score: it is 0 throughout, and its scale has no cut points.
 */
export interface ScoredCustomers {
  readonly customers: CustomerTable;
  readonly levels: Levels;
  readonly scales: Scales;
  readonly scores: Readonly<Record<Dimension, Uint8Array>>;
  /** Whether the scales were made earlier, on other customers. */
  readonly isFrozen: boolean;
}

/** The dimensions in which customers have a score: all three, or all but the monetary one where there is no money. */
export function scoredDimensions({ scores }: Pick<ScoredCustomers, "scores">): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => scores[dimension].some((score) => score > 0));
}

/** The column of the customer table that a dimension is scored by. */
export function measureOf(customers: CustomerTable, dimension: Dimension): Float64Array | Int32Array {
  if (dimension === "recency") return customers.recencyDays;
  return dimension === "frequency" ? customers.frequency : customers.monetaryValue;
}

/**
 * Scores every customer on recency (fewer days are better), frequency and monetary value (more is better).
 *
 * @throws UsageError where the choices do not fit each other
 * @throws InputError where a measure has too few distinct values for `natural`
 */
export function scoreCustomers(customers: CustomerTable, options: ScoreOptions = {}): ScoredCustomers {
  const { frozen } = options;
  const scoreOn = frozen === undefined ? fitted(customers, options) : applied(customers, frozen);
  const recency = scoreOn("recency", []);
  const frequency = scoreOn("frequency", [recency.scores]);
  const monetary = scoreOn("monetary", [recency.scores, frequency.scores]);
  return {
    customers,
    levels: { recency: recency.scale.levels, frequency: frequency.scale.levels, monetary: monetary.scale.levels },
    scales: { recency: recency.scale, frequency: frequency.scale, monetary: monetary.scale },
    scores: {
      recency: recency.scores,
      frequency: frequency.scores,
      monetary: customers.hasMoney ? monetary.scores : new Uint8Array(customers.length),
    },
    isFrozen: frozen !== undefined,
  };
}

interface ScoredDimension {
  readonly scale: DimensionScale;
  readonly scores: Uint8Array;
}

/** Scores one dimension, given the scores in the dimensions before it. */
type ScoreDimension = (dimension: Dimension, before: readonly Uint8Array[]) => ScoredDimension;

/** Scores with scales made from these very customers. */
function fitted(customers: CustomerTable, choices: ScoreChoices): ScoreDimension {
  const plan = scorePlan(choices);
  return (dimension, before) => {
    const values = measureOf(customers, dimension);
    if (dimension === "monetary" && !customers.hasMoney) {
      const scale = { ...NO_SCALE, levels: plan.monetary.levels };
      return { scale, scores: new Uint8Array(values.length) };
    }
    const scale = fitScale(values, { ...plan[dimension], dimension, before });
    if (scale.method !== "ntile") return { scale, scores: scoresOn(scale, values, before) };
    return { scale, scores: ntileScores(values, scale.levels, scale.better) };
  };
}

/** Scores with scales made earlier. */
function applied(customers: CustomerTable, scales: Scales): ScoreDimension {
  return (dimension, before) => {
    const scale = scales[dimension];
    return { scale, scores: scoresOn(scale, measureOf(customers, dimension), before) };
  };
}

function fitScale(
  values: Float64Array | Int32Array,
  plan: DimensionPlan & { readonly dimension: Dimension; readonly before: readonly Uint8Array[] },
): DimensionScale {
  const { method, levels } = plan;
  const better = betterOf(plan.dimension);
  const common = { method, levels, better, nested: null };
  if (method === "quantile") return { ...common, ...quantileScale(values, levels, better) };
  if (method === "natural") return { ...common, ...naturalOf(values, levels, plan.dimension) };
  if (method === "nested") {
    return { ...common, cutPoints: [], nested: nestedScales(values, plan.before, { levels, better }) };
  }
  return { ...common, cutPoints: plan.cutPoints ?? [] };
}

function naturalOf(
  values: Float64Array | Int32Array,
  levels: number,
  dimension: Dimension,
): ReturnType<typeof naturalScale> {
  try {
    return naturalScale(values, levels, betterOf(dimension));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${dimension}: ${error.message}`, { hint: error.hint });
  }
}

function scoresOn(scale: DimensionScale, values: Float64Array | Int32Array, before: readonly Uint8Array[]): Uint8Array {
  const one = scaleFor(scale, []);
  if (scale.nested === null && one !== null) return scoresOf(values, one);
  return Uint8Array.from(values, (value, customer) => {
    const cell = before.map((scores) => scores[customer] as number);
    return scoreValue(scale, value, cell) ?? 0;
  });
}

/** The same number of levels for every dimension, or the ones given. */
export function levelsOf(levels: number | Levels): Levels {
  return typeof levels === "number" ? { recency: levels, frequency: levels, monetary: levels } : levels;
}

/** The scores of every customer as text, by a number that stands for it; for tables of many customers. */
export function rfmCells({ levels, scores }: Pick<ScoredCustomers, "levels" | "scores">): {
  readonly codes: Uint16Array;
  readonly texts: readonly string[];
} {
  const { recency, frequency, monetary } = scores;
  const codes = new Uint16Array(recency.length);
  const texts: string[] = [];
  for (let customer = 0; customer < codes.length; customer += 1) {
    const r = recency[customer] as number;
    const f = frequency[customer] as number;
    const m = monetary[customer] as number;
    const cell = (r * CELL_BASE + f) * CELL_BASE + m;
    codes[customer] = cell;
    if (texts[cell] === undefined) texts[cell] = cellText(m === 0 ? [r, f] : [r, f, m], levels);
  }
  return { codes, texts };
}

const CELL_BASE = MOST_LEVELS + 1;

/**
 * The three scores as text, `543`; joined with `-` where a dimension has more than nine levels, `10-4-3`. Without a monetary
 * score there are two, `54`.
 */
export function rfmCell(scored: Pick<ScoredCustomers, "levels" | "scores">, customer: number): string {
  const cell = DIMENSIONS.map((dimension) => scored.scores[dimension][customer] as number);
  return cellText(
    cell.filter((score) => score > 0),
    scored.levels,
  );
}

/** The scores of a customer as the text of a cell. */
export function cellText(scores: readonly number[], levels: Levels): string {
  return scores.join(DIMENSIONS.some((dimension) => levels[dimension] > 9) ? "-" : "");
}
