import { beforeAll, describe, expect, it } from "vitest";
import { segmentAdvice } from "../../src/render/sentences/advice.ts";
import { ENGLISH } from "../support/languages.ts";
import { pathsOf } from "../support/recording-language.ts";
import { SENTENCES } from "./sentences/all-rows.ts";
import { EXPORTS } from "./sentences/exports.ts";
import { dayOfDate, type Facts, factsOf } from "./sentences/plain-counting.ts";
import { allScenarios, type Scenario } from "./sentences/scenarios.ts";
import { type Member, WORDS } from "./sentences/segment-words.ts";

/** The parts of the catalogue that the report is made of. */
const TOPICS = [
  "claims",
  "page",
  "report",
  "compare",
  "retention",
  "cohorts",
  "repeat",
  "forecasting",
  "monetary",
] as const;

let scenarios: ReadonlyMap<string, Scenario>;
beforeAll(async () => {
  scenarios = await allScenarios();
}, 60_000);

function scenario(name: string): Scenario {
  const found = scenarios.get(name);
  if (found === undefined) throw new Error(`no export is called ${name}`);
  return found;
}

function said(name: string, path: string): Scenario["said"] {
  return scenario(name).said.filter((one) => one.path === path);
}

describe("a sentence of the report", () => {
  it.each(Object.entries(SENTENCES))("%s", (path, row) => {
    const own = said(row.said, path);
    expect([row.said, own.length > 0]).toEqual([row.said, true]);
    const names = [...new Set([...Object.keys(EXPORTS), row.said])];
    const wrong = names.flatMap((name) =>
      said(name, path)
        .filter(({ args }) => row.isTrue(args, scenario(name).facts) !== true)
        .map(({ text }) => [name, text]),
    );
    expect(wrong).toEqual([]);
    const other = said(row.unsaid, path).map(({ text }) => text);
    const shared = own.filter(({ text }) => other.includes(text)).map(({ text }) => text);
    expect([row.unsaid, shared]).toEqual([row.unsaid, []]);
    if (other.length === 0) return;
    const untrue = own.filter(({ args }) => !row.isTrue(args, scenario(row.unsaid).facts));
    expect([row.unsaid, untrue]).toEqual([row.unsaid, own]); // it is said there with other numbers
  });
});

/** Sentences whose money is that of the window where there is one. */
const OF_THE_WINDOW: readonly string[] = [
  "page.finding.silent",
  "page.quiet.valuable",
  "page.quiet.notLost",
  "page.quiet.others",
  "page.first.spent",
];
const OF_MOVES = ["page.movement.fell", "page.movement.largestFalls", "page.movement.largestRises"];

describe("a sentence on money in a report of half a year of two", () => {
  const HALF_YEAR = "half a year of two";
  const FROM = dayOfDate("2023-07-01");
  /** Only what was bought and given back in the window; the lapse gap stays that of all orders. */
  const inWindow = (): Facts => {
    const { lines, lapseDays } = scenario(HALF_YEAR).facts;
    return { ...factsOf(lines.filter(({ day }) => day >= FROM)), lapseDays };
  };

  it.each(OF_THE_WINDOW)("is true of the window and names it: %s", (path) => {
    const own = said(HALF_YEAR, path);
    expect(own.length).toBeGreaterThan(0);
    for (const { args, text } of own) {
      expect([text, SENTENCES[path]?.isTrue(args, inWindow()), args.at(-1)]).toEqual([text, true, FROM]);
      expect([text, SENTENCES[path]?.isTrue(args, scenario(HALF_YEAR).facts)]).toEqual([text, false]);
    }
  });

  it.each(OF_MOVES)("names the window: %s", (path) => {
    expect(said(HALF_YEAR, path).map(({ args }) => args.at(-1))).toContain(FROM);
  });

  it("counts those who ordered in the window as those who placed its orders", () => {
    const { lines } = scenario(HALF_YEAR).facts;
    const buyers = new Set(
      lines.filter(({ day, amount }) => day >= FROM && amount > 0).map(({ customer }) => customer),
    );
    for (const { args } of said(HALF_YEAR, "page.lead.what")) expect(args[2]).toBe(buyers.size);
  });

  it("never says so far", () => {
    const texts = scenario(HALF_YEAR).said.map(({ text }) => text);
    const ofAllHistory = /ordered more than once so far|per customer|net of refunds|ordered again so far|^so far$/; // the last is the state of a cohort's month
    expect(texts.filter((text) => /\bso far\b/.test(text) && !ofAllHistory.test(text))).toEqual([]);
  });
});

