import type { SegmentSummaries, SegmentSummary } from "../segments/summarise-segments.ts";

/** Several segments taken together. */
export interface QuietSegments {
  /** Indexes into the summaries, the largest revenue first; ties in the scheme's order. */
  readonly segments: readonly number[];
  readonly customers: number;
  /** What they have spent so far after refunds: whole 1/10,000 of a unit. It says nothing of what they would still spend. */
  readonly revenue: bigint;
  /** Their share of all revenue; `null` when that is not > 0. */
  readonly revenueShare: number | null;
}

/**
 * Everybody in a segment whose median customer has been silent for longer than the median of all.
 *
 * They are told by figures and not by names, so that every scheme has them.
 */
export interface GoneQuiet {
  /** The segments whose median customer spent more than the median of all: those worth winning back. */
  readonly valuable: QuietSegments;
  /** The other segments. */
  readonly others: QuietSegments;
}

/** Whether the median customer of a segment has been silent for longer than the median of all. */
export function isSilent({ medianRecencyDays }: SegmentSummary, ofAll: number): boolean {
  return (medianRecencyDays ?? 0) > ofAll;
}

/** Adds up the silent segments by what their customers used to spend; nobody where there are none. */
export function goneQuiet(
  summaries: SegmentSummaries,
  medians: { readonly recencyDays: number; readonly monetaryValue: number },
): GoneQuiet {
  const isQuiet = (summary: SegmentSummary): boolean => isSilent(summary, medians.recencyDays);
  const isValuable = (summary: SegmentSummary): boolean => (summary.medianMonetaryValue ?? 0) > medians.monetaryValue;
  return {
    valuable: together(summaries, (summary) => isQuiet(summary) && isValuable(summary)),
    others: together(summaries, (summary) => isQuiet(summary) && !isValuable(summary)),
  };
}

function together(
  { segments, revenue: all }: SegmentSummaries,
  test: (summary: SegmentSummary) => boolean,
): QuietSegments {
  const found = segments.flatMap((summary, index) => (test(summary) ? [{ summary, index }] : []));
  const revenue = found.reduce((sum, { summary }) => sum + summary.revenue, 0n);
  const byRevenue = found.toSorted((a, b) => Number(b.summary.revenue - a.summary.revenue));
  return {
    segments: byRevenue.map(({ index }) => index),
    customers: found.reduce((sum, { summary }) => sum + summary.customers, 0),
    revenue,
    revenueShare: all > 0n ? Number(revenue) / Number(all) : null,
  };
}
