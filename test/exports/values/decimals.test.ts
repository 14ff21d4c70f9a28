import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount, LARGEST_AMOUNT } from "../../../src/basics/money/amount.ts";
import type { DecimalMark } from "../../../src/basics/money/decimal-mark.ts";
import {
  adjacentCurrency,
  isBlankAmount,
  markEvidence,
  multiply,
  parseDecimal,
  toAmount,
  unwrapCell,
} from "../../../src/exports/values/decimals.ts";

const NBSP = "\u00a0";
const NARROW = "\u202f";
const THIN = "\u2009";
const MINUS = "\u2212";

/** The amount that a cell says, in full; `null` where it is no number under this mark. */
function amountText(text: string, mark: DecimalMark): string | null {
  const decimal = parseDecimal(text, mark);
  const amount = decimal === null ? null : toAmount(decimal);
  return amount === null ? null : formatAmount(amount.amount);
}

/** −1234567.5 as the locales of the common locale data print it. */
const NEGATIVES: readonly (readonly [locale: string, text: string, mark: DecimalMark])[] = [
  ["en-US, en-GB, en-AU, en-CA, ja, zh", "-1,234,567.50", "."],
  ["en-IN", "-12,34,567.50", "."],
  ["en-ZA, de-AT, fr-CA, cs-CZ, hu-HU", `-1${NBSP}234${NBSP}567,50`, ","],
  ["de-DE, da-DK, nl-NL, pt-BR, es, it", "-1.234.567,50", ","],
  ["de-CH", "-1'234'567.50", "."],
  ["de-CH in older data", "-1\u2019234\u2019567.50", "."],
  ["fr-FR", `-1${NARROW}234${NARROW}567,50`, ","],
  ["fi-FI, sv-SE, lt-LT, nb-NO", `${MINUS}1${NBSP}234${NBSP}567,50`, ","],
];

/** 1234.56 as a price, and the currency that stands beside it. */
const PRICES: readonly (readonly [locale: string, text: string, mark: DecimalMark, currency: string])[] = [
  ["en-US, en-CA", "$1,234.56", ".", "$"],
  ["en-GB", "£1,234.56", ".", "£"],
  ["en-IN", "₹1,234.56", ".", "₹"],
  ["en-ZA", `R${NBSP}1${NBSP}234,56`, ",", "R"],
  ["de-DE", `1.234,56${NBSP}€`, ",", "€"],
  ["de-AT, nl-NL", `€${NBSP}1.234,56`, ",", "€"],
  ["de-CH", `CHF${NBSP}1'234.56`, ".", "CHF"],
  ["fr-FR", `1${NARROW}234,56${NBSP}€`, ",", "€"],
  ["fr-CA", `1${NBSP}234,56${NBSP}$`, ",", "$"],
  ["fi-FI", `1${NBSP}234,56${NBSP}€`, ",", "€"],
  ["sv-SE, nb-NO", `1${NBSP}234,56${NBSP}kr`, ",", "kr"],
  ["da-DK", `1.234,56${NBSP}kr.`, ",", "kr."],
  ["es, it, pt-PT, pl, et, lv", `1234,56${NBSP}€`, ",", "€"],
  ["pt-BR", `R$${NBSP}1.234,56`, ",", "R$"],
  ["cs-CZ", `1${NBSP}234,56${NBSP}Kč`, ",", "Kč"],
];

describe("parseDecimal on the amounts of every locale", () => {
  it.each(NEGATIVES)("%s: %j is −1234567.5", (_, text, mark) => {
    expect(amountText(text, mark)).toBe("-1234567.50");
    expect(amountText(text.slice(1), mark)).toBe("1234567.50");
  });

  it.each(PRICES)("%s: %j is 1234.56", (_, text, mark, currency) => {
    expect(amountText(text, mark)).toBe("1234.56");
    expect(adjacentCurrency(text)).toBe(currency);
  });

  it.each([
    [`1235${NBSP}Ft`, "Ft"],
    ["￥1,235", "￥"],
  ])("currencies without decimals: %j is 1235", (text, currency) => {
    expect(amountText(text, ".")).toBe("1235.00");
    expect(adjacentCurrency(text)).toBe(currency);
  });
});

