import type { ObservedPeriods } from "../analysis/retention/observed-periods.ts";
import { DIMENSIONS } from "../analysis/scores/dimension.ts";
import { formatDay } from "../basics/calendar/days.ts";
import type { PeriodKind } from "../basics/calendar/period.ts";
import { conditionText } from "../exports/conditions/condition.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { CustomerRule, OrderQuery, StatusRule } from "./order-query.ts";
import type { ScoreRule } from "./score-rule.ts";
import type { CountedIn } from "./statements/cohort-rows.ts";
import { periodTableOf, tablesInto } from "./tables.ts";

/** What a script computes, in words: the lines of the comment above it. */
export function definitionLines(
  { title }: Dialect,
  input: {
    readonly query: OrderQuery & CustomerRule;
    readonly rule: ScoreRule;
    readonly scheme: string;
    readonly into: string;
    readonly segments?: readonly string[];
  },
): readonly string[] {
  const { query, rule, scheme, into } = input;
  const { scores, customers, cutPoints, segments } = tablesInto(into);
  return [
    `Customers scored on recency, frequency and monetary value, for ${title}. Written by rfm sql.`,
    "",
    `Orders: ${query.table}, one row per order or dated refund. The amount is a decimal or a whole number, never a double.`,
    `Result: ${scores}, with the columns of rfm score; next to it ${customers}${usesCuts(rule) ? ` and ${cutPoints}` : ""}.`,
    ...(input.segments === undefined
      ? []
      : [`Segments: ${segments}, with the columns of rfm segments but the action.`]),
    "",
    ...orderLines(query),
    ...customerLines(query),
    ...scoreLines(rule),
    `Segments: scheme ${scheme}.`,
  ];
}

/** What a script of periods computes, in words. */
export function periodDefinitionLines(
  { title }: Dialect,
  { query, kind, calendar, cohorts, into }: PeriodDefinitions,
): readonly string[] {
  const { from, to } = calendar.covers;
  const command = cohorts === null ? "retention" : "cohorts";
  return [
    `Customers followed from ${kind} to ${kind}, for ${title}. Written by rfm sql ${command}.`,
    "",
    `Orders: ${query.table}, one row per order or dated refund. The amount is a decimal or a whole number, never a double.`,
    `Result: ${into}, with the columns of rfm ${command}; next to it ${periodTableOf(into)}.`,
    "",
    ...orderLines(query),
    `As of: ${formatDay(query.asOf)}, the last day that counts.`,
    `Covered: ${formatDay(from)} to ${formatDay(to)}. A ${kind} is complete where all of its days are; one before the first covered day has no row.`,
    ...(cohorts === null
      ? [
          `Retained: customers who bought in the ${kind} and in the one before. New: their first purchase ever is in it.`,
          "Rates are NULL unless both are complete. Low and high: Wilson, 95%.",
        ]
      : [
          `Cohort: customers by the ${kind} of their first purchase ever; k = 0 is that ${kind}.`,
          cohorts === "on"
            ? `Customers of a cell: those who bought in the k-th ${kind}.`
            : `Customers of a cell: those who bought in the k-th ${kind} or later.`,
        ]),
  ];
}

interface PeriodDefinitions {
  readonly query: OrderQuery;
  readonly kind: PeriodKind;
  readonly calendar: Pick<ObservedPeriods, "covers">;
  readonly cohorts: CountedIn | null;
  readonly into: string;
}

function usesCuts({ dimensions }: ScoreRule): boolean {
  return DIMENSIONS.some((dimension) => dimensions[dimension].cutPoints === null);
}

function orderLines(query: OrderQuery): readonly string[] {
  const { columns, statuses, currency, where, since, until, refunds, timeZone } = query;
  const { customer, date, amount, refunded, status } = columns;
  const net = refunded === undefined || refunds === "ignore" ? "" : ` less ${refunded}`;
  return [
    `Customer: ${customer}; rows without one (NULL, blank or 0) are left out. Keys are compared as they are written.`,
    timeZone === null
      ? `Day: ${date}, a date or a time without a zone (for a time with a zone, say --time-zone).`
      : `Day: ${date} in the zone ${timeZone}.`,
    `Amount: ${amount}${net}, rounded to 1/10,000, half away from zero; rows without one are left out.`,
    refunds === "ignore"
      ? "Purchase: an amount above 0. Refunds are left out."
      : "Purchase: an amount above 0. A negative amount is a refund: it lowers the spend, and nothing else.",
    ...(status === undefined || statuses === null ? [] : [statusLine(status, statuses)]),
    ...(currency === null ? [] : [`Only rows in ${currency}.`]),
    ...where.map(
      (condition) => `Only rows where ${conditionText(condition)} (texts without capitals and outer blanks).`,
    ),
    ...(since === null ? [] : [`Only rows from ${formatDay(since)} on.`]),
    ...(until === null ? [] : [`Only rows up to ${formatDay(until)}.`]),
  ];
}

function statusLine(column: string, { counts, statuses }: StatusRule): string {
  const words = statuses.map(quotedWord).join(", ");
  return counts === "these"
    ? `Only orders whose ${column} is blank or one of ${words}.`
    : `Only orders whose ${column} is none of ${words}.`;
}

function customerLines({ asOf, from, windowFor, frequency }: OrderQuery & CustomerRule): readonly string[] {
  const window = `from ${from === null ? "" : formatDay(from)} to ${formatDay(asOf)}, both included`;
  return [
    `As of: ${formatDay(asOf)}, the last day that counts.`,
    ...(from === null
      ? []
      : [
          windowFor === "rfm"
            ? `Window: purchases and spend ${window}; customers without a purchase in it are left out.`
            : `Window: frequency and spend ${window}; recency looks at all history.`,
        ]),
    "Recency: days from the last purchase to that day, fewer are better.",
    frequency === "days" ? "Frequency: days with a purchase." : "Frequency: purchases.",
    "Monetary value: purchases minus refunds.",
  ];
}

function scoreLines({ dimensions }: ScoreRule): readonly string[] {
  return DIMENSIONS.map((dimension) => {
    const { levels, cutPoints } = dimensions[dimension];
    const how =
      cutPoints === null
        ? `quantiles k / ${levels} of type 7 of these customers`
        : `fixed cut points ${cutPoints.join(", ")}${dimension === "monetary" ? " (in 1/10,000)" : ""}`;
    return `Score of ${dimension}, 1 to ${levels}: ${how}; a value on a cut point belongs to the bin below.`;
  });
}

function quotedWord(text: string): string {
  return text.trim() === "" ? "blank" : `"${text}"`;
}
