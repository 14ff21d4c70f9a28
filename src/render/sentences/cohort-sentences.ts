import { WINDOW_DAYS } from "../../analysis/retention/cohort-plan.ts";
import type { Cohort, CohortTable } from "../../analysis/retention/cohorts.ts";
import type { Payback } from "../../analysis/retention/payback.ts";
import type { CohortStep } from "../language/en/cohorts.ts";
import { type Language, peopleText } from "../language/language.ts";
import { type Note, note, warning } from "../notes/note.ts";
import { periodNotes, tooFewPeriods } from "../notes/period-notes.ts";
import { type CohortMeasure, cohortText, measureKind, measureOfAverage } from "../tables/cohort-measure.ts";

/** The lines under the triangle: what its average says, what the marks mean, and the payback where it was asked for. */
export function cohortSentences(
  table: CohortTable,
  { measure, payback }: { readonly measure: CohortMeasure; readonly payback?: Payback | undefined },
  language: Language,
): readonly string[] {
  return [
    averageSentence(table, measure, language),
    ...(table.leftOut === null ? [] : [language.words.cohorts.leftOut(language.words.period(table.leftOut))]),
    cellsSentence(table, language),
    ...(payback === undefined ? [] : [paybackSentence(table, payback, language)]),
  ];
}

function averageSentence(table: CohortTable, measure: CohortMeasure, language: Language): string {
  const { cohorts: words } = language.words;
  const step = stepOf(table);
  const first = table.averages[1];
  if (first === undefined || first.figures === null) {
    return knowsLaterCells(table)
      ? words.onlyFirst(table.customers, table.cohorts.length, step)
      : words.nothingYet(table.customers, table.cohorts.length, step);
  }
  const later = table.averages.findLast(({ k, figures, cohorts }) => k > 1 && figures !== null && cohorts > 1);
  const figures = [first, ...(later === undefined ? [] : [later])].map((average) => ({
    value: cohortText(measureKind(measure, "average"), measureOfAverage(measure, average), language),
    k: average.k,
    cohorts: average.cohorts,
  }));
  return words.averageSentence(words.measures(measure, step, table.kind !== "on"), figures, step);
}

/** Whether any cohort has a value after its first period. */
export function knowsLaterCells({ cohorts }: CohortTable): boolean {
  return cohorts.some(({ cells }) => cells.some(({ k, state }) => k > 0 && state === "value"));
}

function stepOf({ clock, periods }: CohortTable): CohortStep {
  return clock === "days" ? WINDOW_DAYS : periods.kind;
}

function cellsSentence(table: CohortTable, { words }: Language): string {
  const { clock, groupedBy, periods, kind } = table;
  const { ownWindow, partial, blank, lastColumnsFall } = words.cohorts;
  const edge = kind === "on-or-after" ? [lastColumnsFall] : [];
  if (clock === "days" || groupedBy !== null) return [ownWindow(stepOf(table)), ...edge].join(" ");
  const hasPartial = table.cohorts.some(({ cells }) => cells.some(({ state }) => state === "partial"));
  return [...(hasPartial ? [partial(periods.kind)] : []), blank, ...edge].join(" ");
}

function paybackSentence(
  table: CohortTable,
  { acquisitionCost, pooled, cohorts: ks }: Payback,
  language: Language,
): string {
  const { cohorts, averages } = table;
  const last = averages.findLast(({ figures }) => figures?.cumulativeRevenuePerCustomer != null);
  const soFar = last?.figures?.cumulativeRevenuePerCustomer ?? null;
  return language.words.cohorts.payback({
    cost: acquisitionCost,
    k: pooled,
    soFar: soFar === null ? null : peopleText(language, "quotient", soFar),
    lastK: last?.k ?? 0,
    reached: ks.filter((k) => k !== null).length,
    cohorts: cohorts.length,
    step: stepOf(table),
  });
}

const TINY_COHORT = 25;

/** What the cohorts should tell: how the history begins, missing exports, cohorts too small to carry a rate. */
export function cohortNotes(table: CohortTable, asOf: number, language: Language): readonly Note[] {
  const { periods, cohorts, groupedBy } = table;
  const facts = { ...periods, asOf };
  return [
    ...periodNotes(facts, language),
    ...(groupedBy === null ? firstCohortNotes(table, language) : []),
    ...tinyCohortNotes(cohorts, groupedBy !== null, language),
    ...(knowsLaterCells(table) ? [] : [tooFewPeriods(facts, language)]),
  ];
}

const OUTSIZED = 1.5;

/** The first cohort of an export that begins in the middle of a shop's life holds its old customers as well. */
function firstCohortNotes({ cohorts, periods }: CohortTable, { words }: Language): readonly Note[] {
  const [first, ...others] = cohorts;
  if (first === undefined || others.length === 0 || first.cohort !== periods.periods[0]?.period) return [];
  const mean = others.reduce((sum, { size }) => sum + size, 0) / others.length;
  if (first.size < OUTSIZED * mean) return [];
  return [warning(words.cohorts.outsizedFirst(words.period(first.cohort), first.size, first.size / mean))];
}

const COHORTS_NAMED = 3;

function tinyCohortNotes(cohorts: readonly Cohort[], isGrouped: boolean, { words }: Language): readonly Note[] {
  const tiny = cohorts.filter(({ size }) => size < TINY_COHORT);
  if (tiny.length === 0) return [];
  const names = tiny.map(({ cohort }) => {
    if (cohort === null) return words.cohorts.withoutValue;
    return isGrouped ? cohort : words.period(cohort);
  });
  const text = words.cohorts.tiny(tiny.length, tiny.length <= COHORTS_NAMED ? names : [], TINY_COHORT);
  return [tiny.length === cohorts.length ? warning(text) : note(text)];
}
