import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/analysis/segments/claims.ts";
import { standardSchemeFile } from "../../../src/analysis/segments/standard.ts";
import type { SegmentSummary } from "../../../src/analysis/segments/summarise-segments.ts";
import type { Yardstick } from "../../../src/analysis/segments/yardstick.ts";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { LANGUAGE_CODES, loadLanguage } from "../../../src/render/language/load-language.ts";
import { type Advice, segmentAdvice, untoldNotes, untoldSentence } from "../../../src/render/sentences/advice.ts";
import { ENGLISH, OTHER_LANGUAGES } from "../../support/languages.ts";

const YARDSTICK: Yardstick = {
  lapseDays: 100,
  repeaters: 30,
  historyDays: 400,
  asOf: 20_000,
  customers: 60,
  medianSpend: 0,
  windowStart: null,
  untold: null,
};

const NEWCOMERS: SegmentSummary = {
  segment: "New Customers",
  customers: 4,
  customerShare: null,
  orders: 4,
  revenue: 0n,
  revenueShare: null,
  averageOrderValue: null,
  revenuePerCustomer: null,
  medianRecencyDays: 20,
  medianFrequency: 1,
  medianMonetaryValue: 0,
  medianTenureDays: 20,
  meaning: "New here.",
  action: "Welcome them.",
  avoid: "Nothing.",
  measure: "Everything.",
  newcomers: true,
  family: "growing",
  claims: { meaning: ["recent", "new", "once"], action: ["recent", "new", "once"], avoid: ["recent"], measure: [] },
  held: ["recent", "seldom", "once", "new"],
};

function advice(changes: Partial<SegmentSummary>, yardstick: Yardstick = YARDSTICK): Advice {
  return segmentAdvice({ ...NEWCOMERS, ...changes }, { yardstick }, ENGLISH);
}

describe("the advice for a segment", () => {
  it("says from which day orders and spend are counted, where a window leaves some out and the text speaks of them", () => {
    const windowed: Yardstick = { ...YARDSTICK, windowStart: dayNumber(2024, 4, 1) };
    expect(advice({}, windowed).meaning).toBe("New here.");
    const seldom = { claims: { meaning: ["recent", "seldom"] }, newcomers: false } as const;
    expect(advice(seldom).meaning).toBe("New here.");
    expect(advice(seldom, windowed).meaning).toBe("New here. Orders and spend count since 2024-04-01.");
    const often = { claims: { meaning: ["often"] }, newcomers: false } as const;
    expect(advice(often, windowed).meaning).toMatch(
      /^Frequent only by comparison.* Orders and spend count since 2024-04-01\.$/,
    );
  });

  it("is the scheme's where all that its texts claim is true", () => {
    expect(advice({})).toEqual({
      meaning: "New here.",
      action: "Welcome them.",
      avoid: "Nothing.",
      measure: "Everything.",
    });
  });

  it("welcomes nobody who has two or three orders: it follows what is true of them", () => {
    const said = advice({ held: ["recent", "again", "new"], medianFrequency: 2 });
    expect(said.meaning).toBe(
      "Their last order is recent. More than a quarter of them have ordered more than once. Their first order is recent, too.",
    );
    expect(said.action).toBe("Suggest what goes with their last order, and give a reason for the next.");
    expect(said.avoid).toBe("Nothing.");
  });

  it("says that they are recent only by comparison, with the days, and how to bring them back", () => {
    const said = advice({ held: ["silent", "once", "seldom"], medianRecencyDays: 474, medianTenureDays: 480.5 });
    expect(said.meaning).toBe(
      "Recent only by comparison: the typical last order was 474 days ago. They have ordered only once. Not new, despite the name: the typical customer first ordered 481 days ago.",
    );
    expect(said.action).toBe("Ask how their last order went, and give a reason to come back.");
    expect(said.avoid).toBe("");
  });

  it("goes by each customer where some are recent and some silent", () => {
    const said = advice({ held: ["once", "seldom"], medianRecencyDays: 90, medianTenureDays: 91 });
    expect(said.meaning).toContain("90 days ago, but for more than a quarter of them it was more than 100 days ago.");
    expect(said.action).toContain("remind those who last ordered more than 100 days ago");
  });

  it("stays away where no group is told apart, and is its author's where nothing is said of claims", () => {
    const none = { meaning: "", action: "", avoid: "", measure: "" };
    expect(advice({ held: null })).toEqual(none);
    expect(advice({ held: null, claims: null, newcomers: false }).action).toBe("Welcome them.");
    expect(advice({ held: null, claims: null })).toEqual(none);
  });

  it("has a sentence for every claim that is not true, in each language, whatever the numbers", () => {
    const claims: readonly Claim[] = ["recent", "silent", "often", "again", "seldom", "once", "new", "more", "less"];
    for (const language of [ENGLISH, ...OTHER_LANGUAGES]) {
      for (const claim of claims) {
        for (const median of [1, 2.5, 101]) {
          const numbers = { medianRecencyDays: median, medianFrequency: median, medianTenureDays: median };
          const summary = { ...NEWCOMERS, ...numbers, newcomers: false, claims: { meaning: [claim] }, held: [] };
          const { meaning } = segmentAdvice(summary, { yardstick: YARDSTICK }, language);
          expect(meaning).toMatch(/\.$/);
          expect(meaning).not.toMatch(/undefined|NaN|null/);
          expect(meaning).not.toBe(language.words.claims.held[claim]);
        }
      }
    }
  });

  it("of the standard scheme says all four things for every segment", () => {
    for (const segment of standardSchemeFile.segments) {
      for (const text of [segment.meaning, segment.action, segment.avoid, segment.measure]) expect(text).toMatch(/\.$/);
    }
  });
});

