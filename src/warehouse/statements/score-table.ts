import { DIMENSION_LETTERS, DIMENSIONS, type Dimension } from "../../analysis/scores/dimension.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteTable, quoteText } from "../dialects/quote.ts";
import type { ScoreRule } from "../score-rule.ts";
import { measureOf } from "./cut-points.ts";
import { dayText, textList } from "./row-conditions.ts";
import { stepNames } from "./step-names.ts";

/** The tables that the statement reads, and the day as of which they were made. */
export interface ScoredFrom {
  readonly customers: string;
  /** Read only where a dimension is scored by quantiles. */
  readonly cutPoints: string;
  readonly asOf: number;
}

const CARRIED = ["customer_id", "first_order", "last_order", "frequency"] as const;

/**
 * The customers with scores, cell and segment, in the columns of `rfm score`. A score is 1 + how many cut points lie below the
 * value, turned around for days; values are compared with numerators, so ties are safe and nothing is divided.
 */
export function scoreTableStatement(dialect: Dialect, rule: ScoreRule, from: ScoredFrom): string {
  const name = (column: string): string => quoteName(dialect, column);
  const [thresholds, measured, scored, celled] = stepNames(
    dialect,
    [from.customers, from.cutPoints],
    ["thresholds", "measured", "scored", "celled"],
  );
  const withCuts = DIMENSIONS.some((dimension) => rule.dimensions[dimension].cutPoints === null);
  const [recency, orders, spend] = ["recency_days", "orders", "spend"].map(name);
  const scores = DIMENSIONS.map((dimension) => name(scoreColumn(dimension)));
  const carried = CARRIED.map(name).join(", ");
  const source = quoteTable(dialect, from.customers);
  return [
    `WITH ${withCuts ? `${thresholds} AS (\n${thresholdsOf(dialect, rule, from.cutPoints)}\n), ` : ""}${measured} AS (`,
    `  SELECT ${carried}, ${orders}, ${spend},`,
    `    ${dialect.daysBetween(name("last_order"), dayText(dialect, from.asOf))} AS ${recency}${withCuts ? "," : ""}`,
    ...(withCuts ? [`    ${thresholdNames(rule).map(name).join(", ")}`] : []),
    `  FROM ${source}${withCuts ? ` CROSS JOIN ${thresholds}` : ""}`,
    `), ${scored} AS (`,
    `  SELECT ${carried}, ${orders}, ${spend}, ${recency},`,
    DIMENSIONS.map((dimension) => `    ${scoreOf(dialect, rule, dimension)} AS ${name(scoreColumn(dimension))}`).join(
      ",\n",
    ),
    `  FROM ${measured}`,
    `), ${celled} AS (`,
    `  SELECT ${carried}, ${orders}, ${spend}, ${recency}, ${scores.join(", ")},`,
    `    ${cellOf(dialect, rule, scores)} AS ${name("rfm_cell")}`,
    `  FROM ${scored}`,
    ")",
    `SELECT ${CARRIED.slice(0, 3).map(name).join(", ")}, ${recency}, ${name("frequency")},`,
    `  ${dialect.money(spend as string)} AS ${name("monetary_value")},`,
    `  CASE WHEN ${orders} > 0 THEN ${dialect.double(spend as string)} / ${dialect.double(`${orders} * 10000`)} END AS ${name("average_order_value")},`,
    `  ${scores.join(", ")}, ${name("rfm_cell")},`,
    `  CASE`,
    ...rule.segments.map(
      ({ name: segment, cells }) =>
        `    WHEN ${name("rfm_cell")} IN (${textList(dialect, cells)}) THEN ${quoteText(dialect, segment)}`,
    ),
    `  END AS ${name("segment")}`,
    `FROM ${celled}`,
  ].join("\n");
}

/** One row with all numerators, so that no customer is joined with more than one. */
function thresholdsOf(dialect: Dialect, rule: ScoreRule, cutPoints: string): string {
  const name = (column: string): string => quoteName(dialect, column);
  const columns = quantileDimensions(rule).flatMap((dimension) => {
    const letter = quoteText(dialect, DIMENSION_LETTERS[dimension]);
    return cutNumbers(rule, dimension).map(
      (k) =>
        `    max(CASE WHEN ${name("measure")} = ${letter} AND ${name("k")} = ${k} THEN ${name("numerator")} END) AS ${name(thresholdName(dimension, k))}`,
    );
  });
  return `  SELECT\n${columns.join(",\n")}\n  FROM ${quoteTable(dialect, cutPoints)}`;
}

function scoreOf(dialect: Dialect, { dimensions }: ScoreRule, dimension: Dimension): string {
  const { levels, cutPoints } = dimensions[dimension];
  const value = dimension === "recency" ? quoteName(dialect, "recency_days") : measureOf(dialect, dimension, 0);
  const above =
    cutPoints === null
      ? Array.from({ length: levels - 1 }, (_, index) => {
          const threshold = quoteName(dialect, thresholdName(dimension, index + 1));
          return `CASE WHEN ${value} * ${levels} > ${threshold} THEN 1 ELSE 0 END`;
        })
      : cutPoints.map((point) => `CASE WHEN ${value} > ${point} THEN 1 ELSE 0 END`);
  const count = above.join("\n      + ");
  return dimension === "recency" ? `${levels} - (${count})` : `1 + (${count})`;
}

function cellOf(dialect: Dialect, { levels }: ScoreRule, scores: readonly string[]): string {
  const texts = scores.map((score) => dialect.text(score));
  if (!DIMENSIONS.some((dimension) => levels[dimension] > 9)) return dialect.joined(texts);
  return dialect.joined(texts.flatMap((text, index) => (index === 0 ? [text] : [quoteText(dialect, "-"), text])));
}

function quantileDimensions({ dimensions }: ScoreRule): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => dimensions[dimension].cutPoints === null);
}

function cutNumbers({ dimensions }: ScoreRule, dimension: Dimension): readonly number[] {
  return Array.from({ length: dimensions[dimension].levels - 1 }, (_, index) => index + 1);
}

function thresholdNames(rule: ScoreRule): readonly string[] {
  return quantileDimensions(rule).flatMap((dimension) =>
    cutNumbers(rule, dimension).map((k) => thresholdName(dimension, k)),
  );
}

function thresholdName(dimension: Dimension, k: number): string {
  return `${DIMENSION_LETTERS[dimension]}_cut_${k}`;
}

function scoreColumn(dimension: Dimension): string {
  return `${DIMENSION_LETTERS[dimension]}_score`;
}
