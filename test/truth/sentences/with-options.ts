import { groupsToBeginWith } from "./first-screen.ts";
import { type Facts, median } from "./plain-counting.ts";
import { groups, moves } from "./plain-groups.ts";
import { HEALTHY, ONE, type Rows, type SentenceRow, sameMoney } from "./row.ts";
import { hasConsented } from "./variants.ts";

const BY_RANK = "scores by rank";
const HALF_YEAR = "half a year of two";

/** The scores rank customers: said of those reports only. */
function byRank(claim: string): SentenceRow {
  return {
    claim,
    restsOn: "the method of the scores",
    isTrue: (_, { lines }) => lines.length > 0,
    said: BY_RANK,
    unsaid: HEALTHY,
  };
}

/** The first day of the six months that end on 2023-12-31. */
const SECOND_HALF = Date.parse("2023-07-01T00:00:00Z") / 86_400_000;

type Money = (one: { readonly spend: number; readonly orders: number }) => number;

const PER_ORDER: Money = ({ spend, orders }) => spend / orders;
const MARGIN: Money = ({ spend }) => spend / 2; // the column holds half of the amount
const MARGIN_PER_ORDER: Money = ({ spend, orders }) => spend / 2 / orders;

function monetary(kind: string, money: Money, { said, same }: { said: string; same: string }): Rows {
  const all = (facts: Facts): readonly number[] => [...facts.customers.values()].map(money);
  return {
    [`monetary.${kind}.half`]: {
      claim: "half of the customers have so much or less",
      restsOn: `${kind} of each customer`,
      isTrue: ([text], facts) => sameMoney(text, median(all(facts))),
      said,
      unsaid: HEALTHY,
    },
    [`monetary.${kind}.same`]: {
      claim: "all customers have the same",
      restsOn: `${kind} of each customer`,
      isTrue: (_, facts) => new Set(all(facts).map((value) => value.toFixed(4))).size === 1,
      said: same,
      unsaid: said,
    },
  };
}

/** What is said only where an option, or a scheme of one's own, makes it so. */
export const WITH_OPTIONS: Rows = {
  "page.spread.noLines": byRank("no cut points are drawn"),
  "page.movement.ranked": byRank("moves are not shown"),
  "report.noMovement.ranked": byRank("moves are not shown"),
  "page.segments.outsideWindow": {
    claim: "so many ordered only before the window",
    restsOn: "everybody's last order",
    isTrue: ([amount], facts) =>
      amount === [...facts.customers.values()].filter(({ days }) => (days.at(-1) ?? 0) < SECOND_HALF).length,
    said: HALF_YEAR,
    unsaid: HEALTHY,
  },
  "claims.countedSince": {
    claim: "orders and spend of the description are counted from this day on",
    restsOn: "the window's first day, and orders before it",
    isTrue: ([since], facts) =>
      since === SECOND_HALF && [...facts.customers.values()].some(({ days }) => (days[0] ?? 0) < SECOND_HALF),
    said: HALF_YEAR,
    unsaid: HEALTHY,
  },
  "page.quiet.shortWindow": {
    claim:
      "whoever has been silent for longer than the lapse gap ordered before this day; a window of so many months is longer",
    restsOn: "the lapse gap, the last row's day",
    isTrue: ([from, days, months], facts) =>
      from === facts.asOf - 59 &&
      days === Math.floor(facts.lapseDays ?? 0) &&
      facts.asOf - Number(from) <= days &&
      Number(months) % 12 === 0 &&
      (Number(months) / 12) * 365 >= 2 * (facts.lapseDays ?? 0),
    said: "sixty days of two years",
    unsaid: HALF_YEAR,
  },
  "page.first.noneClear": {
    claim: "of no group have three in four ordered recently, or been silent; nobody who spent more has lapsed",
    restsOn: "last orders, the lapse gap",
    isTrue: (_, facts) =>
      [...groups(facts).values()].every((members) => {
        const recent = members.filter(({ recency }) => recency <= (facts.lapseDays ?? Number.NaN)).length;
        return recent < 0.75 * members.length && members.length - recent < 0.75 * members.length;
      }),
    said: "one group, all alike",
    unsaid: HEALTHY,
  },
  "page.first.mayBeWrittenTo": {
    claim: "so many of a group of so many may be written to",
    restsOn: "the customers' ids, by group",
    isTrue: ([amount, all], facts) =>
      groupsToBeginWith(facts).some(
        (group) => all === group.length && amount === group.filter(({ id }) => hasConsented(id)).length,
      ),
    said: "half have consented",
    unsaid: HEALTHY,
  },
  "page.movement.listTitle": {
    claim: "so many of so many kinds of moves are listed",
    restsOn: "everybody's group on both days",
    isTrue: ([shown, all], facts) => {
      const kinds = new Set(moves(facts).flatMap(({ from, to }) => (from === to ? [] : [`${from} ${to}`])));
      return all === kinds.size && shown === Math.min(15, kinds.size);
    },
    said: "twenty-five groups",
    unsaid: HEALTHY,
  },
  "page.top.masked": {
    claim: "addresses are shortened",
    restsOn: "the customers' ids",
    isTrue: (_, facts) => [...facts.customers.keys()].some((id) => id.includes("@")),
    said: "known by their addresses",
    unsaid: ONE,
  },
  ...monetary("averageSpend", PER_ORDER, { said: "spend per order", same: "the same spend per order" }),
  ...monetary("totalMargin", MARGIN, { said: "margin", same: "the same margin" }),
  ...monetary("averageMargin", MARGIN_PER_ORDER, { said: "margin per order", same: "the same margin per order" }),
};
