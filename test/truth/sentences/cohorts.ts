import { cohortAverage, cohorts, isLaterKnown, monthNamed, monthsOf, spentSoFar } from "./plain-months.ts";
import { ALL_ONCE, EIGHT, HEALTHY, near, type Rows, SHORT, SILENT, sameMoney, sameShare } from "./row.ts";

/** A figure of an average: `26.9 %` at k = 1 of 22 cohorts. */
interface AverageSaid {
  readonly value: string;
  readonly k: number;
  readonly cohorts: number;
}

/** How new customers develop. */
export const COHORTS: Rows = {
  "cohorts.averageSentence": {
    claim:
      "on average this share of a cohort bought in the month after its first, and in the last month with two cohorts",
    restsOn: "customers by the month of their first order, without the export's first month; known months only",
    isTrue: ([, figures, step], facts) => {
      const [first, last] = figures as readonly AverageSaid[];
      const isSo = ({ value, k, cohorts: amount }: AverageSaid): boolean => {
        const average = cohortAverage(facts, k);
        return amount === average.cohorts && sameShare(value, average.rate);
      };
      return step === "month" && first?.k === 1 && isSo(first) && (last === undefined || isSo(last));
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "cohorts.nothingYet": {
    claim: "so many customers in so many cohorts, and none has a known month after its first",
    restsOn: "customers by the month of their first order",
    isTrue: ([amount, groups], facts) =>
      amount === facts.customers.size && groups === cohorts(facts).length && !isLaterKnown(facts),
    said: SHORT,
    unsaid: HEALTHY,
  },
  "cohorts.leftOut": {
    claim: "the averages leave out the export's first month",
    restsOn: "the first row's day",
    isTrue: ([label], facts) => monthsOf(facts)[0]?.label === label,
    said: HEALTHY,
    unsaid: "begins in May",
  },
  "cohorts.partial": {
    claim: "a month is not covered in full",
    restsOn: "the first and the last row's day",
    isTrue: (_, facts) => monthsOf(facts).some(({ isComplete }) => !isComplete),
    said: SILENT,
    unsaid: "only the first cohort",
  },
  "page.cohorts.title": {
    claim: "on average this share of new customers order again in the month after their first",
    restsOn: "customers by the month of their first order, without the export's first month; known months only",
    isTrue: ([rate, kind], facts) => kind === "month" && near(rate, cohortAverage(facts, 1).rate),
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.cohorts.curveTitle": {
    claim: "so many months after the first a new customer has spent so much on average",
    restsOn: "what the cohorts spent up to that month, without the export's first month; known months only",
    isTrue: ([k, money, kind], facts) => kind === "month" && sameMoney(money, spentSoFar(facts, Number(k))),
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.cohorts.restsOn": {
    claim: "so many cohorts together, without the export's first month",
    restsOn: "customers by the month of their first order",
    isTrue: ([groups, first], facts) =>
      groups === cohortAverage(facts, 1).cohorts && monthNamed(facts, first) === monthsOf(facts)[0],
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.cohorts.averageOf": {
    claim: "an average rests on so many cohorts",
    restsOn: "customers by the month of their first order",
    isTrue: ([groups], facts) =>
      monthsOf(facts).some((_, k) => k > 0 && cohortAverage(facts, k).cohorts === groups && Number(groups) > 0),
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.cohorts.newest": {
    claim: "there are more cohorts than the page shows",
    restsOn: "customers by the month of their first order",
    isTrue: ([shown, all], facts) => all === cohorts(facts).length && Number(shown) < Number(all),
    said: HEALTHY,
    unsaid: SHORT,
  },
  "cohorts.onlyFirst": {
    claim: "so many customers in so many cohorts, of which only the export's first month has a known month after it",
    restsOn: "customers by the month of their first order",
    isTrue: ([amount, groups], facts) =>
      amount === facts.customers.size &&
      groups === cohorts(facts).length &&
      isLaterKnown(facts) &&
      cohortAverage(facts, 1).cohorts === 0,
    said: "only the first cohort",
    unsaid: HEALTHY,
  },
  "page.cohorts.onlyFirst": {
    claim: "only the export's first month has a known month after it",
    restsOn: "customers by the month of their first order",
    isTrue: (_, facts) => isLaterKnown(facts) && cohortAverage(facts, 1).cohorts === 0,
    said: "only the first cohort",
    unsaid: HEALTHY,
  },
  "report.olderCohorts": {
    claim: "so many cohorts are older than the twelve shown",
    restsOn: "customers by the month of their first order",
    isTrue: ([hidden], facts) => hidden === cohorts(facts).length - 12,
    said: HEALTHY,
    unsaid: EIGHT,
  },
  "page.cohorts.none": {
    claim: "no cohort has a known month after its first",
    restsOn: "customers by the month of their first order",
    isTrue: (_, facts) => !isLaterKnown(facts),
    said: SHORT,
    unsaid: ALL_ONCE,
  },
};
