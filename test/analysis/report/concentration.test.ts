import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { type Concentration, concentrationOf } from "../../../src/analysis/report/concentration.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf, type WrittenOrder } from "../../support/order-table.ts";

function concentration(orders: readonly WrittenOrder[]): Concentration | null {
  return concentrationOf(customersAt(tableOf(orders), { asOf: dayOf("2024-12-31") }));
}

describe("concentrationOf", () => {
  it("adds up spend from the largest customer down", () => {
    const found = concentration([
      ["a", "2024-01-01", 10],
      ["b", "2024-01-01", 60],
      ["c", "2024-01-01", 20],
      ["d", "2024-01-01", 5],
      ["e", "2024-01-01", 5],
    ]);
    expect(found?.points.map(({ customers, revenueShare }) => [customers, revenueShare])).toEqual([
      [0, 0],
      [1, 0.6],
      [2, 0.8],
      [3, 0.9],
      [4, 0.95],
      [5, 1],
    ]);
    expect(found?.topFifth).toEqual({ customers: 1, customerShare: 0.2, revenue: 600_000n, revenueShare: 0.6 });
    expect([found?.half.customers, found?.negative, found?.peak]).toEqual([1, 0, 1]);
  });

  it("rises over 100 % and falls again where refunds leave customers below zero", () => {
    const found = concentration([
      ["a", "2024-01-01", 100],
      ["b", "2024-01-01", 50],
      ["b", "2024-02-01", -75],
    ]);
    expect(found?.points.map(({ revenueShare }) => revenueShare)).toEqual([0, 100 / 75, 1]);
    expect(found?.negative).toBe(1);
    expect(found?.peak).toBe(100 / 75);
  });

  it("has no curve where nothing was earned", () => {
    expect(
      concentration([
        ["a", "2024-01-01", 100],
        ["a", "2024-02-01", -100],
      ]),
    ).toBeNull();
  });

  it("takes at least 20 % of the customers as the best fifth", () => {
    const seven = Array.from({ length: 7 }, (_, index): WrittenOrder => [`c${index}`, "2024-01-01", 10]);
    expect(concentration(seven)?.topFifth).toMatchObject({ customers: 2, revenueShare: 2 / 7 });
    expect(concentration(seven)?.half.customers).toBe(4);
  });

  it("has 101 points at whole percents of a thousand customers", () => {
    const many = Array.from({ length: 1000 }, (_, index): WrittenOrder => [`c${index}`, "2024-01-01", index + 1]);
    const found = concentration(many);
    expect(found?.points).toHaveLength(101);
    expect(found?.points[1]).toMatchObject({ customers: 10, revenue: 99_550_000n }); // 1000 + … + 991 = 9955
  });

  it("begins at nothing, ends at everything, and never rises faster than before", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        fc.pre(lines.some(({ amount }) => amount > 0));
        const orders = orderTable(lines);
        const found = concentrationOf(customersAt(orders, { asOf: orders.lastDay }));
        fc.pre(found !== null);
        expect(found.points[0]).toMatchObject({ customers: 0, revenueShare: 0 });
        expect(found.points.at(-1)).toMatchObject({ customerShare: 1, revenueShare: 1 });
        const slopes = found.points.slice(1).map((point, index) => {
          const before = found.points[index] ?? point;
          return Number(point.revenue - before.revenue) / (point.customers - before.customers);
        });
        for (const [index, slope] of slopes.entries()) {
          if (index > 0) expect(slope).toBeLessThanOrEqual((slopes[index - 1] as number) + 1e-6);
        }
      }),
      { numRuns: 100 },
    );
  });
});
