import { formatDay } from "../basics/calendar/days.ts";
import { definitionLines } from "./definitions.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { commentLine, quoteName, quoteTable, quoteText } from "./dialects/quote.ts";
import type { CustomerRule, OrderQuery } from "./order-query.ts";
import { quantileLevels, type ScoreRule } from "./score-rule.ts";
import { customersStatement } from "./statements/customers.ts";
import { cutPointsStatement } from "./statements/cut-points.ts";
import { scoreTableStatement } from "./statements/score-table.ts";
import { MADE_BY, tablesInto } from "./tables.ts";

/** Everything that a script is made from. */
export interface ScriptInput {
  readonly query: OrderQuery & CustomerRule;
  readonly rule: ScoreRule;
  readonly scheme: string;
  /** The table for the result; two others stand beside it. */
  readonly into: string;
  /** Whether tables of these names are dropped first. */
  readonly replace: boolean;
}

/** One table of a result: what it is, and the statements that make it. */
export interface Step {
  readonly says: string;
  readonly statements: readonly string[];
}

/** The statements that score the customers of a table inside an engine, with the definitions as comments; lines of text. */
export function scoreScript(dialect: Dialect, input: ScriptInput): string {
  const head = definitionLines(dialect, input).map(commentLine);
  const steps = scoreSteps(dialect, input).map(({ says, statements }, index) =>
    [commentLine(`${index + 1}. ${says}`), ...statements.map((statement) => `${statement};`)].join("\n"),
  );
  return `${[head.join("\n"), ...steps].join("\n\n")}\n`;
}

/** The statements that make the tables of a result, in order. */
export function scoreSteps(
  dialect: Dialect,
  { query, rule, into, replace }: Omit<ScriptInput, "scheme">,
): readonly Step[] {
  const { scores, customers, cutPoints } = tablesInto(into);
  const { asOf } = query;
  const levels = quantileLevels(rule);
  const table = (name: string, key: string, select: string): readonly string[] => {
    const quoted = quoteTable(dialect, name);
    return [
      ...(replace ? [`DROP TABLE IF EXISTS ${quoted}`] : []),
      `${dialect.create(quoted, quoteName(dialect, key))}\n${select}`,
      dialect.mark(quoted, quoteText(dialect, `${MADE_BY}: as of ${formatDay(asOf)}`)),
    ];
  };
  const cuts: Step = {
    says: "The cut points of the scores, as numerators of whole numbers: numerator / levels is the cut point.",
    statements: table(cutPoints, "measure", cutPointsStatement(dialect, { customers, asOf, levels })),
  };
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
  ];
}
