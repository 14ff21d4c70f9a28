import { type BaseRate, baseRate } from "../../analysis/effect/base-rate.ts";
import { DEFAULT_CAMPAIGN_SPAN } from "../../analysis/effect/campaign.ts";
import { daysUpTo } from "../../analysis/forecast/horizon.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { segmentsNamed } from "../../lists/plan-lists.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { ListRequest } from "./list-settings.ts";
import { unlessEmpty } from "./own-lists.ts";

/** How many order without a campaign; `null` where the history is too short to look back, or has no single orders. */
export function answerRate(
  { orders }: OrderHistory,
  at: Parameters<typeof segmentCustomers>[1],
  { segment, changesSince, due, nextBest, likeBest }: ListRequest["options"],
): BaseRate | null {
  if (orders.customers !== undefined) return null; // one row per customer says nothing of an earlier day
  const days = daysUpTo(at.asOf, DEFAULT_CAMPAIGN_SPAN);
  const isOfSegments = changesSince === undefined && due !== true && nextBest !== true && likeBest !== true;
  const wanted = isOfSegments ? segment : undefined;
  const earlier = unlessEmpty(() => segmentCustomers(orders, { ...at, asOf: at.asOf - days }));
  if (earlier === null) return null;
  const rate = baseRate(orders, earlier, {
    days,
    segments: wanted === undefined ? null : segmentsNamed(wanted, earlier.scheme),
  });
  return rate.customers === 0 ? null : rate;
}
