/** A product as the newest line that names it has it. */
export interface Product {
  /** What identifies it: its code, or its name where the line has no code. */
  readonly code: string;
  /** `null` where no line names it, or the name is all there is. */
  readonly name: string | null;
  /** `null` where no line says it. */
  readonly category: string | null;
}

/**
 * Every line item of the orders in the order table, one entry each, 20 bytes: sorted by order, those of one order as they
 * stand in the files. A cell that lists several products is one line: it is not split.
 */
export interface LineTable {
  readonly length: number;
  /** The purchase or dated refund that the line belongs to: an index into the order table. Ascending. */
  readonly order: Int32Array;
  /** Index into `products`; −1 where the line names none. */
  readonly product: Int32Array;
  /** Index into `quantities`; −1 where the line has none. */
  readonly quantity: Int32Array;
  /** Whole 1/10,000 of a currency unit, below 0 for what was given back or taken off; NaN where the line does not say. */
  readonly amount: Float64Array;
  readonly products: readonly Product[];
  /** The distinct quantities; below 0 for what was given back. */
  readonly quantities: readonly number[];
}

/** Where the lines of each order begin: those of order n are from `starts[n]` up to `starts[n + 1]`. */
export function lineStarts({ order }: LineTable, orders: number): Int32Array {
  const starts = new Int32Array(orders + 1);
  for (const one of order) starts[one + 1] = (starts[one + 1] as number) + 1;
  for (let at = 0; at < orders; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  return starts;
}

/** Whether a line is a purchase of its product: nothing given back, no discount. What costs nothing counts. */
export function isBought({ product, quantity, amount, quantities }: LineTable, line: number): boolean {
  if ((product[line] as number) < 0 || (amount[line] as number) < 0) return false;
  const pieces = quantities[quantity[line] as number];
  return pieces === undefined || pieces > 0;
}
