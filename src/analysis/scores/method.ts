import type { Dimension } from "./dimension.ts";

/**
 * How a measure is cut into scores.
 *
 * - `quantile`: cut points between groups of near-equal size; equal values always share a score.
 * - `ntile`: groups of equal size by force, as SQL's NTILE; equal values are parted by customer id, so there are no cut points.
 * - `fixed`: cut points given by the user.
 * - `natural`: cut points where the values themselves leave gaps.
 * - `nested`: quantiles of frequency within each recency score, and of monetary value within each pair of the two.
 */
export const METHODS = ["quantile", "ntile", "fixed", "natural", "nested"] as const;
export type Method = (typeof METHODS)[number];

/** One method for all three measures, or one each; a measure left out has `quantile`. */
export type MethodChoice = Method | Partial<Readonly<Record<Dimension, Method>>>;
