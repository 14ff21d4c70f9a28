import { describe, expect, it } from "vitest";
import { moneyWithoutCustomer, revenueChange, rowsWithoutCustomer } from "../../../src/nightly/guards/data-guards.ts";
import { newWords } from "../../../src/nightly/guards/new-words.ts";
import { guardedRunOf, lastRunOf } from "../../support/guarded-runs.ts";

describe("the guards of rows and money without a customer", () => {
  it("pass at their limit and fail above it: 5 rows of 100, then 6 of 100", () => {
    const share = (rows: number) => guardedRunOf({ usedRows: 100 - rows, withoutCustomer: { rows, money: 0n } });
    expect(rowsWithoutCustomer(share(5), 5)).toMatchObject({ passed: true });
    expect(rowsWithoutCustomer(share(6), 5)).toEqual({
      guard: "no-customer-rows-percent",
      passed: false,
      text: "6 rows of 100 that would count have no customer, 6% (at most 5%)",
    });
  });

  it("pass at their limit and fail above it: 100 of 1,000, then 100.01", () => {
    const share = (money: bigint) =>
      guardedRunOf({ revenue: 10_000_000n - money, withoutCustomer: { rows: 1, money } });
    expect(moneyWithoutCustomer(share(1_000_000n), 10)).toMatchObject({ passed: true });
    expect(moneyWithoutCustomer(share(1_000_100n), 10)).toMatchObject({ passed: false });
    expect(moneyWithoutCustomer(share(2_500_000n), 10).text).toBe(
      "250.00 EUR has no customer, 25% of what would count (at most 10%)",
    );
  });

  it("pass where nothing was read, and count refunds without their sign", () => {
    const nothing = guardedRunOf({ usedRows: 0, revenue: 0n });
    expect(rowsWithoutCustomer(nothing, 0)).toMatchObject({ passed: true });
    expect(moneyWithoutCustomer(nothing, 0)).toMatchObject({ passed: true });
    const refunds = guardedRunOf({ revenue: 7_500_000n, withoutCustomer: { rows: 1, money: -2_500_000n } });
    expect(moneyWithoutCustomer(refunds, 24)).toMatchObject({ passed: false });
    expect(moneyWithoutCustomer(refunds, 25)).toMatchObject({ passed: true });
  });
});

describe("the guard of revenue", () => {
  const before = lastRunOf({ revenue: 10_000_000n });

  it.each([
    [12_000_000n, true],
    [12_000_100n, false],
    [8_000_000n, true],
    [7_999_900n, false],
  ])("lets 1,000.00 become a fifth more or less, and no more: %d", (revenue, passed) => {
    expect(revenueChange(guardedRunOf({ revenue }), before, 20)).toMatchObject({ passed });
  });

  it("says both amounts, and how much that is", () => {
    expect(revenueChange(guardedRunOf({ revenue: 1_000_000_000n }), before, 50).text).toBe(
      "revenue 100,000.00 EUR, 1,000.00 EUR in the last run: 9900% more (at most 50%)",
    );
    expect(revenueChange(guardedRunOf(), lastRunOf({ revenue: 0n }), 50)).toMatchObject({
      passed: false,
      text: "revenue 1,000.00 EUR, 0.00 EUR in the last run: there was none (at most 50%)",
    });
  });

  it("fails where the currency is another, whatever the amounts", () => {
    expect(revenueChange(guardedRunOf({ currency: "SEK" }), before, 1000)).toEqual({
      guard: "revenue-change-percent",
      passed: false,
      text: "revenue is in SEK, and was in EUR in the last run",
    });
    expect(revenueChange(guardedRunOf(), lastRunOf({ currency: null }), 0)).toMatchObject({ passed: true });
  });

  it("compares nothing where the window is another, and where there is no last run", () => {
    const other = revenueChange(guardedRunOf({ revenue: 1n, window: "12m" }), before, 0);
    expect(other).toMatchObject({ passed: true, text: "the last run had another window: not compared" });
    expect(revenueChange(guardedRunOf({ revenue: 1n }), "none", 0)).toMatchObject({ passed: true });
    expect(revenueChange(guardedRunOf(), "unreadable", 0)).toMatchObject({ passed: false });
  });
});

describe("the guard of new words in the exports", () => {
  const kinds = ["statuses", "columns", "currencies"] as const;
  const run = guardedRunOf({
    words: { statuses: ["on hold", "paid"], columns: ["id", "total"], currencies: ["EUR", "SEK"] },
  });

  it("names the new ones of each kind that it looks at", () => {
    expect(newWords(run, lastRunOf(), kinds).map(({ passed, text }) => [passed, text])).toEqual([
      [false, '1 new status since the last run: "on hold"'],
      [false, '1 new currency since the last run: "SEK"'],
    ]);
    expect(newWords(run, lastRunOf(), ["columns"])).toEqual([
      { guard: "stop-at-new", passed: true, text: "no new columns since the last run" },
    ]);
  });

  it("passes where one that was known is gone", () => {
    const gone = guardedRunOf({ words: { statuses: [], columns: ["id"], currencies: [] } });
    expect(newWords(gone, lastRunOf(), kinds)).toMatchObject([{ passed: true }]);
  });

  it("names five and counts the others", () => {
    const columns = Array.from({ length: 9 }, (_, at) => `field ${at}`);
    const many = guardedRunOf({ words: { statuses: [], columns, currencies: [] } });
    expect(newWords(many, lastRunOf(), kinds)[0]?.text).toBe(
      '9 new columns since the last run: "field 0", "field 1", "field 2", "field 3", "field 4" and 4 others',
    );
  });

  it("compares nothing with a manifest of an earlier version, which names none", () => {
    expect(newWords(run, lastRunOf({ words: null }), kinds)).toMatchObject([{ passed: true }]);
    expect(newWords(run, "none", kinds)).toMatchObject([{ passed: true }]);
    expect(newWords(run, "unreadable", kinds)).toMatchObject([{ passed: false }]);
  });
});
