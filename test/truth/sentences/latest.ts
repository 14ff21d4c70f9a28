import { type Facts, sumOf } from "./plain-counting.ts";
import { type Month, monthNamed, monthsOf } from "./plain-months.ts";
import { ALL_ONCE, BAD_YEAR, EIGHT, FIFTY, HEALTHY, near, ONE, type Rows, SHORT, sameMoney } from "./row.ts";

const newest = (facts: Facts): Month | undefined => monthsOf(facts).findLast(({ isKnown }) => isKnown);
const FIGURES: readonly ((month: Month) => number)[] = [
  ({ revenue }) => Math.round(revenue * 100) / 100,
  ({ buyers }) => buyers.size,
  ({ fresh }) => fresh.length,
  ({ orders }) => orders,
  ({ revenue, orders }) => (orders === 0 ? Number.NaN : Math.round(revenue * 100) / 100 / orders),
];
/** Whether the other month is the one before, or the same of the year before, and known. */
function isBeside(facts: Facts, other: Month | undefined): other is Month {
  const at = monthsOf(facts).findLastIndex(({ isKnown }) => isKnown);
  return other?.isKnown === true && [monthsOf(facts)[at - 1], monthsOf(facts)[at - 12]].includes(other);
}

/** Whether some figure of the newest month differs by this share from that of the other month. */
function isChange(facts: Facts, change: number, period: unknown): boolean {
  const [now, then] = [newest(facts), monthNamed(facts, period)];
  if (now === undefined || !isBeside(facts, then)) return false;
  return FIGURES.some((figure) => near(change, figure(now) / figure(then) - 1));
}

/** Wilson's interval, from the score test solved for the share (Wilson 1927). */
function interval({ rate, before }: Month): readonly [low: number, high: number] {
  const [part, n, z2] = [rate ?? Number.NaN, before ?? Number.NaN, 1.959963984540054 ** 2];
  const root = Math.sqrt(z2 * (z2 + 4 * n * part * (1 - part)));
  return [(2 * n * part + z2 - root) / (2 * (n + z2)), (2 * n * part + z2 + root) / (2 * (n + z2))];
}

function isPoints(facts: Facts, [difference, period, isChance]: readonly unknown[]): boolean {
  const [now, then] = [newest(facts), monthNamed(facts, period)];
  if (now?.rate == null || !isBeside(facts, then) || then.rate === null) return false;
  const [[low, high], [lowThen, highThen]] = [interval(now), interval(then)];
  const overlap = low <= highThen && lowThen <= high;
  const shown = (Math.round(now.rate * 1000) - Math.round(then.rate * 1000)) / 1000; // as the reader takes one from the other
  return near(difference, shown) && isChance === overlap;
}

