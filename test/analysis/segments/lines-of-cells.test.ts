/**
 * What is said of a segment, cell by cell: each of its cells has customers of whom the scheme's own line is true, and what is
 * printed of a customer at the extremes of a cell is true of that customer, whatever the days and orders behind the scores.
 */
import { describe, expect, it } from "vitest";
import { BUILT_IN_SCHEMES } from "../../../src/analysis/segments/built-in/index.ts";
import { type Claim, claimsHeld } from "../../../src/analysis/segments/claims.ts";
import { compileScheme, type SchemeFile, type SegmentFile } from "../../../src/analysis/segments/scheme.ts";
import type { SegmentSummary } from "../../../src/analysis/segments/summarise-segments.ts";
import type { Yardstick } from "../../../src/analysis/segments/yardstick.ts";
import { segmentAdvice } from "../../../src/render/sentences/advice.ts";
import { ENGLISH } from "../../support/languages.ts";

/** Three scores, 1 … levels. */
interface Cell {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** One customer, in days and orders; spend is told by the median of all. */
interface Person {
  readonly silentDays: number;
  readonly firstDays: number;
  readonly orders: number;
  readonly spend: number;
}

const LAPSE = 60;
const MEDIAN = 100;
const YARDSTICK: Yardstick = {
  lapseDays: LAPSE,
  repeaters: 50,
  historyDays: 900,
  asOf: 20_000,
  customers: 200,
  medianSpend: MEDIAN,
  windowStart: null,
  untold: null,
};

/** The words of a line that speak of days, orders and money, and when they are true. */
const OF_PEOPLE: readonly (readonly [words: RegExp, isTrue: (one: Person) => boolean])[] = [
  [/ordered recently|last order is recent/i, (one) => one.silentDays <= LAPSE],
  [/first order recently|first order is recent/i, (one) => one.firstDays <= 90],
  [/silent for a long time/, (one) => one.silentDays > LAPSE],
  [/order often|ordered often/i, (one) => one.orders >= 3],
  [/more than once/, (one) => one.orders >= 2],
  [/once or twice|have placed one or two/, (one) => one.orders <= 2],
  [/only once/, (one) => one.orders === 1],
  [/spen[dt] more than most/i, (one) => one.spend > MEDIAN],
  [/spent less than most/i, (one) => one.spend <= MEDIAN],
  [/Recent only by comparison/, (one) => one.silentDays > LAPSE],
  [/Silent only by comparison/, (one) => one.silentDays <= LAPSE],
  [/Frequent only by comparison/, (one) => one.orders < 3],
  [/Infrequent only by comparison/, (one) => one.orders > 2],
  [/Not new, despite the name/, (one) => one.firstDays > 90],
  [/have ordered more than once\./, (one) => one.orders > 1],
  [/have spent no more than/, (one) => one.spend <= MEDIAN],
  [/have spent more than the typical/, (one) => one.spend > MEDIAN],
];

const mean = ({ f, m }: Cell): number => (f + m) / 2;

/** The words of a line that speak of scores, and of which cells they are true. */
const OF_SCORES: readonly (readonly [words: RegExp, isTrue: (cell: Cell, levels: number) => boolean])[] = [
  [/by recency score neither the newest nor the oldest/, ({ r }, levels) => r > 1 && r < levels],
  [/by orders and spend together in the middle or below/, (cell) => mean(cell) <= 3],
  [/In the middle by recency score/, ({ r }) => r === 3],
  [/, and by orders and spend together/, (cell) => mean(cell) >= 2.5 && mean(cell) <= 3.5],
  [/and below by orders and spend together/, (cell) => mean(cell) < 2.5],
  [/In the middle on both scores/, ({ r, f }) => r === 3 && f === 3],
  [/The best scores on all three counts/, ({ r, f, m }, levels) => Math.min(r, f, m) === levels],
  [
    /In the middle or above by recency and frequency score, and not the lowest/,
    ({ r, f, m }) => r > 2 && f > 2 && m > 1,
  ],
  [/In the middle or above by spend score, and in the middle or below by frequency/, ({ f, m }) => m > 2 && f < 4],
  [/Neither the highest nor the lowest on any/, (cell) => Object.values(cell).every((score) => score > 1 && score < 5)],
  [
    /In the middle or above by frequency and spend score, and in the middle or below by recency/,
    ({ r, f, m }) => f > 2 && m > 2 && r < 4,
  ],
  [/In the middle or below by recency and frequency score/, ({ r, f }) => r < 4 && f < 4],
  [/upper half of all three scores/, ({ r, f, m }, levels) => Math.min(r, f, m) > levels / 2],
  [/upper half by spend score/, ({ m }, levels) => m > levels / 2],
  [/lower half by frequency or spend score/, ({ f, m }, levels) => Math.min(f, m) <= levels / 2],
  [/lowest by frequency score/, ({ f }) => f === 1],
  [/High by recency score/, ({ r }, levels) => r > levels / 2],
  [/Low by recency score/, ({ r }, levels) => r <= levels / 2],
  [/low by frequency or spend\./, ({ f, m }, levels) => Math.min(f, m) <= levels / 2],
  [
    /lowest recency and spend score with the highest frequency/,
    ({ r, f, m }, levels) => r === 1 && m === 1 && f === levels,
  ],
];

function cellsOf(scheme: SchemeFile): readonly (readonly [segment: SegmentFile, cell: Cell])[] {
  const { segments, segmentOfCell } = compileScheme(scheme);
  const { levels } = scheme;
  return Array.from(segmentOfCell, (segment, index) => {
    const cell = {
      r: 1 + Math.floor(index / levels ** 2),
      f: 1 + (Math.floor(index / levels) % levels),
      m: 1 + (index % levels),
    };
    return [segments[segment] as SegmentFile, cell] as const;
  });
}

/**
 * Customers who may be in a cell, at the extremes. Scores of recency say nothing of days: the oldest fifth of a young shop
 * ordered ten days ago, and the newest one of a shop that has closed years ago. A frequency score over 1 takes a second order,
 * and a score of spend says on which side of the median it can be.
 */
function extremes({ f, m }: Cell, levels: number): readonly Person[] {
  const spends = [...(m / levels > 0.5 ? [MEDIAN + 1] : []), ...((m - 1) / levels < 0.5 ? [MEDIAN] : [])];
  return [1, LAPSE, LAPSE + 1, 700].flatMap((silentDays) =>
    [1, 2, 3, 40]
      .filter((orders) => f === 1 || orders > 1)
      .flatMap((orders) =>
        [silentDays, 90, 91, 800]
          .filter((firstDays) => firstDays >= silentDays && (orders > 1 || firstDays === silentDays))
          .flatMap((firstDays) => spends.map((spend) => ({ silentDays, orders, firstDays, spend }))),
      ),
  );
}

/** What is printed of a segment whose only customers are like this one. */
function printedOf(segment: SegmentFile, { silentDays, firstDays, orders, spend }: Person): string {
  const customers = {
    asOf: YARDSTICK.asOf,
    recencyDays: Int32Array.of(silentDays),
    frequency: Int32Array.of(orders),
    ordersEver: Int32Array.of(orders),
    firstOrderDay: Int32Array.of(YARDSTICK.asOf - firstDays),
    spend: Float64Array.of(spend),
    hasMoney: true,
    knows: { firstDay: true, singleOrders: true },
  };
  const summary = {
    ...{ meaning: "", action: "", avoid: "", measure: "", newcomers: false, claims: null },
    ...segment,
    customers: 1,
    medianRecencyDays: silentDays,
    medianFrequency: orders,
    medianTenureDays: firstDays,
    held: claimsHeld(customers as unknown as Parameters<typeof claimsHeld>[0], Int32Array.of(0), YARDSTICK),
  };
  return segmentAdvice(summary as unknown as SegmentSummary, { yardstick: YARDSTICK }, ENGLISH).meaning;
}

const untrueOf = (line: string, one: Person): readonly string[] =>
  OF_PEOPLE.filter(([words, isTrue]) => words.test(line) && !isTrue(one)).map(([words]) => words.source);

/** The word of a line for each claim that it rests on. */
const WORD_OF: Readonly<Record<Claim, RegExp>> = {
  recent: /recently|^Order often/, // they still do
  silent: /silent for a long time/,
  often: /order(?:ed)? often/i,
  again: /more than once/,
  seldom: /once or twice|have placed one or two/,
  once: /only once/,
  new: /first order recently/,
  more: /spen[dt] more than most/i,
  less: /spent less than most/i,
};

describe.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.name, scheme] as const))("the lines of %s", (_, scheme) => {
  const cells = cellsOf(scheme);

  it("rest on the claims that their words make", () => {
    for (const { name, meaning = "", claims } of scheme.segments) {
      const made = Object.entries(WORD_OF).flatMap(([claim, word]) => (word.test(meaning) ? [claim] : []));
      expect([name, made.toSorted()]).toEqual([name, [...(claims?.meaning ?? [])].sort()]);
    }
  });

  it("say nothing else but of scores, and that is true in each cell", () => {
    expect(cells).toHaveLength(scheme.levels ** 3);
    for (const [{ name, meaning = "", claims }, cell] of cells) {
      const said = OF_SCORES.filter(([words]) => words.test(meaning));
      const isPlain =
        (claims?.meaning ?? []).length > 0 || said.length > 0 || /^In none of the published/.test(meaning);
      expect([name, isPlain]).toEqual([name, true]);
      for (const [words, isTrue] of said)
        expect([name, cell, words, isTrue(cell, scheme.levels)]).toEqual([name, cell, words, true]);
    }
  });

  it("can be true of customers in each cell", () => {
    const never = cells.filter(([segment, cell]) => {
      const people = extremes(cell, scheme.levels);
      return !people.some((one) => untrueOf(segment.meaning ?? "", one).length === 0);
    });
    expect(never.map(([{ name }, { r, f, m }]) => `${name} ${r}${f}${m}`)).toEqual([]);
  });

  it("are not printed where they are untrue: what stands there instead is true", () => {
    let seen = 0;
    for (const [segment, cell] of cells) {
      for (const one of extremes(cell, scheme.levels)) {
        const line = printedOf(segment, one);
        seen += line === segment.meaning ? 1 : 0;
        const untrue = untrueOf(line, one);
        if (untrue.length > 0) expect([segment.name, cell, one, line, untrue]).toEqual([]);
      }
    }
    expect(seen).toBeGreaterThan(scheme.levels ** 3);
  });
});

describe("the words of this test", () => {
  it("are all in some line of a scheme", () => {
    const lines = BUILT_IN_SCHEMES.flatMap(({ segments }) => segments.map(({ meaning }) => meaning ?? ""));
    expect(
      OF_SCORES.filter(([words]) => !lines.some((line) => words.test(line))).map(([words]) => words.source),
    ).toEqual([]);
  });
});
