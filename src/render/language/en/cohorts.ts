import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";

/** What the cohorts are followed by: a calendar period, or windows of so many days from each customer's own first. */
export type CohortStep = PeriodKind | number;

/** What a cell of the cohorts shows. */
type CohortMeasureName = "customers" | "rate" | "revenue" | "revenue-per-customer" | "cumulative" | "orders";

function stepName(step: CohortStep): string {
  return typeof step === "number" ? `${step}-day window` : step;
}

/** What `rfm cohorts` says. */
export function englishCohorts({ count, number, money, plural, customers, percentagePoints }: EnglishGrammar) {
  return {
    columns: { cohort: "cohort", size: "size", payback: "payback" },
    average: "average",
    cohortsInIt: "cohorts in it",
    noValue: (column: string) => `(no ${column})`,
    withoutColumn: "(no value)",
    noData: "no data",
    notYet: "not yet",
    atK: (k: number) => `k = ${k}`,
    /** How the sentence about a measure begins. */
    measures: (measure: CohortMeasureName, by: CohortStep, isOrLater: boolean) => {
      const step = typeof by === "number" ? stepName(by) : "period";
      const when = isOrLater ? `in the k-th ${step} or later` : `in the k-th ${step}`;
      return {
        customers: `Customers of a cohort who bought ${when}`,
        rate: `Share of a cohort's customers who bought ${when}`,
        revenue: `Revenue of a cohort in the k-th ${step}, net of refunds`,
        "revenue-per-customer": `Revenue in the k-th ${step} per customer of the cohort`,
        cumulative: `Revenue from the first order up to the k-th ${step} per customer of the cohort`,
        orders: `Orders of a cohort in the k-th ${step}`,
      }[measure];
    },
    averageSentence: (
      measure: string,
      figures: readonly { value: string; k: number; cohorts: number }[],
      step: CohortStep,
    ) => {
      const said = figures.map(({ value, k, cohorts }) => `${value} at k = ${k} (${plural(cohorts, "cohort")})`);
      return `${measure}: ${said.join(", ")} on average. k counts ${stepName(step)}s after the first, which is 0.`;
    },
    nothingYet: (amount: number, cohorts: number, step: CohortStep) =>
      `${customers(amount)} in ${plural(cohorts, "cohort")}; nothing after the first ${stepName(step)} is known in full yet.`,
    ownWindow: (step: CohortStep) =>
      `Each cell counts only customers whose own k-th ${stepName(step)} has ended; blank: no customer's has.`,
    /** @param first the cohort's name */
    leftOut: (first: string) =>
      `The averages leave out the first cohort, ${first}: it may hold customers who had already ordered before the data begins.`,
    onlyFirst: (amount: number, cohorts: number, step: CohortStep) =>
      `${customers(amount)} in ${plural(cohorts, "cohort")}; after the first ${stepName(step)} only the first cohort is known in full, so there is no average yet.`,
    partial: (kind: PeriodKind) =>
      `* partial: the data does not cover the whole ${kind}, so it is left out of the averages.`,
    blank: "Blank: not observable yet.",
    lastColumnsFall:
      "The last columns hold only the last period, so they fall whatever customers do: compare earlier columns.",
    payback: (payback: {
      cost: bigint | number;
      /** k at which the average customer has earned the cost back; `null` for not yet. */
      k: number | null;
      /** What the average customer has brought in by `lastK`; `null` where there is no average. */
      soFar: string | null;
      lastK: number;
      reached: number;
      cohorts: number;
      step: CohortStep;
    }) => {
      const cost = money(payback.cost);
      const onAverage =
        payback.soFar === null
          ? `It is too early to say whether an average customer has brought in the ${cost} it cost to win one`
          : payback.k === null
            ? `On average a customer has not brought in the ${cost} it cost to win one yet (${payback.soFar} by k = ${payback.lastK})`
            : `On average a customer has brought in the ${cost} it cost to win one ${payback.k === 0 ? `within the first ${stepName(payback.step)}` : `by k = ${payback.k}`}`;
      const each = `${count(payback.reached)} of ${plural(payback.cohorts, "cohort")} ${payback.reached === 1 ? "has" : "have"}`;
      return `${onAverage}; ${each}. This is revenue, not margin: the cost of goods and shipping is not deducted.`;
    },
    outsizedFirst: (cohort: string, size: number, times: number) =>
      `the first cohort, ${cohort}, has ${customers(size)}, ${number(times)} times the mean of the others: most likely it mixes old customers with new ones, and its rates are not those of new customers`,
    /** @param named the cohorts by name where they are few */
    tiny: (cohorts: number, named: Names, fewest: number) =>
      `${plural(cohorts, "cohort")}${named.length === 0 ? "" : ` (${named.join(", ")})`} with fewer than ${fewest} customers: one customer more or less moves their rates by over ${percentagePoints(1 / fewest)}`,
    withoutValue: "without a value",
    largestShown: (shown: number, all: number) =>
      `the ${shown} largest of ${plural(all, "cohort")}; --format csv has them all`,
    partialLeftOut: "cells of incomplete periods are blank with --wide; the long form has them",
  };
}
