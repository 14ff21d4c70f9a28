import type { Facts } from "./plain-counting.ts";
import { groups, medianOf } from "./plain-groups.ts";
import { isTold, lapse, slipping } from "./plain-silence.ts";
import { ALL_ONCE, EIGHT, HEALTHY, near, ONE, type Rows, SHORT, SILENT, sameMoney } from "./row.ts";

/** The fewest customers who are at least a fifth, by spend, and what they brought. */
function bestFifth(facts: Facts): { readonly customers: number; readonly money: number } {
  const spends = [...facts.customers.values()].map(({ spend }) => spend).sort((a, b) => b - a);
  const customers = Math.ceil(spends.length / 5);
  return { customers, money: spends.slice(0, customers).reduce((sum, spend) => sum + spend, 0) };
}

const isSilentFirst = (facts: Facts): boolean => isTold(facts) && slipping(facts).customers > 0;
const hasShares = (facts: Facts): boolean => facts.customers.size >= 5 && facts.revenue > 0;

/** What the page says first, and the groups to begin with. */
export const FIRST_SCREEN: Rows = {
  "page.finding.silent": {
    claim: "so many customers, who spent so much, are slipping away",
    restsOn: "last orders, the lapse gap, spend over the median",
    isTrue: ([customers, money], facts) =>
      isTold(facts) && customers === slipping(facts).customers && sameMoney(money, slipping(facts).money),
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
      [...groups(facts).values()].some((group) => {
        const spend = group.reduce((sum, one) => sum + one.spend, 0);
        return (
          sameMoney(money, spend) &&
          (part === null ? facts.revenue <= 0 : Math.abs(Number(part) - spend / facts.revenue) < 1e-6)
        );
      }),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "page.first.slipping": {
    claim: "so many of a group of so many are among those whom the headline counts",
    restsOn: "last orders, the lapse gap, spend over the median, by group",
    isTrue: ([amount, all], facts) =>
      [...groups(facts).values()].some(
        (group) =>
          group.length === all &&
          amount === group.filter((one) => one.recency > lapse(facts) && one.spend > facts.medianSpend + 1e-9).length,
      ),
    said: SILENT,
    unsaid: "everybody comes every fifty days",
  },
  "page.first.silentFor": {
    claim: "the typical customer of a group has been silent for so long, longer than the lapse gap",
    restsOn: "the median of days since the last order, the lapse gap",
    isTrue: ([days], facts) =>
      Number(days) > lapse(facts) &&
      [...groups(facts).values()].some((group) => group.length > 0 && days === Math.round(medianOf(group, "recency"))),
    said: SILENT,
    unsaid: "everybody comes every fifty days",
  },
};
