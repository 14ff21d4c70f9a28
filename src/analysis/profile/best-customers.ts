import { EmptyInputError, InputError } from "../../errors.ts";
import { valuesAtRanks } from "../scores/ranks.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/** The customers who are compared, and which of them are the best; one entry each. */
export interface BestCustomers {
  /** Index into the order table's `customerKeys`. */
  readonly customer: Int32Array;
  /** 1 for the best, 0 for the rest. */
  readonly isBest: Uint8Array;
  readonly best: number;
  readonly rest: number;
}

/**
 * The best of some customers: the share of them with the highest values, rounded up to whole customers, and whoever ties
 * with the last of these. Nobody whose value is not above 0 is among them.
 *
 * @param values one per customer, higher is better
 * @param share above 0, below 1
 * @throws InputError when nobody or everybody would be among the best
 */
export function topCustomers(customer: Int32Array, values: Float64Array, share: number): BestCustomers {
  if (customer.length === 0) throw new EmptyInputError("no customers to compare");
  const places = Math.ceil(customer.length * share);
  const [least = 0] = valuesAtRanks(values, [customer.length - places]);
  return dividedInto(
    customer,
    Uint8Array.from(values, (value) => (value >= least && value > 0 ? 1 : 0)),
  );
}

/** The customers in some segments against all others; `names` without regard to case. */
export function segmentMembers(
  { customers, scheme, segment }: SegmentedCustomers,
  names: readonly string[],
): BestCustomers {
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()));
  const isWanted = scheme.segments.map(({ name }) => wanted.has(name.toLowerCase()));
  return dividedInto(
    customers.customer,
    Uint8Array.from(segment, (one) => (isWanted[one] === true ? 1 : 0)),
  );
}

function dividedInto(customer: Int32Array, isBest: Uint8Array): BestCustomers {
  const best = isBest.reduce((sum, one) => sum + one, 0);
  const rest = customer.length - best;
  if (best > 0 && rest > 0) return { customer, isBest, best, rest };
  throw new InputError(
    best === 0
      ? "no customer is among the best, so there is nothing to compare"
      : best === 1
        ? "the only customer is among the best, so there is no rest to compare with"
        : "every customer is among the best: all of them tie, so there is no rest to compare with",
    { hint: "choose another --best: a smaller or larger share, or segments; or another --best-by" },
  );
}