describe("parseDecimal on what exporters and spreadsheets make of amounts", () => {
  it.each([
    ["(12.00)", ".", "-12.00"],
    ["12.00-", ".", "-12.00"],
    ["-$12.00", ".", "-12.00"],
    ["$-12.00", ".", "-12.00"],
    ["($12.00)", ".", "-12.00"],
    ["12,00 EUR", ",", "12.00"],
    ["EUR12.00", ".", "12.00"],
    ["AU $5.00", ".", "5.00"],
    ["12,-", ",", "12.00"],
    ["1 234,5", ",", "1234.50"],
    ["1_234", ".", "1234.00"],
    ["free", ".", "0.00"],
    [`1${THIN}234.5`, ".", "1234.50"],
    [`${MINUS}3,5`, ",", "-3.50"],
    ["\u20133.5", ".", "-3.50"],
    ["+12.50", ".", "12.50"],
    ["  12.50 ", ".", "12.50"],
    ["'-12", ".", "-12.00"],
    ["'12.50", ".", "12.50"],
    ['="12.50"', ".", "12.50"],
    ["154.0000", ".", "154.00"],
    ["0", ".", "0.00"],
    ["-0", ".", "0.00"],
    ["007", ".", "7.00"],
    [".5", ".", "0.50"],
    [",5", ",", "0.50"],
    ["-.5", ".", "-0.50"],
    ["5.", ".", "5.00"],
  ] as const)("%j with %j is %s", (text, mark, expected) => {
    expect(amountText(text, mark)).toBe(expected);
  });

  it.each([
    ["1e+05", ".", "100000.00"],
    ["1E5", ".", "100000.00"],
    ["1.2E+13", ".", null], // twelve thousand milliard: beyond an amount
    ["1.25e3", ".", "1250.00"],
    ["1,25E+03", ",", "1250.00"],
    ["5e-05", ".", "0.0001"], // 0.00005, half away from zero
    ["1.5e-3", ".", "0.0015"],
    ["-1e2", ".", "-100.00"],
  ] as const)("exponents: %j with %j is %s", (text, mark, expected) => {
    expect(amountText(text, mark)).toBe(expected);
  });

  it.each([
    ["12.5%", "."],
    ["1,23,4", "."],
    ["1,23,4", ","],
    ["1,234,56", "."],
    ["12,345,6", "."],
    ["1234,567.00", "."],
    ["1,2345.00", "."],
    ["1.234.56", "."],
    ["1.234.56", ","],
    ["1,234 567.00", "."],
    ["0,123", "."],
    ["1 23", "."],
    [",123.00", "."],
    ["1,", "."],
    ["abc", "."],
    ["12abc3", "."],
    ["1-2", "."],
    ["--5", "."],
    ["2026-03-04", "."],
    ["3/4", "."],
    [".", "."],
    ["$", "."],
    ["()", "."],
    ["1e999", "."],
    ["12:30", "."],
  ] as const)("%j with %j is no number", (text, mark) => {
    expect(parseDecimal(text, mark)).toBeNull();
  });

  it("reads 1.234 as the column's mark says", () => {
    expect([amountText("1.234", "."), amountText("1.234", ",")]).toEqual(["1.234", "1234.00"]);
    expect([amountText("1,234", "."), amountText("1,234", ",")]).toEqual(["1234.00", "1.234"]);
  });
});

describe("isBlankAmount", () => {
  it.each(["", " ", "-", "–", "—", "n/a", "N/A", "NaN", "null", "None", NBSP])(
    "%j says that there is no amount",
    (text) => {
      expect(isBlankAmount(text)).toBe(true);
    },
  );

  it.each(["0", "0.00", "free", "-1", "abc", "(0)"])("%j is not blank", (text) => {
    expect(isBlankAmount(text)).toBe(false);
  });
});

