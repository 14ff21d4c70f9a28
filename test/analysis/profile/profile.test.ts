import { describe, expect, it } from "vitest";
import type { BestCustomers } from "../../../src/analysis/profile/best-customers.ts";
import { type OrderAttribute, singleAttribute } from "../../../src/analysis/profile/order-attribute.ts";
import { profileFirstOrders } from "../../../src/analysis/profile/profile.ts";

/** Customers 0 … 99 whose first order is the entry of their own number; the first 20 are the best. */
const customers: BestCustomers = {
  customer: Int32Array.from({ length: 100 }, (_, customer) => customer),
  isBest: Uint8Array.from({ length: 100 }, (_, customer) => (customer < 20 ? 1 : 0)),
  best: 20,
  rest: 80,
};
const first = Int32Array.from({ length: 100 }, (_, customer) => customer);

/** 12 of the 20 best and 18 of the 80 others began with red, the others with blue. */
const colour = singleAttribute(
  "colour",
  ["red", "blue"].map((value) => ({ value, name: null })),
  (order) => (order < 12 || (order >= 20 && order < 38) ? 0 : 1),
);

describe("profileFirstOrders", () => {
  const { rows } = profileFirstOrders([colour], { customers, first });
  const red = rows.find(({ value }) => value.value === "red");

  it("counts each value among the best and the rest", () => {
    expect(rows.map(({ value, best, rest }) => [value.value, best, rest])).toEqual([
      ["blue", 8, 62],
      ["red", 12, 18],
    ]);
  });

  it("gives shares, lift and the Newcombe interval, as worked by an independent program", () => {
    expect(red?.bestShare).toBe(0.6);
    expect(red?.restShare).toBe(0.225);
    expect(red?.lift).toBeCloseTo(0.6 / 0.3, 12);
    // Newcombe's method 10, written anew in Python from the paper
    expect(red?.difference).toBeCloseTo(0.375, 12);
    expect(red?.differenceLow).toBeCloseTo(0.1380838540282554, 10);
    expect(red?.differenceHigh).toBeCloseTo(0.5721379708016465, 10);
  });

  it("tests each value by Fisher's exact test, as SciPy 1.17 does", () => {
    expect(red?.pValue).toBeCloseTo(0.002132642309700817, 12);
    expect(red?.qValue).toBeCloseTo(0.00213264, 8);
  });

  it("leaves out values with fewer than 20 customers, and those that everybody has", () => {
    const few = singleAttribute(
      "size",
      ["small", "large"].map((value) => ({ value, name: null })),
      (order) => (order < 19 ? 0 : 1),
    );
    const same = singleAttribute("shop", [{ value: "web", name: null }], () => 0);
    const profile = profileFirstOrders([few, same], { customers, first });
    expect(profile.rows.map(({ value }) => value.value)).toEqual(["large"]);
    expect(profile.extents).toEqual([
      { attribute: "size", values: 2, shown: 1, only: null },
      { attribute: "shop", values: 1, shown: 0, only: { value: "web", name: null } },
    ]);
  });

  it("adjusts over all rows of all attributes", () => {
    const noise: OrderAttribute = singleAttribute(
      "noise",
      ["odd", "even"].map((value) => ({ value, name: null })),
      (order) => order % 2,
    );
    const both = profileFirstOrders([colour, noise], { customers, first });
    expect(both.rows).toHaveLength(4);
    // two equal p-values of four: q is p · 4 / 2
    expect(both.rows[0]?.qValue).toBeCloseTo(2 * 0.002132642309700817, 12);
    expect(both.rows[3]?.qValue).toBe(1);
  });
});
