import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DateFormat } from "../../../src/basics/calendar/date-format.ts";
import { formatDay } from "../../../src/basics/calendar/days.ts";
import type { DecimalMark } from "../../../src/basics/money/decimal-mark.ts";
import { AmountColumn } from "../../../src/exports/values/amount-column.ts";
import { parseDate } from "../../../src/exports/values/dates.ts";
import { adjacentCurrency } from "../../../src/exports/values/decimals.ts";
import { AMOUNT, KEY, SLOW_DAY } from "../../../src/kernel/cells.ts";
import { currencyBeside } from "../../../src/orders/scan/currency-beside.ts";
import { DATE_FORMS, writeDate } from "../../support/date-forms.ts";
import { HASH_KEY_BYTES, KernelCells } from "../../support/kernel-cells.ts";
import { keyHash } from "../../support/key-hash.ts";
import { NUMBER_FORMS, writeAmount } from "../../support/number-forms.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 300_000 : 8_000;
const SEED = 4_000;

const FORMATS: readonly DateFormat[] = [
  { notation: "calendar", order: "dmy" },
  { notation: "calendar", order: "dmy" },
  { notation: "calendar", order: "mdy" },
  { notation: "calendar", order: "mdy" },
  { notation: "calendar", order: null },
  { notation: "compact", order: null },
  { notation: "epoch seconds", order: null },
  { notation: "epoch milliseconds", order: null },
  { notation: "spreadsheet serial", order: null },
];

const NUMERIC_FORMS = Object.entries(DATE_FORMS).flatMap(([name, form]) => (/^[\d./-]{8,}/.test(name) ? [form] : []));

const PLAIN_NUMBERS = { date: { notation: "calendar", order: null }, decimal: "." } as const;
const DAYS = FORMATS.map((date) => new KernelCells("day", { date, decimal: "." }));
const AMOUNTS: Record<DecimalMark, KernelCells> = {
  ".": new KernelCells("amount", PLAIN_NUMBERS),
  ",": new KernelCells("amount", { ...PLAIN_NUMBERS, decimal: "," }),
};
const KEYS = new KernelCells("key", PLAIN_NUMBERS);
const WIDE_KEYS = new KernelCells("key", { ...PLAIN_NUMBERS, isUtf8: false });
const IDS = new KernelCells("id", PLAIN_NUMBERS);

const someAround = fc.constantFrom(",", "1", "0000000", ":05", " AM", "-", ".", "");

function someHex(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength, maxLength });
}

/** Something that nearly is a cell of the given characters. */
function nearly(characters: string): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...characters), { maxLength: 14 }).map((all) => all.join(""));
}

/** A text with one character lost, doubled or another. */
function mistyped(text: string, { at, how, other }: { at: number; how: number; other: string }): string {
  const place = at % (text.length + 1);
  if (how === 0) return text;
  if (how === 1) return text.slice(0, place) + text.slice(place + 1);
  if (how === 2) return text.slice(0, place) + other + text.slice(place);
  return text.slice(0, place) + other + text.slice(place + 1);
}

const someSlip = (characters: string): fc.Arbitrary<{ at: number; how: number; other: string }> =>
  fc.record({ at: fc.nat(40), how: fc.nat(3), other: fc.constantFrom(...characters) });

