import type { Claim } from "../segments/claims.ts";
import type { Family } from "../segments/family.ts";
import type { SegmentSummaries, SegmentSummary } from "../segments/summarise-segments.ts";

/**
 * The three segments to look at first, as indexes into the summaries; `null` where there is none. Each is another one.
 *
 * A segment is picked only where it is true of three in four of its customers that their last order is recent, or that they
 * have been silent for a long time. Among those, its family has the first word; a segment without a family can be any.
 */
export interface Priorities {
  /** Of the segments whose customers ordered recently, the best one with the largest revenue. */
  readonly best: number | null;
  /** Of the segments whose customers have been silent for a long time, the one with the largest revenue. */
  readonly slipping: number | null;
  /** Of the other segments whose customers ordered recently, the one with the largest revenue. */
  readonly next: number | null;
}

const BEST: readonly (Family | null)[] = ["best", null];
const SLIPPING: readonly (Family | null)[] = ["slipping", "quiet", "cooling", null];
const NEXT: readonly (Family | null)[] = ["growing", "cooling", null];

/** Picks the segments to look at first. Segments without customers or without revenue are never picked; ties go to the first. */
export function prioritiesOf({ segments }: Pick<SegmentSummaries, "segments">): Priorities {
  const pick = (
    claim: Claim,
    families: readonly (Family | null)[],
    taken: readonly (number | null)[],
  ): number | null => {
    const candidates = [...segments.entries()].filter(
      ([index, { revenue, held }]) => revenue > 0n && held?.includes(claim) === true && !taken.includes(index),
    );
    const own = candidates.filter(([, { family }]) => families.includes(family));
    return largest(own) ?? largest(candidates);
  };
  const best = pick("recent", BEST, []);
  const slipping = pick("silent", SLIPPING, [best]);
  return { best, slipping, next: pick("recent", NEXT, [best, slipping]) };
}

function largest(candidates: readonly (readonly [index: number, summary: SegmentSummary])[]): number | null {
  const [first] = candidates.toSorted(([a, one], [b, other]) =>
    one.revenue === other.revenue ? a - b : one.revenue < other.revenue ? 1 : -1,
  );
  return first?.[0] ?? null;
}
