import { headlineOf } from "../report/headline.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/** What a set that was published says of itself. Money is whole 1/10,000 of a unit. */
export interface EarlierSet {
  readonly asOf: number;
  readonly customers: number;
  readonly revenue: bigint;
  /** Customers by segment, in the scheme's order. */
  readonly segments: ReadonlyMap<string, number>;
}

/** The totals of a set. */
export type Totals = Pick<EarlierSet, "asOf" | "customers" | "revenue">;

/** What the last set is to this one, and what it said. */
export type Since =
  | { readonly kind: "first" | "unreadable" }
  /** Other options make other figures; their names. */
  | { readonly kind: "other options"; readonly options: readonly string[] }
  /** The last set is of a later day. */
  | { readonly kind: "later day"; readonly day: number }
  /** The last set is of the same day, or of an earlier one: how many more there are now. */
  | {
      readonly kind: "same day" | "earlier day";
      readonly day: number;
      readonly customers: number;
      readonly revenue: bigint;
    };

/** Compares the totals of now with those of the last set, where they can be compared. */
export function sinceLast(
  now: Totals,
  {
    last,
    changedOptions,
  }: { readonly last: Totals | "none" | "unreadable"; readonly changedOptions: readonly string[] },
): Since {
  if (last === "none") return { kind: "first" };
  if (last === "unreadable") return { kind: "unreadable" };
  if (changedOptions.length > 0) return { kind: "other options", options: changedOptions };
  if (last.asOf > now.asOf) return { kind: "later day", day: last.asOf };
  return {
    kind: last.asOf === now.asOf ? "same day" : "earlier day",
    day: last.asOf,
    customers: now.customers - last.customers,
    revenue: now.revenue - last.revenue,
  };
}

/** The same of the customers of now. */
export function sinceOf({ customers }: SegmentedCustomers, sets: Parameters<typeof sinceLast>[1]): Since {
  const { customers: count, revenue } = headlineOf(customers);
  return sinceLast({ asOf: customers.asOf, customers: count, revenue }, sets);
}
