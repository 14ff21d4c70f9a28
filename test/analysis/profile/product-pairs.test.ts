import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productAttribute } from "../../../src/analysis/profile/line-attributes.ts";
import { productPairs } from "../../../src/analysis/profile/product-pairs.ts";
import { dayOf } from "../../support/order-table.ts";
import "../../support/seed.ts";
import { type ShopOrder, shopTable } from "./shop.ts";

const basket = (products: readonly string[], times: number): readonly ShopOrder[] =>
  Array.from({ length: times }, () => ({
    customer: "anna",
    day: "2024-01-05",
    lines: products.map((product) => [product, 1, 2] as const),
  }));

const pairsIn = (orders: readonly ShopOrder[]): ReturnType<typeof productPairs> => {
  const table = shopTable(orders);
  return productPairs(table, productAttribute(table.lines, table.length), dayOf("2024-12-31"));
};

describe("productPairs", () => {
  it("gives support, both confidences and lift, worked by hand", () => {
    const pairs = pairsIn([...basket(["B", "A"], 20), ...basket(["A"], 20), ...basket(["B"], 5), ...basket(["C"], 55)]);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ product: { value: "A" }, other: { value: "B" }, orders: 20, support: 0.2 });
    expect(pairs[0]?.confidence).toBe(0.5); // 20 of 40
    expect(pairs[0]?.otherConfidence).toBe(0.8); // 20 of 25
    expect(pairs[0]?.lift).toBe(2); // 0.2 / (0.4 · 0.25)
  });

  it("leaves out pairs in 19 orders", () => {
    expect(pairsIn([...basket(["A", "B"], 19), ...basket(["A"], 5), ...basket(["B"], 5)])).toEqual([]);
  });

  it("finds the pairs that counting every pair of every order finds", () => {
    const someBasket = fc.subarray(["A", "B", "C", "D", "E"], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(someBasket, { minLength: 30, maxLength: 120 }), (baskets) => {
        const counts = new Map<string, number>();
        for (const one of baskets) {
          for (const a of one) for (const b of one) if (a < b) counts.set(a + b, (counts.get(a + b) ?? 0) + 1);
        }
        const found = pairsIn(baskets.flatMap((one) => basket(one, 1)));
        expect(found.map(({ product, other, orders }) => [product.value + other.value, orders])).toEqual(
          [...counts].filter(([, count]) => count >= 20).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
        );
      }),
    );
  });
});
