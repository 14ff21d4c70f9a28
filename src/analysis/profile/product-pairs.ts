import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { AttributeValue, OrderAttribute } from "./order-attribute.ts";

/** A pair is shown where it is in so many orders. */
export const FEWEST_ORDERS = 20;

/** Two products that were bought in one order. */
export interface ProductPair {
  readonly product: AttributeValue;
  /** The product that stands after it by code unit of their codes. */
  readonly other: AttributeValue;
  /** Orders with both. */
  readonly orders: number;
  /** Their share of all orders with a product. */
  readonly support: number;
  /** Of the orders with `product`, the share that has `other`, too. */
  readonly confidence: number;
  /** Of the orders with `other`, the share that has `product`, too. */
  readonly otherConfidence: number;
  /** How many times more often they stand together than if each were in orders by chance. */
  readonly lift: number;
}

/**
 * The products that are bought together, counted directly in all purchases up to a day: pairs in at least
 * {@link FEWEST_ORDERS} orders, most orders first.
 */
export function productPairs(orders: OrderTable, products: OrderAttribute, asOf: number): readonly ProductPair[] {
  const baskets: (readonly number[])[] = [];
  const ordersOf = products.values.map((): number[] => []);
  for (let order = 0; order < orders.length; order += 1) {
    if ((orders.amount[order] as number) <= 0 || (orders.day[order] as number) > asOf) continue;
    const basket = products.valuesOf(order);
    if (basket.length === 0) continue;
    for (const product of basket) ordersOf[product]?.push(baskets.length);
    baskets.push(basket);
  }
  const pairs = pairsOf(products, { baskets, ordersOf });
  return pairs.sort(
    (a, b) =>
      b.orders - a.orders ||
      compareCodeUnits(a.product.value, b.product.value) ||
      compareCodeUnits(a.other.value, b.other.value),
  );
}

/** Goes through the orders of one product after another, so that no table of all pairs is needed. */
function pairsOf(
  { values }: OrderAttribute,
  { baskets, ordersOf }: { readonly baskets: readonly (readonly number[])[]; readonly ordersOf: readonly number[][] },
): ProductPair[] {
  const frequent = values.map((_, product) => (ordersOf[product] ?? []).length >= FEWEST_ORDERS);
  const together = new Int32Array(values.length);
  const pairs: ProductPair[] = [];
  for (const [product, own] of ordersOf.entries()) {
    if (frequent[product] !== true) continue;
    const met = new Set<number>();
    for (const basket of own) {
      for (const other of baskets[basket] ?? []) {
        if (other === product || frequent[other] !== true) continue;
        together[other] = (together[other] as number) + 1;
        met.add(other);
      }
    }
    for (const other of met) {
      const count = together[other] as number;
      together[other] = 0;
      const [first, second] = [values[product], values[other]];
      if (first === undefined || second === undefined || count < FEWEST_ORDERS) continue;
      if (compareCodeUnits(first.value, second.value) > 0) continue; // comes the other way round
      const others = (ordersOf[other] ?? []).length;
      pairs.push({
        product: first,
        other: second,
        orders: count,
        support: count / baskets.length,
        confidence: count / own.length,
        otherConfidence: count / others,
        lift: (count * baskets.length) / (own.length * others),
      });
    }
  }
  return pairs;
}
