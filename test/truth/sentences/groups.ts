import { type Facts, sumOf } from "./plain-counting.ts";
import { grid, groups, medianOf, SCHEME, type Standing } from "./plain-groups.ts";
import { HEALTHY, near, ONE, REFUNDED, type Rows, SHORT } from "./row.ts";

const spent = (group: readonly Standing[]): number => sumOf(group.map(({ spend }) => spend));
const all = (facts: Facts): readonly (readonly [name: string, members: readonly Standing[]])[] =>
  [...groups(facts)].filter(([, members]) => members.length > 0);
const partOf = (group: readonly Standing[] | undefined, facts: Facts): number =>
  (group?.length ?? 0) / facts.customers.size;
const revenuePartOf = (group: readonly Standing[] | undefined, facts: Facts): number =>
  spent(group ?? []) / facts.revenue;
const most = (values: readonly number[]): number => Math.max(...values);
const best = (facts: Facts): readonly { readonly scores: string; readonly spend: number }[] =>
  grid(facts).filter(({ scores }) => scores.startsWith("55"));

/** The spends, the largest first. */
const largest = (facts: Facts): readonly number[] =>
  [...facts.customers.values()].map(({ spend }) => spend).toSorted((a, b) => b - a);
const shareOfFirst = (facts: Facts, amount: number): number => sumOf(largest(facts).slice(0, amount)) / facts.revenue;
const fifth = (facts: Facts): number => Math.ceil(facts.customers.size / 5);
/** The fewest customers who bring half of the revenue. */
const half = (facts: Facts): number => {
  let amount = 0;
  while (shareOfFirst(facts, amount) < 0.5 - 1e-12) amount += 1;
  return amount;
};
const negative = (facts: Facts): number => largest(facts).filter((spend) => spend < -1e-9).length;

