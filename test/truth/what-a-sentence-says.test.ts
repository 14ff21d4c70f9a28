import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { segmentAdvice } from "../../src/render/sentences/advice.ts";
import { ENGLISH } from "../support/languages.ts";
import { pathsOf } from "../support/recording-language.ts";
import { SENTENCES } from "./sentences/all-rows.ts";
import { EXPORTS, type Scenario, scenarioOf } from "./sentences/scenarios.ts";
import { type Member, WORDS } from "./sentences/segment-words.ts";

/** The parts of the catalogue that the report is made of. */
const TOPICS = ["claims", "page", "report", "compare", "retention", "cohorts", "repeat", "forecasting"] as const;

const scenarios = new Map<string, Scenario>();
beforeAll(async () => {
  for (const [name, lines] of Object.entries(EXPORTS)) scenarios.set(name, await scenarioOf(name, lines));
}, 60_000);

function said(name: string, path: string): Scenario["said"] {
  return scenarios.get(name)?.said.filter((one) => one.path === path) ?? [];
}

describe("a sentence of the report", () => {
  it.each(Object.entries(SENTENCES))("%s", (path, row) => {
    expect([row.said, said(row.said, path).length > 0]).toEqual([row.said, true]);
    if (row.unsaid !== null) expect([row.unsaid, said(row.unsaid, path)]).toEqual([row.unsaid, []]);
    for (const [name, { facts }] of scenarios) {
      for (const { args, text } of said(name, path))
        expect([name, text, row.isTrue(args, facts)]).toEqual([name, text, true]);
    }
  });
});

/** Each member of a segment, found in the plain facts by its id. */
function membersOf({ report: { segmented }, facts }: Scenario, segment: number): readonly Member[] {
  return segmented.customers.ids.flatMap((id, at) => {
    const own = segmented.segment[at] === segment ? facts.customers.get(id) : undefined;
    if (own === undefined) return [];
    const { days, orders, spend } = own;
    return [{ silentDays: facts.asOf - (days.at(-1) ?? 0), firstDays: facts.asOf - (days[0] ?? 0), orders, spend }];
  });
}

describe("what is said of a segment", () => {
  const texts = (scenario: Scenario): readonly (readonly [text: string, segment: number])[] =>
    scenario.report.segments.segments.flatMap((summary, segment) => {
      if (summary.customers === 0) return [];
      const { meaning, action, avoid, measure } = segmentAdvice(summary, scenario.report.segments, ENGLISH);
      return [meaning, action, avoid, measure].map((text) => [text, segment] as const);
    });

  it.each(Object.keys(EXPORTS))("is true of its customers: %s", (name) => {
    const scenario = scenarios.get(name) as Scenario;
    for (const [text, segment] of texts(scenario)) {
      const members = membersOf(scenario, segment);
      for (const [words, isTrue] of WORDS) {
        const found = words.exec(text);
        if (found !== null) expect([text, words, isTrue(members, scenario.facts, found)]).toEqual([text, words, true]);
      }
    }
  });

  it("uses each of the words somewhere, so that the check above sees it", () => {
    const all = [...scenarios.values()].flatMap((scenario) => texts(scenario).map(([text]) => text));
    const unused = WORDS.filter(([words]) => !all.some((text) => words.test(text))).map(([words]) => words.source);
    expect(unused.length).toBeLessThan(WORDS.length / 2);
    for (const words of [/recently/, /silent for a long time/, /Recent only by comparison/, /once or twice/]) {
      expect([words, all.some((text) => words.test(text))]).toEqual([words, true]);
    }
  });

  it.each(["thirty-three days", "nobody came back", "eight customers", "one order", "refunds as large as purchases"])(
    "is nothing where no group may be told apart: %s",
    (name) => {
      const scenario = scenarios.get(name) as Scenario;
      expect(
        texts(scenario)
          .map(([text]) => text)
          .join(""),
      ).toBe("");
    },
  );
});

/** Sentences that only other commands say: no report may. Those commands' own tests have their numbers. */
const OF_OTHER_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  compare: [
    "title",
    "rose",
    "raisedByOthers",
    "matrixLegend",
    "backLegend",
    "lapsedLegend",
    "smallerOnes",
    "firstOf",
    "cutDifferently",
    "frozenCutPoints",
  ],
  retention: ["inPeriod", "keptOf", "active", "couldLeave", "bySegment"],
  cohorts: ["noValue", "atK", "ownWindow", "payback", "outsizedFirst", "tiny", "largestShown"],
  repeat: ["noGaps", "worthUnknown", "fewRepeaters", "sameDay", "fewCustomers"],
  "forecasting.backtest": ["compareStays"],
  "forecasting.forecast": [
    "discounted",
    "preview",
    "saved",
    "explain.title",
    "explain.history",
    "explain.gap",
    "explain.noGap",
    "explain.chance",
    "explain.alive",
    "explain.comparison",
    "explain.discounted",
  ],
};
const otherCommands = Object.entries(OF_OTHER_COMMANDS).flatMap(([topic, keys]) =>
  keys.map((key) => `${topic}.${key}`),
);

/**
 * Sentences that no export above brings about without options (scores by rank, a window, a scheme of one's own), and what is
 * fitted or simulated: the tests of their numbers.
 */
