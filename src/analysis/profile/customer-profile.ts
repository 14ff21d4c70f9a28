import { EmptyInputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { customersAt } from "../customers/customers-at.ts";
import { type SegmentOptions, segmentCustomers } from "../segments/segment-customers.ts";
import { type BestCustomers, segmentMembers, topCustomers } from "./best-customers.ts";
import { type ChosenAttributes, chooseAttributes } from "./choose-attributes.ts";
import { type Fairness, fairnessOf } from "./fairness.ts";
import { entriesAmong, firstOrders } from "./first-orders.ts";
import { type Profile, profileFirstOrders } from "./profile.ts";
import { spendByAge } from "./spend-by-age.ts";

/** Who the best are: a share of the customers, or the members of some segments. */
export type BestRule = { readonly share: number } | { readonly segments: readonly string[] };

/** The top fifth. */
export const DEFAULT_BEST: BestRule = { share: 0.2 };

export interface BestOptions extends SegmentOptions {
  /** Default: {@link DEFAULT_BEST}. */
  readonly best?: BestRule | undefined;
  /** What a share is ranked by: monetary value (default), or what was spent after the day of the first order. */
  readonly bestBy?: "spend" | "later" | undefined;
  /** Compares customers at the same age: what they spent in so many days; leaves out those who have had less time. */
  readonly followed?: number | undefined;
}

export interface ProfileOptions extends BestOptions {
  /** Names of attributes and of kept columns. Default: every attribute that the exports have. */
  readonly by?: readonly string[] | undefined;
}

/** What the best customers have in common in their first orders. */
export interface CustomerProfile extends Profile {
  readonly asOf: number;
  readonly customers: BestCustomers;
  readonly chosen: ChosenAttributes;
  /** What else may have made them the best; `null` where the comparison takes care of it, or segments are compared. */
  readonly fairness: Fairness | null;
}

/**
 * Compares the first orders of the best customers with those of all others.
 *
 * @throws EmptyInputError when nobody has been followed for so long
 * @throws InputError when everybody or nobody is among the best
 */
export function profileCustomers(orders: OrderTable, options: ProfileOptions): CustomerProfile {
  const { asOf, best = DEFAULT_BEST, bestBy = "spend", followed } = options;
  const customers = bestCustomers(orders, options);
  const first = firstOrders(orders, asOf);
  const chosen = chooseAttributes(orders, options.by, entriesAmong(first));
  const isPlain = "share" in best && bestBy === "spend" && followed === undefined;
  return {
    ...profileFirstOrders(chosen.attributes, { customers, first }),
    ...{ asOf, customers, chosen },
    fairness: isPlain ? fairnessOf(orders, customersAt(orders, options), customers) : null,
  };
}

/** The best customers and the rest, as the options say. */
export function bestCustomers(orders: OrderTable, options: BestOptions): BestCustomers {
  const { best = DEFAULT_BEST, bestBy = "spend", followed } = options;
  if ("segments" in best) return segmentMembers(segmentCustomers(orders, options), best.segments);
  const table = customersAt(orders, options);
  if (bestBy === "spend" && followed === undefined)
    return topCustomers(table.customer, table.monetaryValue, best.share);
  const spend = spendByAge(orders, table, { followed: followed ?? null, isLater: bestBy === "later" });
  if (spend.customer.length === 0) {
    throw new EmptyInputError(`no customer has been followed for ${followed} days`, {
      hint: "choose fewer days with --followed",
    });
  }
  return topCustomers(spend.customer, spend.values, best.share);
}
