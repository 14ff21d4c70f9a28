import type { SegmentSummaries } from "../segments/summarise-segments.ts";
import type { Lapsing } from "./lapsing.ts";

type Weighed = Pick<SegmentSummaries, "segments" | "hasMoney">;
/** Puts the heavier of two segments, indexes into the summaries, first; equal ones in their order. */
type Order = (a: number, b: number) => number;

/** The segments that have brought anything, in their order; where nothing is known of money, those that have customers. */
export function withRevenue(summaries: Weighed): readonly number[] {
  return [...summaries.segments.keys()].filter((at) => weightOf(summaries, at) > 0n);
}

/** The largest revenue first; where nothing is known of money, the most customers. */
export function moreRevenue(summaries: Weighed): Order {
  return (a, b) => compareBigints(weightOf(summaries, b), weightOf(summaries, a)) || a - b;
}

/** The segment first whose good customers that are slipping away have spent the most; then the largest revenue. */
export function moreSlipping(summaries: Weighed, lapsing: Lapsing | null): Order {
  const slipping = (at: number): bigint => {
    const own = lapsing?.valuable.segments.find(({ segment }) => segment === at);
    return own === undefined ? 0n : summaries.hasMoney ? own.revenue : BigInt(own.customers);
  };
  const byRevenue = moreRevenue(summaries);
  return (a, b) => compareBigints(slipping(b), slipping(a)) || byRevenue(a, b);
}

function weightOf({ segments, hasMoney }: Weighed, at: number): bigint {
  const summary = segments[at];
  return summary === undefined ? 0n : hasMoney ? summary.revenue : BigInt(summary.customers);
}

function compareBigints(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
