import { type Facts, factsOf, median } from "./plain-counting.ts";
import { isTold, lapse, lapsed, otherSilent, wholeLapse } from "./plain-silence.ts";
import { HEALTHY, near, ONE, type Rows, SHORT, SILENT, sameMoney } from "./row.ts";

const returning = (facts: Facts): { customers: number; money: number } => facts.those(({ orders }) => orders > 1);

/** By the text's place in the catalogue. */
export const OPENING: Rows = {
  "page.lead.what": {
    claim: "so many customers placed so many orders",
    restsOn: "all purchases",
    isTrue: ([, , customers, orders, money], facts) =>
      customers === facts.customers.size && orders === facts.orders && sameMoney(money, facts.revenue),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.lead.returning": {
    claim: "this share has ordered more than once and brings this share",
    restsOn: "customers with two orders or more, and their spend",
    isTrue: ([part, revenuePart], facts) =>
      near(part, returning(facts).customers / facts.customers.size) &&
      near(revenuePart, returning(facts).money / facts.revenue),
    said: HEALTHY,
    unsaid: "refunds as large as purchases",
  },
  "page.lead.noRevenue": {
    claim: "nothing is left of the revenue",
    restsOn: "purchases less refunds",
    isTrue: (_, facts) => facts.revenue <= 0,
    said: "refunds as large as purchases",
    unsaid: HEALTHY,
  },
  "page.quiet.valuable": {
    claim: "they spent more than the median and have not ordered for longer than the lapse gap",
    restsOn: "the same",
    isTrue: ([days, customers], facts) => days === wholeLapse(facts) && customers === lapsed(facts).customers,
    said: SILENT,
    unsaid: "eight customers",
  },
  "page.quiet.notLost": {
    claim: "the money is that of so many, spent so far",
    restsOn: "last orders, the lapse gap, spend over the median",
    isTrue: ([customers], facts) => customers === lapsed(facts).customers,
    said: SILENT,
    unsaid: "eight customers",
  },
  "page.quiet.others": {
    claim: "another so many have been silent for as long",
    restsOn: "last orders, the lapse gap, spend up to the median",
    isTrue: ([customers, money], facts) =>
      isTold(facts) && customers === otherSilent(facts).customers && sameMoney(money, otherSilent(facts).money),
    said: HEALTHY,
    unsaid: "nobody came back",
  },
  "page.quiet.measure": {
    claim: "nine in ten of those who came back never paused for longer",
    restsOn: "each returning customer's longest pause",
    isTrue: ([days], facts) => days === wholeLapse(facts),
    said: "everybody comes every fifty days",
    unsaid: "one order",
  },
  "page.quiet.restsOn": {
    claim: "so many came back in so many days, fewer than a year; the first half of them gave this lapse gap",
    restsOn: "each returning customer's pauses, in all days and in the first half of them",
    isTrue: ([repeaters, history, half], facts) => {
      const first = Math.min(...[...facts.customers.values()].map((one) => one.days[0] ?? facts.asOf));
      const days = Math.floor(Number(history) / 2);
      const early = factsOf(facts.lines.filter(({ day }) => day < first + days));
      const back = [...facts.customers.values()].filter((one) => new Set(one.days).size > 1).length;
      const gap = early.lapseDays === null ? null : { days, lapseDays: Math.floor(early.lapseDays) };
      return (
        history === facts.asOf - first + 1 &&
        Number(history) < 365 &&
        repeaters === back &&
        JSON.stringify(half) === JSON.stringify(gap)
      );
    },
    said: "one group, mostly new",
    unsaid: HEALTHY,
  },
  "page.quiet.none": {
    claim: "nobody who spent more than the median has been silent for a long time",
    restsOn: "the same as who has lapsed",
    isTrue: ([days], facts) => isTold(facts) && days === wholeLapse(facts) && lapsed(facts).customers === 0,
    said: "everybody comes every fifty days",
    unsaid: HEALTHY,
  },
  "page.quiet.untold": {
    claim: "it cannot be told who has lapsed",
    restsOn: "customers, those who came back, history against the lapse gap",
    isTrue: (_, facts) => !isTold(facts),
    said: SHORT,
    unsaid: HEALTHY,
  },
  "page.first.none": {
    claim: "no group has brought revenue",
    restsOn: "purchases less refunds",
    isTrue: (_, facts) => facts.revenue <= 0,
    said: "refunds as large as purchases",
    unsaid: HEALTHY,
  },
  "page.spread.titles.recency": {
    claim: "half of the customers last ordered within so many days",
    restsOn: "days since the last order",
    isTrue: ([days], facts) => {
      const within = (most: number): number => facts.those((one) => one.silentDays <= most).customers * 2;
      const middle = median([...facts.customers.values()].map(({ days: own }) => facts.asOf - (own.at(-1) ?? 0)));
      return within(Number(days)) >= facts.customers.size && Math.abs(Number(days) - middle) < 1;
    },
    said: HEALTHY,
    unsaid: "one order",
  },
  "page.spread.titles.frequency": {
    claim: "half of the customers have so many orders or fewer",
    restsOn: "orders",
    isTrue: ([orders], facts) => near(orders, median([...facts.customers.values()].map((one) => one.orders))),
    said: HEALTHY,
    unsaid: "one order",
  },
  "page.spread.titles.monetary": {
    claim: "half of the customers spent so much or less",
    restsOn: "spend",
    isTrue: ([money], facts) => sameMoney(money, facts.medianSpend),
    said: HEALTHY,
    unsaid: "one order",
  },
  "page.second.lapseMark": {
    claim: "the lapse gap is so many days",
    restsOn: "each returning customer's longest pause",
    isTrue: ([days], facts) => days === wholeLapse(facts),
    said: HEALTHY,
    unsaid: "nobody came back",
  },
  "page.second.lapse": {
    claim: "so many customers have been silent for longer than the lapse gap",
    restsOn: "last orders, the lapse gap",
    isTrue: ([days, gone, all], facts) =>
      days === wholeLapse(facts) &&
      gone === facts.those(({ silentDays }) => silentDays > lapse(facts)).customers &&
      all === facts.customers.size,
    said: HEALTHY,
    unsaid: "nobody came back",
  },
  "repeat.lapseSentence": {
    claim: "so many customers are probably lapsed",
    restsOn: "last orders, the lapse gap",
    isTrue: ([said], facts) => {
      const { days, lapsed: gone, customers } = said as { days: number; lapsed: number; customers: number };
      const found = facts.those(({ silentDays }) => silentDays > lapse(facts)).customers;
      return days === wholeLapse(facts) && gone === found && customers === facts.customers.size;
    },
    said: SILENT,
    unsaid: "nobody came back",
  },
  "repeat.revenue": {
    claim: "so many came back and bring this share of revenue",
    restsOn: "customers with two orders or more, and their spend",
    isTrue: ([said], facts) => {
      const worth = said as { returning: number; customers: number; revenueShare: number };
      const found = returning(facts);
      return (
        worth.returning === found.customers &&
        worth.customers === facts.customers.size &&
        near(worth.revenueShare, found.money / facts.revenue)
      );
    },
    said: HEALTHY,
    unsaid: "one order",
  },
  "report.returningShare": {
    claim: "returning customers bring this share",
    restsOn: "customers with two orders or more, and their spend",
    isTrue: ([part, customers], facts) =>
      customers === returning(facts).customers &&
      (part === null ? facts.revenue <= 0 : near(part, returning(facts).money / facts.revenue)),
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.noRevenue": {
    claim: "there is no revenue to share",
    restsOn: "purchases less refunds",
    isTrue: (_, facts) => facts.revenue <= 0,
    said: "refunds as large as purchases",
    unsaid: HEALTHY,
  },
  "report.tooFewToShare": {
    claim: "fewer than five customers",
    restsOn: "customers",
    isTrue: (_, facts) => facts.customers.size < 5,
    said: "one order",
    unsaid: HEALTHY,
  },
};
