import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { segmentAdvice } from "../../src/render/advice.ts";
import { ENGLISH } from "../support/languages.ts";
import { pathsOf } from "../support/recording-language.ts";
import { type Member, SENTENCES, WORDS } from "./report-claims.ts";
import { EXPORTS, type Scenario, scenarioOf } from "./report-scenarios.ts";

/** The parts of the catalogue that the report is made of. */
const TOPICS = ["claims", "page", "report", "compare", "retention", "cohorts", "repeat"] as const;

const scenarios = new Map<string, Scenario>();
beforeAll(async () => {
  for (const [name, lines] of Object.entries(EXPORTS)) scenarios.set(name, await scenarioOf(lines));
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
    for (const words of [/recently/, /silent for long/, /Recent only by comparison/, /once or twice/]) {
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

/** Sentences whose numbers another test works out by hand or in another way; by path or the beginning of one. */
const CHECKED_ELSEWHERE: Readonly<Record<string, string>> = {
  "claims.": "test/render/advice.test.ts",
  "compare.": "test/analysis/compare/compare-snapshots.test.ts",
  "retention.": "test/analysis/retention/golden-histories.test.ts",
  "cohorts.": "test/analysis/retention/golden-histories.test.ts",
  "repeat.": "test/analysis/retention/repeat.test.ts",
  "page.retention.": "test/analysis/retention/golden-histories.test.ts",
  "page.cohorts.": "test/analysis/retention/golden-histories.test.ts",
  "page.second.": "test/analysis/retention/repeat.test.ts",
  "page.latest.": "test/analysis/report/latest-period.test.ts",
  "page.movement.": "test/analysis/report/movement.test.ts",
  "page.concentration.": "test/analysis/report/concentration.test.ts",
  "page.spread.": "test/analysis/report/distribution.test.ts",
  "page.grid.": "test/analysis/report/score-grid.test.ts",
  "page.top.": "test/analysis/report/top-customers.test.ts",
  "page.scope.": "test/analysis/ledger/ledger.test.ts",
  "page.segments.": "test/analysis/segments/summarise-segments.test.ts",
  "report.brings": "test/analysis/report/concentration.test.ts",
  "report.negativeCustomers": "test/analysis/report/concentration.test.ts",
  "report.read": "test/analysis/ledger/ledger.test.ts",
  "report.used": "test/analysis/ledger/ledger.test.ts",
  "report.nothingAside": "test/analysis/ledger/ledger.test.ts",
  "report.aside": "test/analysis/ledger/ledger.test.ts",
  "report.trend.range": "test/render/period-trends.test.ts",
  "report.latest.": "test/analysis/report/latest-period.test.ts",
  "report.noMovement": "test/analysis/report/movement.test.ts",
  "report.movedBetween": "test/analysis/report/movement.test.ts",
};

/** Texts that claim nothing of the customers: labels, definitions, what the reader looks at; by path or its beginning. */
const NO_CLAIM: readonly string[] = [
  "report.title",
  "report.written",
  "report.gridLegend",
  "report.retention",
  "report.covers",
  "report.asOf",
  "report.frequencyScore",
  "report.shortFrequencyScore",
  "report.recencyScore",
  "report.upTo",
  "report.over",
  "report.orMore",
  "report.segmentFigures",
  "report.trend.",
  "report.avoid",
  "report.watch",
  "report.ownCutPoints",
  "report.topCustomers",
  "report.cohorts",
  "report.olderCohorts",
  "page.periodName",
  "page.shortPeriod",
  "page.lead.asOf",
  "page.lead.best",
  "page.quiet.elsewhere",
  "page.first.",
  "page.method.",
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
        !Object.keys(CHECKED_ELSEWHERE).some((start) => path.startsWith(start)) &&
        !NO_CLAIM.some((start) => path.startsWith(start)),
    );
    expect(unknown).toEqual([]);
  });

  it("has every sentence that has a row, and the tests that are named are there", () => {
    const all = TOPICS.flatMap((topic) => pathsOf(words[topic], topic));
    expect(Object.keys(SENTENCES).filter((path) => !all.includes(path))).toEqual([]);
    for (const file of Object.values(CHECKED_ELSEWHERE)) expect([file, existsSync(file)]).toEqual([file, true]);
  });
});