/** The groups of customers, and the grid of their scores. */
export const GROUPS: Rows = {
  "page.lead.best": {
    claim: "this group has brought the most: its share of customers and of revenue",
    restsOn: "everybody's scores, spend",
    isTrue: ([name, part, revenuePart], facts) => {
      const group = groups(facts).get(String(name));
      return (
        near(spent(group ?? []), most(all(facts).map(([, members]) => spent(members)))) &&
        near(part, partOf(group, facts)) &&
        near(revenuePart, revenuePartOf(group, facts))
      );
    },
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "page.segments.byCustomers": {
    claim: "this group is the largest, with this share of customers",
    restsOn: "everybody's scores",
    isTrue: ([name, part], facts) => {
      const group = groups(facts).get(String(name));
      return group?.length === most(all(facts).map(([, one]) => one.length)) && near(part, partOf(group, facts));
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.segments.byRevenue": {
    claim: "this group brings the most, this share of it",
    restsOn: "everybody's scores, spend",
    isTrue: ([name, part], facts) => {
      const group = groups(facts).get(String(name)) ?? [];
      const purchases = sumOf(all(facts).map(([, members]) => Math.max(0, spent(members))));
      return (
        near(spent(group), most(all(facts).map(([, members]) => spent(members)))) &&
        (near(part, spent(group) / facts.revenue) || near(part, spent(group) / purchases))
      );
    },
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "page.segments.oneGroup": {
    claim: "all customers are in this one group",
    restsOn: "everybody's scores",
    isTrue: ([name, amount], facts) =>
      amount === facts.customers.size && groups(facts).get(String(name))?.length === facts.customers.size,
    said: ONE,
    unsaid: HEALTHY,
  },
  "page.segments.empty": {
    claim: "nobody is in these groups",
    restsOn: "everybody's scores",
    isTrue: ([names], facts) =>
      String(names) === SCHEME.filter((name) => groups(facts).get(name)?.length === 0).join(", "),
    said: SHORT,
    unsaid: HEALTHY,
  },
  "page.segments.typical": {
    claim: "a group's typical customer last ordered so many days ago and has so many orders",
    restsOn: "the medians of a group's customers",
    isTrue: ([days, orders], facts) =>
      all(facts).some(
        ([, members]) => Math.round(medianOf(members, "recency")) === days && near(orders, medianOf(members, "orders")),
      ),
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.segmentFigures": {
    claim: "a group has so many customers, who spent so much",
    restsOn: "everybody's scores, spend",
    isTrue: ([amount, money], facts) =>
      all(facts).some(
        ([, members]) => members.length === amount && Math.round(spent(members) * 10_000) === Number(money),
      ),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.grid.customersTitle": {
    claim: "so many have the best score in both, or nobody has",
    restsOn: "scores of recency and frequency",
    isTrue: ([amount, part], facts) =>
      amount === best(facts).length && near(part, best(facts).length / facts.customers.size),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.grid.revenueTitle": {
    claim: "those with the best score in both bring this share",
    restsOn: "scores of recency and frequency, spend",
    isTrue: ([part], facts) => near(part, sumOf(best(facts).map(({ spend }) => spend)) / facts.revenue),
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "page.grid.emptyColumns": {
    claim: "nobody has these frequency scores",
    restsOn: "scores of frequency",
    isTrue: ([scores], facts) =>
      String(scores) ===
      String(["1", "2", "3", "4", "5"].filter((score) => !grid(facts).some((one) => one.scores[1] === score))),
    said: SHORT,
    unsaid: HEALTHY,
  },
};

/** Who brings the revenue. */
export const CONCENTRATION: Rows = {
  "page.concentration.title": {
    claim: "the fifth of customers who spent most bring this share",
    restsOn: "everybody's spend, the largest first",
    isTrue: ([part, revenuePart], facts) =>
      near(part, fifth(facts) / facts.customers.size) && near(revenuePart, shareOfFirst(facts, fifth(facts))),
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "page.concentration.half": {
    claim: "half of the revenue comes from so many",
    restsOn: "the same",
    isTrue: ([amount, part], facts) => amount === half(facts) && near(part, half(facts) / facts.customers.size),
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "page.concentration.negative": {
    claim: "so many got more back than they paid; the others bring this share",
    restsOn: "everybody's spend",
    isTrue: ([amount, peak], facts) =>
      amount === negative(facts) &&
      (peak === null || near(peak, sumOf(largest(facts).filter((spend) => spend > 0)) / facts.revenue)),
    said: "a group of refunds",
    unsaid: HEALTHY,
  },
  "page.concentration.none": {
    claim: "refunds are as large as purchases or larger",
    restsOn: "purchases less refunds",
    isTrue: (_, facts) => facts.revenue <= 0,
    said: REFUNDED,
    unsaid: HEALTHY,
  },
  "page.concentration.one": {
    claim: "there is one customer only",
    restsOn: "customers",
    isTrue: (_, facts) => facts.customers.size === 1,
    said: ONE,
    unsaid: HEALTHY,
  },
  "report.brings": {
    claim: "the fifth who spent most bring this share, and so many bring half",
    restsOn: "everybody's spend, the largest first",
    isTrue: (args, facts) =>
      args.every((one, index) => {
        const { customers, customerShare, revenueShare } = one as Readonly<
          Record<"customers" | "customerShare" | "revenueShare", number>
        >;
        return (
          customers === (index === 0 ? fifth(facts) : half(facts)) &&
          near(customerShare, customers / facts.customers.size) &&
          near(revenueShare, shareOfFirst(facts, customers))
        );
      }),
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "report.negativeCustomers": {
    claim: "so many sent back more than they bought",
    restsOn: "everybody's spend",
    isTrue: ([amount], facts) => amount === negative(facts),
    said: "a group of refunds",
    unsaid: HEALTHY,
  },
  "page.top.title": {
    claim: "those listed bring this share together",
    restsOn: "everybody's spend, the largest first",
    isTrue: ([amount, part], facts) =>
      amount === Math.min(10, facts.customers.size) && near(part, shareOfFirst(facts, Number(amount))),
    said: HEALTHY,
    unsaid: REFUNDED,
  },
  "page.top.plainTitle": {
    claim: "so many are listed, and no share is told",
    restsOn: "customers; purchases less refunds",
    isTrue: ([amount], facts) => amount === Math.min(10, facts.customers.size) && facts.revenue <= 0,
    said: REFUNDED,
    unsaid: HEALTHY,
  },
  "report.topCustomers": {
    claim: "so many are listed",
    restsOn: "customers",
    isTrue: ([amount], facts) => amount === Math.min(10, facts.customers.size),
    said: HEALTHY,
    unsaid: ONE,
  },
};
