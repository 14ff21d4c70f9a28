import { DIMENSIONS, type Levels } from "../../analysis/scores/dimension.ts";
import { type DimensionScale, scaleFor } from "../../analysis/scores/dimension-scale.ts";
import type { ScoreScale } from "../../analysis/scores/scale.ts";
import type { Scales } from "../../analysis/scores/score-customers.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "../order-query.ts";
import { dayConditions, orderRows } from "./order-rows.ts";
import { dayText } from "./row-conditions.ts";

/** The days on which customers are counted, and by which scores. */
export interface CountedGroups {
  /** Each with the first day of its window; `null` where all history counts. */
  readonly days: readonly { readonly asOf: number; readonly from: number | null }[];
  /** None by rank. */
  readonly scales: Scales;
  readonly levels: Levels;
  readonly monetary: "total" | "average";
}

type CountedQuery = OrderQuery & Pick<CustomerRule, "windowFor" | "frequency">;

/**
 * How many customers had which scores on each of several days, by cut points that are written out; in one pass over the orders,
 * and never a row per customer. Columns in order: the day, an index of {@link CountedGroups.days}; the scores of recency,
 * frequency and monetary value; the customers. The query's as-of date is the last of the days.
 */
export function groupCountsStatement(dialect: Dialect, query: CountedQuery, counted: CountedGroups): string {
  const name = (column: string): string => quoteName(dialect, column);
  const scores = ["r_score", "f_score", "m_score"].map(name);
  const place = name("day_place");
  const values = [
    name("recency_days"),
    name("frequency"),
    monetaryValue(dialect, counted.monetary, { spend: name("spend"), frequency: name("frequency") }),
  ];
  const literal = (dimension: number, cut: number): string =>
    dimension === 2 && counted.monetary === "average" ? doubleText(dialect, cut) : String(Math.floor(cut));
  // Each score may need those before it, so each gets a level of its own.
  const scored = DIMENSIONS.reduce(
    (inner, dimension, at) => {
      const score = scoreSql(counted.scales[dimension], {
        value: values[at] as string,
        before: scores
          .slice(0, at)
          .map((column, index) => ({ column, levels: counted.levels[DIMENSIONS[index] ?? "recency"] })),
        literal: (cut) => literal(at, cut),
      });
      const carried = [place, name("recency_days"), name("frequency"), name("spend"), ...scores.slice(0, at)].join(
        ", ",
      );
      return dialect.apart(
        `SELECT ${carried},\n  ${score} AS ${scores[at]}\nFROM (\n${inner}\n) ${name(`scored_${at}`)}`,
      );
    },
    dialect.apart(measuresSelect(dialect, query, counted)),
  );
  return [
    `SELECT ${[place, ...scores].join(", ")}, count(*) AS ${name("customers")}`,
    `FROM (\n${scored}\n) ${name("scored")}`,
    `GROUP BY ${[place, ...scores].join(", ")}`,
  ].join("\n");
}

/** One row per customer and day on which the customer is scored, of one row per customer. */
function measuresSelect(dialect: Dialect, query: CountedQuery, { days }: CountedGroups): string {
  const name = (column: string): string => quoteName(dialect, column);
  const place = name("day_place");
  const byDay = (value: (at: number) => string): string =>
    `CASE ${days.map((_, at) => `WHEN ${place} = ${at} THEN ${value(at)}`).join(" ")} END`;
  const last = (at: number): string => name(`last_${at}`);
  return [
    `  SELECT ${place},`,
    `    ${byDay((at) => dialect.daysBetween(last(at), dayText(dialect, days[at]?.asOf ?? 0)))} AS ${name("recency_days")},`,
    `    ${byDay((at) => name(`frequency_${at}`))} AS ${name("frequency")},`,
    `    ${byDay((at) => name(`spend_${at}`))} AS ${name("spend")}`,
    `  FROM (\n${customersSelect(dialect, query, days)}\n  ) ${name("customers")}`,
    `  CROSS JOIN (\n${dialect.rowsOf(
      [place],
      days.map((_, at) => [String(at)]),
    )}\n  ) ${name("counted_days")}`,
    `  WHERE ${byDay(last)} IS NOT NULL`,
  ].join("\n");
}

