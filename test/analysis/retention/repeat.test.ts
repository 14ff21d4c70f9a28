import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeatPurchase } from "../../../src/analysis/retention/repeat.ts";
import { day, type Entry, historyOf } from "./history.ts";
import { randomHistory } from "./random-history.ts";

/**
 * Four customers up to 30 June 2024: Ann comes three times (gaps 31 and 60), Bo twice (gap 10), Cat twice on one day, Di once.
 */
const FOUR: readonly Entry[] = [
  ["Ann", "2024-01-01", 100],
  ["Ann", "2024-02-01", 50],
  ["Ann", "2024-04-01", 50],
  ["Bo", "2024-03-01", 40],
  ["Bo", "2024-03-11", 80],
  ["Bo", "2024-03-20", -20],
  ["Cat", "2024-05-01", 30],
  ["Cat", "2024-05-01", 10],
  ["Di", "2024-06-30", 60],
];

describe("repeatPurchase of four customers", () => {
  const orders = historyOf(FOUR);
  const repeat = repeatPurchase(orders, { asOf: day("2024-06-30") });

  it("finds the pauses between order days: 10, 31 and 60 days", () => {
    expect(repeat.gaps).toEqual({
      gaps: 3,
      repeaters: 2,
      lowerQuartile: 20.5,
      median: 31,
      upperQuartile: 45.5,
      lapseGap: 55, // type 7 between the longest pauses 10 and 60: 10 + 0.9 · 50
    });
    expect(repeat.lapseDays).toBe(55);
  });

  it("counts as lapsed who last bought more than 55 days ago: Ann (90), Bo (111) and Cat (60), not Di", () => {
    expect(repeat.lapsed).toBe(3);
    expect(repeatPurchase(orders, { asOf: day("2024-06-30"), lapseDays: 90 }).lapsed).toBe(1);
  });

  it("climbs from order to order, and judges only who has had 55 days", () => {
    expect(repeat.ladder).toEqual([
      { n: 1, customers: 4, shareOfAll: 1, hadTime: 3, boughtAgain: 3, againRate: 1, churnRate: 0 },
      { n: 2, customers: 3, shareOfAll: 0.75, hadTime: 3, boughtAgain: 1, againRate: 1 / 3, churnRate: 1 - 1 / 3 },
      { n: 3, customers: 1, shareOfAll: 0.25, hadTime: 1, boughtAgain: 0, againRate: 0, churnRate: 1 },
    ]);
    expect(repeat.timesAsLikely).toBe(1 / 3);
  });

  it("takes Cat's two orders of one day for one where days are counted", () => {
    const byDays = repeatPurchase(orders, { asOf: day("2024-06-30"), frequency: "days" });
    expect(byDays.ladder.map(({ customers, hadTime, boughtAgain }) => [customers, hadTime, boughtAgain])).toEqual([
      [4, 3, 2],
      [2, 2, 1],
      [1, 1, 0],
    ]);
  });

  it("shares out revenue: 200 of Ann, 100 of Bo, 40 of Cat, 60 of Di", () => {
    expect(repeat.worth).toEqual({
      customers: 4,
      returningCustomers: 3,
      revenueShare: 340 / 400,
      laterOrdersShare: 190 / 420, // 50 + 50 + 80 + 10 of all purchases, before Bo's refund
      timesFirstOrder: 340 / 170, // first orders 100, 40 and the larger of Cat's, 30
    });
  });

  it("leaves the share within 30 days blank, because fewer than ten are followed", () => {
    expect(repeat.second.within.every(({ share }) => share === null)).toBe(true);
    expect(repeat.second.medianDays).toBeNull();
  });
});

describe("repeatPurchase", () => {
  it("says what five points more retention would have brought, month by month", () => {
    // January: Ann, Bo. February: Ann again, for 30. March: Ann again, for 50, and Cat. As of 31 March.
    const orders = historyOf([
      ["Ann", "2024-01-01", 10],
      ["Bo", "2024-01-31", 10],
      ["Ann", "2024-02-10", 30],
      ["Ann", "2024-03-10", 50],
      ["Cat", "2024-03-31", 5],
    ]);
    const { moreRetention } = repeatPurchase(orders, { asOf: day("2024-03-31") });
    // February: 0.05 · 2 customers · 30; March: everybody was kept already
    expect(moreRetention).toEqual({
      points: 0.05,
      periods: 2,
      firstPeriod: "2024-02",
      lastPeriod: "2024-03",
      customers: 0.1,
      revenue: 3,
    });
  });

  it("tells the share within 30 days once ten are still followed on day 30: 12 of 30, not 12 of 20", () => {
    const entries = Array.from({ length: 20 }, (_, index): Entry[] => [
      [`c${index}`, "2023-01-01", 10],
      ...(index < 12 ? [[`c${index}`, "2023-01-20", 10] as const] : []),
    ]).flat();
    const { second } = repeatPurchase(historyOf(entries, { to: "2024-06-30" }), { asOf: day("2024-06-30") });
    expect(second.within[0]).toMatchObject({ time: 30, atRisk: 8, share: null });
    const more = repeatPurchase(historyOf([...entries, ...tenMore()], { to: "2024-06-30" }), {
      asOf: day("2024-06-30"),
    });
    expect(more.second.within[0]).toMatchObject({ time: 30, atRisk: 18 });
    expect(more.second.within[0]?.share).toBeCloseTo(12 / 30, 12);
  });

  it("asks for --lapse-days where nobody came back on another day", () => {
    const orders = historyOf([
      ["Ann", "2024-01-01", 10],
      ["Bo", "2024-01-02", 10],
    ]);
    expect(() => repeatPurchase(orders, { asOf: day("2024-01-02") })).toThrow(
      /no customer has bought on two different days \(2 in all\)/,
    );
    expect(repeatPurchase(orders, { asOf: day("2024-01-02"), lapseDays: 30 }).lapsed).toBe(0);
  });

  it("refuses an as-of date before the first order, and names that order's day", () => {
    const orders = historyOf([["Ann", "2024-01-05", 10]]);
    expect(() => repeatPurchase(orders, { asOf: day("2024-01-01") })).toThrow(
      expect.objectContaining({ hint: "the first purchase is of 2024-01-05; choose a later --as-of" }),
    );
  });

  it("has rungs that get thinner, and shares in 0 … 1, for any history", () => {
    fc.assert(
      fc.property(randomHistory, (orders) => {
        const { ladder, worth, customers, lapsed } = repeatPurchase(orders, { asOf: orders.lastDay, lapseDays: 30 });
        for (const [index, rung] of ladder.entries()) {
          const next = ladder[index + 1]?.customers ?? 0;
          expect(rung.customers).toBeGreaterThanOrEqual(next);
          expect(rung.boughtAgain).toBeLessThanOrEqual(Math.min(rung.hadTime, index === 9 ? rung.hadTime : next));
        }
        expect(ladder[0]?.customers).toBe(customers);
        expect(worth.returningCustomers).toBe(ladder[1]?.customers ?? 0);
        expect(lapsed).toBeLessThanOrEqual(customers);
      }),
      { seed: 5 },
    );
  });
});

function tenMore(): Entry[] {
  return Array.from({ length: 10 }, (_, index): Entry => [`late ${index}`, "2023-02-01", 10]);
}
