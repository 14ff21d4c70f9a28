import type { Claim } from "../segments/claims.ts";
import type { Family } from "../segments/family.ts";
import type { SegmentSummaries } from "../segments/summarise-segments.ts";
import type { Lapsing } from "./lapsing.ts";
import { moreRevenue, moreSlipping, withRevenue } from "./weigh-segments.ts";

/**
 * The three segments to look at first, as indexes into the summaries; `null` where there is none. Each is another one.
 *
 * A segment is picked only where it is true of three in four of its customers that their last order is recent, or that they
 * have been silent for a long time. Among those, its family has the first word; a segment without a family can be any.
 */
export interface Priorities {
  /** Of the segments whose customers ordered recently, the best one with the largest revenue. */
  readonly best: number | null;
  /**
   * Of the segments whose customers have been silent for a long time, the one whose good customers have spent the most:
   * those whom the headline counts. Where that is the same, the one with the largest revenue.
   */
  readonly slipping: number | null;
  /** Of the other segments whose customers ordered recently, the one with the largest revenue. */
  readonly next: number | null;
}

const BEST: readonly (Family | null)[] = ["best", null];
const SLIPPING: readonly (Family | null)[] = ["slipping", "quiet", "cooling", null];
const NEXT: readonly (Family | null)[] = ["growing", "cooling", null];

/**
 * Picks the segments to look at first. Segments without customers or without revenue are never picked; ties go to the first.
 * Where nothing is known of money, the segment with most customers takes the place of the one with the largest revenue.
 */
export function prioritiesOf(
  summaries: Pick<SegmentSummaries, "segments" | "hasMoney">,
  lapsing: Lapsing | null,
): Priorities {
  const [byRevenue, bySlipping] = [moreRevenue(summaries), moreSlipping(summaries, lapsing)];
  const pick = (
    claim: Claim,
    families: readonly (Family | null)[],
    taken: readonly (number | null)[],
  ): number | null => {
    const candidates = withRevenue(summaries)
      .filter((at) => summaries.segments[at]?.held?.includes(claim) === true && !taken.includes(at))
      .toSorted(claim === "silent" ? bySlipping : byRevenue);
    const own = candidates.filter((at) => families.includes(summaries.segments[at]?.family ?? null));
    return own[0] ?? candidates[0] ?? null;
  };
  const best = pick("recent", BEST, []);
  const slipping = pick("silent", SLIPPING, [best]);
  return { best, slipping, next: pick("recent", NEXT, [best, slipping]) };
}
