/**
 * The sections that a report has where it is asked (the best customers, a loyalty plan), and the verdict of `rfm effect`: each
 * sentence with its claim, what it rests on, an input where it is true, and one where it must not be said.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { ENGLISH } from "../support/languages.ts";
import { pathsOf } from "../support/recording-language.ts";
import { EFFECT, effectScenarios } from "./sections/effect.ts";
import { LOYALTY, loyaltyScenarios } from "./sections/loyalty.ts";
import { PROFILE, profileScenarios } from "./sections/profile.ts";
import type { Heard, SectionRows } from "./sections/section-row.ts";

type Scenarios<Facts> = ReadonlyMap<string, Heard<Facts>>;

function tableOf<Facts>(
  topic: string,
  rows: SectionRows<Facts>,
  make: () => Promise<Scenarios<Facts>>,
  /** Texts of the topic that no such section says, or that claim nothing of the customers. */
  others: readonly string[],
): void {
  describe(`a sentence on ${topic}`, () => {
    let scenarios: Scenarios<Facts>;
    beforeAll(async () => {
      scenarios = await make();
    }, 60_000);
    const said = (name: string, path: string): Heard<Facts>["said"] => {
      const heard = scenarios.get(name);
      if (heard === undefined) throw new Error(`no input is called ${name}`);
      return heard.said.filter((one) => one.path === path);
    };

    it.each(Object.entries(rows))("%s", (path, row) => {
      const own = said(row.said, path);
      expect([row.said, own.length > 0]).toEqual([row.said, true]);
      for (const [name, { facts }] of scenarios) {
        for (const { args, text } of said(name, path)) {
          expect([name, text, row.isTrue(args, facts)]).toEqual([name, text, true]);
        }
      }
      const texts = said(row.unsaid, path).map(({ text }) => text);
      expect([row.unsaid, own.filter(({ text }) => texts.includes(text))]).toEqual([row.unsaid, []]);
    });

    it("has a row, or a reason why it claims nothing", () => {
      const words = ENGLISH.words as unknown as Readonly<Record<string, unknown>>;
      const at = (path: string): unknown =>
        path.split(".").reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], words);
      const sentences = pathsOf(words[topic], topic).filter((path) => {
        const value = at(path);
        return typeof value === "function" || /[a-z] .*\.$/i.test(String(value));
      });
      const named = others.map((key) => `${topic}.${key}`);
      expect(sentences.filter((path) => !(path in rows) && !named.includes(path))).toEqual([]);
      expect([...Object.keys(rows), ...named].filter((path) => !sentences.includes(path))).toEqual([]);
    });
  });
}

tableOf("loyalty", LOYALTY, loyaltyScenarios, [
  ...["heading", "more", "levels", "ownRule", "sameBehaviour"],
  ...["spans.days", "spans.weeks", "spans.months", "spans.quarters", "spans.years", "windows.rolling", "holds.span"],
  ...["title", "earlierMonths", "checked.title", "checked.preview"], // of rfm loyalty
]);
tableOf("profile", PROFILE, profileScenarios, [
  ...["upTo", "over", "between", "bars", "barScale"],
  ...["title", "historyTitle", "followTitle", "bySpend", "byAge", "firstDay", "lessTime", "moreRows", "moreValues"], // of rfm profile
  ...["historyMeaning", "pairsMeaning", "noPairs", "followMeaning", "followRevenue", "few", "nobody"],
]);
tableOf("effect", EFFECT, async () => effectScenarios(), [
  ...["title", "points", "range"],
  ...["otherControl", "repeated", "groups"], // notes on the lists, in commands/effect.test.ts
]);
