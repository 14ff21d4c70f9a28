import type { Cost } from "../measure/run-process.ts";

/** The middle value; the mean of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The median of one measure over some runs; `null` where it could not be measured. */
export function medianOf(costs: readonly Cost[], measure: keyof Cost): number | null {
  const values = costs.flatMap((cost) => cost[measure] ?? []);
  return values.length === 0 ? null : median(values);
}

/**
 * How many times as much a peer takes as rfm: the median of the rounds' ratios, each of two runs that stood next to each
 * other, so that a machine that grows slow or fast meanwhile tips neither. Above 1, rfm takes less.
 */
export function medianRatio(peer: readonly Cost[], rfm: readonly Cost[], measure: keyof Cost): number | null {
  const ratios = peer.flatMap((cost, round) => {
    const [theirs, ours] = [cost[measure], rfm[round]?.[measure] ?? null];
    return theirs === null || ours === null || ours === 0 ? [] : [theirs / ours];
  });
  return ratios.length === 0 ? null : median(ratios);
}
