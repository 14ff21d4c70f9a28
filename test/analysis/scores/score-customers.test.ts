import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { cellText, levelsOf, rfmCell, scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

/** Five customers, e the best in everything: last bought 0 days before 10 May, 5 orders, and spent the most. */
const five = tableOf([
  ["a", "2024-05-06", 10],
  ["b", "2024-05-07", 10],
  ["b", "2024-05-01", 10],
  ["c", "2024-05-08", 20],
  ["c", "2024-05-01", 10],
  ["c", "2024-05-02", 10],
  ["d", "2024-05-09", 70],
  ["d", "2024-05-01", 10],
  ["d", "2024-05-02", 10],
  ["d", "2024-05-03", 10],
  ["e", "2024-05-10", 160],
  ["e", "2024-05-01", 10],
  ["e", "2024-05-02", 10],
  ["e", "2024-05-03", 10],
  ["e", "2024-05-04", 10],
]);
const asOf = dayOf("2024-05-10");

describe("scoreCustomers", () => {
  it("scores each dimension with its best customers on top", () => {
    const scored = scoreCustomers(customersAt(five, { asOf }));
    expect(Array.from(scored.customers.recencyDays)).toEqual([4, 3, 2, 1, 0]);
    expect(Array.from(scored.scores.recency)).toEqual([1, 2, 3, 4, 5]);
    expect(Array.from(scored.scores.frequency)).toEqual([1, 2, 3, 4, 5]);
    expect(Array.from(scored.scores.monetary)).toEqual([1, 2, 3, 4, 5]);
    expect(rfmCell(scored, 0)).toBe("111");
    expect(rfmCell(scored, 4)).toBe("555");
  });

  it("keeps the scales that the scores came from", () => {
    const { scales } = scoreCustomers(customersAt(five, { asOf }));
    expect(scales.recency).toMatchObject({ cutPoints: [0.8, 1.6, 2.4, 3.2], better: "lower" });
    expect(scales.frequency).toMatchObject({ cutPoints: [1.8, 2.6, 3.4, 4.2], better: "higher" });
    // spend 10, 20, 40, 100, 200: 10 + 0.8 · 10, 20 + 0.6 · 20, 40 + 0.4 · 60, 100 + 0.2 · 100
    expect(scales.monetary).toMatchObject({ cutPoints: [180_000, 320_000, 640_000, 1_200_000], better: "higher" });
  });

  it("takes levels of each dimension's own", () => {
    const levels = { recency: 5, frequency: 4, monetary: 2 };
    const scored = scoreCustomers(customersAt(five, { asOf }), { levels });
    expect(scored.levels).toEqual(levels);
    expect(Array.from(scored.scores.frequency)).toEqual([1, 1, 2, 3, 4]); // cut points 2, 3, 4
    expect(Array.from(scored.scores.monetary)).toEqual([1, 1, 1, 2, 2]); // the median, 40, stays below
  });

  it("scores spend per order where that is the monetary value", () => {
    const scored = scoreCustomers(customersAt(five, { asOf, monetary: "average" }));
    // 10, 10, 40/3, 25, 40: the first two tie; cut points 10, 12, 18, 28
    expect(Array.from(scored.scores.monetary)).toEqual([1, 1, 3, 4, 5]);
  });

  it("keeps every score within 1 … levels and never ranks a better customer lower", () => {
    fc.assert(
      fc.property(someOrders, fc.integer({ min: 2, max: 10 }), (lines, levels) => {
        const orders = orderTable(lines);
        fc.pre(lines.some(({ amount }) => amount > 0));
        const { customers, scores } = scoreCustomers(customersAt(orders, { asOf: orders.lastDay }), { levels });
        for (let a = 0; a < customers.length; a += 1) {
          for (const column of Object.values(scores)) {
            expect(column[a]).toBeGreaterThanOrEqual(1);
            expect(column[a]).toBeLessThanOrEqual(levels);
          }
          for (let b = 0; b < customers.length; b += 1) {
            const better = (measure: Int32Array | Float64Array): boolean => (measure[a] ?? 0) > (measure[b] ?? 0);
            if (better(customers.recencyDays)) expect(scores.recency[a]).toBeLessThanOrEqual(scores.recency[b] ?? 0);
            if (better(customers.frequency)) {
              expect(scores.frequency[a]).toBeGreaterThanOrEqual(scores.frequency[b] ?? 0);
            }
            if (better(customers.monetaryValue)) {
              expect(scores.monetary[a]).toBeGreaterThanOrEqual(scores.monetary[b] ?? 0);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("the text of a cell", () => {
  it("is three digits up to nine levels, and joined with hyphens above", () => {
    expect(cellText([5, 4, 3], levelsOf(5))).toBe("543");
    expect(cellText([9, 9, 1], levelsOf(9))).toBe("991");
    expect(cellText([10, 4, 3], levelsOf(10))).toBe("10-4-3");
    expect(cellText([1, 4, 3], levelsOf(10))).toBe("1-4-3");
    expect(cellText([5, 4, 3], { recency: 5, frequency: 5, monetary: 10 })).toBe("5-4-3");
  });
});
