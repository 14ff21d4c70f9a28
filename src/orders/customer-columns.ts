/**
 * Customers of whom only sums are known, one entry each, in no particular order: a table with one row per customer, or what
 * a database adds up. It is all that scoring needs; whatever looks at single orders cannot work on it.
 */
export interface CustomerColumns {
  readonly length: number;
  /** The customers' keys, each once. */
  readonly keys: readonly string[];
  /** Number of purchases; ≥ 1. */
  readonly orders: Int32Array;
  /** Civil day of the last purchase; `null` where the days since then are known instead. */
  readonly lastDay: Int32Array | null;
  /** Days since the last purchase, ≥ 0, as of whatever day is asked for; `null` where its day is known. */
  readonly daysSince?: Int32Array | null;
  /** Civil day of the first purchase; `null` where it is not known of all. */
  readonly firstDay: Int32Array | null;
  /** Net spend, whole 1/10,000 of a currency unit, after refunds where the source knows them; `null` where there is no money. */
  readonly spend: Float64Array | null;
}