/** One row per customer, with last purchase, frequency and spend as of each day; the definitions are those of `customersAt`. */
function customersSelect(dialect: Dialect, query: CountedQuery, days: CountedGroups["days"]): string {
  const rows = orderRows(dialect, query);
  const name = (column: string): string => quoteName(dialect, column);
  const [key, day, amount] = ["customer_key", "order_day", "net_amount"].map(name) as [string, string, string];
  const columns = days.flatMap(({ asOf, from }, at) => {
    const known = `${day} <= ${dayText(dialect, asOf)}`;
    const counts = from === null ? known : `${known} AND ${day} >= ${dayText(dialect, from)}`;
    const bought = `${amount} > 0 AND ${counts}`;
    const lastOf = query.windowFor === "rfm" ? bought : `${amount} > 0 AND ${known}`;
    const frequency =
      query.frequency === "days"
        ? `count(DISTINCT CASE WHEN ${bought} THEN ${day} END)`
        : `count(CASE WHEN ${bought} THEN 1 END)`;
    return [
      `max(CASE WHEN ${lastOf} THEN ${day} END) AS ${name(`last_${at}`)}`,
      `${frequency} AS ${name(`frequency_${at}`)}`,
      `${dialect.total(`CASE WHEN ${counts} THEN ${amount} ELSE 0 END`)} AS ${name(`spend_${at}`)}`,
    ];
  });
  const conditions = [rows.hasCustomer, ...rows.conditions, ...dayConditions(dialect, query, rows.day)];
  return [
    "    SELECT",
    columns.map((column) => `      ${column}`).join(",\n"),
    "    FROM (",
    `      SELECT ${rows.customer} AS ${key}, ${rows.day} AS ${day}, ${rows.amount} AS ${amount}`,
    `      FROM ${rows.table}`,
    `      WHERE ${conditions.join("\n        AND ")}`,
    `    ) ${name("order_rows")}`,
    `    GROUP BY ${key}`,
  ].join("\n");
}

interface ScoredValue {
  readonly value: string;
  /** The columns of the scores before it, with their levels. */
  readonly before: readonly { readonly column: string; readonly levels: number }[];
  readonly literal: (cut: number) => string;
}

/** The score of a value; of nested scales that of the group which the scores before it make. */
function scoreSql(scale: DimensionScale, scored: ScoredValue): string {
  if (scale.nested === null) return scoreByCuts(scale, scored);
  const cases = combinations(scored.before.map(({ levels }) => levels)).map((combination) => {
    const found = scaleFor(scale, combination);
    const score = found === null ? "0" : scoreByCuts(found, scored);
    const isMet = scored.before.map(({ column }, at) => `${column} = ${combination[at]}`).join(" AND ");
    return isMet === "" ? score : `WHEN ${isMet} THEN ${score}`;
  });
  return scored.before.length === 0 ? (cases[0] ?? "0") : `CASE ${cases.join("\n    ")} ELSE 0 END`;
}

function combinations(levels: readonly number[]): readonly (readonly number[])[] {
  return levels.reduce<readonly (readonly number[])[]>(
    (all, many) => all.flatMap((one) => Array.from({ length: many }, (_, index) => [...one, index + 1])),
    [[]],
  );
}

/** As `scoreOf` has it: 1 + the cut points below the value, turned around where less is better. */
function scoreByCuts({ cutPoints, better }: ScoreScale, { value, literal }: ScoredValue): string {
  const above = cutPoints.map((cut) => `CASE WHEN ${value} > ${literal(cut)} THEN 1 ELSE 0 END`);
  const count = above.length === 0 ? "0" : above.join(" + ");
  return better === "higher" ? `1 + (${count})` : `${cutPoints.length + 1} - (${count})`;
}

/** The spend, or its quotient by the frequency as a double, 0 where that is 0. */
function monetaryValue(
  dialect: Dialect,
  monetary: CountedGroups["monetary"],
  { spend, frequency }: { readonly spend: string; readonly frequency: string },
): string {
  if (monetary === "total") return spend;
  return `CASE WHEN ${frequency} = 0 THEN ${dialect.double("0")} ELSE ${dialect.double(spend)} / ${dialect.double(frequency)} END`;
}

const LARGEST_POWER = 62;

/** A double as a whole number over powers of two, which is exact in every engine: decimals are read differently. */
function doubleText(dialect: Dialect, value: number): string {
  let [whole, power] = [value, 0];
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power += 1;
  }
  const divisors: string[] = [];
  for (let rest = power; rest > 0; rest -= LARGEST_POWER) {
    divisors.push(` / ${dialect.double(String(2n ** BigInt(Math.min(rest, LARGEST_POWER))))}`);
  }
  return `(${dialect.double(String(BigInt(whole)))}${divisors.join("")})`;
}
