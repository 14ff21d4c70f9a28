/** Bounds of a class of money, whole 1/10,000 of a unit: above `from`, up to and with `to`; `null` where it is open. */
export interface MoneyRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** One value of an attribute. */
export interface AttributeValue {
  /** As data has it: a cell, a product's code; empty for a blank cell. */
  readonly value: string;
  /** What people call it, where that is something else. */
  readonly name: string | null;
  /** The bounds, where the value is a class of money. */
  readonly range?: MoneyRange;
}

/** Something that each order has a value of, or several. */
export interface OrderAttribute {
  /** How data calls it: `product`, or the name of a column. */
  readonly attribute: string;
  readonly values: readonly AttributeValue[];
  /** The values of an order, as indexes into `values`, each once; none where the order says nothing. */
  readonly valuesOf: (order: number) => readonly number[];
}

/** An attribute with one value per order. */
export function singleAttribute(
  attribute: string,
  values: readonly AttributeValue[],
  pick: (order: number) => number,
): OrderAttribute {
  const lists = values.map((_, index) => [index]);
  return { attribute, values, valuesOf: (order) => lists[pick(order)] ?? [] };
}
