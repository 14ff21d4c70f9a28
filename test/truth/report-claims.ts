import { type Facts, median } from "./report-scenarios.ts";

/** One customer of a segment. */
export interface Member {
  readonly silentDays: number;
  readonly firstDays: number;
  readonly orders: number;
  readonly spend: number;
}

/** A sentence of the report: what it claims, from which numbers, and whether that is so. */
export interface SentenceRow {
  readonly claim: string;
  readonly restsOn: string;
  /** Whether the report may say it of such an export, with what it was made from. */
  readonly isTrue: (args: readonly unknown[], facts: Facts) => boolean;
  /** The exports where it must be said, and where it must not; `null` where it depends on nothing. */
  readonly said: string;
  readonly unsaid: string | null;
}

const near = (a: unknown, b: number): boolean => Math.abs(Number(a) - b) < 1e-9 * Math.max(1, Math.abs(b));
/** Money as the page writes it, `1,234` or `999.99`, up to its rounding. */
const sameMoney = (text: unknown, money: number): boolean =>
  Math.abs(
    Number(
      String(text)
        .replace(/[^\d.−-]/g, "")
        .replace("−", "-"),
    ) - money,
  ) <= (Math.abs(money) < 1000 ? 0.006 : 0.51);

const lapse = ({ lapseDays }: Facts): number => lapseDays ?? Number.NaN;
const slipping = (facts: Facts): { customers: number; money: number } =>
  facts.those(({ silentDays, spend }) => silentDays > lapse(facts) && spend > facts.medianSpend);
const otherSilent = (facts: Facts): { customers: number; money: number } =>
  facts.those(({ silentDays, spend }) => silentDays > lapse(facts) && spend <= facts.medianSpend);
const isTold = ({ customers, lapseDays, asOf }: Facts): boolean => {
  const first = Math.min(...[...customers.values()].map(({ days }) => days[0] ?? 0));
  const back = [...customers.values()].filter(({ days }) => days.length > 1).length;
  return customers.size >= 50 && lapseDays !== null && back >= 25 && asOf - first + 1 >= Math.max(90, 2 * lapseDays);
};
const returning = (facts: Facts): { customers: number; money: number } => facts.those(({ orders }) => orders > 1);
const HEALTHY = "two years, healthy";
const SILENT = "two years, long silent";
const SHORT = "thirty-three days";

