import type { LineTable } from "../../orders/lines/line-table.ts";
import { ORDER_TRAITS, type TraitName } from "../../orders/lines/order-trait.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { weekdayAttribute } from "./calendar-attribute.ts";
import { columnAttribute } from "./column-attribute.ts";
import { basketAttribute, categoryAttribute, productAttribute } from "./line-attributes.ts";
import type { OrderAttribute } from "./order-attribute.ts";
import { priceAttribute } from "./price-attribute.ts";

/** What orders have beside their columns, by the names that `--by` takes. */
export const ATTRIBUTES = ["product", "category", "price", "basket", ...ORDER_TRAITS, "weekday"] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];

/** Whether a word names an attribute; any other word names a column. */
export function isAttributeName(word: string): word is AttributeName {
  return ATTRIBUTES.some((name) => name === word);
}

/**
 * An attribute of the orders, from their lines, traits, days or columns; `null` where the exports do not have it.
 *
 * @param name one of {@link ATTRIBUTES}, or the name of a column that was kept
 * @param among the orders whose fifths the price classes are
 */
export function attributeOf(orders: OrderTable, name: string, among: Int32Array): OrderAttribute | null {
  const lines = orders.lines ?? null;
  if (name === "weekday") return weekdayAttribute(orders);
  if (name === "price") return lines === null ? null : priceAttribute(lines, { orders: orders.length, among });
  if (name === "product" || name === "category" || name === "basket") {
    return lines === null ? null : lineAttribute(lines, name, orders.length);
  }
  const trait = orders.traits?.find((one) => one.trait === (name as TraitName));
  if (trait !== undefined) return columnAttribute(name, trait);
  const column = orders.kept?.find((kept) => kept.name === name);
  return column === undefined ? null : columnAttribute(name, column);
}

function lineAttribute(
  lines: LineTable,
  name: "product" | "category" | "basket",
  orders: number,
): OrderAttribute | null {
  if (lines.products.length === 0) return null;
  if (name === "category") {
    return lines.products.every(({ category }) => category === null) ? null : categoryAttribute(lines, orders);
  }
  return name === "product" ? productAttribute(lines, orders) : basketAttribute(lines, orders);
}
