import { type Facts, median, quantile } from "./plain-counting.ts";
import { cohortAverage, rated } from "./plain-months.ts";
import { fivePointsMore, pauses, repeaters, returningWorth, rung, secondBy } from "./plain-repeat.ts";
import { ALL_ONCE, EIGHT, HEALTHY, near, ONE, type Rows, SHORT, sameMoney } from "./row.ts";

const LOOKED_AT = [30, 60, 90, 180, 365];
/** Of so few still followed no share is told. */
const FEWEST = 10;
const longestTold = (facts: Facts): number | undefined =>
  LOOKED_AT.findLast((day) => secondBy(facts, day).followed >= FEWEST);

/** The first day by which half have a second order; `null` where too few are followed so long. */
function halfBy(facts: Facts): number | null {
  for (let day = 0; secondBy(facts, day).followed >= FEWEST; day += 1) {
    if (secondBy(facts, day).share >= 0.5 - 1e-12) return day;
  }
  return null;
}

/** The smallest group that a figure of the report rests on may have so many. */
const FEW = 25;

/** The second order, and what returning customers are worth. */
export const REPEAT: Rows = {
  "repeat.ladderSentence": {
    claim: "so many ordered a second time; of those whose first order is old enough, this share",
    restsOn: "orders of each customer, the lapse gap",
    isTrue: ([said], facts) => {
      const { customers, second, judged, lapseDays } = said as {
        customers: number;
        second: { customers: number; share: number } | null;
        judged: { customers: number; rate: number } | null;
        lapseDays: number;
      };
      const again = facts.those(({ orders }) => orders > 1).customers;
      const first = rung(facts, 1);
      return (
        customers === facts.customers.size &&
        lapseDays === Math.ceil(facts.lapseDays ?? Number.NaN) && // at least 161.3 days is at least 162
        (second?.customers ?? 0) === again &&
        near(second?.share ?? 0, again / customers) &&
        (judged?.customers ?? 0) === first.hadTime &&
        (judged === null || near(judged.rate, first.rate))
      );
    },
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "repeat.gapSentence": {
    claim: "half of all pauses are so long or shorter, the middle half from this to that",
    restsOn: "days between the order days of each customer",
    isTrue: ([said], facts) => {
      const { gaps, customers, ...days } = said as Readonly<
        Record<"median" | "lower" | "upper" | "gaps" | "customers", number>
      >;
      const all = pauses(facts);
      return (
        gaps === all.length &&
        customers === repeaters(facts) &&
        days.median === Math.floor(median(all)) && // half are so long or shorter
        days.lower === Math.round(quantile(all, 0.25)) &&
        days.upper === Math.round(quantile(all, 0.75))
      );
    },
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "repeat.secondSentence": {
    claim: "this share has ordered again within so many days, half by that day; these days are left out",
    restsOn: "days to the second order, or to the last day of the export (Kaplan–Meier)",
    isTrue: ([said], facts) => {
      const { share, days, medianDays, fewest, hidden } = said as {
        share: number;
        days: number;
        medianDays: number | null;
        fewest: number;
        hidden: readonly number[];
      };
      return (
        days === longestTold(facts) &&
        near(share, secondBy(facts, days).share) &&
        medianDays === halfBy(facts) &&
        fewest === FEWEST &&
        String(hidden) === String(LOOKED_AT.filter((day) => secondBy(facts, day).followed < FEWEST))
      );
    },
    said: HEALTHY,
    unsaid: EIGHT,
  },
  "repeat.secondUnknown": {
    claim: "fewer than ten were followed for thirty days",
    restsOn: "days to the second order, or to the last day of the export",
    isTrue: ([fewest, days], facts) => fewest === FEWEST && days === 30 && secondBy(facts, 30).followed < FEWEST,
    said: EIGHT,
    unsaid: HEALTHY,
  },
  "repeat.likelihood": {
    claim: "those with two orders placed a third so many times as often as those with one a second",
    restsOn: "orders of those who have had the time of a lapse gap",
    isTrue: ([times, afterTwo, afterOne], facts) =>
      near(afterTwo, rung(facts, 2).rate) &&
      near(afterOne, rung(facts, 1).rate) &&
      near(times, rung(facts, 2).rate / rung(facts, 1).rate),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "repeat.likelihoodUnknown": {
    claim: "nobody has had the time for a third order, or none of those who had it placed a second",
    restsOn: "orders of those who have had the time of a lapse gap",
    isTrue: (_, facts) => rung(facts, 1).hadTime === 0 || rung(facts, 2).hadTime === 0 || rung(facts, 1).rate === 0,
    said: "came back the day before",
    unsaid: HEALTHY,
  },
  "repeat.revenueUnknown": {
    claim: "there is no revenue to share",
    restsOn: "purchases less refunds",
    isTrue: (_, facts) => facts.revenue <= 0,
    said: "came back and sent all back",
    unsaid: HEALTHY,
  },
  "repeat.worth": {
    claim: "returning customers are worth so many times their first order",
    restsOn: "their spend, and the largest order of each one's first day",
    isTrue: ([times], facts) => near(times, returningWorth(facts).times),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "repeat.retention": {
    claim: "five points more kept would have brought so much in these months",
    restsOn: "the last twelve months with a rate, and what kept customers spent in them",
    isTrue: ([said], facts) => {
      const more = said as Readonly<Record<"revenue" | "first" | "last", string>> &
        Readonly<Record<"periods" | "customers", number>>;
      const found = fivePointsMore(facts);
      return (
        more.periods === found.months.length &&
        more.first === found.months[0] &&
        more.last === found.months.at(-1) &&
        near(more.customers, found.customers) &&
        sameMoney(more.revenue, found.revenue)
      );
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "repeat.retentionUnknown": {
    claim: "no two complete months follow each other",
    restsOn: "the export's first and last day",
    isTrue: (_, facts) => rated(facts).every(({ kept }) => kept.length === 0),
    said: SHORT,
    unsaid: HEALTHY,
  },
  "repeat.restsOnFew": {
    claim: "only so many customers are behind a figure",
    restsOn: "those who have had the time, or came back",
    isTrue: ([amount], facts) => {
      const bases = [rung(facts, 1).hadTime, rung(facts, 2).hadTime, repeaters(facts)];
      return (
        Number(amount) < FEW && [...bases, facts.those(({ orders }) => orders > 1).customers].includes(Number(amount))
      );
    },
    said: EIGHT,
    unsaid: HEALTHY,
  },
  "page.second.title": {
    claim: "this share order again within so many days",
    restsOn: "days to the second order, or to the last day of the export (Kaplan–Meier)",
    isTrue: ([part, days], facts) => days === longestTold(facts) && near(part, secondBy(facts, Number(days)).share),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "page.second.median": {
    claim: "half have come back after so many days, or not within the time that can be seen",
    restsOn: "the same",
    isTrue: ([days], facts) => days === halfBy(facts),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "page.second.halfMark": {
    claim: "half have come back after so many days",
    restsOn: "the same",
    isTrue: ([days], facts) => days === halfBy(facts),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "page.second.differs": {
    claim: "the estimate, the share so far and that of the next month are these",
    restsOn: "the same, customers with two orders, and cohorts",
    isTrue: ([estimate, days, soFar, next], facts) => {
      const average = cohortAverage(facts, 1);
      return (
        near(estimate, secondBy(facts, Number(days)).share) &&
        near(soFar, facts.those(({ orders }) => orders > 1).customers / facts.customers.size) &&
        (next === null ? average.cohorts === 0 : near((next as { rate: number }).rate, average.rate))
      );
    },
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "page.second.none": {
    claim: "nobody has come back on another day",
    restsOn: "order days of each customer",
    isTrue: (_, facts) => repeaters(facts) === 0,
    said: ALL_ONCE,
    unsaid: HEALTHY,
  },
  "page.second.tooFew": {
    claim: "fewer than ten were followed long enough",
    restsOn: "days to the second order, or to the last day of the export",
    isTrue: (_, facts) => longestTold(facts) === undefined || secondBy(facts, 14).followed < FEWEST,
    said: EIGHT,
    unsaid: ONE,
  },
};