const CHECKED_ELSEWHERE: Readonly<Record<string, string>> = {
  "claims.held.new": "test/render/sentences/advice.test.ts",
  "claims.someRecent": "test/render/sentences/advice.test.ts",
  "claims.oftenByComparison": "test/render/sentences/advice.test.ts",
  "claims.someBelow": "test/render/sentences/advice.test.ts",
  "claims.someAbove": "test/render/sentences/advice.test.ts",
  "claims.someNotNew": "test/render/sentences/advice.test.ts",
  "claims.notLess": "test/render/sentences/advice.test.ts",
  "claims.action.secondOrder": "test/render/sentences/advice.test.ts",
  "claims.untold.no yardstick": "test/render/sentences/advice.test.ts",
  "page.segments.outsideWindow": "test/render/report/html/page.test.ts",
  "page.first.figuresAlone": "test/render/report/html/page.test.ts",
  "page.first.noneClear": "test/render/report/html/page.test.ts",
  "page.spread.noLines": "test/render/report/html/page.test.ts",
  "page.movement.ranked": "test/analysis/report/movement.test.ts",
  "page.movement.listTitle": "test/analysis/report/movement.test.ts",
  "page.top.masked": "test/render/report/html/page.test.ts",
  "report.noMovement.ranked": "test/analysis/report/movement.test.ts",
  "forecasting.backtest.staysOnly": "test/analysis/forecast/forecast.test.ts",
  "forecasting.forecast.values": "test/analysis/forecast/published-values.test.ts",
  "forecasting.forecast.valueFault": "test/analysis/forecast/published-values.test.ts",
  "forecasting.forecast.refunds": "test/analysis/forecast/forecast.test.ts",
  "forecasting.forecast.allRefunded": "test/analysis/forecast/forecast.test.ts",
};

/** Texts that claim nothing of the customers: labels, headings, definitions, how to read a chart. */
const NO_CLAIM: readonly string[] = [
  ...[
    "title",
    "written",
    "gridLegend",
    "retention",
    "frequencyScore",
    "shortFrequencyScore",
    "recencyScore",
    "upTo",
    "over",
    "orMore",
    "avoid",
    "watch",
    "ownCutPoints",
    "cohorts",
    "latest.points",
  ].map((key) => `report.${key}`),
  ...["periodName", "shortPeriod", "quiet.elsewhere", "latest.retention"].map((key) => `page.${key}`),
  ...["intro", "customersCaption", "revenueCaption", "unnamed", "describe", "tableIntro", "avoid", "watch"].map(
    (key) => `page.segments.${key}`,
  ),
  ...["intro", "customersCaption", "revenueCaption", "recency", "frequency"].map((key) => `page.grid.${key}`),
  ...[
    "intro",
    "captions.recency",
    "captions.frequency",
    "captions.monetary",
    "short.orMore",
    "short.orLess",
    "orMore",
    "orLess",
    "over",
    "between",
    "overUpTo",
    "describe",
  ].map((key) => `page.spread.${key}`),
  ...["caption", "describe", "axis"].map((key) => `page.concentration.${key}`),
  "page.top.caption",
  ...["heading", "intro", "hatched", "countCaption", "describe"].map((key) => `page.retention.${key}`),
  ...["intro", "caption", "hatched", "averages", "k", "kHint"].map((key) => `page.cohorts.${key}`),
  ...["caption", "describe", "oldCustomers"].map((key) => `page.second.${key}`),
  ...["heading", "higher"].map((key) => `page.movement.${key}`),
  ...["moreFiles", "intro", "choice.windowFrom", "cutPointsIntro", "filesIntro", "madeBy"].map(
    (key) => `page.method.${key}`,
  ),
  ...["measures", "blank", "lastColumnsFall"].map((key) => `cohorts.${key}`),
  "claims.measure",
  "repeat.withinDays",
  "forecasting.off",
  ...["bestShare", "logLossMeaning"].map((key) => `forecasting.backtest.${key}`),
  ...["ruleMeaning.hiatus", "ruleMeaning.last-period", "ruleMeaning.last-year", "noInterval", "aliveMeaning"].map(
    (key) => `forecasting.forecast.${key}`,
  ),
];

describe("the catalogue", () => {
  const words = ENGLISH.words as unknown as Readonly<Record<string, unknown>>;
  const at = (path: string): unknown =>
    path.split(".").reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], words);
  const sentences = TOPICS.flatMap((topic) => pathsOf(words[topic], topic)).filter((path) => {
    const value = at(path);
    return typeof value === "function" || /[a-z] .*\.$/i.test(String(value));
  });

  it("has no sentence of the report without a row, a test of its numbers, or a reason why it claims nothing", () => {
    const unknown = sentences.filter(
      (path) =>
        !(path in SENTENCES) &&
        !(path in CHECKED_ELSEWHERE) &&
        !otherCommands.includes(path) &&
        !NO_CLAIM.includes(path),
    );
    expect(unknown).toEqual([]);
  });

  it("keeps what only other commands say out of every report", () => {
    const heard = [...scenarios.values()].flatMap((scenario) => scenario.said.map(({ path }) => path));
    expect(otherCommands.filter((path) => heard.includes(path))).toEqual([]);
  });

  it("has every text that is named here, and the tests that are named are there", () => {
    const all = TOPICS.flatMap((topic) => pathsOf(words[topic], topic));
    const named = [...Object.keys(SENTENCES), ...Object.keys(CHECKED_ELSEWHERE), ...otherCommands, ...NO_CLAIM];
    expect(named.filter((path) => !all.includes(path))).toEqual([]);
    for (const file of Object.values(CHECKED_ELSEWHERE)) expect([file, existsSync(file)]).toEqual([file, true]);
  });
});
