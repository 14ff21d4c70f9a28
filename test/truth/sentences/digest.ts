import { type Facts, sumOf } from "./plain-counting.ts";
import { cutPointsOf, SCHEME, type Standing, scoresOf, segmentOfScores, standingOn } from "./plain-groups.ts";
import { monthNamed, monthsOf } from "./plain-months.ts";
import { lapse, lapsed } from "./plain-silence.ts";
import { near, sameMoney } from "./row.ts";

/** What is true of an export, and of the set that was published before. */
export interface DigestFacts extends Facts {
  /** The day of that set; `null` for none. */
  readonly lastDay: number | null;
  /** Its totals as they were published. */
  readonly then: { readonly customers: number; readonly revenue: number };
  /** Whether single orders are unknown. */
  readonly isOfCustomers: boolean;
  /** The customers of each segment that the digest compares with; `null` for none. */
  readonly shownBefore: ReadonlyMap<string, number | null>;
}

export interface DigestRow {
  readonly claim: string;
  readonly restsOn: string;
  readonly isTrue: (args: readonly unknown[], facts: DigestFacts) => boolean;
  /** Where it must be said, and where it must not be; both are names of scenarios. */
  readonly said: string;
  readonly unsaid: string;
}

interface Totals {
  readonly customers: number;
  readonly revenue: bigint;
}

const isMoney = (said: unknown, money: number): boolean => Number(said) === Math.round(money * 10_000);
const areTotals = (said: unknown, facts: Facts): boolean =>
  (said as Totals).customers === facts.customers.size && isMoney((said as Totals).revenue, facts.revenue);
const isDifference = (said: unknown, { then, ...facts }: DigestFacts): boolean =>
  (said as Totals).customers === facts.customers.size - then.customers &&
  Math.abs(Number((said as Totals).revenue) - (facts.revenue - then.revenue) * 10_000) < 1;

interface Way {
  readonly from: string | null;
  readonly to: string;
  readonly hasOrdered: boolean;
  readonly worthBefore: number;
  readonly worth: number;
}

/** Everybody's way since the last set, with the cut points of now. */
function ways(facts: DigestFacts): readonly Way[] {
  const fromDay = facts.lastDay ?? Number.NaN;
  const now = standingOn(facts, facts.asOf);
  const cutPoints = cutPointsOf(now);
  const segment = (one: Standing): string => segmentOfScores(scoresOf(one, cutPoints));
  const then = new Map(standingOn(facts, fromDay).map((one) => [one.id, one]));
  return now.map((one) => {
    const before = then.get(one.id);
    return {
      from: before === undefined ? null : segment(before),
      to: segment(one),
      hasOrdered: facts.asOf - one.recency > fromDay,
      worthBefore: before?.spend ?? 0,
      worth: one.spend,
    };
  });
}

function movers(facts: DigestFacts, isUp: boolean): readonly Way[] {
  return ways(facts).filter(({ from, to, hasOrdered }) => {
    if (from === null || from === to || hasOrdered !== isUp) return false;
    return SCHEME.indexOf(to) < SCHEME.indexOf(from) === isUp;
  });
}

/** How likely a fair coin is to fall at least this far apart, all its ways counted. */
function chance(a: number, b: number): number {
  let ways = [1];
  for (let toss = 0; toss < a + b; toss += 1) {
    ways = [...ways, 0].map((own, heads) => (own + (ways[heads - 1] ?? 0)) / 2);
  }
  return Math.min(1, 2 * sumOf(ways.slice(Math.max(a, b))));
}

function comings(facts: DigestFacts): readonly { segment: string; entered: readonly Way[]; left: readonly Way[] }[] {
  const changed = ways(facts).filter(({ from, to }) => from !== to);
  return SCHEME.map((segment) => ({
    segment,
    entered: changed.filter(({ to }) => to === segment),
    left: changed.filter(({ from }) => from === segment),
  }));
}

/** Whether the digest compares with that set's day, with the cut points of one day. */
function isShownBefore(facts: DigestFacts, cutPointsDay: number): boolean {
  const cutPoints = cutPointsOf(standingOn(facts, cutPointsDay));
  const then = standingOn(facts, facts.lastDay ?? Number.NaN).map((one) => segmentOfScores(scoresOf(one, cutPoints)));
  return SCHEME.every((name) => facts.shownBefore.get(name) === then.filter((segment) => segment === name).length);
}

const newest = (facts: Facts) => monthsOf(facts).findLast(({ isKnown }) => isKnown);

interface SaidChange {
  readonly period: string;
  readonly change: number;
}

const areChanges = (said: unknown, facts: Facts, figure: "revenue" | "buyers"): boolean =>
  (said as readonly SaidChange[]).every(({ period, change }) => {
    const [now, then] = [newest(facts), monthNamed(facts, period)];
    const value = (month: typeof now): number =>
      figure === "revenue" ? Math.round((month?.revenue ?? 0) * 100) : (month?.buyers.size ?? 0);
    const at = monthsOf(facts).findLastIndex(({ isKnown }) => isKnown);
    const isBeside = then !== undefined && [monthsOf(facts)[at - 1], monthsOf(facts)[at - 12]].includes(then);
    return isBeside && then.isKnown && near(change, value(now) / value(then) - 1);
  });

