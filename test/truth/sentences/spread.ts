import type { Facts } from "./plain-counting.ts";
import { ALL_ONCE, HEALTHY, ONE, type Rows } from "./row.ts";

const MEASURES: Readonly<Record<string, (facts: Facts) => readonly number[]>> = {
  recency: (facts) => [...facts.customers.values()].map(({ days }) => facts.asOf - (days.at(-1) ?? 0)),
  frequency: (facts) => [...facts.customers.values()].map(({ orders }) => orders),
  monetary: (facts) => [...facts.customers.values()].map(({ spend }) => Math.round(spend * 100) / 100),
};
const numberOf = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

/** Whether a value lies in a range as the page writes it. */
function isIn(written: string): (value: number) => boolean {
  const range = written.replace(/\sEUR/gu, "");
  const [, over = "", to = ""] = /^over (\S+), to (\S+)$/.exec(range) ?? [];
  if (over !== "") return (value) => value > numberOf(over) && value <= numberOf(to);
  const [, from = "", until = ""] = /^(\S+) – (\S+)$/.exec(range) ?? [];
  if (from !== "") return (value) => value >= numberOf(from) && value <= numberOf(until);
  const bound = numberOf(range.replace(/^over | or (more|less)$/g, ""));
  if (range.startsWith("over ")) return (value) => value > bound;
  if (range.endsWith(" or more")) return (value) => value >= bound;
  if (range.endsWith(" or less")) return (value) => value <= bound;
  return (value) => value === bound;
}

const allSame = (measure: string, facts: Facts): boolean => new Set(MEASURES[measure]?.(facts)).size === 1;

/** How the measures are spread. */
export const SPREAD: Rows = {
  "page.spread.hint": {
    claim: "so many customers lie in this range of a measure",
    restsOn: "days since the last order, orders, or spend of each",
    isTrue: ([range, amount], facts) =>
      Object.values(MEASURES).some((measure) => measure(facts).filter(isIn(String(range))).length === amount),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.spread.same": {
    claim: "all customers have this value",
    restsOn: "days since the last order, orders, or spend of each",
    isTrue: ([, amount], facts) =>
      amount === facts.customers.size && Object.keys(MEASURES).some((measure) => allSame(measure, facts)),
    said: ALL_ONCE,
    unsaid: HEALTHY,
  },
  ...Object.fromEntries(
    Object.keys(MEASURES).map((measure) => [
      `page.spread.sameTitle.${measure}`,
      {
        claim: "all customers have the same value",
        restsOn: `their ${measure}`,
        isTrue: (_: readonly unknown[], facts: Facts) => allSame(measure, facts),
        said: ONE,
        unsaid: HEALTHY,
      },
    ]),
  ),
};
