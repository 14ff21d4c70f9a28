/**
 * Where a customer was or is: an index into the comparison's segments; or not scored at all: `new` bought first after the
 * earlier day, `back` had bought before but not in its window, `lapsed` is not in the later day's window.
 */
export type Place = number | "new" | "back" | "lapsed";

/** Customers who went from one place to another (or stayed), with their net spend on either day, 1/10,000 of a unit. */
export interface Flow {
  readonly from: Place;
  readonly to: Place;
  readonly customers: number;
  readonly moneyBefore: bigint;
  readonly moneyAfter: bigint;
  /** Those of them who ordered after the earlier day; the others brought no money. */
  readonly ordered: { readonly customers: number; readonly moneyAfter: bigint };
}