describe("a day read from bytes", () => {
  const characters = "0123456789./-: TZAPMUC+,'h";
  const someWritten = fc
    .record({
      form: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...NUMERIC_FORMS) },
        { weight: 1, arbitrary: fc.constantFrom(...Object.values(DATE_FORMS)) },
      ),
      day: fc.integer({ min: -30_000, max: 90_000 }),
      seconds: fc.nat(86_399),
      slip: someSlip(characters),
    })
    .map(({ form, day, seconds, slip }) => mistyped(writeDate(day, seconds, form), slip));

  it("is the day that the tolerant reading finds, where it is one", () => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: someWritten }, { weight: 1, arbitrary: nearly(characters) }),
        fc.nat(FORMATS.length - 1),
        someAround,
        (cell, index, around) => {
          const [cells, format] = [DAYS[index] as KernelCells, FORMATS[index] as DateFormat];
          const day = cells.meaning(cell, around);
          if (day === SLOW_DAY) return;
          answered += 1;
          expect(day, `"${cell}" as ${JSON.stringify(format)}`).toBe(parseDate(cell, format));
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(answered, "cells that the short cut answered").toBeGreaterThan(CASES / 20);
  });

  it.each([
    ["2026-03-01", "dmy", "2026-03-01"],
    ["2026-03-01 14:05:09 +0200", "mdy", "2026-03-01"],
    ["2026/03/01T14:05:09.123Z", null, "2026-03-01"],
    ["1.3.2026", "mdy", "2026-03-01"],
    ["01/03/2026 9:05", "dmy", "2026-03-01"],
    ["03/01/2026, 9:05", "mdy", "2026-03-01"],
    ["1.3.26 klo 14.05", "dmy", null],
    ["1.3.26 14.05", "dmy", "2026-03-01"],
    ["1/3/69", "dmy", "1969-03-01"],
    ["1.3.026", "dmy", null],
    ["2026-03-01 14:05:09.1234567+02:00", null, "2026-03-01"],
    ["2026-03-01 14:05:09.", null, null],
    ["Mar 1, 2026 14:05:09 PM", null, "2026-03-01"],
    ["MARCH 01 26", null, "2026-03-01"],
    ["1. maaliskuuta 2026", null, "2026-03-01"],
    ["01-mär-2026", null, "2026-03-01"],
    ["1 septembre 2026, 9:05", null, "2026-09-01"],
    ["01Mar-2026", null, null],
    ["Mar.1, 2026", null, null],
    ["Mark 1, 2026", null, null],
    ["Feb 30, 2026", null, null],
    ["Mar 1, 202", null, null],
    ["3/1/2026 9:05:01 PM", "mdy", "2026-03-01"],
    ["29.2.2024", "dmy", "2024-02-29"],
    ["29.2.2026", "dmy", null],
    ["31.12.2199", "dmy", "2199-12-31"],
    ["1.1.2200", "dmy", null],
    ["31.12.1899", "dmy", null],
    ["01/02/2026", null, null],
    ["2026-03/01", "dmy", null],
    ["2026-3-1", "dmy", null],
    ["", "dmy", null],
  ] as const)("of %j, %s, is %s", (cell, order, day) => {
    const found = new KernelCells("day", { date: { notation: "calendar", order }, decimal: "." }).meaning(cell, ",");
    expect(found === SLOW_DAY ? null : formatDay(found)).toBe(day);
  });
});

describe("a day that is counted", () => {
  it.each([
    ["1772323200", "epoch seconds", "2026-03-01"],
    ["1772409599", "epoch seconds", "2026-03-01"],
    ["177232320", "epoch seconds", null],
    ["1772323199999", "epoch milliseconds", "2026-02-28"],
    ["1772323200000", "epoch milliseconds", "2026-03-01"],
    ["46082", "spreadsheet serial", "2026-03-01"],
    ["46082.99999", "spreadsheet serial", "2026-03-01"],
    ["46082,5", "spreadsheet serial", "2026-03-01"],
    ["46082.999999999999", "spreadsheet serial", null],
    ["46082.", "spreadsheet serial", null],
    ["36526", "spreadsheet serial", "2000-01-01"],
    ["36525", "spreadsheet serial", null],
    ["54789", "spreadsheet serial", null],
  ] as const)("%j as %s is %s", (cell, notation, day) => {
    const found = new KernelCells("day", { date: { notation, order: null }, decimal: "." }).meaning(cell, "1");
    expect(found === SLOW_DAY ? null : formatDay(found)).toBe(day);
  });
});

