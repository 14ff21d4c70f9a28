import { dateOf, type Facts, sumOf } from "./plain-counting.ts";
import { type Month, monthNamed, monthsOf, pooledRate, rated } from "./plain-months.ts";
import { ALL_ONCE, HEALTHY, near, ONE, type Rows, SHORT, SILENT, sameMoney } from "./row.ts";

const newest = (facts: Facts): Month | undefined => monthsOf(facts).findLast(({ isKnown }) => isKnown);
const newestRated = (facts: Facts): Month | undefined => rated(facts).at(-1);

/** What a month's new customers spent in it. */
function newMoney(facts: Facts, { label, fresh }: Month): number {
  const isNew = new Set(fresh);
  const own = facts.lines.filter(({ customer, day }) => isNew.has(customer) && dateOf(day).startsWith(label));
  return sumOf(own.map(({ amount }) => amount));
}

/** The month so many before another, where it has a rate. */
const earlier = (facts: Facts, month: Month | undefined, by: number): Month | undefined => {
  const at = month === undefined ? -1 : monthsOf(facts).indexOf(month) - by;
  const found = at < 0 ? undefined : monthsOf(facts)[at];
  return found?.rate == null ? undefined : found;
};
const tenths = (rate: number | null | undefined): number => Math.round((rate ?? Number.NaN) * 1000);

/** A rate that a sentence compares with, and by how many tenths of a point the newest differs. */
interface Compared {
  readonly period?: string;
  readonly rate: number;
  readonly difference: number;
}

function isCompared(said: Compared | null, now: Month | undefined, then: Month | undefined): boolean {
  if (said === null || then === undefined) return said === null && then === undefined;
  const change = tenths(now?.rate ?? Number.NaN) - tenths(then.rate ?? Number.NaN);
  return near(said.rate, then.rate ?? Number.NaN) && said.difference === change;
}

const HOW_MANY: Readonly<Record<string, (month: Month) => number>> = {
  "ordered in the period before, too": ({ kept }) => kept.length,
  "came back after a pause": ({ back }) => back.length,
  "ordered for the first time": ({ fresh }) => fresh.length,
};

