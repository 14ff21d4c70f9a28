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

/**
 * Picks the segments to look at first. Segments without customers or without revenue are never picked; ties go to the first.
 * Where nothing is known of money, the segment with most customers takes the place of the one with the largest revenue.
 */
export function prioritiesOf({ segments, hasMoney }: Pick<SegmentSummaries, "segments" | "hasMoney">): Priorities {
  const weight = ({ customers, revenue }: SegmentSummary): bigint => (hasMoney ? revenue : BigInt(customers));
  const pick = (
    claim: Claim,
    families: readonly (Family | null)[],
    taken: readonly (number | null)[],
  ): number | null => {
    const candidates = [...segments.entries()].filter(
      ([index, summary]) => weight(summary) > 0n && summary.held?.includes(claim) === true && !taken.includes(index),
    );
    const own = candidates.filter(([, { family }]) => families.includes(family));
    return largest(own, weight) ?? largest(candidates, weight);
  };
  const best = pick("recent", BEST, []);
  const slipping = pick("silent", SLIPPING, [best]);
  return { best, slipping, next: pick("recent", NEXT, [best, slipping]) };
}

function largest(
  candidates: readonly (readonly [index: number, summary: SegmentSummary])[],
  weight: (summary: SegmentSummary) => bigint,
): number | null {
  const [first] = candidates.toSorted(([a, one], [b, other]) =>
    weight(one) === weight(other) ? a - b : weight(one) < weight(other) ? 1 : -1,
  );
  return first?.[0] ?? null;
}