describe("an amount read from bytes", () => {
  const characters = "0123456789.,-+' e€(\u00a0\u202f\u2009\u2019\u2212";
  /** What forms have around their amounts, with the blanks of a keyboard, as the kernel is told it. */
  const someCurrency = fc.constantFrom(
    ...Object.values(NUMBER_FORMS).map(({ before, after }) => [before, after].map((part) => part.replace(/\s/g, " "))),
  );
  const someWritten = fc
    .record({
      form: fc.constantFrom(...Object.values(NUMBER_FORMS)),
      hundredths: fc.oneof(fc.integer({ min: -5_000_000_00, max: 5_000_000_00 }), fc.integer({ min: -999, max: 999 })),
      slip: someSlip(characters),
    })
    .map(({ form, hundredths, slip }) => {
      const amount = form.decimals === "none" ? Math.trunc(hundredths / 100) * 100 : hundredths;
      return mistyped(writeAmount(amount, form), slip);
    });
  const someDigits = fc
    .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.oneof(fc.nat(6), fc.nat(40)))
    .map(([digits, places]) => {
      const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
      const cut = text.length - places;
      return `${digits < 0n ? "-" : ""}${text.slice(0, cut)}${places === 0 ? "" : `.${text.slice(cut)}`}`;
    });

  it("is the amount that the tolerant reading finds, and says whether it was rounded, where it is one", () => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 4, arbitrary: someWritten },
          { weight: 2, arbitrary: someDigits },
          { weight: 1, arbitrary: nearly(characters) },
        ),
        fc.constantFrom<DecimalMark>(".", ","),
        someAround,
        someCurrency,
        (cell, mark, around, [before = "", behind = ""]) => {
          AMOUNTS[mark].setCurrency(before, behind);
          const amount = AMOUNTS[mark].number(cell, around);
          if (Number.isNaN(amount)) return;
          answered += 1;
          const hasCurrency = (AMOUNTS[mark].meaning(cell, around) & AMOUNT.hasCurrency) !== 0;
          expect(adjacentCurrency(cell), `the currency of "${cell}"`).toBe(
            hasCurrency ? adjacentCurrency(`${before}1${behind}`) : "",
          );
          expect(Object.is(amount, -0), `"${cell}" is −0`).toBe(false);
          const rounded = (AMOUNTS[mark].meaning(cell, around) & AMOUNT.wasRounded) !== 0;
          expect({ amount, rounded }, `"${cell}", decimals after "${mark}"`).toEqual(
            new AmountColumn(mark).parse(cell),
          );
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(answered, "cells that the short cut answered").toBeGreaterThan(CASES / 20);
  });

  it.each([
    ["12.5", ".", 125_000],
    ["-0.0001", ".", -1],
    ["1,234.50", ".", 12_345_000],
    ["1.234,50", ",", 12_345_000],
    ["1'234'567.50", ".", 12_345_675_000],
    ["1 234,50", ",", 12_345_000],
    ["1'234,567.50", ".", Number.NaN],
    ["1 234 56", ".", Number.NaN],
    ["(12.50)", ".", -125_000],
    ["(1,234)", ".", -12_340_000],
    ["(-12.50)", ".", Number.NaN],
    ["()", ".", Number.NaN],
    ["1.234,56-", ",", -12_345_600],
    ["-12-", ".", Number.NaN],
    ["12,-", ",", 120_000],
    ["-12.-", ".", -120_000],
    ["12.50,-", ".", 125_000],
    [",-", ",", Number.NaN],
    ["12,34,567.50", ".", 12_345_675_000],
    ["1,23,456", ".", 1_234_560_000],
    ["123,45,678", ".", Number.NaN],
    ["1,23,45", ".", Number.NaN],
    ["12,345,67,890", ".", Number.NaN],
    ["1,23,456,789", ".", Number.NaN],
    ["1\u00a0234,50", ",", 12_345_000],
    ["1\u202f234\u00a0567,50", ",", 12_345_675_000],
    ["\u221212.50", ".", -125_000],
    ["1\u2019234.50", ".", 12_345_000],
    ["1\u2019234'567", ".", Number.NaN],
    ["'-12.50", ".", -125_000],
    ["''12.50", ".", Number.NaN],
    ["12 345 678 901 234 567 890 123\u00a0456 789 012 345 678 901 234 567 890", ".", Number.NaN],
    ["-0", ".", 0],
    ["99999999999.9999", ".", 999_999_999_999_999],
    ["100000000000", ".", Number.NaN],
    ["1.23456", ".", 12_346],
    ["-1.23455", ".", -12_346],
    ["29.990000000000002", ".", 299_900],
    ["12,500000", ",", 125_000],
    [`1.${"0".repeat(50)}`, ".", Number.NaN],
    ["1,23", ".", Number.NaN],
    ["0,123", ".", Number.NaN],
    ["1,2345", ".", Number.NaN],
    ["1234,567", ".", Number.NaN],
    ["-", ".", Number.NaN],
    ["", ".", Number.NaN],
    [".5", ".", Number.NaN],
    ["5.", ".", Number.NaN],
  ] as const)("of %j, decimals after %j, is %d", (cell, mark, amount) => {
    AMOUNTS[mark].setCurrency("", "");
    expect(AMOUNTS[mark].number(cell, "7")).toBe(amount);
    if (!Number.isNaN(amount)) expect(new AmountColumn(mark).parse(cell)).toMatchObject({ amount });
  });

  it.each([
    ["$12.50", "$", "", ".", 125_000],
    ["-$12.50", "$", "", ".", -125_000],
    ["$-12.50", "$", "", ".", -125_000],
    ["-$-12.50", "$", "", ".", Number.NaN],
    ["($1,234.50)", "$", "", ".", -12_345_000],
    ["(-$12.50)", "$", "", ".", Number.NaN],
    ["1\u202f234,50\u00a0€", "", " €", ",", 12_345_000],
    ["\u22121\u00a0234,50\u00a0kr", "", " kr", ",", -12_345_000],
    ["12,-\u00a0kr.", "", " kr.", ",", 120_000],
    ["CHF\u00a012\u2019234.05", "CHF ", "", ".", 122_340_500],
    ["₹12,34,567.50", "₹", "", ".", 12_345_675_000],
    ["$", "$", "", ".", Number.NaN],
    ["$ 12.50", "$", "", ".", Number.NaN],
    ["£12.50", "$", "", ".", Number.NaN],
  ] as const)(
    "of %j with %j before and %j behind it, decimals after %j, is %d",
    (cell, before, behind, mark, amount) => {
      AMOUNTS[mark].setCurrency(before, behind);
      expect(AMOUNTS[mark].number(cell, "7")).toBe(amount);
      if (!Number.isNaN(amount)) expect(new AmountColumn(mark).parse(cell)).toMatchObject({ amount });
    },
  );
});

