import { describe, expect, it } from "vitest";
import { concentrationOf } from "../../../src/analysis/report/concentration.ts";
import { findingOf } from "../../../src/analysis/report/finding.ts";
import { headlineOf } from "../../../src/analysis/report/headline.ts";
import type { Lapsing } from "../../../src/analysis/report/lapsing.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { dayOf, tableOf, type WrittenOrder } from "../../support/order-table.ts";

function partsOf(spends: readonly number[]) {
  const orders = spends.map((spend, index): WrittenOrder => [`c${index}`, "2024-05-01", spend]);
  const { customers } = segmentCustomers(tableOf(orders), { asOf: dayOf("2024-05-31") });
  return { headline: headlineOf(customers), concentration: concentrationOf(customers) };
}

const nobody = { customers: 0, revenue: 0n, revenueShare: 0, medianRecencyDays: null, segments: [] };
const silent: Lapsing = {
  lapseDays: 90,
  valuable: {
    customers: 3,
    revenue: 70_000n,
    revenueShare: 0.7,
    medianRecencyDays: 120,
    segments: [{ segment: 7, customers: 2, revenue: 50_000n }],
  },
  others: nobody,
};

describe("findingOf", () => {
  it("says first who has lapsed, with what they spent and where most of them are", () => {
    expect(findingOf({ ...partsOf([1, 2, 3, 4, 5]), lapsing: silent })).toEqual({
      kind: "silent",
      customers: 3,
      revenue: 70_000n,
      revenueShare: 0.7,
      startWith: { segment: 7, customers: 2 },
    });
  });

  it.each([
    ["nobody of worth is silent", { ...silent, valuable: nobody }],
    ["it cannot be told", null],
  ])("says what the best fifth brings where %s", (_, lapsing) => {
    expect(findingOf({ ...partsOf([1, 2, 3, 4, 30]), lapsing })).toEqual({
      kind: "best fifth",
      customers: 1,
      customerShare: 0.2,
      revenue: 300_000n,
      revenueShare: 0.75, // 30 of 40
    });
  });

  it("only adds up customers who have all spent alike, of whom the best fifth is none", () => {
    const alike = { kind: "totals", customers: 10, orders: 10, revenue: 300_000n };
    expect(findingOf({ ...partsOf(Array.from({ length: 10 }, () => 3)), lapsing: null })).toEqual(alike);
    expect(findingOf({ ...partsOf([3.3, ...Array.from({ length: 9 }, () => 3)]), lapsing: null }).kind).toBe(
      "best fifth",
    );
  });

  it("only adds up four customers, and refunds that leave no revenue", () => {
    expect(findingOf({ ...partsOf([1, 2, 3, 4]), lapsing: null })).toEqual({
      kind: "totals",
      customers: 4,
      orders: 4,
      revenue: 100_000n,
    });
    expect(findingOf({ ...partsOf([1, 2, 3, 4, 5]), concentration: null, lapsing: null }).kind).toBe("totals");
  });
});
