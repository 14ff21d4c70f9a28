import { type Facts, median } from "./plain-counting.ts";
import { groups, medianOf, type Standing } from "./plain-groups.ts";
import { repeaters } from "./plain-repeat.ts";
import { ALL_ONCE, EIGHT, FIFTY, HEALTHY, near, ONE, type Rows, type SentenceRow, SHORT, SILENT } from "./row.ts";

type Test = (one: Standing, facts: Facts) => boolean;

const lapse = ({ lapseDays }: Facts): number => lapseDays ?? Number.NaN;
const spentMore: Test = (one, facts) => one.spend > facts.medianSpend + 1e-9;
const some = (facts: Facts): readonly (readonly Standing[])[] =>
  [...groups(facts).values()].filter(({ length }) => length > 0);
const share = (group: readonly Standing[], test: Test, facts: Facts): number =>
  group.filter((one) => test(one, facts)).length / group.length;

/** Said of three in four customers of some group or more; what is said of which group, the check of words sees. */
function most(claim: string, restsOn: string, test: Test, said: string): SentenceRow {
  const isTrue = (_: readonly unknown[], facts: Facts): boolean =>
    some(facts).some((group) => share(group, test, facts) >= 0.75);
  return { claim: `${claim}: three in four of a group or more`, restsOn, isTrue, said, unsaid: ALL_ONCE };
}

/** Said where more than a quarter of some group are otherwise than its name has it. */
function quarter(claim: string, restsOn: string, test: Test, said: string): SentenceRow {
  const isTrue = (_: readonly unknown[], facts: Facts): boolean =>
    some(facts).some((group) => share(group, test, facts) > 0.25);
  return { claim: `${claim}: more than a quarter of a group`, restsOn, isTrue, said, unsaid: ALL_ONCE };
}

/** Says the median of some group, of which more is true. */
function typical(
  claim: string,
  measure: "recency" | "orders" | "firstDays",
  also: (args: readonly unknown[], facts: Facts, group: readonly Standing[]) => boolean,
  said: string,
): SentenceRow {
  const isTrue: SentenceRow["isTrue"] = (args, facts) =>
    some(facts).some((group) => {
      const middle = medianOf(group, measure);
      return near(args[0], measure === "orders" ? middle : Math.round(middle)) && also(args, facts, group);
    });
  return { claim, restsOn: `the median ${measure} of a group`, isTrue, said, unsaid: ALL_ONCE };
}

const NEW = "one group, mostly new";
const GONE = "one group, mostly gone";
const NEW_AND_OLD = "one group, new and old";
const LAST = "last orders, the lapse gap";
const COUNT = "orders of a group's customers";
const SPEND = "spend against the median of all";