describe("unwrapCell", () => {
  it("undoes one leading apostrophe and a formula around text", () => {
    expect(["'00100", '="00100"', " 00100 ", "''1", "'", "00100"].map(unwrapCell)).toEqual([
      "00100",
      "00100",
      "00100",
      "'1",
      "'",
      "00100",
    ]);
  });
});

describe("markEvidence", () => {
  it.each(NEGATIVES)("%s: %j shows its mark", (_, text, mark) => {
    expect(markEvidence(text)).toBe(mark);
  });

  it.each(PRICES)("%s: %j shows its mark", (_, text, mark) => {
    expect(markEvidence(text)).toBe(mark);
  });

  it.each([
    ["12.5", "."],
    ["12,5", ","],
    ["12.50", "."],
    ["1.2345", "."],
    ["1,2345", ","],
    ["1234.567", "."], // four digits before: no grouping
    ["0.123", "."], // nobody groups after a 0
    ["1.234.567", ","], // a mark that repeats groups
    ["1,234,567", "."],
    ["1.234,5", ","],
    ["1,234.5", "."],
    ["12,00 EUR", ","],
    ["AU $5.00", "."],
  ] as const)("%j shows %j", (text, mark) => {
    expect(markEvidence(text)).toBe(mark);
  });

  it.each(["1.234", "1,234", "-12.345", "1,234 EUR", "$999,999"])("%j can be read both ways", (text) => {
    expect(markEvidence(text)).toBe("open");
  });

  it.each(["12", "-12", "1 234", "1'234", "1_234", "12,-", "1e5"])("%j shows nothing", (text) => {
    expect(markEvidence(text)).toBe("none");
  });

  it.each(["abc", "1,23,4", "12.5%", "1 23", ""])("%j is no number", (text) => {
    expect(markEvidence(text)).toBe("unreadable");
  });
});

describe("adjacentCurrency", () => {
  it("is the symbol or code as written, and empty without one", () => {
    expect(["-$12.00", "12,00 EUR", "EUR12.00", "AU $5.00", "12.00", "abc"].map(adjacentCurrency)).toEqual([
      "$",
      "EUR",
      "EUR",
      "AU $",
      "",
      "",
    ]);
  });
});

describe("toAmount", () => {
  /** The amount of a decimal written with a point, and whether it was rounded. */
  function amountOf(text: string): unknown {
    const decimal = parseDecimal(text, ".");
    return decimal === null ? "no number" : toAmount(decimal);
  }

  it.each([
    ["0.00005", 1],
    ["-0.00005", -1],
    ["0.00004999999", 0],
    ["-0.00004999999", 0],
    ["1.00015", 10_002],
    ["1.00025", 10_003],
    ["-1.00025", -10_003],
    ["0.99995", 10_000],
    ["2.675049999", 26_750],
  ])("rounds the fifth decimal of %s half away from zero", (text, amount) => {
    const read = amountOf(text);
    expect(read).toMatchObject({ rounded: true });
    expect(read).toHaveProperty("amount", amount);
  });

  it.each([
    ["0.0001", 1],
    ["1.10000000", 11_000],
    ["-12.5", -125_000],
    ["0", 0],
  ])("keeps %s as it is", (text, amount) => {
    expect(amountOf(text)).toEqual({ amount, rounded: false });
  });

  it("is exact up to 2^53 − 1 ten-thousandths, and no amount beyond", () => {
    expect(amountOf("900719925474.0991")).toEqual({ amount: LARGEST_AMOUNT, rounded: false });
    expect(amountOf("900719925474.0992")).toBeNull();
    expect(amountOf("-900719925474.0991")).toEqual({ amount: -LARGEST_AMOUNT, rounded: false });
    expect(amountOf("12345678901234567890")).toBeNull();
  });
});

