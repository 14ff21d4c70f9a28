import type { LineTable, Product } from "../../../src/orders/lines/line-table.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { dayOf, orderTable } from "../../support/order-table.ts";

/** One line of an order: a product's code, how many, and what they cost together in currency units. */
export type WrittenLine = readonly [product: string, quantity: number, amount: number];

/** An order with its lines; its amount is theirs together. */
export interface ShopOrder {
  readonly customer: string;
  readonly day: string;
  readonly lines: readonly WrittenLine[];
}

/** An order table with the lines of these orders; product A is called "Name of A" and is of category a. */
export function shopTable(orders: readonly ShopOrder[]): OrderTable & { readonly lines: LineTable } {
  const table = orderTable(
    orders.map(({ customer, day, lines }) => ({
      ...{ customer, day: dayOf(day) },
      amount: lines.reduce((sum, [, , amount]) => sum + amount, 0),
    })),
  );
  const lines = orders.flatMap((order, index) => order.lines.map((line) => ({ index, line })));
  const codes = [...new Set(lines.map(({ line: [product] }) => product))];
  const quantities = [...new Set(lines.map(({ line: [, quantity] }) => quantity))];
  const products = codes.map(
    (code): Product => ({ code, name: `Name of ${code}`, category: (code[0] ?? "").toLowerCase() }),
  );
  return {
    ...table,
    lines: {
      length: lines.length,
      order: Int32Array.from(lines, ({ index }) => index),
      product: Int32Array.from(lines, ({ line: [product] }) => codes.indexOf(product)),
      quantity: Int32Array.from(lines, ({ line: [, quantity] }) => quantities.indexOf(quantity)),
      amount: Float64Array.from(lines, ({ line: [, , amount] }) => Math.round(amount * 10_000)),
      products,
      quantities,
    },
  };
}
