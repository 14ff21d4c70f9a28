import type { ObservedPeriods } from "../analysis/retention/observed-periods.ts";
import { formatDay } from "../basics/calendar/days.ts";
import type { PeriodKind } from "../basics/calendar/period.ts";
import { definitionLines, periodDefinitionLines } from "./definitions.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { commentLine, quoteName, quoteTable, quoteText } from "./dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "./order-query.ts";
import { quantileLevels, type ScoreRule } from "./score-rule.ts";
import { type CountedIn, cohortStatement } from "./statements/cohort-rows.ts";
import { customersStatement } from "./statements/customers.ts";
import { cutPointsStatement } from "./statements/cut-points.ts";
import { periodCellsStatement } from "./statements/period-cells.ts";
import { retentionStatement } from "./statements/retention-rows.ts";
import { scoreTableStatement } from "./statements/score-table.ts";
import { segmentsStatement } from "./statements/segment-rows.ts";
import { MADE_BY, periodTableOf, tablesInto } from "./tables.ts";

/** Everything that a script of scores is made from. */
export interface ScriptInput {
  readonly query: OrderQuery & CustomerRule;
  readonly rule: ScoreRule;
  readonly scheme: string;
  /** The table for the result; others stand beside it. */
  readonly into: string;
  /** Whether tables of these names are dropped first. */
  readonly replace: boolean;
  /** The segments to sum up in one table more, in the scheme's order; left out where only customers are scored. */
  readonly segments?: readonly string[];
}

/** Everything that a script of periods is made from. */
export interface PeriodScriptInput extends Pick<ScriptInput, "into" | "replace"> {
  readonly query: OrderQuery;
  readonly kind: PeriodKind;
  readonly calendar: ObservedPeriods;
  /** Cohorts, and whom their cells count; `null` for retention. */
  readonly cohorts: CountedIn | null;
}

/** One table of a result: what it is, and the statements that make it. */
export interface Step {
  readonly says: string;
  readonly statements: readonly string[];
}

/** The statements that score the customers of a table inside an engine, with the definitions as comments; lines of text. */
export function scoreScript(dialect: Dialect, input: ScriptInput): string {
  return scriptOf(definitionLines(dialect, input), scoreSteps(dialect, input));
}

/** The statements that follow the customers of a table from period to period inside an engine. */
export function periodScript(dialect: Dialect, input: PeriodScriptInput): string {
  return scriptOf(periodDefinitionLines(dialect, input), periodSteps(dialect, input));
}

function scriptOf(definitions: readonly string[], steps: readonly Step[]): string {
  const texts = steps.map(({ says, statements }, index) =>
    [commentLine(`${index + 1}. ${says}`), ...statements.map((statement) => `${statement};`)].join("\n"),
  );
  return `${[definitions.map(commentLine).join("\n"), ...texts].join("\n\n")}\n`;
}

/** The statements that make the tables of a result, in order. */
export function scoreSteps(
  dialect: Dialect,
  { query, rule, into, replace, segments }: Omit<ScriptInput, "scheme">,
): readonly Step[] {
  const { scores, customers, cutPoints, segments: segmentTable } = tablesInto(into);
  const { asOf } = query;
  const levels = quantileLevels(rule);
  const table = (name: string, key: string, select: string): readonly string[] =>
    tableStatements(dialect, { name, key, select, asOf, replace });
  const cuts: Step = {
    says: "The cut points of the scores, as numerators of whole numbers: numerator / levels is the cut point.",
    statements: table(cutPoints, "measure", cutPointsStatement(dialect, { customers, asOf, levels })),
  };
  const summedUp = (names: readonly string[]): Step => ({
    says: "Each segment's customers, orders and revenue, with medians.",
    statements: table(segmentTable, "segment", segmentsStatement(dialect, names, { scores, customers })),
  });
  return [
    {
      says: "One row per customer: the only pass over the orders. Money is in 1/10,000 of a unit.",
      statements: table(customers, "customer_id", customersStatement(dialect, query)),
    },
    ...(Object.keys(levels).length === 0 ? [] : [cuts]),
    {
      says: "Scores, cell and segment of each customer.",
      statements: table(scores, "customer_id", scoreTableStatement(dialect, rule, { customers, cutPoints, asOf })),
    },
    ...(segments === undefined ? [] : [summedUp(segments)]),
  ];
}

function periodSteps(
  dialect: Dialect,
  { query, kind, calendar, cohorts, into, replace }: PeriodScriptInput,
): readonly Step[] {
  const cells = periodTableOf(into);
  const { asOf } = query;
  const result =
    cohorts === null
      ? retentionStatement(dialect, cells, { calendar, query })
      : cohortStatement(dialect, cells, { calendar, counted: cohorts });
  return [
    {
      says: "One row per period in which customers began and period in which they did something: the pass over the orders. Periods are running numbers, money is in 1/10,000 of a unit; began is NULL for those who never bought.",
      statements: tableStatements(dialect, {
        name: cells,
        key: null,
        select: periodCellsStatement(dialect, query, kind),
        asOf,
        replace,
      }),
    },
    {
      says:
        cohorts === null ? "Who of each period's customers came back." : "Each cohort by the periods since it began.",
      statements: tableStatements(dialect, {
        name: into,
        key: cohorts === null ? "period" : "cohort",
        select: result,
        asOf,
        replace,
      }),
    },
  ];
}

/** What makes one table: of its name, laid out by a column that is never NULL, and marked as this program's. */
function tableStatements(
  dialect: Dialect,
  {
    name,
    key,
    select,
    asOf,
    replace,
  }: {
    readonly name: string;
    readonly key: string | null;
    readonly select: string;
    readonly asOf: number;
    readonly replace: boolean;
  },
): readonly string[] {
  const quoted = quoteTable(dialect, name);
  return [
    ...(replace ? [`DROP TABLE IF EXISTS ${quoted}`] : []),
    `${dialect.create(quoted, key === null ? null : quoteName(dialect, key))}\n${select}`,
    dialect.mark(quoted, quoteText(dialect, `${MADE_BY}: as of ${formatDay(asOf)}`)),
  ];
}