/** The 95% interval of a share, after Wilson. */
function interval(part: number, all: number): readonly [low: number, high: number] {
  const z = 1.959963984540054;
  const centre = (part + (z * z) / 2) / (all + z * z);
  const half = (z / (all + z * z)) * Math.sqrt((part * (all - part)) / all + (z * z) / 4);
  return [centre - half, centre + half];
}

const FIRST = "the first set";
const LATER = "four weeks later";
const SAME = "nothing new";
const MOVED = "many come back";
const CUSTOMERS_LATER = "a table of customers, four weeks later";

/** What a digest says, by its place in the catalogue. */
export const DIGEST: Readonly<Record<string, DigestRow>> = {
  "digest.title": {
    claim: "this is the newest day",
    restsOn: "the last row's day",
    isTrue: ([asOf], facts) => asOf === facts.asOf,
    said: FIRST,
    unsaid: LATER,
  },
  "digest.totals": {
    claim: "so many customers, who spent so much",
    restsOn: "all rows",
    isTrue: ([now], facts) => areTotals(now, facts),
    said: FIRST,
    unsaid: LATER,
  },
  "digest.first": {
    claim: "there was no set before",
    restsOn: "the output folder",
    isTrue: (_, { lastDay }) => lastDay === null,
    said: FIRST,
    unsaid: LATER,
  },
  "digest.unreadable": {
    claim: "the last set cannot be read",
    restsOn: "the output folder",
    isTrue: () => true,
    said: "an unreadable set",
    unsaid: LATER,
  },
  "digest.otherOptions": {
    claim: "the last set was made with other options, by name",
    restsOn: "the options of both",
    isTrue: ([names]) => JSON.stringify(names) === '["levels","window"]',
    said: "other options",
    unsaid: LATER,
  },
  "digest.laterDay": {
    claim: "the last set is of a later day",
    restsOn: "both days",
    isTrue: ([day], facts) => day === facts.lastDay && Number(day) > facts.asOf,
    said: "an earlier day",
    unsaid: LATER,
  },
  "digest.nothingNew": {
    claim: "the last set has the same day, customers and revenue",
    restsOn: "all rows, and that set's totals",
    isTrue: ([now], facts) =>
      areTotals(now, facts) && facts.lastDay === facts.asOf && facts.then.customers === facts.customers.size,
    said: SAME,
    unsaid: "corrected rows",
  },
  "digest.corrected": {
    claim: "the last set has the same day, and other totals: so many more",
    restsOn: "all rows, and that set's totals",
    isTrue: ([now, by], facts) => areTotals(now, facts) && facts.lastDay === facts.asOf && isDifference(by, facts),
    said: "corrected rows",
    unsaid: SAME,
  },
  "digest.since": {
    claim: "so many customers and so much revenue, so many more than in the last set",
    restsOn: "all rows, and that set's totals",
    isTrue: ([day, now, by], facts) =>
      day === facts.lastDay && Number(day) < facts.asOf && areTotals(now, facts) && isDifference(by, facts),
    said: LATER,
    unsaid: FIRST,
  },
  "digest.period": {
    claim: "the newest complete month, its revenue and customers beside those of the months compared",
    restsOn: "the rows of those months",
    isTrue: ([said], facts) => {
      const { period, kind, revenue, revenueChanges, customers, customerChanges } = said as Readonly<
        Record<string, unknown>
      >;
      const month = newest(facts);
      return (
        kind === "month" &&
        month?.label === period &&
        isMoney(revenue, Math.round((month?.revenue ?? 0) * 100) / 100) &&
        customers === month?.buyers.size &&
        areChanges(revenueChanges, facts, "revenue") &&
        areChanges(customerChanges, facts, "buyers")
      );
    },
    said: LATER,
    unsaid: "one order",
  },
  "digest.noPeriod": {
    claim: "no month is complete",
    restsOn: "the first and the last row's day",
    isTrue: (_, facts) => newest(facts) === undefined,
    said: "one order",
    unsaid: LATER,
  },
  "digest.cameBack": {
    claim:
      "so many of the customers of the month before came back; whether that is more than chance beside the month before",
    restsOn: "the customers of three months",
    isTrue: ([kind, rate, before], facts) => {
      const months = monthsOf(facts);
      const at = months.findLastIndex(({ isKnown }) => isKnown);
      const [now, then] = [months[at], months[at - 1]];
      if (kind !== "month" || now?.rate == null || !near(rate, now.rate)) return false;
      if (before === null) return then?.rate == null;
      const said = before as { period: string; rate: number; isChance: boolean };
      if (then?.rate == null || said.period !== then.label || !near(said.rate, then.rate)) return false;
      const [one, other] = [interval(now.kept.length, now.before ?? 0), interval(then.kept.length, then.before ?? 0)];
      return said.isChance === (one[0] <= other[1] && other[0] <= one[1]);
    },
    said: LATER,
    unsaid: "one order",
  },
  "digest.moved": {
    claim: "so many ordered and moved up, so many did not and moved down, and that is more than chance",
    restsOn: "everybody's scores on both days, and orders in between",
    isTrue: ([up, down], facts) => {
      const own = { up: movers(facts, true), down: movers(facts, false) };
      const is = (said: unknown, some: readonly Way[]): boolean => {
        const { customers, money } = said as { customers: number; money: bigint };
        return (
          customers === some.length && isMoney(money, Math.round(sumOf(some.map(({ worth }) => worth)) * 100) / 100)
        );
      };
      return is(up, own.up) && is(down, own.down) && chance(own.up.length, own.down.length) < 0.05;
    },
    said: MOVED,
    unsaid: SAME,
  },
  "digest.lapsed": {
    claim: "good customers worth so much have lapsed since the last set's day; so many have in all",
    restsOn: "last orders, the lapse gap, spend over the median",
    isTrue: ([since, worth, all], facts) => {
      const days = facts.asOf - (facts.lastDay ?? Number.NaN);
      const lately = facts.those(
        ({ silentDays, spend }) =>
          silentDays > lapse(facts) && silentDays - days <= lapse(facts) && spend > facts.medianSpend,
      );
      return since === facts.lastDay && all === lapsed(facts).customers && sameMoney(worth, lately.money);
    },
    said: LATER,
    unsaid: SAME,
  },
  "digest.changedSegment": {
    claim: "so many came to this segment and so many left it, worth so much, and that is more than chance",
    restsOn: "everybody's scores on both days",
    isTrue: ([said], facts) => {
      const one = said as Readonly<Record<"segment", string>> & Readonly<Record<string, unknown>>;
      const own = comings(facts).find(({ segment }) => segment === one.segment);
      if (own === undefined) return false;
      const cents = (some: readonly Way[], of: (way: Way) => number): number =>
        Math.round(sumOf(some.map(of)) * 100) / 100;
      return (
        one["entered"] === own.entered.length &&
        one["left"] === own.left.length &&
        isMoney(
          one["moneyEntered"],
          cents(own.entered, ({ worth }) => worth),
        ) &&
        isMoney(
          one["moneyLeft"],
          cents(own.left, ({ worthBefore }) => worthBefore),
        ) &&
        chance(own.entered.length, own.left.length) < 0.05
      );
    },
    said: MOVED,
    unsaid: "one more order",
  },
  "digest.otherSegments": {
    claim: "so many segments beside the two named changed by more than chance",
    restsOn: "everybody's scores on both days",
    isTrue: ([amount], facts) => {
      const unlikely = comings(facts).filter(({ entered, left }) => chance(entered.length, left.length) < 0.05);
      return Number(amount) >= 1 && Number(amount) + 2 <= unlikely.length;
    },
    said: MOVED,
    unsaid: "one more order",
  },
  "digest.noMovement": {
    claim: "no segment's comings and goings, and no moves up and down, are further apart than chance",
    restsOn: "everybody's scores on both days",
    isTrue: (_, facts) =>
      comings(facts).every(({ entered, left }) => chance(entered.length, left.length) >= 0.05 / SCHEME.length) &&
      chance(movers(facts, true).length, movers(facts, false).length) >= 0.05,
    said: "one more order",
    unsaid: MOVED,
  },
  "digest.sameCutPoints": {
    claim: "the last set's day is counted again with the cut points of now",
    restsOn: "the days of both",
    isTrue: (_, facts) =>
      facts.lastDay !== null && facts.lastDay < facts.asOf && isShownBefore(facts, facts.asOf) && !facts.isOfCustomers,
    said: LATER,
    unsaid: FIRST,
  },
  "digest.ownCutPoints": {
    claim: "each day has the cut points that its set was published with",
    restsOn: "the days of both, and the segments of that set",
    isTrue: (_, facts) =>
      facts.lastDay !== null &&
      facts.lastDay < facts.asOf &&
      isShownBefore(facts, facts.lastDay) &&
      facts.isOfCustomers,
    said: CUSTOMERS_LATER,
    unsaid: "a table of customers, the same day",
  },
  "digest.ofCustomers": {
    claim: "the exports have one row per customer: nothing is said of single orders",
    restsOn: "what the exports are",
    isTrue: (_, { isOfCustomers }) => isOfCustomers,
    said: "a table of customers",
    unsaid: LATER,
  },
  "digest.sets": {
    claim: "two sets, from that day to this",
    restsOn: "the days of both",
    isTrue: ([sets, from, to], facts) => sets === 2 && from === facts.lastDay && to === facts.asOf,
    said: LATER,
    unsaid: FIRST,
  },
};
