import { type Facts, once } from "./plain-counting.ts";
import { groups, medianOf, type Standing } from "./plain-groups.ts";
import { isTold, lapse, lapsed } from "./plain-silence.ts";
import { ALL_ONCE, EIGHT, HEALTHY, near, ONE, type Rows, SHORT, SILENT, sameMoney } from "./row.ts";

/** The fewest customers who are at least a fifth, by spend, and what they brought. */
function bestFifth(facts: Facts): { readonly customers: number; readonly money: number } {
  const spends = [...facts.customers.values()].map(({ spend }) => spend).sort((a, b) => b - a);
  const customers = Math.ceil(spends.length / 5);
  return { customers, money: spends.slice(0, customers).reduce((sum, spend) => sum + spend, 0) };
}

const isSilentFirst = (facts: Facts): boolean => isTold(facts) && lapsed(facts).customers > 0;
const hasShares = (facts: Facts): boolean => {
  const best = bestFifth(facts);
  const isMore = best.money / facts.revenue - best.customers / facts.customers.size >= 0.005; // or all are alike
  return facts.customers.size >= 5 && facts.revenue > 0 && isMore;
};

const everybody = once((facts: Facts): readonly Standing[] => [...groups(facts).values()].flat());
const hasLapsed = (one: Standing, facts: Facts): boolean =>
  isTold(facts) && one.recency > lapse(facts) && one.spend > facts.medianSpend + 1e-9;

/** The customers who spent most: as many as are at least a fifth. */
const fifth = (facts: Facts): readonly Standing[] =>
  everybody(facts)
    .toSorted((a, b) => b.spend - a.spend)
    .slice(0, bestFifth(facts).customers);

/** Every group that may be one to begin with: the segments, and those that are none. */
export const groupsToBeginWith = once((facts: Facts): readonly (readonly Standing[])[] => [
  ...groups(facts).values(),
  everybody(facts).filter((one) => hasLapsed(one, facts)),
  everybody(facts).filter((one) => one.orders === 1 && !(isTold(facts) && one.recency > lapse(facts))),
  fifth(facts),
]);

/** What the page says first, and the groups to begin with. */
export const FIRST_SCREEN: Rows = {
  "page.finding.silent": {
    claim: "so many customers, who spent so much, have lapsed",
    restsOn: "last orders, the lapse gap, spend over the median",
    isTrue: ([customers, money], facts) =>
      isTold(facts) && customers === lapsed(facts).customers && sameMoney(money, lapsed(facts).money),
    said: SILENT,
    unsaid: SHORT,
  },
  "page.finding.bestFifth": {
    claim: "this share of customers brings this share of the revenue; nobody of worth is known to be silent",
    restsOn: "spend, from the largest down to a fifth of the customers",
    isTrue: ([part, revenuePart, customers, money], facts) => {
      const best = bestFifth(facts);
      return (
        !isSilentFirst(facts) &&
        hasShares(facts) &&
        near(part, best.customers / facts.customers.size) &&
        near(Number(revenuePart).toFixed(9), Number((best.money / facts.revenue).toFixed(9))) &&
        customers === best.customers &&
        sameMoney(money, best.money)
      );
    },
    said: SHORT,
    unsaid: HEALTHY,
  },
  "page.finding.totals": {
    claim: "so many customers placed so many orders worth so much, and no share of that says anything",
    restsOn: "all purchases",
    isTrue: ([customers, orders, money], facts) =>
      !isSilentFirst(facts) &&
      !hasShares(facts) &&
      customers === facts.customers.size &&
      orders === facts.orders &&
      sameMoney(money, facts.revenue),
    said: ONE,
    unsaid: EIGHT,
  },
  "page.lead.span": {
    claim: "the data runs from this day to that",
    restsOn: "the first and the last row's day",
    isTrue: ([from, to], facts) => from === Math.min(...facts.lines.map(({ day }) => day)) && to === facts.asOf,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.scope.leftOut": {
    claim: "so many rows are left out",
    restsOn: "rows that are worth nothing",
    isTrue: ([aside], facts) => aside === facts.lines.filter(({ amount }) => amount === 0).length,
    said: "orders worth nothing",
    unsaid: HEALTHY,
  },
  "page.first.spent": {
    claim: "a group has spent so much so far, which is this share of the revenue",
    restsOn: "spend by group",
    isTrue: ([money, part], facts) =>
      groupsToBeginWith(facts).some((group) => {
        const spend = group.reduce((sum, one) => sum + one.spend, 0);
        return (
          sameMoney(money, spend) &&
          (part === null ? facts.revenue <= 0 : Math.abs(Number(part) - spend / facts.revenue) < 1e-6)
        );
      }),
    said: HEALTHY,
    unsaid: "refunds as large as purchases",
  },
  "page.first.where": {
    claim: "those who have lapsed are in these groups",
    restsOn: "last orders, the lapse gap, spend over the median, by group",
    isTrue: ([where], facts) => {
      const counts = [...groups(facts)]
        .map(([name, group]) => [name, group.filter((one) => hasLapsed(one, facts)).length] as const)
        .filter(([, count]) => count > 0)
        .toSorted(([, a], [, b]) => b - a);
      const named = counts.slice(0, 3).map(([name, count]) => `${name} ${count}`);
      const rest = counts.slice(3).reduce((sum, [, count]) => sum + count, 0);
      return where === [...named, ...(rest === 0 ? [] : [`other groups ${rest}`])].join(", ");
    },
    said: SILENT,
    unsaid: HEALTHY,
  },
  "page.first.alsoFirst": {
    claim: "so many of a group are in the first one, too",
    restsOn: "last orders, the lapse gap, spend over the median or in the best fifth, by group",
    isTrue: ([amount], facts) => {
      const first = isSilentFirst(facts) ? everybody(facts).filter((one) => hasLapsed(one, facts)) : fifth(facts);
      return groupsToBeginWith(facts).some((group) => amount === group.filter((one) => first.includes(one)).length);
    },
    said: ALL_ONCE,
    unsaid: "everybody comes every fifty days",
  },
  "page.first.silentFor": {
    claim: "the typical customer of a group has been silent for so long, longer than the lapse gap",
    restsOn: "the median of days since the last order, the lapse gap",
    isTrue: ([days], facts) =>
      Number(days) > lapse(facts) &&
      groupsToBeginWith(facts).some((group) => group.length > 0 && days === Math.round(medianOf(group, "recency"))),
    said: SILENT,
    unsaid: "everybody comes every fifty days",
  },
};
