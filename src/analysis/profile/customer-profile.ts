import { plural } from "../../basics/text/words.ts";
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
  /** What a share is ranked by: what was spent after the day of the first order (default), or monetary value. */
  readonly bestBy?: "later" | "spend" | undefined;
  /**
   * Ranks by what was spent in so many days from the first order; customers who have had less time are left out. Default:
   * with `later` half the history, at most a year; with `spend` all of it.
   */
  readonly followed?: number | undefined;
}

export interface ProfileOptions extends BestOptions {
  /** Names of attributes and of kept columns. Default: every attribute that the exports have. */
  readonly by?: readonly string[] | undefined;
}

/** How the best were chosen; `days` is how long each was followed, `null` for all of the history. */
export interface BestRanking {
  readonly by: "later" | "spend" | "segments";
  readonly days: number | null;
}

/** What the best customers have in common in their first orders. */
export interface CustomerProfile extends Profile {
  readonly asOf: number;
  readonly customers: BestCustomers;
  readonly ranking: BestRanking;
  readonly chosen: ChosenAttributes;
  /** What else may have made them the best, where they are ranked by monetary value; `null` otherwise. */
  readonly fairness: Fairness | null;
}

/**
 * Compares the first orders of the best customers with those of all others.
 *
 * Monetary value would make this a comparison of a first order with itself: whoever begins with a large basket has spent
 * more by that alone, and has more of every product in it. Early starters have had more time besides. So the best are, by
 * default, those who spent most after the day of their first order, all at the same age.
 *
 * @throws EmptyInputError when nobody has been followed for so long
 * @throws InputError when everybody or nobody is among the best
 */
export function profileCustomers(orders: OrderTable, options: ProfileOptions): CustomerProfile {
  const { asOf } = options;
  const ranking = rankingOf(orders, options);
  const customers = bestCustomers(orders, options);
  const first = firstOrders(orders, asOf);
  const chosen = chooseAttributes(orders, options.by, entriesAmong(first));
  const isPlain = ranking.by === "spend" && ranking.days === null;
  return {
    ...profileFirstOrders(chosen.attributes, { customers, first }),
    ...{ asOf, customers, ranking, chosen },
    fairness: isPlain ? fairnessOf(orders, customersAt(orders, options), customers) : null,
  };
}

const YEAR_DAYS = 365;

/** What the options rank the best by. */
export function rankingOf(
  { firstDay }: Pick<OrderTable, "firstDay">,
  { best = DEFAULT_BEST, bestBy = "later", followed, asOf }: BestOptions,
): BestRanking {
  if ("segments" in best) return { by: "segments", days: null };
  if (followed !== undefined) return { by: bestBy, days: followed };
  if (bestBy === "spend") return { by: bestBy, days: null };
  return { by: bestBy, days: Math.min(YEAR_DAYS, Math.max(1, Math.floor((asOf - firstDay) / 2))) };
}

/** The best customers and the rest, as the options say. */
export function bestCustomers(orders: OrderTable, options: BestOptions): BestCustomers {
  const { best = DEFAULT_BEST } = options;
  if ("segments" in best) return segmentMembers(segmentCustomers(orders, options), best.segments);
  const table = customersAt(orders, options);
  const { by, days } = rankingOf(orders, options);
  if (by === "spend" && days === null) return topCustomers(table.customer, table.monetaryValue, best.share);
  const spend = spendByAge(orders, table, { followed: days, isLater: by === "later" });
  if (spend.customer.length === 0) {
    throw new EmptyInputError(`no customer has been followed for ${plural(days ?? 0, "day")}`, {
      hint: "choose fewer days with --followed, or rank by monetary value with --best-by spend",
    });
  }
  return topCustomers(spend.customer, spend.values, best.share);
}