describe("a sentence on days", () => {
  it("has whole ones, where the lapse gap or a median is none, too", () => {
    const all = [...scenarios.values()];
    const isFraction = (days: number | null): boolean => days !== null && !Number.isInteger(days);
    expect(all.some(({ facts }) => isFraction(facts.lapseDays))).toBe(true);
    expect(all.some(({ report }) => report.segments.segments.some((one) => isFraction(one.medianRecencyDays)))).toBe(
      true,
    );
    const texts = all.flatMap(({ said: own }) => own.map(({ path, text }) => `${path}: ${text}`));
    expect(texts.filter((text) => /\d\.\d+ days?\b/.test(text))).toEqual([]);
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
  const texts = ({ report }: Scenario): readonly (readonly [text: string, segment: number])[] =>
    report.segments.segments.flatMap((summary, segment) => {
      if (summary.customers === 0) return [];
      const { meaning, action, avoid, measure } = segmentAdvice(summary, report.segments, ENGLISH);
      return [meaning, action, avoid, measure].map((text) => [text, segment] as const);
    });

  it.each(Object.keys(EXPORTS))("is true of its customers: %s", (name) => {
    const one = scenario(name);
    for (const [text, segment] of texts(one)) {
      const members = membersOf(one, segment);
      for (const [words, isTrue] of WORDS) {
        const found = words.exec(text);
        if (found !== null) expect([text, words, isTrue(members, one.facts, found)]).toEqual([text, words, true]);
      }
    }
  });

  it("uses each of the words somewhere, so that the check above sees it", () => {
    const all = [...scenarios.values()].flatMap((one) => texts(one).map(([text]) => text));
    const unused = WORDS.filter(([words]) => !all.some((text) => words.test(text))).map(([words]) => words.source);
    expect(unused.length).toBeLessThan(WORDS.length / 2);
    for (const words of [/recently/, /silent for a long time/, /Recent only by comparison/, /once or twice/]) {
      expect([words, all.some((text) => words.test(text))]).toEqual([words, true]);
    }
  });

  it.each(["thirty-three days", "nobody came back", "eight customers", "one order", "refunds as large as purchases"])(
    "is nothing where no group may be told apart: %s",
    (name) => {
      expect(
        texts(scenario(name))
          .map(([text]) => text)
          .join(""),
      ).toBe("");
    },
  );
});

/** Sentences that only other commands say: no report may. Those commands' own tests have their numbers. */
const OF_OTHER_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  claims: ["untold.no yardstick", "untold.no single orders"],
  compare: [
    "title",
    "sameFile",
    "nobodyInBoth",
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
    "more",
    "ownCutPoints",
    "cohorts",
    "latest.points",
  ].map((key) => `report.${key}`),
  ...["periodName", "shortPeriod", "quiet.elsewhere", "latest.retentionRate"].map((key) => `page.${key}`),
  "page.first.commands",
  ...["lapsed", "best fifth", "ordered once"].map((group) => `page.first.advice.${group}`),
  "page.overTime.describe",
  ...["intro", "mapCaption", "tableIntro", "avoid", "watch"].map((key) => `page.segments.${key}`),
  ...["intro", "caption", "recency", "frequency"].map((key) => `page.grid.${key}`),
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
  ...["heading", "intro", "hatched", "countCaption", "revenueCaption", "describe"].map(
    (key) => `page.retention.${key}`,
  ),
  ...["intro", "caption", "hatched", "averages", "curveCaption", "k", "kHint"].map((key) => `page.cohorts.${key}`),
  ...["caption", "describe", "oldCustomers"].map((key) => `page.second.${key}`),
  ...["heading", "higher", "largestRises", "largestFalls"].map((key) => `page.movement.${key}`),
  ...["moreFiles", "intro", "choice.windowFrom", "cutPointsIntro", "filesIntro", "madeBy"].map(
    (key) => `page.method.${key}`,
  ),
  ...["measures", "blank", "lastColumnsFall"].map((key) => `cohorts.${key}`),
  ...["asNote", "measure"].map((key) => `claims.${key}`),
  ...["averageSpend", "totalMargin", "averageMargin"].map((kind) => `monetary.${kind}.caption`),
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

  it("has no sentence of the report without a row, or a reason why it claims nothing", () => {
    const unknown = sentences.filter(
      (path) => !(path in SENTENCES) && !otherCommands.includes(path) && !NO_CLAIM.includes(path),
    );
    expect(unknown).toEqual([]);
  });

  it("keeps what only other commands say out of every report", () => {
    const heard = [...scenarios.values()].flatMap((one) => one.said.map(({ path }) => path));
    expect(otherCommands.filter((path) => heard.includes(path))).toEqual([]);
  });

  it("has every text that is named here", () => {
    const all = TOPICS.flatMap((topic) => pathsOf(words[topic], topic));
    const named = [...Object.keys(SENTENCES), ...otherCommands, ...NO_CLAIM];
    expect(named.filter((path) => !all.includes(path))).toEqual([]);
  });
});