describe("why no group is told apart", () => {
  it("is said with its numbers, and as a note", () => {
    const yardstick: Yardstick = { ...YARDSTICK, historyDays: 33, lapseDays: 19.5, untold: "short history" };
    expect(untoldSentence(yardstick, ENGLISH)).toMatch(/cover only 33 days.*takes 90 days.*new for 90 days/);
    const summaries = {
      segments: [NEWCOMERS],
      customers: 60,
      orders: 0,
      revenue: 0n,
      hasMoney: true,
      outsideWindow: 0,
      yardstick,
    };
    expect(untoldNotes(summaries, ENGLISH)).toHaveLength(1);
    expect(untoldNotes({ ...summaries, yardstick: YARDSTICK }, ENGLISH)).toEqual([]);
  });

  it.each(LANGUAGE_CODES)(
    "adds up in %s, whatever the pause: the days needed are twice the pause that is shown",
    async (code) => {
      const language = await loadLanguage(code);
      for (let tenths = 451; tenths <= 4000; tenths += 1) {
        for (const lapseDays of [tenths / 10, tenths / 10 + 2e-13, tenths / 10 - 2e-13]) {
          const sentence = untoldSentence(
            { ...YARDSTICK, historyDays: 33, lapseDays, untold: "short history" },
            language,
          );
          const needed = Math.max(90, 2 * Math.floor(tenths / 10));
          const until = language.day(YARDSTICK.asOf + needed - 33);
          expect(sentence).toContain(until);
          const numbers = [...(sentence ?? "").replace(until, "").matchAll(/\d+(?:[.,]\d)?/g)];
          const [history, days = 0, pause = 0, ...more] = numbers.map(([text]) => Number(text.replace(",", ".")));
          expect([history, more], sentence ?? "").toEqual([33, []]);
          expect([days, days], sentence ?? "").toEqual([needed, 2 * pause]);
        }
      }
    },
  );

  it.each(LANGUAGE_CODES)("speaks in %s of newness where two pauses are shorter than that", async (code) => {
    const language = await loadLanguage(code);
    const sentence = untoldSentence(
      { ...YARDSTICK, historyDays: 33, lapseDays: 44.5, untold: "short history" },
      language,
    );
    const until = language.day(YARDSTICK.asOf + 90 - 33);
    expect([...(sentence ?? "").replace(until, "").matchAll(/\d+/g)].map(([text]) => text)).toEqual(["33", "90", "90"]);
  });
});
