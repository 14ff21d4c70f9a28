import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { type Language, peopleText, UNKNOWN } from "../../../src/render/language/language.ts";
import { LANGUAGE_CODES, loadLanguage } from "../../../src/render/language/load-language.ts";
import { localeFormats, plainFormats } from "../../../src/render/language/people-formats.ts";
import { shownDifference, signedCount, signedShare } from "../../../src/render/language/signed-share.ts";

/** The blank that Finnish puts between thousands and before the percent sign: it never ends a line. */
const NBSP = "\u00a0";

describe("the plain formats", () => {
  it("round money to cents, half away from zero, and group it", () => {
    expect(plainFormats.money(37_068_276_400)).toBe("3,706,827.64");
    expect(plainFormats.money(50)).toBe("0.01");
    expect(plainFormats.money(-50)).toBe("-0.01");
    expect(plainFormats.money(49)).toBe("0.00");
    expect(plainFormats.money(-49)).toBe("0.00");
    expect(plainFormats.money(-49n)).toBe("0.00");
    expect(plainFormats.money(123_456_789_012_345_678_950n)).toBe("12,345,678,901,234,567.90");
  });

  it("write shares, numbers, counts and days", () => {
    expect(plainFormats.share(0.3655)).toBe("36.6%");
    expect(plainFormats.share(-0.0004)).toBe("0.0%");
    expect(plainFormats.number(1234.56)).toBe("1,234.6");
    expect(plainFormats.number(2)).toBe("2");
    expect([2, 1234.56, -0.04].map(plainFormats.oneDecimal)).toEqual(["2.0", "1,234.6", "0.0"]);
    expect(plainFormats.count(209_029)).toBe("209,029");
    expect(plainFormats.day(dayNumber(2011, 4, 30))).toBe("2011-04-30");
  });
});

describe("a difference in percentage points", () => {
  it.each(LANGUAGE_CODES)("has one decimal wherever it is said, a whole one too: %s", async (code) => {
    const { words } = await loadLanguage(code);
    const { latest } = words.page;
    const said = [
      words.report.latest.points(-300),
      latest.pointsUp(0.3, "2024-05", false),
      latest.pointsDown(-0.3, "2024-05", false),
      words.effect.points(0.3),
      words.effect.points(-0.3),
    ];
    expect(said.filter((text) => !/(?<!\d)30[.,]0(?!\d)/.test(text))).toEqual([]);
  });
});

describe("the sign of a number below 0", () => {
  it.each([
    ["en", "-"],
    ["de", "-"],
    ["fi", "\u2212"],
    ["sv", "\u2212"],
  ] as const)("is that of CLDR in %s, in all that is said", async (code, minus) => {
    const language = await loadLanguage(code);
    const { words, money, count, oneDecimal } = language;
    const texts = [
      ...[money(-35_000), count(-3), oneDecimal(-0.5), signedShare(-0.05, language), signedCount(-4, language)],
      words.report.latest.points(-5),
      words.page.overTime.change("Lost", -3),
      words.page.overTime.count("Lost", 7, -3),
    ];
    expect(texts.filter((text) => !text.includes(`${minus}3`) && !new RegExp(`${minus}[0-5]`).test(text))).toEqual([]);
    expect(texts.filter((text) => new RegExp(`${minus === "-" ? "\u2212" : "-"}\\d`).test(text))).toEqual([]);
    expect([signedCount(0, language), signedCount(2, language)]).toEqual(["±0", "+2"]);
  });
});

describe("the sentence on the newest month", () => {
  it.each(LANGUAGE_CODES)("names the currency, and signs changes as the language does: %s", async (code) => {
    const { words, minus, money } = await loadLanguage(code);
    const changes = [{ period: "2024-05", change: -0.05 }];
    const said = words.digest.period({
      ...{ period: "2024-06", kind: "month", revenue: 12_340_000n, currency: " EUR", customers: 2 },
      ...{ revenueChanges: changes, customerChanges: [] },
    });
    expect(said).toContain(` ${money(12_340_000n)} EUR (`);
    expect(said.includes(`${minus}5`)).toBe(code === "en" || code === "sv"); // the others say less than
  });
});