/** By the text's place in the catalogue. */
export const SENTENCES: Readonly<Record<string, SentenceRow>> = {
  "page.lead.what": {
    claim: "so many customers placed so many orders",
    restsOn: "all purchases",
    isTrue: ([, , customers, orders, money], facts) =>
      customers === facts.customers.size && orders === facts.orders && sameMoney(money, facts.revenue),
    said: HEALTHY,
    unsaid: null,
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
  "page.quiet.heading": {
    claim: "so many customers are slipping away",
    restsOn: "last orders, the lapse gap, spend over the median",
    isTrue: ([customers, money], facts) =>
      isTold(facts) && customers === slipping(facts).customers && sameMoney(money, slipping(facts).money),
    said: SILENT,
    unsaid: SHORT,
  },
  "page.quiet.valuable": {
    claim: "they spent more than the median and have not ordered for longer than the lapse gap",
    restsOn: "the same",
    isTrue: ([days, where, part], facts) => {
      const named = [...String(where).matchAll(/ (\d[\d,]*)/g)].reduce(
        (sum, [, one]) => sum + Number(one?.replace(",", "")),
        0,
      );
      return (
        near(days, lapse(facts)) &&
        named === slipping(facts).customers &&
        near(part, slipping(facts).money / facts.revenue)
      );
    },
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
    isTrue: ([days], facts) => near(days, lapse(facts)),
    said: HEALTHY,
    unsaid: "one order",
  },
  "page.quiet.none": {
    claim: "nobody who spent more than the median has been silent for a long time",
    restsOn: "the same as slipping away",
    isTrue: ([days], facts) => isTold(facts) && near(days, lapse(facts)) && slipping(facts).customers === 0,
    said: "everybody comes every fifty days",
    unsaid: HEALTHY,
  },
  "page.quiet.untold": {
    claim: "it cannot be told who is slipping away",
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
  "page.second.lapse": {
    claim: "so many customers have been silent for longer than the lapse gap",
    restsOn: "last orders, the lapse gap",
    isTrue: ([days, lapsed, all], facts) =>
      near(days, lapse(facts)) &&
      lapsed === facts.those(({ silentDays }) => silentDays > lapse(facts)).customers &&
      all === facts.customers.size,
    said: HEALTHY,
    unsaid: "nobody came back",
  },
  "repeat.lapseSentence": {
    claim: "so many customers are probably lapsed",
    restsOn: "last orders, the lapse gap",
    isTrue: ([said], facts) => {
      const { days, lapsed, customers } = said as { days: number; lapsed: number; customers: number };
      const found = facts.those(({ silentDays }) => silentDays > lapse(facts)).customers;
      return near(days, lapse(facts)) && lapsed === found && customers === facts.customers.size;
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
  "page.movement.fell": {
    claim: "so many did not order since that day and moved down",
    restsOn: "orders after the earlier day; the scheme's order",
    isTrue: ([customers, , from], facts) =>
      Number(customers) > 0 &&
      Number(customers) <= facts.those((one) => facts.asOf - one.silentDays <= Number(from)).customers,
    said: HEALTHY,
    unsaid: "one order",
  },
  "page.movement.rose": {
    claim: "so many ordered since that day and moved up",
    restsOn: "orders after the earlier day; the scheme's order",
    isTrue: ([customers, , from], facts) =>
      Number(customers) > 0 &&
      Number(customers) <= facts.those((one) => facts.asOf - one.silentDays > Number(from)).customers,
    said: HEALTHY,
    unsaid: SILENT,
  },
  "report.returningShare": {
    claim: "returning customers bring this share",
    restsOn: "customers with two orders or more, and their spend",
    isTrue: ([part, customers], facts) =>
      customers === returning(facts).customers &&
      (part === null ? facts.revenue <= 0 : near(part, returning(facts).money / facts.revenue)),
    said: HEALTHY,
    unsaid: null,
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

const part = (members: readonly Member[], test: (one: Member) => boolean): number =>
  members.filter(test).length / Math.max(1, members.length);

/**
 * Words of a segment's description or advice, and what must be so of its customers for them to stand there: a share of at
 * least three in four, or where the sentence says "more than a quarter" or gives a number, just that.
 */
export const WORDS: readonly (readonly [
  words: RegExp,
  isTrue: (members: readonly Member[], facts: Facts, found: RegExpMatchArray) => boolean,
])[] = [
  [/\brecently\b|last order is recent/i, (all, facts) => part(all, (one) => one.silentDays <= lapse(facts)) >= 0.75],
  [/silent for a long time|win them back/i, (all, facts) => part(all, (one) => one.silentDays > lapse(facts)) >= 0.75],
  [/order(ed)? often\./i, (all) => part(all, (one) => one.orders >= 3) >= 0.75],
  [/\border often\b/i, (all) => part(all, (one) => one.orders >= 3) >= 0.75],
  [
    /(?<!quarter of them )have ordered more than once|ordered more than once and|^Ordered more than once/i,
    (all) => part(all, (one) => one.orders >= 2) >= 0.75,
  ],
  [/once or twice/i, (all) => part(all, (one) => one.orders <= 2) >= 0.75],
  [/ordered only once|first order recently, and no other/i, (all) => part(all, (one) => one.orders === 1) >= 0.75],
  [/welcome series/i, (all) => part(all, (one) => one.orders === 1 && one.firstDays <= 90) >= 0.5],
  [/more than most/i, (all, facts) => part(all, (one) => one.spend > facts.medianSpend + 1e-9) >= 0.75],
  [/less than most/i, (all, facts) => part(all, (one) => one.spend <= facts.medianSpend + 1e-9) >= 0.75],
  [
    /(?:Recent|Silent) only by comparison: the typical last order was ([\d.,]+) days? ago/,
    (all, _, [, days]) => near(days, median(all.map((one) => one.silentDays))),
  ],
  [/Recent only by comparison/, (all, facts) => median(all.map((one) => one.silentDays)) > lapse(facts)],
  [/Silent only by comparison/, (all, facts) => median(all.map((one) => one.silentDays)) <= lapse(facts)],
  [
    /for more than a quarter of them it was more than [\d.,]+ days/,
    (all, facts) => part(all, (one) => one.silentDays > lapse(facts)) > 0.25,
  ],
  [
    /for more than a quarter of them it was at most [\d.,]+ days/,
    (all, facts) => part(all, (one) => one.silentDays <= lapse(facts)) > 0.25,
  ],
  [/a quarter of them have ordered more than once/, (all) => part(all, (one) => one.orders > 1) > 0.25],
  [
    /a quarter of them have spent no more than/,
    (all, facts) => part(all, (one) => one.spend <= facts.medianSpend + 1e-9) > 0.25,
  ],
  [
    /a quarter of them have spent more than/,
    (all, facts) => part(all, (one) => one.spend > facts.medianSpend + 1e-9) > 0.25,
  ],
  [
    /a quarter of them have fewer than (\d+)/,
    (all, _, [, fewest]) => part(all, (one) => one.orders < Number(fewest)) > 0.25,
  ],
  [
    /a quarter of them have more than (\d+)\./,
    (all, _, [, most]) => part(all, (one) => one.orders > Number(most)) > 0.25,
  ],
  [/(?:customer has) ([\d.]+) orders?/, (all, _, [, orders]) => near(orders, median(all.map((one) => one.orders)))],
  [/first ordered ([\d.,]+) days? ago/, (all, _, [, days]) => near(days, median(all.map((one) => one.firstDays)))],
];
