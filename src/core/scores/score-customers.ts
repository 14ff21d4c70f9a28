import type { CustomerTable } from "../customers/customers-at.ts";
import { quantileScale, type ScoreScale, scoreOf } from "./scale.ts";

/** The three measures, in the order in which a cell names them. */
export const DIMENSIONS = ["recency", "frequency", "monetary"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How many levels each dimension's score has, 2 … 10. */
export type Levels = Readonly<Record<Dimension, number>>;

export interface ScoreOptions {
  /** One number for all three dimensions, or one each. Default 5, quintiles. */
  readonly levels?: number | Levels | undefined;
}

/** Each customer's three scores, 1 … levels, higher is better, in the customer table's order, and the scales they came from. */
export interface ScoredCustomers {
  readonly customers: CustomerTable;
  readonly levels: Levels;
  readonly scales: Readonly<Record<Dimension, ScoreScale>>;
  readonly scores: Readonly<Record<Dimension, Uint8Array>>;
}

/** The column of the customer table that a dimension is scored by. */
export function measureOf(customers: CustomerTable, dimension: Dimension): Float64Array | Int32Array {
  if (dimension === "recency") return customers.recencyDays;
  return dimension === "frequency" ? customers.frequency : customers.monetaryValue;
}

/** Scores every customer on recency (fewer days are better), frequency and monetary value (more is better). */
export function scoreCustomers(customers: CustomerTable, options: ScoreOptions = {}): ScoredCustomers {
  const levels = levelsOf(options.levels ?? 5);
  const scaleFor = (dimension: Dimension): ScoreScale =>
    quantileScale(measureOf(customers, dimension), levels[dimension], dimension === "recency" ? "lower" : "higher");
  const scales = { recency: scaleFor("recency"), frequency: scaleFor("frequency"), monetary: scaleFor("monetary") };
  const scoresOn = (dimension: Dimension): Uint8Array =>
    Uint8Array.from(measureOf(customers, dimension), (value) => scoreOf(value, scales[dimension]));
  return {
    customers,
    levels,
    scales,
    scores: { recency: scoresOn("recency"), frequency: scoresOn("frequency"), monetary: scoresOn("monetary") },
  };
}

/** The same number of levels for every dimension, or the ones given. */
export function levelsOf(levels: number | Levels): Levels {
  return typeof levels === "number" ? { recency: levels, frequency: levels, monetary: levels } : levels;
}

/** The three scores as text, `543`; joined with `-` where a dimension has more than nine levels, `10-4-3`. */
export function rfmCell(scored: Pick<ScoredCustomers, "levels" | "scores">, customer: number): string {
  const cell = DIMENSIONS.map((dimension) => scored.scores[dimension][customer] as number);
  return cellText(cell, scored.levels);
}

/** Three scores as the text of a cell. */
export function cellText(scores: readonly number[], levels: Levels): string {
  return scores.join(DIMENSIONS.some((dimension) => levels[dimension] > 9) ? "-" : "");
}
