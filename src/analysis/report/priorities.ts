import type { SegmentSummaries, SegmentSummary } from "../segments/summarise-segments.ts";
import { isSilent } from "./gone-quiet.ts";

/**
 * The three segments to look at first, as indexes into the summaries; `null` where there is none. Each is another one.
 *
 * They are told by figures and not by names, so that every scheme has them.
 */
export interface Priorities {
  /** The segment with the largest revenue. */
  readonly best: number | null;
  /** Of those whose median customer has been silent for longer than the median of all, the one with the largest revenue. */
  readonly slipping: number | null;
  /** Of the others, who bought lately, the one with the largest revenue. */
  readonly next: number | null;
}

/** Picks the segments to look at first. Segments without customers or without revenue are never picked; ties go to the first. */
export function prioritiesOf({ segments }: SegmentSummaries, medianRecencyDays: number): Priorities {
  const largest = (test: (summary: SegmentSummary) => boolean, taken: readonly (number | null)[]): number | null => {
    let found: number | null = null;
    for (const [index, summary] of segments.entries()) {
      if (summary.revenue <= 0n || taken.includes(index) || !test(summary)) continue;
      if (found === null || summary.revenue > (segments[found]?.revenue ?? 0n)) found = index;
    }
    return found;
  };
  const isQuiet = (summary: SegmentSummary): boolean => isSilent(summary, medianRecencyDays);
  const best = largest(() => true, []);
  const slipping = largest(isQuiet, [best]);
  const next = largest((summary) => !isQuiet(summary), [best, slipping]);
  return { best, slipping, next };
}
