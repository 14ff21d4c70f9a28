import type { ScoredCustomers } from "../scores/score-customers.ts";
import { type Scheme, schemeScore, segmentOf } from "./scheme.ts";

/** Scored customers with the segment of each: an index into the scheme's segments. */
export interface SegmentedCustomers extends ScoredCustomers {
  readonly scheme: Scheme;
  readonly segment: Uint8Array;
  /** Segments that no combination of the scores can reach, because the levels differ from the scheme's own. */
  readonly unreachable: readonly string[];
}

/** Puts every customer into exactly one segment of the scheme. */
export function assignSegments(scored: ScoredCustomers, scheme: Scheme): SegmentedCustomers {
  const { levels, scores } = scored;
  const onScheme = (dimension: keyof typeof scores): Uint8Array =>
    Uint8Array.from({ length: levels[dimension] + 1 }, (_, score) =>
      score === 0 ? 0 : schemeScore(score, levels[dimension], scheme.levels),
    );
  const read = { recency: onScheme("recency"), frequency: onScheme("frequency"), monetary: onScheme("monetary") };
  const segment = segmentsOf(scores, read, scheme);
  return { ...scored, scheme, segment, unreachable: unreachableSegments(scheme, read) };
}

/** The segment of each customer, from the scores as the scheme reads them. */
function segmentsOf(
  { recency, frequency, monetary }: ScoredCustomers["scores"],
  read: ScoredCustomers["scores"],
  { levels, segmentOfCell }: Scheme,
): Uint8Array {
  const segment = new Uint8Array(recency.length);
  for (let customer = 0; customer < segment.length; customer += 1) {
    const r = read.recency[recency[customer] as number] as number;
    const f = read.frequency[frequency[customer] as number] as number;
    const m = Math.max(1, read.monetary[monetary[customer] as number] as number); // any will do where there is none
    segment[customer] = segmentOfCell[((r - 1) * levels + f - 1) * levels + m - 1] as number;
  }
  return segment;
}

/** The index of the segment of three scores of `levels` levels. */
export function segmentOfScores(
  scheme: Scheme,
  levels: ScoredCustomers["levels"],
  scores: Readonly<Record<keyof ScoredCustomers["levels"], number>>,
): number {
  return segmentOf(scheme, {
    recency: schemeScore(scores.recency, levels.recency, scheme.levels),
    frequency: schemeScore(scores.frequency, levels.frequency, scheme.levels),
    monetary: schemeScore(Math.max(1, scores.monetary), levels.monetary, scheme.levels),
  });
}

function unreachableSegments(scheme: Scheme, read: Readonly<Record<string, Uint8Array>>): string[] {
  const reached = new Set<number>();
  for (const recency of (read["recency"] as Uint8Array).subarray(1)) {
    for (const frequency of (read["frequency"] as Uint8Array).subarray(1)) {
      for (const monetary of (read["monetary"] as Uint8Array).subarray(1)) {
        reached.add(segmentOf(scheme, { recency, frequency, monetary }));
      }
    }
  }
  return scheme.segments.filter((_, index) => !reached.has(index)).map(({ name }) => name);
}
