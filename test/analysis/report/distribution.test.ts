import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { type Distributions, distributionsOf } from "../../../src/analysis/report/distribution.ts";
import { DIMENSIONS, measureOf, scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf, type WrittenOrder } from "../../support/order-table.ts";

function distributions(orders: readonly WrittenOrder[], asOf: string): Distributions {
  return distributionsOf(scoreCustomers(customersAt(tableOf(orders), { asOf: dayOf(asOf) })));
}

describe("distributionsOf", () => {
  const shop = distributions(
    [
      ["a", "2024-05-31", 5],
      ["b", "2024-05-30", 10],
      ["b", "2024-05-30", 10],
      ["c", "2024-05-20", 20.01],
      ["d", "2024-05-10", 7],
      ["d", "2024-05-11", -9],
    ],
    "2024-05-31",
  );

  it("counts recency by days from 0 up to the longest", () => {
    const { bins, binWidth, least, median, most, distinct } = shop.recency;
    expect({ binWidth, least, median, most, distinct }).toEqual({
      binWidth: 1,
      least: 0,
      median: 6,
      most: 21,
      distinct: 4,
    });
    expect(bins).toHaveLength(22);
    expect(bins.filter(({ customers }) => customers > 0).map(({ upTo }) => upTo)).toEqual([0, 1, 11, 21]);
  });

  it("counts purchases one by one", () => {
    expect(shop.frequency.bins).toEqual([
      { over: 0, upTo: 1, customers: 3 },
      { over: 1, upTo: 2, customers: 1 },
    ]);
  });

  it("keeps money of 0 and less apart, and a value on a bound in the bin below", () => {
    const { bins, binWidth } = shop.monetary;
    expect(binWidth).toBe(10_000);
    expect(bins[0]).toEqual({ over: null, upTo: 0, customers: 1 });
    const filled = bins.slice(1).filter(({ customers }) => customers > 0);
    expect(filled).toEqual([
      { over: 40_000, upTo: 50_000, customers: 1 },
      { over: 190_000, upTo: 200_000, customers: 1 },
      { over: 200_000, upTo: 210_000, customers: 1 },
    ]);
  });

  it("leaves the tail of a few large values to one open bin", () => {
    const many = Array.from({ length: 99 }, (_, index): WrittenOrder => [`c${index}`, "2024-05-01", 1 + (index % 20)]);
    const { bins, most } = distributions([...many, ["whale", "2024-05-01", 90_000]], "2024-05-01").monetary;
    expect(bins.at(-1)).toEqual({ over: 200_000, upTo: null, customers: 1 });
    expect(most).toBe(900_000_000);
  });

  it("begins near the least amount where all are far from 0", () => {
    const { bins, binWidth } = distributions(
      [
        ["a", "2024-05-01", 1000],
        ["b", "2024-05-01", 1010],
      ],
      "2024-05-01",
    ).monetary;
    expect([bins[0]?.over, binWidth]).toEqual([9_990_000, 10_000]);
  });

  it("has one bin where everybody is the same", () => {
    const { recency, frequency, monetary } = distributions([["a", "2024-05-01", 10]], "2024-05-01");
    expect([recency, frequency, monetary].map(({ distinct }) => distinct)).toEqual([1, 1, 1]);
    expect(frequency.bins).toEqual([{ over: 0, upTo: 1, customers: 1 }]);
  });

  it("puts every customer into exactly one of at most 28 bins, which follow each other", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        fc.pre(lines.some(({ amount }) => amount > 0));
        const orders = orderTable(lines);
        const scored = scoreCustomers(customersAt(orders, { asOf: orders.lastDay }));
        const all = distributionsOf(scored);
        for (const dimension of DIMENSIONS) {
          const { bins } = all[dimension];
          expect(bins.length).toBeLessThanOrEqual(28);
          const values = Array.from(measureOf(scored.customers, dimension));
          for (const { over, upTo, customers } of bins) {
            const inside = values.filter(
              (value) => (over === null || value > over) && (upTo === null || value <= upTo),
            );
            expect(customers).toBe(inside.length);
          }
          expect(bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(values.length);
          expect(bins.slice(1).map(({ over }) => over)).toEqual(bins.slice(0, -1).map(({ upTo }) => upTo));
        }
      }),
      { numRuns: 100 },
    );
  });
});