/** The newest complete month beside the one before it and the one of a year before. */
export const LATEST: Rows = {
  "page.latest.heading": {
    claim: "this is the newest complete month",
    restsOn: "the days of all rows",
    isTrue: ([period, kind], facts) => kind === "month" && monthNamed(facts, period) === newest(facts),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.latest.none": {
    claim: "no whole month is in the data",
    restsOn: "the first and the last row's day",
    isTrue: (_, facts) => newest(facts) === undefined,
    said: ONE,
    unsaid: HEALTHY,
  },
  "page.latest.bars": {
    claim: "there are so many months up to this one, thirteen at most",
    restsOn: "the days of all rows",
    isTrue: ([months, kind], facts) =>
      kind === "month" && months === Math.min(13, monthsOf(facts).findLastIndex(({ isKnown }) => isKnown) + 1),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.latest.unknown": {
    claim: "a figure of the month before, or of a year before, is not known",
    restsOn: "the days of all rows",
    isTrue: ([period], facts) => {
      const at = monthsOf(facts).findLastIndex(({ isKnown }) => isKnown);
      const then = monthNamed(facts, period);
      const isAsked = then === undefined || [monthsOf(facts)[at - 1], monthsOf(facts)[at - 12]].includes(then);
      return isAsked && (then?.isKnown !== true || then.rate === null);
    },
    said: SHORT,
    unsaid: HEALTHY,
  },
  "page.latest.interval": {
    claim: "chance alone could move the newest month's retention from here to there",
    restsOn: "customers of the newest month, and of the one before",
    isTrue: ([low, high], facts) => {
      const now = newest(facts);
      if (now === undefined) return false;
      const [least, most] = interval(now);
      return Math.abs(Number(low) - least) < 1e-9 && Math.abs(Number(high) - most) < 1e-9;
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.latest.up": {
    claim: "a figure of the newest month is this much more than that of the month before, or of a year before",
    restsOn: "customers, new ones, orders and revenue of both months",
    isTrue: ([change, period], facts) => isChange(facts, Number(change), period),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.latest.down": {
    claim: "a figure of the newest month is this much less",
    restsOn: "the same",
    isTrue: ([change, period], facts) => isChange(facts, -Number(change), period),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.latest.same": {
    claim: "a figure of the newest month is the same",
    restsOn: "the same",
    isTrue: ([period], facts) => {
      const [now, then] = [newest(facts), monthNamed(facts, period)];
      if (now === undefined || !isBeside(facts, then)) return false;
      const tenths = ({ rate }: Month): number => Math.round((rate ?? Number.NaN) * 1000);
      return FIGURES.some((figure) => figure(now) === figure(then)) || tenths(now) === tenths(then);
    },
    said: FIFTY,
    unsaid: ONE,
  },
  "page.latest.unknownChange": {
    claim: "a figure of the month before was 0 or less, so that no change can be told",
    restsOn: "the same",
    isTrue: ([before, period], facts) => {
      const then = monthNamed(facts, period);
      return isBeside(facts, then) && FIGURES.some((figure) => figure(then) <= 0 && sameMoney(before, figure(then)));
    },
    said: "a month of refunds",
    unsaid: HEALTHY,
  },
  "page.latest.pointsUp": {
    claim: "the newest month's retention is so many points higher",
    restsOn: "customers of the months compared, and of those before",
    isTrue: (args, facts) => isPoints(facts, args) && Number(args[0]) > 0,
    said: FIFTY,
    unsaid: EIGHT,
  },
  "page.latest.pointsDown": {
    claim: "the newest month's retention is so many points lower",
    restsOn: "the same",
    isTrue: (args, facts) => isPoints(facts, args) && Number(args[0]) < 0,
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "report.latest.year": {
    claim: "the newest twelve months brought so much, and this share more or less than the twelve before",
    restsOn: "the amounts of the last 24 known months",
    isTrue: ([revenue, change, kind], facts) => {
      const months = monthsOf(facts);
      const end = months.findLastIndex(({ isKnown }) => isKnown) + 1;
      const two = end < 24 ? [] : months.slice(end - 24, end);
      const [before, now] = [two.slice(0, 12), two.slice(12)].map((year) => sumOf(year.map((month) => month.revenue)));
      if (kind !== "month" || two.length === 0 || !two.every(({ isKnown }) => isKnown)) return false;
      return sameMoney(revenue, now ?? Number.NaN) && near(change, (now ?? 0) / (before ?? 0) - 1);
    },
    said: BAD_YEAR,
    unsaid: HEALTHY,
  },
  "report.trend.periods": {
    claim: "the months run from this one to that",
    restsOn: "the first and the last row's month",
    isTrue: ([first, last], facts) =>
      monthNamed(facts, first) === monthsOf(facts)[0] && monthNamed(facts, last) === monthsOf(facts).at(-1),
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.trend.range": {
    claim: "the lowest and the highest of the complete months",
    restsOn: "customers, or revenue, of each month",
    isTrue: ([low, high], facts) => {
      const known = monthsOf(facts).filter(({ isKnown }) => isKnown);
      const isRange = (figure: (month: Month) => number): boolean =>
        sameMoney(low, Math.min(...known.map(figure))) && sameMoney(high, Math.max(...known.map(figure)));
      return isRange(({ buyers }) => buyers.size) || isRange(({ revenue }) => revenue);
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.trend.partial": {
    claim: "a month is not complete",
    restsOn: "the first and the last row's day",
    isTrue: (_, facts) => monthsOf(facts).some(({ isComplete }) => !isComplete),
    said: SHORT,
    unsaid: "only the first cohort",
  },
  "report.trend.unknown": {
    claim: "a month is without data",
    restsOn: "the days of all rows",
    isTrue: (_, facts) => monthsOf(facts).some(({ isComplete, isKnown }) => isComplete && !isKnown),
    said: "two years, long silent",
    unsaid: HEALTHY,
  },
};

const worthless = (facts: Facts): number => facts.lines.filter(({ amount }) => amount === 0).length;

/** What was read. */
export const READING: Rows = {
  "report.read": {
    claim: "so many rows of so many files, worth so much",
    restsOn: "all rows",
    isTrue: ([said], facts) => {
      const { rows, files, worth } = said as { rows: number; files: number; worth: bigint };
      return rows === facts.lines.length && files === 1 && Math.round(facts.revenue * 10_000) === Number(worth);
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.used": {
    claim: "so many rows used: so many orders and refunds, worth so much",
    restsOn: "all rows",
    isTrue: ([said], facts) => {
      const used = said as Readonly<Record<"rows" | "orders" | "refunds" | "reduced", number>> & { net: bigint };
      return (
        used.rows === facts.lines.length - worthless(facts) &&
        used.orders === facts.orders &&
        used.refunds === facts.lines.filter(({ amount }) => amount < 0).length &&
        used.reduced === 0 &&
        Math.round(facts.revenue * 10_000) === Number(used.net)
      );
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.nothingAside": {
    claim: "no row was set aside",
    restsOn: "all rows",
    isTrue: (_, facts) => worthless(facts) === 0,
    said: HEALTHY,
    unsaid: "orders worth nothing",
  },
  "report.aside": {
    claim: "so many rows, worth so much, are set aside",
    restsOn: "rows that are worth nothing",
    isTrue: ([said], facts) => {
      const { rows, worth } = said as { rows: number; worth: bigint };
      return rows === worthless(facts) && worth === 0n;
    },
    said: "orders worth nothing",
    unsaid: HEALTHY,
  },
  "page.scope.aside": {
    claim: "so many of all rows are left out, worth so much",
    restsOn: "rows that are worth nothing",
    isTrue: ([aside, all, money], facts) =>
      aside === worthless(facts) && all === facts.lines.length && sameMoney(money, 0),
    said: "orders worth nothing",
    unsaid: HEALTHY,
  },
  "page.scope.noCurrency": {
    claim: "the export names no currency",
    restsOn: "its columns",
    isTrue: (_, facts) => facts.lines.length > 0,
    said: HEALTHY,
    unsaid: "third to twenty-fifth",
  },
  "report.covers": {
    claim: "the orders run from this day to that, and all of them count",
    restsOn: "the first and the last row's day",
    isTrue: ([from, to, windowStart], facts) =>
      from === Math.min(...facts.lines.map(({ day }) => day)) && to === facts.asOf && windowStart === null,
    said: HEALTHY,
    unsaid: ONE,
  },
  "report.asOf": {
    claim: "this is the newest day in the data",
    restsOn: "the last row's day",
    isTrue: ([asOf, isGiven], facts) => asOf === facts.asOf && isGiven === false,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.lead.asOf": {
    claim: "this is the newest day in the data",
    restsOn: "the last row's day",
    isTrue: ([asOf, isGiven], facts) => asOf === facts.asOf && isGiven === false,
    said: HEALTHY,
    unsaid: ONE,
  },
};
