import { describe, expect, it } from "vitest";
import { lapsing } from "../../../src/analysis/report/lapsing.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import type { Yardstick } from "../../../src/analysis/segments/yardstick.ts";
import { dayOf, tableOf, type WrittenOrder } from "../../support/order-table.ts";

const ORDERS: readonly WrittenOrder[] = [
  ["at-the-gap", "2024-03-22", 90], // 100 days before the as-of date
  ["over-the-gap", "2024-03-21", 80], // 101 days
  ["long-gone", "2024-01-01", 20],
  ["long-gone-refunded", "2024-01-01", 30],
  ["long-gone-refunded", "2024-01-05", -10],
  ["here", "2024-06-30", 50],
];
const YARDSTICK: Yardstick = {
  lapseDays: 100,
  repeaters: 30,
  historyDays: 400,
  asOf: dayOf("2024-06-30"),
  customers: 60,
  medianSpend: 500_000, // 50.00
  windowStart: null,
  untold: null,
};

const orders = tableOf(ORDERS);
const segmented = segmentCustomers(orders, { asOf: dayOf("2024-06-30") });

describe("lapsing", () => {
  it("counts each customer whose last order is more days ago than the lapse gap, those who spent over the median apart", () => {
    const found = lapsing(segmented, YARDSTICK);
    expect(found?.valuable).toMatchObject({ customers: 1, revenue: 800_000n, revenueShare: 80 / 260 });
    expect(found?.others).toMatchObject({ customers: 2, revenue: 400_000n, revenueShare: 40 / 260 });
  });

  it("takes the middle one's silence, and knows none of nobody", () => {
    const found = lapsing(segmented, YARDSTICK);
    expect(found?.valuable.medianRecencyDays).toBe(101);
    expect(found?.others.medianRecencyDays).toBe(181); // both since 1 January
    expect(lapsing(segmented, { ...YARDSTICK, lapseDays: 200 })?.valuable.medianRecencyDays).toBeNull();
  });

  it("says how many of them are in which segment, and they add up", () => {
    for (const quiet of [lapsing(segmented, YARDSTICK)?.valuable, lapsing(segmented, YARDSTICK)?.others]) {
      const counts = quiet?.segments.map(({ customers }) => customers) ?? [];
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(quiet?.customers);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(quiet?.segments.reduce((sum, { revenue }) => sum + revenue, 0n)).toBe(quiet?.revenue);
    }
  });

  it("finds nobody to speak of where the data cannot say how long a silence is long", () => {
    expect(lapsing(segmented, { ...YARDSTICK, untold: "short history" })).toBeNull();
    expect(lapsing(segmented, { ...YARDSTICK, lapseDays: null, untold: "nobody came back" })).toBeNull();
  });

  it("knows no share where refunds eat up all revenue", () => {
    const refunded = tableOf([
      ["a", "2024-01-01", 90],
      ["b", "2024-06-29", 10],
      ["b", "2024-06-30", -200],
    ]);
    const found = lapsing(segmentCustomers(refunded, { asOf: dayOf("2024-06-30") }), YARDSTICK);
    expect(found?.valuable).toMatchObject({ customers: 1, revenue: 900_000n, revenueShare: null });
  });
});
