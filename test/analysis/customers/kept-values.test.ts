import { describe, expect, it } from "vitest";
import { keptOfCustomers } from "../../../src/analysis/customers/kept-values.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { day, historyOf } from "../retention/history.ts";

const values = ["Finland", "Norway", "Sweden"];

function withCountries(ids: readonly string[], codes: readonly number[]): OrderTable {
  const orders = historyOf([
    ["Ann", "2024-02-01", 10],
    ["Ann", "2024-01-01", 10],
    ["Ann", "2024-01-01", 20],
    ["Ann", "2024-03-01", -5],
    ["Bo", "2024-05-01", 10],
  ]);
  const kept = [{ name: "country", values, codes: Int32Array.from(codes) }];
  return { ...orders, orderId: (entry) => ids[entry] ?? "", kept };
}

describe("keptOfCustomers", () => {
  const orders = withCountries(["3", "2", "1", "4", "5"], [0, 1, 2, 0, -1]);

  it("takes the first purchase, of two on a day the least order id", () => {
    const [country] = keptOfCustomers(orders, { asOf: day("2024-12-31"), of: "first purchase" });
    expect([...(country?.codes ?? [])]).toEqual([2, -1]);
  });

  it("takes the newest purchase, never a refund", () => {
    const [country] = keptOfCustomers(orders, { asOf: day("2024-12-31"), of: "newest purchase" });
    expect(values[country?.codes[0] ?? -1]).toBe("Finland");
  });

  it("looks no further than the as-of date, and of two newest takes the greatest order id", () => {
    const [country] = keptOfCustomers(orders, { asOf: day("2024-01-15"), of: "newest purchase" });
    expect([...(country?.codes ?? [])]).toEqual([1, -1]);
  });

  it("settles ties without order ids by the value", () => {
    const [country] = keptOfCustomers(withCountries([], [0, 2, 1, 0, -1]), {
      asOf: day("2024-12-31"),
      of: "first purchase",
    });
    expect(values[country?.codes[0] ?? -1]).toBe("Norway");
  });
});