/** What is said of a segment where the scheme's own words are not true of it. */
export const CLAIMS_OF_GROUPS: Rows = {
  "claims.held.recent": most("their last order is recent", LAST, (one, facts) => one.recency <= lapse(facts), NEW),
  "claims.held.silent": most("silent for a long time", LAST, (one, facts) => one.recency > lapse(facts), SILENT),
  "claims.held.often": most("they have ordered often", COUNT, ({ orders }) => orders >= 3, HEALTHY),
  "claims.held.again": most("they have ordered more than once", COUNT, ({ orders }) => orders > 1, HEALTHY),
  "claims.held.seldom": most("they have ordered once or twice", COUNT, ({ orders }) => orders <= 2, HEALTHY),
  "claims.held.once": most("they have ordered only once", COUNT, ({ orders }) => orders === 1, NEW),
  "claims.held.more": most("they have spent more than most", SPEND, spentMore, HEALTHY),
  "claims.held.less": most("they have spent less than most", SPEND, (one, facts) => !spentMore(one, facts), FIFTY),
  "claims.notOnce": quarter("have ordered more than once", COUNT, ({ orders }) => orders > 1, GONE),
  "claims.notMore": quarter(
    "have spent no more than the median",
    SPEND,
    (one, facts) => !spentMore(one, facts),
    HEALTHY,
  ),
  "claims.recentByComparison": typical(
    "the typical last order was so long ago, longer than the lapse gap",
    "recency",
    (_, facts, group) => medianOf(group, "recency") > lapse(facts),
    SILENT,
  ),
  "claims.silentByComparison": typical(
    "the typical last order was so long ago, within the lapse gap",
    "recency",
    (_, facts, group) => medianOf(group, "recency") <= lapse(facts),
    FIFTY,
  ),
  "claims.seldomByComparison": typical(
    "the typical customer has so many orders, more than two",
    "orders",
    ([orders]) => Number(orders) > 2,
    FIFTY,
  ),
  "claims.notNew": typical(
    "the typical customer first ordered so long ago",
    "firstDays",
    ([days]) => Number(days) > 90,
    HEALTHY,
  ),
  "claims.someSilent": typical(
    "the typical last order was so long ago, and of more than a quarter longer ago than the lapse gap",
    "recency",
    ([, days], facts, group) =>
      days === Math.floor(lapse(facts)) && share(group, (one) => one.recency > lapse(facts), facts) > 0.25,
    "some of each group silent",
  ),
  "claims.held.new": most("their first order is recent", "first orders", ({ firstDays }) => firstDays <= 90, NEW),
  "claims.notLess": quarter("have spent more than the median", SPEND, spentMore, NEW),
  "claims.someNotNew": {
    ...quarter("first ordered so long ago", "first orders", ({ firstDays }) => firstDays > 90, NEW_AND_OLD),
    unsaid: HEALTHY,
  },
  "claims.someRecent": typical(
    "the typical last order was so long ago, and of more than a quarter within the lapse gap",
    "recency",
    ([, days], facts, group) =>
      days === Math.floor(lapse(facts)) && share(group, (one) => one.recency <= lapse(facts), facts) > 0.25,
    GONE,
  ),
  "claims.oftenByComparison": typical(
    "the typical customer has so many orders, fewer than three",
    "orders",
    ([orders]) => Number(orders) < 3,
    NEW,
  ),
  "claims.someBelow": typical(
    "the typical customer has so many orders, and more than a quarter have fewer than this",
    "orders",
    ([, fewest], facts, group) => share(group, ({ orders }) => orders < Number(fewest), facts) > 0.25,
    GONE,
  ),
  "claims.someAbove": typical(
    "the typical customer has so many orders, and more than a quarter have more than this",
    "orders",
    ([, most], facts, group) => share(group, ({ orders }) => orders > Number(most), facts) > 0.25,
    NEW_AND_OLD,
  ),
  "claims.action.secondOrder": most(
    "what to do about those who ordered once, recently",
    LAST,
    (one, facts) => one.orders === 1 && one.recency <= lapse(facts),
    NEW,
  ),
  "claims.action.comeBack": most(
    "what to do about those silent for a long time",
    LAST,
    (one, facts) => one.recency > lapse(facts),
    SILENT,
  ),
  "claims.action.nextOrder": most(
    "what to do about those who ordered recently",
    LAST,
    (one, facts) => one.recency <= lapse(facts),
    FIFTY,
  ),
  "claims.action.byEach": {
    claim: "remind those whose last order is longer ago than this",
    restsOn: LAST,
    isTrue: ([days], facts) =>
      days === Math.floor(lapse(facts)) &&
      some(facts).some((group) => {
        const silent = share(group, (one) => one.recency > lapse(facts), facts);
        return silent > 0.25 && silent < 0.75;
      }),
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
};

interface UntoldSaid {
  readonly lapseDays: number;
  readonly neededDays: number;
  readonly isForNewness: boolean;
  readonly repeaters: number;
  readonly historyDays: number;
  readonly customers: number;
  readonly medianSpend: number;
}

const history = (facts: Facts): number =>
  facts.asOf - Math.min(...[...facts.customers.values()].map(({ days }) => days[0] ?? 0)) + 1;
const isSo = (said: unknown, facts: Facts): boolean => {
  const told = said as UntoldSaid;
  return (
    told.lapseDays === Math.floor(facts.lapseDays ?? 0) &&
    told.neededDays === Math.max(90, 2 * Math.floor(facts.lapseDays ?? 0)) &&
    told.isForNewness === (facts.lapseDays ?? 0) < 45 &&
    told.repeaters === repeaters(facts) &&
    told.historyDays === history(facts) &&
    told.customers === facts.customers.size &&
    near(told.medianSpend, Math.round(median([...facts.customers.values()].map(({ spend }) => spend)) * 10_000))
  );
};
const untold = (claim: string, isWhy: (facts: Facts) => boolean, said: string, unsaid: string): SentenceRow => ({
  claim,
  restsOn: "customers, those who came back, the days of the export against the lapse gap",
  isTrue: ([told], facts) => isSo(told, facts) && isWhy(facts),
  said,
  unsaid,
});

/** Why no group is told apart. */
export const UNTOLD: Rows = {
  "claims.untold.few customers": untold(
    "there are only so many",
    ({ customers }) => customers.size < 50,
    EIGHT,
    HEALTHY,
  ),
  "claims.untold.nobody came back": untold(
    "nobody has ordered on two different days",
    (facts) => repeaters(facts) === 0,
    ALL_ONCE,
    ONE,
  ),
  "claims.untold.few came back": untold(
    "only so many came back",
    (facts) => repeaters(facts) > 0 && repeaters(facts) < 25,
    "few came back",
    HEALTHY,
  ),
  "claims.untold.short history": untold(
    "the orders cover only so many days",
    (facts) => history(facts) < Math.max(90, 2 * lapse(facts)),
    SHORT,
    HEALTHY,
  ),
};
