import { rhythmLookup } from "../../analysis/forecast/usual-gaps.ts";
import type { LoyaltyReplay } from "../../analysis/loyalty/replay-loyalty.ts";
import { refuseNtile } from "../../analysis/model/model.ts";
import { type BestCustomers, segmentMembers, topCustomers } from "../../analysis/profile/best-customers.ts";
import type { BestRule } from "../../analysis/profile/customer-profile.ts";
import { orderedOnce as customersWithOneOrder } from "../../analysis/report/first-groups.ts";
import { type LapsedCustomers, lapsedCustomers } from "../../analysis/report/lapsing.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import type { Yardstick } from "../../analysis/segments/yardstick.ts";
import { type Scoring, segmentOptions } from "../../cli/scoring.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import { chosenList } from "../../lists/chosen-list.ts";
import { dueLists } from "../../lists/due-lists.ts";
import { loyaltyNews } from "../../lists/loyalty-news.ts";
import { NEXT_BEST_DAYS, type NextBestFacts, nextBestList } from "../../lists/next-best.ts";
import type { OwnLists } from "../../lists/plan-lists.ts";
import type { ListCommandOptions } from "../../options/list-options.ts";
import type { OrderHistory } from "../../orders/history.ts";
import { namedSegments } from "../profile/check-profile.ts";

/** The lists that take the place of segments; `null` where segments are asked for. */
export function ownLists(
  { due, orderedOnce }: Pick<ListCommandOptions, "due" | "orderedOnce">,
  facts: {
    readonly orders: OrderHistory["orders"];
    readonly segmented: SegmentedCustomers;
    readonly nextBest: NextBestFacts | null;
    readonly best: BestCustomers | null;
    readonly lapsed: LapsedCustomers | null;
    /** Asked for only where a list rests on it. */
    readonly yardstick: () => Yardstick;
  },
): OwnLists | null {
  if (facts.best !== null) return chosenList("Best customers", isIn(facts.best));
  if (facts.nextBest !== null) return nextBestList(facts.nextBest);
  if (facts.lapsed !== null) return chosenList("Lapsed", facts.lapsed.valuable);
  if (orderedOnce === true)
    return chosenList("Ordered once", customersWithOneOrder(facts.segmented, facts.yardstick()));
  return due === true ? dueLists(rhythmLookup(facts.orders, facts.segmented.customers.asOf)) : null;
}

function isIn({ isBest }: BestCustomers): readonly number[] {
  return Array.from(isBest.keys()).filter((at) => isBest[at] === 1);
}

/**
 * The customers whom a list of the lapsed is about.
 *
 * @throws InputError where it cannot be told who has lapsed
 */
export function lapsedOf(segmented: SegmentedCustomers, yardstick: Yardstick): LapsedCustomers {
  const lapsed = lapsedCustomers(segmented, yardstick);
  if (lapsed !== null) return lapsed;
  throw new InputError("--lapsed: these orders cannot show yet who has lapsed", {
    hint: "rfm report says why, and what to wait for; --ordered-once and --like-best write lists until then",
  });
}

/** What is known of customers this week; the customers of a week ago are scored by today's cut points. */
export function nextBestFacts(
  history: OrderHistory,
  segmented: SegmentedCustomers,
  { scoring, replay }: { readonly scoring: Scoring; readonly replay: LoyaltyReplay | null },
): NextBestFacts {
  const at = segmentOptions(history, scoring);
  refuseNtile(segmented.scales, "choose another method: ranks have no cut points to keep");
  const weekAgo = { ...at, asOf: at.asOf - NEXT_BEST_DAYS, frozen: segmented.scales };
  return {
    rhythmOf: rhythmLookup(history.orders, at.asOf),
    segmented,
    earlier: unlessEmpty(() => segmentCustomers(history.orders, weekAgo)),
    newsOf: replay === null ? null : loyaltyNews(replay, at.asOf),
  };
}

/** The best customers by monetary value, or those of some segments. */
export function bestOf(segmented: SegmentedCustomers, rule: BestRule): BestCustomers {
  const { customers, scheme } = segmented;
  const named = namedSegments(rule, { scheme, written: scheme }) ?? rule;
  if ("segments" in named) return segmentMembers(segmented, named.segments);
  return topCustomers(customers.customer, customers.monetaryValue, named.share);
}

/** What a function returns; `null` where no customer had bought by its day. */
export function unlessEmpty<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}
