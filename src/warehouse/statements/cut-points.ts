import { DIMENSION_LETTERS, DIMENSIONS, type Dimension, type Levels } from "../../analysis/scores/dimension.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteTable, quoteText } from "../dialects/quote.ts";
import { dayText } from "./row-conditions.ts";
import { stepNames } from "./step-names.ts";

/** The dimensions that are scored by quantiles of these very customers, with their levels. */
export type QuantileLevels = Partial<Levels>;

/**
 * The cut points k / levels of type 7 as whole-number numerators: with h = (n − 1)·k, i = ⌊h / levels⌋ and r = h mod levels a cut
 * point is (v[i]·(levels − r) + v[i + 1]·r) / levels. Dividing is left out: a value is compared times `levels`.
 */
export function cutPointsStatement(
  dialect: Dialect,
  { customers, asOf, levels }: { readonly customers: string; readonly asOf: number; readonly levels: QuantileLevels },
): string {
  const name = (column: string): string => quoteName(dialect, column);
  const dimensions = DIMENSIONS.filter((dimension) => levels[dimension] !== undefined);
  const [measure, value, many, upTo, all] = ["measure", "measured", "many", "up_to", "all_customers"].map(name);
  const [k, parts, low, rest] = ["k", "levels", "low_place", "rest"].map(name);
  const within = (place: string): string => `${upTo} > ${place} AND ${upTo} - ${many} <= ${place}`;
  const high = `${low} + CASE WHEN ${rest} > 0 THEN 1 ELSE 0 END`;
  const valueAt = (place: string): string => `min(CASE WHEN ${within(place)} THEN ${value} END)`;
  const counted = dimensions.map((dimension) => {
    const measured = dialect.whole(measureOf(dialect, dimension, asOf));
    const letter = quoteText(dialect, DIMENSION_LETTERS[dimension]);
    return `  SELECT ${letter} AS ${measure}, ${measured} AS ${value}, count(*) AS ${many} FROM ${quoteTable(dialect, customers)} GROUP BY ${measured}`;
  });
  const places = dimensions.flatMap((dimension) =>
    Array.from({ length: (levels[dimension] as number) - 1 }, (_, index) => {
      const letter = quoteText(dialect, DIMENSION_LETTERS[dimension]);
      return [letter, dialect.whole(String(index + 1)), dialect.whole(String(levels[dimension]))];
    }),
  );
  const [counts, ranked, asked, placed] = stepNames(
    dialect,
    [customers],
    ["value_counts", "ranked_values", "asked_places", "placed"],
  );
  return [
    `WITH ${counts} AS (`,
    counted.join("\n  UNION ALL\n"),
    `), ${ranked} AS (`,
    `  SELECT ${measure}, ${value}, ${many},`,
    `    ${dialect.whole(`sum(${many}) OVER (PARTITION BY ${measure} ORDER BY ${value} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`)} AS ${upTo},`,
    `    ${dialect.whole(`sum(${many}) OVER (PARTITION BY ${measure})`)} AS ${all}`,
    `  FROM ${counts}`,
    `), ${asked} AS (`,
    dialect.rowsOf([name("place_measure"), k as string, parts as string], places),
    `), ${placed} AS (`,
    `  SELECT ${measure}, ${value}, ${many}, ${upTo}, ${k}, ${parts},`,
    `    ${dialect.quotient(`(${all} - 1) * ${k}`, parts as string)} AS ${low},`,
    `    ${dialect.remainder(`(${all} - 1) * ${k}`, parts as string)} AS ${rest}`,
    `  FROM ${ranked} CROSS JOIN ${asked}`,
    `  WHERE ${measure} = ${name("place_measure")}`,
    ")",
    `SELECT ${measure}, ${k},`,
    `  ${valueAt(low as string)} * (${parts} - ${rest})`,
    `    + ${valueAt(high)} * ${rest} AS ${name("numerator")},`,
    `  ${parts}`,
    `FROM ${placed}`,
    `WHERE (${within(low as string)}) OR (${within(high)})`,
    `GROUP BY ${measure}, ${k}, ${parts}, ${rest}`,
  ].join("\n");
}

/** The column of the customers' table that a dimension is scored by, as a whole number. */
export function measureOf(dialect: Dialect, dimension: Dimension, asOf: number): string {
  if (dimension === "frequency") return quoteName(dialect, "frequency");
  if (dimension === "monetary") return quoteName(dialect, "spend");
  return dialect.daysBetween(quoteName(dialect, "last_order"), dayText(dialect, asOf));
}