describe("the difference of two rates", () => {
  it("is that of the rates as they are shown", () => {
    expect(shownDifference(0.3764, 0.3755)).toBe(0); // 37.6% and 37.6%, 0.09 points apart
    expect(shownDifference(0.3755, 0.37549)).toBe(0.001); // 37.6% and 37.5%
    expect(shownDifference(0.2, 0.45)).toBe(-0.25);
  });
});

describe("the formats of a locale", () => {
  const day = dayNumber(2011, 4, 30);

  it("are those of Finland", () => {
    const finland = localeFormats("fi-FI");
    expect(finland.money(37_068_276_400)).toBe(`3${NBSP}706${NBSP}827,64`);
    expect(finland.money(-35_000)).toBe("\u22123,50");
    expect(finland.money(123_456_789_012_345_678_950n)).toBe(["12", "345", "678", "901", "234", "567,90"].join(NBSP));
    expect(finland.share(0.3655)).toBe(`36,6${NBSP}%`);
    expect(finland.number(1234.56)).toBe(`1${NBSP}234,6`);
    expect(finland.number(0.123, 2)).toBe("0,12");
    expect([2, 1234.56, -0.04].map(finland.oneDecimal)).toEqual(["2,0", `1${NBSP}234,6`, "0,0"]);
    expect(finland.count(209_029)).toBe(`209${NBSP}029`);
    expect(finland.day(day)).toBe("30.4.2011");
    expect(finland.decimalMark).toBe(",");
  });

  it("are those of the United States, Britain and Sweden", () => {
    expect(
      [plainFormats, ...["en-US", "en-GB", "sv-SE"].map(localeFormats)].map((formats) => formats.day(day)),
    ).toEqual(["2011-04-30", "4/30/2011", "30/04/2011", "2011-04-30"]);
    expect(localeFormats("en-US").money(12_345_600)).toBe("1,234.56");
    expect(localeFormats("en-US").share(0.5)).toBe("50.0%");
  });

  it("round as the plain ones do: halves away from zero, never to a minus zero", () => {
    const finland = localeFormats("fi-FI");
    expect(finland.money(50)).toBe("0,01");
    expect(finland.money(-50)).toBe("\u22120,01");
    expect(finland.money(-49)).toBe("0,00");
    expect(finland.share(0.0005)).toBe(`0,1${NBSP}%`);
    expect(finland.share(-0.0004)).toBe(`0,0${NBSP}%`);
    expect(finland.number(0.25)).toBe("0,3");
  });

  it("count days before 1970, leap days, and in the same calendar everywhere", () => {
    expect(localeFormats("fi-FI").day(dayNumber(1969, 12, 31))).toBe("31.12.1969");
    expect(localeFormats("fi-FI").day(dayNumber(2012, 2, 29))).toBe("29.2.2012");
    expect(localeFormats("th-TH").day(day)).toContain("2011");
  });
});

describe("a cell for people", () => {
  const all = (language: Language): readonly string[] => [
    peopleText(language, "money", 12_345_600),
    peopleText(language, "quotient", 1234.56),
    peopleText(language, "share", 0.25),
    peopleText(language, "day", dayNumber(2011, 4, 30)),
    peopleText(language, "number", 2.5),
    peopleText(language, "count", 1000),
    peopleText(language, "flag", true),
    peopleText(language, "text", "1000.5"),
    peopleText(language, "money", null),
  ];

  it("is in the language's own form", async () => {
    expect(all(await loadLanguage())).toEqual(
      ["1,234.56", "1,234.56", "25.0%", "2011-04-30", "2.5", "1,000", "yes", "1000.5", UNKNOWN], //
    );
    expect(all(await loadLanguage("fi"))).toEqual(
      ["1 234,56", "1 234,56", "25,0 %", "30.4.2011", "2,5", "1 000", "kyllä", "1000.5", UNKNOWN].map((text) =>
        text.replaceAll(" ", NBSP),
      ),
    );
  });

  it("takes words from the language and numbers from the locale", async () => {
    const language = await loadLanguage("fi", "en-GB");
    expect(language.words.common.customers(2345)).toBe("2,345 asiakasta");
    expect(language.day(dayNumber(2011, 4, 30))).toBe("30/04/2011");
  });
});
