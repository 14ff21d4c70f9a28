import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/**
 * The segment that most customers of each pair of recency and frequency scores are in, `[r − 1][f − 1]`: an index into the
 * scheme's segments, the first of equal ones; `null` where nobody has the scores.
 */
export type GridSegments = readonly (readonly (number | null)[])[];

/** Counts the segments of the customers in every cell. */
export function gridSegments({ customers, levels, scores, segment, scheme }: SegmentedCustomers): GridSegments {
  const segments = scheme.segments.length;
  const counts = new Int32Array(levels.recency * levels.frequency * segments);
  for (let customer = 0; customer < customers.length; customer += 1) {
    const [r, f] = [scores.recency[customer] as number, scores.frequency[customer] as number];
    const at = ((r - 1) * levels.frequency + f - 1) * segments + (segment[customer] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return Array.from({ length: levels.recency }, (_, r) =>
    Array.from({ length: levels.frequency }, (_unused, f): number | null => {
      const own = counts.subarray((r * levels.frequency + f) * segments, (r * levels.frequency + f + 1) * segments);
      const most = Math.max(...own);
      return most === 0 ? null : own.indexOf(most);
    }),
  );
}
