import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { topCustomers } from "../../../src/analysis/profile/best-customers.ts";
import { spendByAge } from "../../../src/analysis/profile/spend-by-age.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

const top = (values: readonly number[], share: number): readonly number[] =>
  Array.from(topCustomers(Int32Array.from(values.keys()), Float64Array.from(values), share).isBest);

describe("topCustomers", () => {
  it("rounds the number of places up: a fifth of six customers is two", () => {
    expect(top([1, 2, 3, 4, 5, 6], 0.2)).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("takes everybody who ties with the last place", () => {
    expect(top([1, 9, 5, 5, 5], 0.4)).toEqual([0, 1, 1, 1, 1]);
  });

  it("refuses customers who all tie", () => {
    expect(() => top([7, 7, 7], 0.2)).toThrow(/all of them tie/);
  });
});

describe("spendByAge", () => {
  const orders = tableOf([
    ["anna", "2024-01-01", 500],
    ["anna", "2024-01-20", 10],
    ["anna", "2024-03-01", 99],
    ["bert", "2024-02-20", 20],
    ["bert", "2024-02-25", 30],
    ["bert", "2024-02-26", -5],
    ["carl", "2024-03-05", 70],
  ]);
  const table = customersAt(orders, { asOf: dayOf("2024-03-11") });
  const spend = (followed: number | null, isLater: boolean): readonly (readonly [string, number])[] => {
    const { customer, values } = spendByAge(orders, table, { followed, isLater });
    return Array.from(customer, (key, row) => [orders.customerKeys[key] ?? "", (values[row] as number) / 10_000]);
  };

  it("counts everything without options", () => {
    expect(spend(null, false)).toEqual([
      ["anna", 609],
      ["bert", 45],
      ["carl", 70],
    ]);
  });

  it("leaves out the first day", () => {
    expect(spend(null, true)).toEqual([
      ["anna", 109],
      ["bert", 25],
      ["carl", 0],
    ]);
  });

  it("counts the same number of days for all, and leaves out those who have not had them", () => {
    expect(spend(20, false)).toEqual([
      ["anna", 510],
      ["bert", 45],
    ]);
    expect(spend(20, true)).toEqual([
      ["anna", 10],
      ["bert", 25],
    ]);
  });
});
