/** Separates the number of a source from an order id in the dictionary of order ids. */
export const ORIGIN_MARK = "\u0001";
