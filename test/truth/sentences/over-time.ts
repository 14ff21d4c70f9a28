import { standardSchemeFile } from "../../../src/analysis/segments/standard.ts";
import { type Facts, once } from "./plain-counting.ts";
import { cutPointsOf, scoresOf, segmentOfScores, standingOn } from "./plain-groups.ts";
import { monthsOf } from "./plain-months.ts";
import { EIGHT, HEALTHY, ONE, type Rows, SHORT } from "./row.ts";

const FAMILIES = ["best", "growing", "cooling", "slipping", "quiet"] as const;

/** How many customers of each family there were on a day, by the cut points of the last day. */
function familiesOn(facts: Facts, day: number): readonly number[] {
  const cutPoints = cutPointsOf(standingOn(facts, facts.asOf));
  const families = standingOn(facts, day).map((one) => {
    const segment = segmentOfScores(scoresOf(one, cutPoints));
    return standardSchemeFile.segments.find(({ name }) => name === segment)?.family;
  });
  return FAMILIES.map((family) => families.filter((one) => one === family).length);
}

/** The ends of the newest twelve months before the last day by which somebody had bought. */
const monthEnds = once((facts: Facts): readonly number[] =>
  monthsOf(facts)
    .map(({ last }) => last)
    .filter((day) => day < facts.asOf)
    .slice(-12)
    .filter((day) => standingOn(facts, day).length > 0),
);

/** Whether the export reaches back fewer days from there than the longest silence that has a score of its own. */
function isShort(facts: Facts, day: number): boolean {
  const first = Math.min(...facts.lines.map((line) => line.day));
  return day - first + 1 < Math.max(...cutPointsOf(standingOn(facts, facts.asOf)).recency);
}

const compared = once((facts: Facts): number | null => monthEnds(facts).find((day) => !isShort(facts, day)) ?? null);
const newest = once((facts: Facts) => familiesOn(facts, facts.asOf));
const changes = once((facts: Facts): readonly number[] | null => {
  const from = compared(facts);
  if (from === null) return null;
  const then = familiesOn(facts, from);
  return newest(facts).map((amount, index) => amount - (then[index] ?? 0));
});
const at = (name: unknown): number => FAMILIES.indexOf(name as (typeof FAMILIES)[number]);
const written = (change: number): string => `${change > 0 ? "+" : change < 0 ? "-" : "±"}${Math.abs(change)}`;

const RESTS_ON = "everybody's scores at the ends of months, with the cut points of the last day";

/** How the kinds of groups developed. */
export const OVER_TIME: Rows = {
  "page.overTime.title": {
    claim: "since that day each kind of group has grown or shrunk by so many",
    restsOn: RESTS_ON,
    isTrue: ([from, said], facts) =>
      from === compared(facts) &&
      said ===
        FAMILIES.map((family, index) => `${family}\u00A0${written(changes(facts)?.[index] ?? Number.NaN)}`).join(", "),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.overTime.change": {
    claim: "a kind of group has grown or shrunk by so many",
    restsOn: RESTS_ON,
    isTrue: ([name, change], facts) => change === changes(facts)?.[at(name)],
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.overTime.count": {
    claim: "a kind of group has so many customers, so many more or fewer than before",
    restsOn: RESTS_ON,
    isTrue: ([name, amount, change], facts) =>
      amount === newest(facts)[at(name)] && change === (changes(facts)?.[at(name)] ?? null),
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.overTime.plainTitle": {
    claim: "no earlier end of a month can be compared",
    restsOn: "the first row's day, the longest silence that has a score",
    isTrue: ([to], facts) => to === facts.asOf && compared(facts) === null && monthEnds(facts).length > 0,
    said: "old customers and a new one",
    unsaid: HEALTHY,
  },
  "page.overTime.caption": {
    claim: "the ends of months are scored with the cut points of that day",
    restsOn: "the last row's day",
    isTrue: ([kind, to], facts) => kind === "month" && to === facts.asOf && monthEnds(facts).length > 0,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.overTime.growing": {
    claim: "orders add up from the first day of the data",
    restsOn: "the options: no window",
    isTrue: (_, facts) => monthEnds(facts).length > 0,
    said: HEALTHY,
    unsaid: ONE,
  },
  "page.overTime.short": {
    claim: "up to that day the data is too short for the longest silence",
    restsOn: "the first row's day, the longest silence that has a score",
    isTrue: ([until, hasWindow], facts) =>
      hasWindow === false &&
      until === monthEnds(facts).findLast((day) => isShort(facts, day)) &&
      until !== monthEnds(facts)[0], // one point has no area to hatch
    said: EIGHT,
    unsaid: SHORT,
  },
  "page.overTime.incomplete": {
    claim: "at the end of that month the data is too short",
    restsOn: "the same",
    isTrue: ([day], facts) =>
      monthEnds(facts).some(
        (end) => new Date(end * 86_400_000).toISOString().startsWith(String(day)) && isShort(facts, end),
      ),
    said: EIGHT,
    unsaid: SHORT,
  },
  "page.overTime.none.one day": {
    claim: "nobody had bought by the end of an earlier month",
    restsOn: "the first order's day",
    isTrue: ([kind], facts) => kind === "month" && monthEnds(facts).length === 0,
    said: ONE,
    unsaid: HEALTHY,
  },
  "page.overTime.none.ranked": {
    claim: "the scores rank customers",
    restsOn: "the options",
    isTrue: () => true,
    said: "scores by rank",
    unsaid: HEALTHY,
  },
  "page.overTime.none.no families": {
    claim: "the scheme does not say which kind its segments are",
    restsOn: "the scheme",
    isTrue: (_, facts) => facts.scheme !== null,
    said: "twenty-five groups",
    unsaid: HEALTHY,
  },
};
