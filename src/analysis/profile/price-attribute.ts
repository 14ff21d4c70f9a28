import { AMOUNT_SCALE, formatAmount } from "../../basics/money/amount.ts";
import { isBought, type LineTable, lineStarts } from "../../orders/lines/line-table.ts";
import { quantileScale } from "../scores/scale.ts";
import { type AttributeValue, type OrderAttribute, singleAttribute } from "./order-attribute.ts";

const CLASSES = 5;

/** Bounds are whole cents, which people can read. */
const CENT = AMOUNT_SCALE / 100;

/**
 * What a piece costs on average in each order, in fifths of the orders that are looked at: the money of the lines with a
 * quantity, divided by that quantity. Orders whose lines say no price have no value.
 *
 * @param among the orders whose fifths they are
 * @returns `null` where none of these orders says a price, or all say the same
 */
export function priceAttribute(
  lines: LineTable,
  { orders, among }: { readonly orders: number; readonly among: Int32Array },
): OrderAttribute | null {
  const prices = piecePrices(lines, orders);
  const known = Float64Array.from([...among].map((order) => prices[order] as number).filter((price) => price >= 0));
  if (known.length === 0) return null;
  const { cutPoints } = quantileScale(known, CLASSES, "higher");
  const bounds = [...new Set(cutPoints.map((point) => Math.round(point / CENT) * CENT))];
  const classOf = (price: number): number => bounds.filter((bound) => price > bound).length;
  if (new Set(known.map(classOf)).size < 2) return null;
  const values = [null, ...bounds].map((from, index): AttributeValue => {
    const range = { from, to: bounds[index] ?? null };
    return { value: rangeText(range), name: null, range };
  });
  return singleAttribute("price", values, (order) => {
    const price = prices[order] as number;
    return price >= 0 ? classOf(price) : -1;
  });
}

/** The mean price of a piece in each order, 1/10,000 of a unit; NaN where no line says it. */
function piecePrices(lines: LineTable, orders: number): Float64Array {
  const starts = lineStarts(lines, orders);
  return Float64Array.from({ length: orders }, (_, order) => {
    let [money, pieces] = [0, 0];
    for (let line = starts[order] as number; line < (starts[order + 1] as number); line += 1) {
      const quantity = lines.quantities[lines.quantity[line] as number] ?? 0;
      if (!isBought(lines, line) || quantity <= 0 || Number.isNaN(lines.amount[line])) continue;
      money += lines.amount[line] as number;
      pieces += quantity;
    }
    return pieces === 0 ? Number.NaN : money / pieces;
  });
}

/** `..1.25`, `1.25..2.10`, `2.10..`: above the first number, up to and with the second. */
function rangeText({ from, to }: { readonly from: number | null; readonly to: number | null }): string {
  const text = (bound: number | null): string => (bound === null ? "" : formatAmount(bound));
  return `${text(from)}..${text(to)}`;
}
