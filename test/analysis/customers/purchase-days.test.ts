import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { purchaseDays } from "../../../src/analysis/customers/purchase-days.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

describe("purchaseDays", () => {
  it("counts two orders of one day once, and refunds not at all", () => {
    const orders = tableOf([
      ["anna", "2024-02-29", 10],
      ["anna", "2024-02-29", 20],
      ["anna", "2024-03-01", 20],
      ["anna", "2024-03-02", -20],
      ["ben", "2024-02-29", 5],
      ["cara", "2024-03-02", -1],
    ]);
    expect(Array.from(purchaseDays(orders, { from: dayOf("2024-01-01"), to: dayOf("2024-12-31") }))).toEqual([2, 1, 0]);
  });

  it("counts both ends of the span", () => {
    const orders = tableOf(["01", "02", "03", "04"].map((day) => ["anna", `2024-05-${day}`, 1] as const));
    expect(Array.from(purchaseDays(orders, { from: dayOf("2024-05-02"), to: dayOf("2024-05-03") }))).toEqual([2]);
  });

  it("knows days before 1970 and open spans", () => {
    const orders = tableOf([
      ["anna", "1969-12-31", 1],
      ["anna", "1970-01-01", 1],
      ["ben", "1900-01-01", 1],
    ]);
    expect(Array.from(purchaseDays(orders, { from: Number.NEGATIVE_INFINITY, to: 10 }))).toEqual([2, 1]);
  });

  it("counts as a set of days does", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        const orders = orderTable(lines);
        const expected = orders.customerKeys.map(
          (id) =>
            new Set(lines.filter(({ customer, amount }) => customer === id && amount > 0).map(({ day }) => day)).size,
        );
        expect(Array.from(purchaseDays(orders, { from: orders.firstDay, to: orders.lastDay }))).toEqual(expected);
      }),
    );
  });
});
