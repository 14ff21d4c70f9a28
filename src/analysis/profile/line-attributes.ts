import { isBought, type LineTable, lineStarts } from "../../orders/lines/line-table.ts";
import type { AttributeValue, OrderAttribute } from "./order-attribute.ts";
import { singleAttribute } from "./order-attribute.ts";

/** The products of each order. */
export function productAttribute(lines: LineTable, orders: number): OrderAttribute {
  const values = lines.products.map(({ code, name }) => ({ value: code, name }));
  const boughtIn = boughtLines(lines, orders);
  return {
    attribute: "product",
    values,
    valuesOf: (order) => distinct(boughtIn(order).map((line) => lines.product[line] as number)),
  };
}

/** The categories of the products of each order; products without one make a blank value, the last. */
export function categoryAttribute(lines: LineTable, orders: number): OrderAttribute {
  const names = [...new Set(lines.products.flatMap(({ category }) => category ?? []))];
  const indexes = new Map(names.map((name, index) => [name, index]));
  const categoryOf = lines.products.map(({ category }) => indexes.get(category ?? "") ?? names.length);
  const boughtIn = boughtLines(lines, orders);
  return {
    attribute: "category",
    values: [...names, ""].map((value) => ({ value, name: null })),
    valuesOf: (order) => distinct(boughtIn(order).map((line) => categoryOf[lines.product[line] as number] as number)),
  };
}

/** The least number of different products in each class of basket. */
const BASKETS = [1, 2, 3, 5, 10, 20] as const;

/** How many different products each order has, in classes: 1, 2, 3–4, 5–9, 10–19, 20 and more. */
export function basketAttribute(lines: LineTable, orders: number): OrderAttribute {
  const values = BASKETS.map((from, index): AttributeValue => {
    const next = BASKETS[index + 1];
    return {
      value: next === undefined ? `${from}+` : next === from + 1 ? `${from}` : `${from}-${next - 1}`,
      name: null,
    };
  });
  const boughtIn = boughtLines(lines, orders);
  return singleAttribute("basket", values, (order) => {
    const products = distinct(boughtIn(order).map((line) => lines.product[line] as number)).length;
    return BASKETS.findLastIndex((from) => products >= from);
  });
}

/** The lines of each order that are purchases of a product. */
function boughtLines(lines: LineTable, orders: number): (order: number) => readonly number[] {
  const starts = lineStarts(lines, orders);
  return (order) => {
    const bought: number[] = [];
    for (let line = starts[order] as number; line < (starts[order + 1] as number); line += 1) {
      if (isBought(lines, line)) bought.push(line);
    }
    return bought;
  };
}

function distinct(codes: readonly number[]): readonly number[] {
  return [...new Set(codes)];
}
