import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { headlineOf } from "../../../src/analysis/report/headline.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

const orders = tableOf([
  ["anna", "2024-01-10", 100],
  ["anna", "2024-04-10", 50],
  ["ben", "2024-04-11", 30],
  ["ben", "2024-04-12", -10],
  ["cara", "2024-04-13", 15],
  ["cara", "2024-04-13", 15],
]);

describe("headlineOf", () => {
  it("adds up customers, orders and net revenue", () => {
    const headline = headlineOf(customersAt(orders, { asOf: dayOf("2024-04-30") }));
    expect(headline).toMatchObject({ customers: 3, orders: 5, revenue: 2_000_000n, averageOrderValue: 40 });
  });

  it("counts customers with two purchases or more, two of one day included, and their revenue", () => {
    const headline = headlineOf(customersAt(orders, { asOf: dayOf("2024-04-30") }));
    expect(headline).toMatchObject({ returningCustomers: 2, returningRevenueShare: 180 / 200 });
  });

  it("knows from all history who came back, where a window shows one purchase only", () => {
    const window = { count: 1, unit: "months" } as const;
    const headline = headlineOf(customersAt(orders, { asOf: dayOf("2024-04-30"), window }));
    expect(headline).toMatchObject({ customers: 3, orders: 4, returningCustomers: 2 });
  });

  it("knows two purchases of one day before the window, where the window limits frequency and spend only", () => {
    const twice = tableOf([
      ["anna", "2024-01-10", 10],
      ["anna", "2024-01-10", 10],
      ["ben", "2024-04-10", 10],
    ]);
    const window = { count: 1, unit: "months" } as const;
    const customers = customersAt(twice, { asOf: dayOf("2024-04-30"), window, windowFor: "fm" });
    expect(headlineOf(customers).returningCustomers).toBe(1);
  });

  it("has no share of revenue where there is none", () => {
    const refunded = tableOf([
      ["anna", "2024-01-10", 100],
      ["anna", "2024-01-11", -100],
    ]);
    expect(headlineOf(customersAt(refunded, { asOf: dayOf("2024-04-30") }))).toMatchObject({
      revenue: 0n,
      averageOrderValue: 0,
      returningRevenueShare: null,
    });
  });
});
