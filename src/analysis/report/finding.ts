import type { Concentration } from "./concentration.ts";
import type { Headline } from "./headline.ts";
import type { Lapsing, QuietCustomers } from "./lapsing.ts";

/** Shares of fewer customers say little: one of four is a quarter of the revenue whoever it is. */
const FEWEST_TO_SHARE = 5;
/** Where the best fifth brings hardly more than its share, all customers are alike, and there is no best fifth to speak of. */
const ALIKE = 0.005;

/**
 * The one thing that a report says above everything else, with the money in it. Money is whole 1/10,000 of a unit.
 *
 * - `silent`: good customers have been silent for longer than the lapse gap. The first choice, because it is what can be
 *   acted on today.
 * - `best fifth`: nobody like that, or it cannot be told; the fewest customers who are at least 20% of all, and what they bring.
 * - `totals`: too few customers, no revenue to take shares of, or customers who have all spent alike.
 */
export type Finding =
  | {
      readonly kind: "silent";
      /** Customers who have spent more than the median and been silent for longer than the lapse gap. */
      readonly customers: number;
      /** What they have spent so far, or with a window in it; it says nothing of what they would still spend. */
      readonly revenue: bigint;
      /** Fraction of all revenue; `null` where that is not > 0. */
      readonly revenueShare: number | null;
      /** Where most of them are: an index into the scheme's segments, and how many of them are in it. */
      readonly startWith: { readonly segment: number; readonly customers: number } | null;
    }
  | {
      readonly kind: "best fifth";
      readonly customers: number;
      readonly customerShare: number;
      readonly revenue: bigint;
      readonly revenueShare: number;
    }
  | { readonly kind: "totals"; readonly customers: number; readonly orders: number; readonly revenue: bigint };

function startOf([most]: QuietCustomers["segments"]): { readonly segment: number; readonly customers: number } | null {
  return most === undefined ? null : { segment: most.segment, customers: most.customers };
}

/** Picks the finding of a report from what it knows. */
export function findingOf({
  headline,
  lapsing,
  concentration,
}: {
  readonly headline: Headline;
  readonly lapsing: Lapsing | null;
  readonly concentration: Concentration | null;
}): Finding {
  if (lapsing !== null && lapsing.valuable.customers > 0) {
    const { customers, revenue, revenueShare, segments } = lapsing.valuable;
    return { kind: "silent", customers, revenue, revenueShare, startWith: startOf(segments) };
  }
  if (concentration !== null && headline.customers >= FEWEST_TO_SHARE) {
    const { customerShare, revenueShare } = concentration.topFifth;
    if (revenueShare - customerShare >= ALIKE) return { kind: "best fifth", ...concentration.topFifth };
  }
  const { customers, orders, revenue } = headline;
  return { kind: "totals", customers, orders, revenue };
}
