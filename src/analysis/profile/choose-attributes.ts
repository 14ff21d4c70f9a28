import type { OrderTable } from "../../orders/order-table.ts";
import { ATTRIBUTES, attributeOf } from "./attributes.ts";
import type { OrderAttribute } from "./order-attribute.ts";

/** The attributes that were found, and the names of those that the exports do not have. */
export interface ChosenAttributes {
  readonly attributes: readonly OrderAttribute[];
  readonly missing: readonly string[];
  /** Which of {@link ATTRIBUTES} the exports have. */
  readonly available: readonly string[];
}

/**
 * The attributes by their names; without names, all that the exports have.
 *
 * @param among the orders whose fifths the price classes are
 */
export function chooseAttributes(
  orders: OrderTable,
  names: readonly string[] | undefined,
  among: Int32Array,
): ChosenAttributes {
  const found = (wanted: readonly string[]): readonly OrderAttribute[] =>
    wanted.flatMap((name) => attributeOf(orders, name, among) ?? []);
  if (names === undefined) {
    const attributes = found(ATTRIBUTES);
    return { attributes, missing: [], available: attributes.map(({ attribute }) => attribute) };
  }
  const wanted = [...new Set(names)];
  const attributes = found(wanted);
  const missing = wanted.filter((name) => !attributes.some(({ attribute }) => attribute === name));
  const available = missing.length === 0 ? [] : found(ATTRIBUTES).map(({ attribute }) => attribute);
  return { attributes, missing, available };
}