describe("a column of amounts", () => {
  /** Those whose rows go through their text. */
  const SLOW = new Set(["underscores"]);

  it.each(Object.entries(NUMBER_FORMS))("written as %s is read from its bytes", (name, form) => {
    const { mark } = form;
    const cell = writeAmount(-123_456_700, form);
    const around = currencyBeside(writeAmount(12_300, form), null);
    AMOUNTS[mark].setCurrency(String(around?.before ?? ""), String(around?.behind ?? ""));
    expect(AMOUNTS[mark].number(cell, "7"), cell).toBe(SLOW.has(name) ? Number.NaN : -12_345_670_000);
  });
});

describe("a key read from bytes", () => {
  const someKey = fc.oneof(
    nearly("0123456789"),
    nearly("0123456789.,eE+-'= aB@ä"),
    fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/[\p{Cc}"]/u.test(text)),
  );

  it("has the described hash of its text, of which e-mail addresses are taken in lower case", () => {
    fc.assert(
      fc.property(someKey, someAround, fc.boolean(), (key, around, isId) => {
        const cells = isId ? IDS : KEYS;
        if (key === "" || (cells.meaning(key, around) & KEY.isFast) === 0) return;
        const text = Buffer.from(!isId && key.includes("@") ? key.toLowerCase() : key);
        const expected = keyHash(HASH_KEY_BYTES, text).toString("hex");
        expect(cells.hash(key, around), key).toBe(expected);
        expect(cells.hashOfText(text), key).toBe(expected);
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it("has the same hash with each letter in upper case, in an e-mail address", () => {
    const lower = KEYS.hash("@[`{azm", "7");
    expect(KEYS.hash("@[`{AZM", "7")).toBe(lower);
    expect(IDS.hash("@[`{AZM", "7")).not.toBe(lower);
  });

  it("is a number where it is digits", () => {
    fc.assert(
      fc.property(someKey, someAround, (key, around) => {
        if (key === "") return;
        expect((KEYS.meaning(key, around) & KEY.isNumber) !== 0, key).toBe(/^\d+$/.test(key));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it.each([
    ["17850", KEY.isFast | KEY.isNumber],
    ["00017850", KEY.isFast | KEY.isNumber],
    ["9007199254740993", KEY.isFast | KEY.isNumber],
    ["anna@example.com", KEY.isFast],
    ["Anna@example.com", KEY.isFast | KEY.hasCapitals],
    ["Anna", KEY.isFast],
    ["17850.0", KEY.isFast],
    ["1.785E+13", 0],
    ["1,7E+13", 0],
    ["1e+13", 0],
    ["x1e+13", KEY.isFast],
    ["1e7d0ac8-00e1-7768-b1ea-f3d31ec1936a", KEY.isFast],
    ["1.5@example.com", KEY.isFast],
    ["1,5", KEY.isFast],
    ["'17850", 0],
    ["=17850", 0],
    [" 17850", 0],
    ["17850 ", 0],
    ["änna@example.com", KEY.isFast],
    ["änna@Example.com", KEY.isFast | KEY.hasCapitals],
    ["Änna@example.com", 0],
    ["łukasz@example.com", 0],
  ])("%j has the flags %d", (key, flags) => {
    expect(KEYS.meaning(key, "7")).toBe(flags);
  });

  it.each([
    ["Äinö Mäkinen", KEY.isFast | KEY.isWide],
    ["Aino", KEY.isFast],
    ["Ãinö", 0], // may be UTF-8 that was read in a wrong encoding
    ["Åsa\u00a0", 0],
    ["åsa@example.com", 0],
  ])("%j, a byte each letter, has the flags %d", (key, flags) => {
    expect(WIDE_KEYS.meaning(key, "7")).toBe(flags);
    const hash = keyHash(HASH_KEY_BYTES, Buffer.from(key)).toString("hex");
    if (flags !== 0) expect(WIDE_KEYS.hash(key, "7")).toBe(hash);
  });

  it("is no order id where letters are a byte each and some are not ASCII", () => {
    expect(new KernelCells("id", { ...PLAIN_NUMBERS, isUtf8: false }).meaning("Ä1", "7")).toBe(0);
  });

  it.each<readonly [string, fc.Arbitrary<string>]>([
    ["a whole number", fc.nat().map(String)],
    ["a number with a sign in front", fc.nat().map((number) => `#${number}`)],
    ["a letter and digits", fc.nat().map((number) => `C${String(number).padStart(7, "0")}`)],
    ["a UUID", fc.uuid()],
    ["64 hexadecimal digits", someHex(64, 64)],
    ["an e-mail address", fc.tuple(someHex(1, 20), fc.nat()).map(([a, b]) => `${a}.${b}@example.com`)],
  ])("is plain where it is %s, whatever it begins with", (_, ids) => {
    fc.assert(
      fc.property(ids, someAround, (id, around) => {
        expect(IDS.meaning(id, around) & KEY.isFast, id).toBe(KEY.isFast);
        expect(KEYS.meaning(id, around) & KEY.isFast, id).toBe(KEY.isFast);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it("is not plain where it is longer than 1,024 characters", () => {
    expect(KEYS.meaning("x".repeat(1024), "7")).toBe(KEY.isFast);
    expect(KEYS.meaning("x".repeat(1025), "7")).toBe(0);
  });
});
