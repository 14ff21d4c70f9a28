import { describe, expect, it } from "vitest";
import { BUILT_IN_SCHEMES } from "../../../src/analysis/segments/built-in/index.ts";
import type { SegmentTexts } from "../../../src/analysis/segments/scheme.ts";
import { PRESETS } from "../../../src/exports/platforms/index.ts";
import { LANGUAGE_CODES, loadLanguage } from "../../../src/render/language/load-language.ts";
import { schemeFileIn } from "../../../src/render/language/scheme-words.ts";
import { ENGLISH } from "../../support/languages.ts";

/** Texts of a catalogue by their path, `report.title`; functions are kept as they are. */
function textsIn(value: unknown, path = ""): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...textsIn(inner, path === "" ? key : `${path}.${key}`)]),
  );
}

/** Words that only other languages have: English takes them from where they stand. */
const ELSEWHERE_IN_ENGLISH = /^(?:schemes|platforms|inspect\.phrases)\b/;

function ownTexts(words: unknown): ReadonlyMap<string, unknown> {
  return new Map([...textsIn(words)].filter(([path]) => !ELSEWHERE_IN_ENGLISH.test(path)));
}

/** Words that are the same in English and in the language, and rightly so; R, F, M and SHA-256 are no words. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  fi: [],
  sv: [
    "segment",
    "Segment",
    "status",
    "median",
    "Median",
    "retention",
    "Retention",
    "period",
    "Period",
    "Period 0, 1, 2 …",
    "definition",
    "till",
    "program",
    "Program",
    "Profil",
    "cell",
  ],
  de: ["Segment", "Score", "Scores", "Median", "Name", "Lift", "Status", "Punkt"],
};

const OTHERS = LANGUAGE_CODES.filter((code) => code !== "en");

describe("the languages", () => {
  it("are English, the default, Finnish, Swedish and German", () => {
    expect(LANGUAGE_CODES).toEqual(["en", "fi", "sv", "de"]);
  });
});

describe.each(OTHERS)("the catalogue of %s", async (code) => {
  const language = await loadLanguage(code);
  const [english, other] = [ownTexts(ENGLISH.words), ownTexts(language.words)];

  it("has every text that English has, and no other", () => {
    expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("has a sentence where English has one, of the same facts", () => {
    for (const [path, text] of english) {
      const own = other.get(path);
      expect(typeof own, path).toBe(typeof text);
      if (typeof text === "function" && typeof own === "function") expect(own.length, path).toBe(text.length);
    }
  });

  it("says nothing in English, and nothing at all nowhere", () => {
    const texts = [...other].filter(([, text]) => typeof text === "string");
    expect(texts.filter(([path, text]) => text === "" && english.get(path) !== "")).toEqual([]);
    const same = texts.filter(([path, text]) => text === english.get(path) && /\p{Ll}{2}/u.test(String(text)));
    expect(same.filter(([, text]) => !SAME[code]?.includes(String(text)))).toEqual([]);
  });

  it("has the name, the meaning and the advice of every segment of every built-in scheme, each in other words", () => {
    const keys = ["name", "meaning", "action", "avoid", "measure"] as const;
    for (const scheme of BUILT_IN_SCHEMES) {
      const said = schemeFileIn(scheme, language);
      expect(said.description, scheme.name).not.toBe(scheme.description);
      for (const [index, segment] of scheme.segments.entries()) {
        const own = said.segments[index] as SegmentTexts;
        for (const key of keys.filter((one) => segment[one] !== undefined)) {
          expect(own[key], `${scheme.name}, ${segment.name}, ${key}`).not.toBe(segment[key]);
          expect(own[key], `${scheme.name}, ${segment.name}, ${key}`).not.toBe("");
        }
      }
    }
  });

  it("has other words for what these schemes say, and for nothing else", () => {
    const said = BUILT_IN_SCHEMES.flatMap(({ description, segments }) => [
      description,
      ...segments.flatMap(({ name, meaning, action, avoid, measure }) => [name, meaning, action, avoid, measure]),
    ]);
    const texts = new Set(said.filter((text) => text !== undefined));
    expect(Object.keys(language.words.schemes).toSorted()).toEqual([...texts].toSorted());
  });

  it("tells the segments of a scheme apart by their names", () => {
    for (const scheme of BUILT_IN_SCHEMES) {
      const names = schemeFileIn(scheme, language).segments.map(({ name }) => name);
      expect(new Set(names).size, scheme.name).toBe(names.length);
    }
  });

  it("says what each platform's preset says", () => {
    const noted = PRESETS.filter((preset) => preset.note !== undefined).map((preset) => preset.name);
    expect(Object.keys(language.words.platforms).toSorted()).toEqual(noted.toSorted());
  });
});

describe.each(LANGUAGE_CODES)("in %s", async (code) => {
  const { words } = await loadLanguage(code);

  it("a workbook, which may be of a table in a database, defines nothing by exports", () => {
    const texts = [...textsIn(words.workbook).values()].filter((text) => typeof text === "string");
    expect(texts.filter((text) => /\b(?:export|vienti)/iu.test(text))).toEqual([]);
  });

  it("several days are listed with one word before the last", () => {
    const second = { share: 0.5, days: 60, medianDays: null, fewest: 10 };
    const said = words.repeat.secondSentence({ ...second, hidden: [90, 180, 365] });
    expect(said).toMatch(/\b90, 180 \p{L}+ 365\b/u);
    expect(words.repeat.secondSentence({ ...second, hidden: [180, 365] })).toMatch(/\b180 \p{L}+ 365\b/u);
  });

  it("a forecast says its money with the currency, where there is one", () => {
    const { forecast } = words.forecasting;
    const total = { from: 1, to: 90, customers: 9, buyers: 4, orders: 5, ordersRange: null, interval: 0.9 };
    const spend = { ...total, spend: 77_060_300, spendRange: null };
    expect(forecast.total({ ...spend, currency: " EUR" })).toMatch(/7\P{L}706\P{L}03 EUR/u);
    expect(forecast.total({ ...spend, currency: "" })).not.toContain("EUR");
    expect(forecast.discounted(77_060_300, 0.1, " EUR")).toMatch(/03 EUR/);
    expect(forecast.explain.discounted(77_060_300, " EUR")).toMatch(/03 EUR/);
    const chance = { ...{ probability: 0.5, orders: 2, low: 1, high: 3, from: 1, to: 90 }, interval: 0.9 };
    const each = forecast.explain.chance({ ...chance, value: 10_0000, spend: 20_0000, currency: " EUR" });
    expect(each.match(/ EUR/g)).toHaveLength(2);
  });
});

describe("a scheme in Finnish", async () => {
  const finnish = await loadLanguage("fi");
  const [standard] = BUILT_IN_SCHEMES;
  if (standard === undefined) throw new Error("there is no scheme");
  const [first] = standard.segments;
  if (first === undefined) throw new Error("the scheme has no segment");

  it("keeps what the user has written, also in a copy of a built-in scheme", () => {
    const copy = { ...standard, description: "Mine", segments: [{ ...first, action: "Call them." }] };
    const said = schemeFileIn(copy, finnish);
    expect(said.description).toBe("Mine");
    expect(said.segments[0]).toMatchObject({ name: "Parhaat asiakkaat", action: "Call them." });
  });

  it("leaves a scheme of another name alone", () => {
    const own = { ...standard, name: "my-shop" };
    expect(schemeFileIn(own, finnish)).toEqual(own);
  });
});
