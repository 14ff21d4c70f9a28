import { describe, expect, it } from "vitest";
import { activityByPeriod } from "../../../src/analysis/retention/activity.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

describe("activityByPeriod", () => {
  const orders = tableOf([
    ["anna", "2024-03-05", 50],
    ["ben", "2024-02-29", 30],
    ["cara", "2024-02-01", -10],
    ["anna", "2024-01-31", 10],
    ["anna", "2024-01-01", 20],
    ["ben", "2024-03-01", -5],
    ["anna", "2024-03-06", -15],
    ["dora", "2024-04-01", 1],
  ]);

  function rows(asOf: string): readonly (readonly [string, number, number, number])[] {
    const {
      length,
      customer,
      period,
      orders: counts,
      net,
    } = activityByPeriod(orders, {
      asOf: dayOf(asOf),
      period: "month",
    });
    return Array.from({ length }, (_, row) => [
      orders.customerKeys[customer[row] ?? -1] ?? "",
      (period[row] ?? 0) - 2024 * 12 + 1,
      counts[row] ?? 0,
      net[row] ?? 0,
    ]);
  }

  it("adds up each customer's months, in order, and leaves out customers who only had refunds", () => {
    expect(rows("2024-04-30")).toEqual([
      ["anna", 1, 2, 300_000],
      ["anna", 3, 1, 350_000],
      ["ben", 2, 1, 300_000],
      ["ben", 3, 0, -50_000],
      ["dora", 4, 1, 10_000],
    ]);
  });

  it("stops at the as-of date", () => {
    expect(rows("2024-03-05")).toEqual([
      ["anna", 1, 2, 300_000],
      ["anna", 3, 1, 500_000],
      ["ben", 2, 1, 300_000],
      ["ben", 3, 0, -50_000],
    ]);
    expect(rows("2023-12-31")).toEqual([]);
  });
});