describe("multiply", () => {
  /** Quantity × price as an amount. */
  function product(quantity: string, price: string): unknown {
    const [a, b] = [parseDecimal(quantity, "."), parseDecimal(price, ".")];
    return a === null || b === null ? null : toAmount(multiply(a, b));
  }

  it("is exact, where doubles are not", () => {
    expect(product("3", "0.1")).toEqual({ amount: 3000, rounded: false });
    expect(0.1 * 3).not.toBe(0.3);
    expect(product("-6", "2.55")).toEqual({ amount: -153_000, rounded: false });
    expect(product("0", "9.99")).toEqual({ amount: 0, rounded: false });
  });

  it("is rounded once: 0.5 × 0.0001 is half a ten-thousandth", () => {
    expect(product("0.5", "0.0001")).toEqual({ amount: 1, rounded: true });
    expect(product("-0.5", "0.0001")).toEqual({ amount: -1, rounded: true });
    expect(product("0.333333", "3")).toEqual({ amount: 10_000, rounded: true }); // 0.999999
  });
});

describe("an amount written in any locale's form", () => {
  const LOCALES = [
    ["en-US", "USD"],
    ["en-GB", "GBP"],
    ["en-AU", "AUD"],
    ["en-CA", "CAD"],
    ["en-IN", "INR"],
    ["en-ZA", "ZAR"],
    ["de-DE", "EUR"],
    ["de-AT", "EUR"],
    ["de-CH", "CHF"],
    ["fr-FR", "EUR"],
    ["fr-CA", "CAD"],
    ["fi-FI", "EUR"],
    ["sv-SE", "SEK"],
    ["lt-LT", "EUR"],
    ["nb-NO", "NOK"],
    ["da-DK", "DKK"],
    ["nl-NL", "EUR"],
    ["es-ES", "EUR"],
    ["it-IT", "EUR"],
    ["pt-PT", "EUR"],
    ["pt-BR", "BRL"],
    ["pl-PL", "PLN"],
    ["et-EE", "EUR"],
    ["lv-LV", "EUR"],
    ["cs-CZ", "CZK"],
    ["hu-HU", "HUF"],
    ["ja-JP", "JPY"],
    ["zh-CN", "CNY"],
  ] as const;

  /** Formats with exactly four decimals: every amount in full. */
  const formatters = LOCALES.map(([locale, currency]) => {
    const digits = { minimumFractionDigits: 4, maximumFractionDigits: 4 };
    const plain = new Intl.NumberFormat(locale, digits);
    const mark = plain.formatToParts(1.5).find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
    return {
      locale,
      mark: mark as DecimalMark,
      plain,
      price: new Intl.NumberFormat(locale, { ...digits, style: "currency", currency }),
      code: new Intl.NumberFormat(locale, { ...digits, style: "currency", currency, currencyDisplay: "code" }),
      accounting: new Intl.NumberFormat(locale, { ...digits, style: "currency", currency, currencySign: "accounting" }),
    };
  });

  const amounts = fc.oneof(
    fc.integer({ min: -99_999_999, max: 99_999_999 }),
    fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
  );

  it.each(formatters)("$locale: reads back as the same number", ({ mark, plain, price, code, accounting }) => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const exact = formatAmount(amount) as Intl.StringNumericLiteral;
        for (const format of [plain, price, code, accounting]) {
          const text = format.format(exact);
          expect(amountText(text, mark), text).toBe(exact);
        }
      }),
      { numRuns: 60, seed: 20_260_304 },
    );
  });

  it("never shows the wrong mark", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...formatters), (amount, { mark, price }) => {
        const text = price.format(formatAmount(amount) as Intl.StringNumericLiteral);
        expect(markEvidence(text), text).toBe(mark);
      }),
      { numRuns: 200, seed: 20_260_304 },
    );
  });
});