/** Who comes back from month to month. */
export const RETENTION: Rows = {
  "retention.average": {
    claim: "on average this share of a month's customers bought again in the next",
    restsOn: "customers of months that are known, and of the month before each",
    isTrue: ([rate, periods, kind], facts) =>
      near(rate, pooledRate(facts)) && periods === rated(facts).length && kind === "month",
    said: HEALTHY,
    unsaid: SHORT,
  },
  "retention.latest": {
    claim: "in the newest month with a rate so many of so many came back; more or less than a month and a year before",
    restsOn: "customers of that month, the month before, and those of a year earlier",
    isTrue: ([last, previous, yearBefore], facts) => {
      const now = newestRated(facts);
      const said = last as { period: string; rate: number; retained: number; before: number };
      return (
        monthNamed(facts, said.period) === now &&
        near(said.rate, now?.rate ?? Number.NaN) &&
        said.retained === now?.kept.length &&
        said.before === now.before &&
        isCompared(previous as Compared | null, now, earlier(facts, now, 1)) &&
        isCompared(yearBefore as Compared | null, now, earlier(facts, now, 12))
      );
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "retention.noRate": {
    claim: "no two complete months follow each other",
    restsOn: "the export's first and last day, and months without an order",
    isTrue: (_, facts) => rated(facts).length === 0,
    said: SHORT,
    unsaid: HEALTHY,
  },
  "retention.holes": {
    claim: "these months have no order at all",
    restsOn: "the days of all rows",
    isTrue: ([labels], facts) =>
      String(labels) ===
      String(
        monthsOf(facts)
          .filter((one) => one.isComplete && !one.isKnown)
          .map(({ label }) => label),
      ),
    said: SILENT,
    unsaid: HEALTHY,
  },
  "retention.mayBeginBefore": {
    claim: "the history may begin before the first order of the export",
    restsOn: "the first row's day",
    isTrue: ([from], facts) => from === Math.min(...facts.lines.map(({ day }) => day)),
    said: HEALTHY,
    unsaid: ONE,
  },
  "retention.coverBegins": {
    claim: "the first month lacks a few days at its beginning",
    restsOn: "the first row's day",
    isTrue: ([label, from, covers], facts) => {
      const [first] = monthsOf(facts);
      const begins = dateOf(Math.min(...facts.lines.map(({ day }) => day)));
      const asTyped = `--covers ${begins.slice(0, 8)}01..${dateOf(facts.asOf)}`;
      return dateOf(Number(from)) === begins && first?.label === label && covers === asTyped;
    },
    said: "third to twenty-fifth",
    unsaid: ALL_ONCE,
  },
  "retention.coverEnds": {
    claim: "the last month lacks a few days at its end",
    restsOn: "the last row's day",
    isTrue: ([label, to, covers], facts) => {
      const last = monthsOf(facts).at(-1);
      if (last === undefined || last.isComplete || last.label !== label) return false;
      const begins = dateOf(Math.min(...facts.lines.map(({ day }) => day)));
      const asTyped = `--covers ${begins}..${dateOf(last.last)} --as-of ${dateOf(last.last)}`;
      return to === facts.asOf && last.last - to <= 7 && covers === asTyped;
    },
    said: "third to twenty-fifth",
    unsaid: SILENT,
  },
  "retention.coversAfter": {
    claim: "the cover that was given goes on after the as-of date",
    restsOn: "the cover, the last row's day",
    isTrue: ([to, asOf], facts) => asOf === facts.asOf && Number(to) > facts.asOf,
    said: "covered beyond its end",
    unsaid: HEALTHY,
  },
  "retention.tooFew": {
    claim: "no rate can be known, for the orders run only from this day to that",
    restsOn: "the first and the last row's day",
    isTrue: ([, days], facts) =>
      rated(facts).length === 0 &&
      String(Object.values(days as object)) === String([Math.min(...facts.lines.map(({ day }) => day)), facts.asOf]),
    said: SHORT,
    unsaid: HEALTHY,
  },
  "page.retention.countTitle": {
    claim: "so many ordered in the newest complete month (where none is complete: the newest)",
    restsOn: "customers of that month",
    isTrue: ([period, amount], facts) => {
      const month = newest(facts) ?? monthsOf(facts).at(-1);
      return monthNamed(facts, period) === month && amount === month?.buyers.size;
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.retention.rateTitle": {
    claim: "in the newest month with a rate, so many of the month before came back",
    restsOn: "customers of both months",
    isTrue: ([period, retained, before, rate], facts) => {
      const month = newestRated(facts);
      return (
        month !== undefined &&
        monthNamed(facts, period) === month &&
        retained === month.kept.length &&
        before === month.before &&
        near(rate, month.rate ?? Number.NaN)
      );
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.retention.revenueTitle": {
    claim: "new customers brought this share of the newest month's revenue",
    restsOn: "what customers whose first order is in the month spent in it",
    isTrue: ([period, part, money], facts) => {
      const month = monthsOf(facts).findLast(({ isKnown, revenue }) => isKnown && revenue > 1e-9);
      if (month === undefined || month !== monthNamed(facts, period)) return false;
      const own = newMoney(facts, month);
      return sameMoney(money, own) && Math.abs(Number(part) - own / month.revenue) < 1e-6;
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.retention.money": {
    claim: "so much of a month's revenue is from new customers, or from the others",
    restsOn: "the same",
    isTrue: ([period, what, money], facts) => {
      const month = monthNamed(facts, period);
      if (month === undefined) return false;
      const own = newMoney(facts, month);
      return sameMoney(money, what === "new customers" ? own : month.revenue - own);
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.retention.rateCaption": {
    claim: "all months with a rate together have this one",
    restsOn: "customers of months that are known, and of the month before each",
    isTrue: ([rate, periods], facts) => near(rate, pooledRate(facts)) && periods === rated(facts).length,
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.retention.hint": {
    claim: "so many of a month's customers were kept, came back or are new",
    restsOn: "customers of that month, of the one before, and of all before",
    isTrue: ([period, what, amount], facts) => {
      const month = monthNamed(facts, period);
      return month !== undefined && HOW_MANY[String(what)]?.(month) === amount;
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.retention.rateHint": {
    claim: "a month's rate",
    restsOn: "its customers and those of the month before",
    isTrue: ([period, rate], facts) => near(rate, monthNamed(facts, period)?.rate ?? Number.NaN),
    said: HEALTHY,
    unsaid: SHORT,
  },
  "page.retention.incomplete": {
    claim: "this month is not covered in full",
    restsOn: "the first and the last row's day",
    isTrue: ([name], facts) => monthNamed(facts, name)?.isComplete === false,
    said: SILENT,
    unsaid: ONE,
  },
  "page.retention.newest": {
    claim: "there are more months than the page shows",
    restsOn: "the first and the last row's day",
    isTrue: ([shown, all], facts) => all === monthsOf(facts).length && Number(shown) < Number(all),
    said: SILENT,
    unsaid: SHORT,
  },
  "page.retention.none": {
    claim: "no two complete months follow each other",
    restsOn: "the export's first and last day, and months without an order",
    isTrue: (_, facts) => rated(facts).length === 0,
    said: SHORT,
    unsaid: HEALTHY,
  },
  "page.retention.onePeriodTitle": {
    claim: "all orders are of one month",
    restsOn: "the first and the last row's day",
    isTrue: (_, facts) => monthsOf(facts).length === 1,
    said: ONE,
    unsaid: HEALTHY,
  },
  "page.retention.onePeriod": {
    claim: "so many ordered in the only month, which is covered in full or not",
    restsOn: "the days of all rows",
    isTrue: ([name, amount, isComplete], facts) => {
      const month = monthNamed(facts, name);
      return (
        month !== undefined &&
        monthsOf(facts).length === 1 &&
        amount === month.buyers.size &&
        isComplete === month.isComplete
      );
    },
    said: ONE,
    unsaid: HEALTHY,
  },
};
