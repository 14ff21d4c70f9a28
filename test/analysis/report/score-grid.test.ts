import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { scoreGrid } from "../../../src/analysis/report/score-grid.ts";
import { scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

describe("scoreGrid", () => {
  it("counts customers and revenue by recency and frequency score", () => {
    const orders = tableOf([
      ["gone", "2024-01-01", 10],
      ["here", "2024-05-09", 20],
      ["here", "2024-05-10", 20],
    ]);
    const scored = scoreCustomers(customersAt(orders, { asOf: dayOf("2024-05-10") }), {
      levels: { recency: 2, frequency: 3, monetary: 5 },
    });
    expect(scoreGrid(scored)).toEqual({
      recencyLevels: 2,
      frequencyLevels: 3,
      customers: [
        [1, 0, 0],
        [0, 0, 1],
      ],
      revenue: [
        [100_000n, 0n, 0n],
        [0n, 0n, 400_000n],
      ],
    });
  });

  it("holds every customer and all revenue once", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        fc.pre(lines.some(({ amount }) => amount > 0));
        const orders = orderTable(lines);
        const scored = scoreCustomers(customersAt(orders, { asOf: orders.lastDay }));
        const grid = scoreGrid(scored);
        expect(grid.customers.flat().reduce((sum, count) => sum + count, 0)).toBe(scored.customers.length);
        const spend = Array.from(scored.customers.spend).reduce((sum, value) => sum + BigInt(value), 0n);
        expect(grid.revenue.flat().reduce((sum, value) => sum + value, 0n)).toBe(spend);
      }),
      { numRuns: 50 },
    );
  });
});
