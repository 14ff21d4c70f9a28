import { WINDOW_DAYS } from "../../core/retention/cohort-plan.ts";
import type { Cohort, CohortAverage, CohortTable } from "../../core/retention/cohorts.ts";
import type { Payback } from "../../core/retention/payback.ts";
import { peopleCount, plural } from "../../core/words.ts";
import { type Note, note, warning } from "../note.ts";
import { peopleMoney, peopleShare, peopleText } from "../people.ts";
import { type CohortMeasure, cohortText, measureKind, measureOfAverage } from "./cohort-measure.ts";
import { periodNotes, tooFewPeriods } from "./period-notes.ts";

/** The lines under the triangle: what its average says, what the marks mean, and the payback where it was asked for. */
export function cohortSentences(
  table: CohortTable,
  { measure, payback }: { readonly measure: CohortMeasure; readonly payback?: Payback | undefined },
): readonly string[] {
  return [
    averageSentence(table, measure),
    cellsSentence(table),
    ...(payback === undefined ? [] : [paybackSentence(table, payback)]),
  ];
}

function averageSentence(table: CohortTable, measure: CohortMeasure): string {
  const first = table.averages[1];
  if (first === undefined || first.figures === null) {
    return `${plural(table.customers, "customer")} in ${plural(table.cohorts.length, "cohort")}; nothing after the first ${stepName(table)} is known in full yet.`;
  }
  const later = table.averages.findLast(({ k, figures, cohorts }) => k > 1 && figures !== null && cohorts > 1);
  const shown = [first, ...(later === undefined ? [] : [later])];
  const figures = shown.map((average) => {
    const value = cohortText(measureKind(measure, "average"), measureOfAverage(measure, average));
    return `${value} at k = ${average.k} (${plural(average.cohorts, "cohort")})`;
  });
  return `${measureWords(table, measure)}: ${figures.join(", ")} on average. k counts ${stepName(table)}s after the first, which is 0.`;
}

function measureWords({ kind, clock }: CohortTable, measure: CohortMeasure): string {
  const step = clock === "days" ? `${WINDOW_DAYS}-day window` : "period";
  const when = kind === "on" ? `in the k-th ${step}` : `in the k-th ${step} or later`;
  switch (measure) {
    case "customers":
      return `Customers of a cohort who bought ${when}`;
    case "rate":
      return `Share of a cohort's customers who bought ${when}`;
    case "revenue":
      return `Revenue of a cohort in the k-th ${step}, net of refunds`;
    case "revenue-per-customer":
      return `Revenue in the k-th ${step} per customer of the cohort`;
    case "cumulative":
      return `Revenue from the first order up to the k-th ${step} per customer of the cohort`;
    case "orders":
      return `Orders of a cohort in the k-th ${step}`;
  }
}

function stepName({ clock, periods }: CohortTable): string {
  return clock === "days" ? `${WINDOW_DAYS}-day window` : periods.kind;
}

function cellsSentence(table: CohortTable): string {
  const { clock, groupedBy, periods, kind } = table;
  const edge =
    kind === "on-or-after"
      ? " The last columns fall to what the last period holds, whatever customers do: compare earlier ones."
      : "";
  if (clock === "days" || groupedBy !== null) {
    return `Each cell counts only customers whose own k-th ${stepName(table)} has ended; blank: nobody's has.${edge}`;
  }
  const cells = table.cohorts.flatMap(({ cells }) => cells);
  const star = cells.some(({ state }) => state === "partial")
    ? `* so far: the ${periods.kind} is not complete, and stays out of the averages. `
    : "";
  return `${star}Blank: not observable yet.${edge}`;
}

function paybackSentence(table: CohortTable, { acquisitionCost, pooled, cohorts: ks }: Payback): string {
  const { cohorts, averages } = table;
  const cost = peopleMoney(acquisitionCost);
  const reached = ks.filter((k) => k !== null).length;
  const each = `${peopleCount(reached)} of ${plural(cohorts.length, "cohort")} ${reached === 1 ? "has" : "have"}`;
  const last = averages.findLast(({ figures }) => figures?.cumulativeRevenuePerCustomer != null);
  const soFar = last?.figures?.cumulativeRevenuePerCustomer ?? null;
  const onAverage =
    pooled === null
      ? `On average a customer has not brought in the ${cost} it cost to win one yet (${soFar === null ? "–" : peopleText("quotient", soFar)} by k = ${last?.k ?? 0})`
      : `On average a customer has brought in the ${cost} it cost to win one ${pooled === 0 ? `within the first ${stepName(table)}` : `by k = ${pooled}`}`;
  return `${onAverage}; ${each}. This is revenue, not margin: goods and postage are not taken off.`;
}

const TINY_COHORT = 25;

/** What the cohorts should tell: how the history begins, missing exports, cohorts too small to carry a rate. */
export function cohortNotes(table: CohortTable, asOf: number): readonly Note[] {
  const { periods, cohorts, groupedBy } = table;
  const facts = { ...periods, asOf };
  const rest = table.averages.slice(1);
  return [
    ...periodNotes(facts),
    ...(groupedBy === null ? firstCohortNotes(table) : []),
    ...tinyCohortNotes(cohorts),
    ...(rest.every((average: CohortAverage) => average.figures === null) ? [tooFewPeriods(facts)] : []),
  ];
}

const OUTSIZED = 1.5;

/** The first cohort of an export that begins in the middle of a shop's life holds its old customers as well. */
function firstCohortNotes({ cohorts, periods }: CohortTable): readonly Note[] {
  const [first, ...others] = cohorts;
  if (first === undefined || others.length === 0 || first.cohort !== periods.periods[0]?.period) return [];
  const mean = others.reduce((sum, { size }) => sum + size, 0) / others.length;
  if (first.size < OUTSIZED * mean) return [];
  return [
    warning(
      `the first cohort, ${first.cohort}, has ${plural(first.size, "customer")}, ${peopleText("number", first.size / mean)} times the mean of the others: most likely it mixes old customers with new ones, and its rates are not those of new customers`,
    ),
  ];
}

function tinyCohortNotes(cohorts: readonly Cohort[]): readonly Note[] {
  const tiny = cohorts.filter(({ size }) => size < TINY_COHORT);
  if (tiny.length === 0) return [];
  const which = tiny.length <= 3 ? ` (${tiny.map(({ cohort }) => cohort ?? "without a value").join(", ")})` : "";
  const text = `${plural(tiny.length, "cohort")}${which} with fewer than ${TINY_COHORT} customers: one customer more or less moves their rates by over ${peopleShare(1 / TINY_COHORT)}`;
  return [tiny.length === cohorts.length ? warning(text) : note(text)];
}
