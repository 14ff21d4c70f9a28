import { describe, expect, it } from "vitest";
import { attributeOf } from "../../../src/analysis/profile/attributes.ts";
import type { OrderAttribute } from "../../../src/analysis/profile/order-attribute.ts";
import { tableOf } from "../../support/order-table.ts";
import { type ShopOrder, shopTable, type WrittenLine } from "./shop.ts";

const order = (...lines: readonly WrittenLine[]): ShopOrder => ({ customer: "anna", day: "2024-02-29", lines });
const all = (orders: { readonly length: number }): Int32Array =>
  Int32Array.from({ length: orders.length }, (_, at) => at);

/** What an attribute says of each order, as texts. */
function said(orders: ReturnType<typeof shopTable>, name: string): readonly (readonly string[])[] {
  const attribute = attributeOf(orders, name, all(orders)) as OrderAttribute;
  return Array.from({ length: orders.length }, (_, at) =>
    attribute.valuesOf(at).map((index) => attribute.values[index]?.value ?? ""),
  );
}

describe("attributes of orders", () => {
  it("name each product once, whatever is given back or taken off", () => {
    const orders = shopTable([order(["A1", 2, 4], ["B", 1, 3], ["A1", 1, 2], ["C", -1, -3]), order(["C", 1, 0])]);
    expect(said(orders, "product")).toEqual([["A1", "B"], ["C"]]);
    expect(said(orders, "category")).toEqual([["a", "b"], ["c"]]);
  });

  it("put baskets into classes by their different products", () => {
    const products = (count: number): readonly WrittenLine[] =>
      Array.from({ length: count }, (_, at) => [`P${at}`, 1, 1] as const);
    const orders = shopTable([1, 2, 3, 4, 5, 9, 10, 19, 20, 60].map((count) => order(...products(count))));
    expect(said(orders, "basket").flat()).toEqual([
      "1",
      "2",
      "3-4",
      "3-4",
      "5-9",
      "5-9",
      "10-19",
      "10-19",
      "20+",
      "20+",
    ]);
  });

  it("put prices of a piece into fifths; a price on a bound is in the lower class", () => {
    // prices 1, 2, 3, 4, 5, 6: the cut points of type 7 are 2, 3, 4, 5
    const orders = shopTable([1, 2, 3, 4, 5, 6].map((price) => order(["A", 2, price * 2])));
    expect(said(orders, "price").flat()).toEqual([
      "..2.00",
      "..2.00",
      "2.00..3.00",
      "3.00..4.00",
      "4.00..5.00",
      "5.00..",
    ]);
  });

  it("have no price classes where all prices are the same", () => {
    const orders = shopTable([order(["A", 1, 3]), order(["B", 2, 6])]);
    expect(attributeOf(orders, "price", all(orders))).toBeNull();
  });

  it("name the day of the week: 29 February 2024 was a Thursday, 31 December 1969 a Wednesday", () => {
    const orders = shopTable([order(["A", 1, 1]), { ...order(["A", 1, 1]), day: "1969-12-31" }]);
    expect(said(orders, "weekday").flat()).toEqual(["Thursday", "Wednesday"]);
  });

  it("keep a blank cell as a value of its own", () => {
    const orders = { ...shopTable([order(["A", 1, 1]), order(["B", 1, 1])]) };
    const kept = [{ name: "Land", values: ["Finland"], codes: Int32Array.of(0, -1) }];
    expect(said({ ...orders, kept }, "Land")).toEqual([["Finland"], [""]]);
  });

  it("are null where the exports have no such column", () => {
    const orders = tableOf([["anna", "2024-01-01", 5]]);
    for (const name of ["product", "category", "price", "basket", "country", "hour", "Land"]) {
      expect(attributeOf(orders, name, all(orders))).toBeNull();
    }
  });
});
