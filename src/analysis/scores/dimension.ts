/** The three measures, in the order in which a cell names them. */
export const DIMENSIONS = ["recency", "frequency", "monetary"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** No dimension has more levels, and no customer a higher score. */
export const MOST_LEVELS = 10;

/** How many levels each dimension's score has, 2 … 10. */
export type Levels = Readonly<Record<Dimension, number>>;

/** The letter that options, schemes and models call a dimension by. */
export const DIMENSION_LETTERS = { recency: "r", frequency: "f", monetary: "m" } as const satisfies Record<
  Dimension,
  string
>;

/** Whether more or less of a measure is better: fewer days, more purchases, more money. */
export function betterOf(dimension: Dimension): "higher" | "lower" {
  return dimension === "recency" ? "lower" : "higher";
}
