import { DIMENSIONS } from "../scores/dimension.ts";
import { type DimensionScale, scaleFor, scoreValue } from "../scores/dimension-scale.ts";
import { scoreOf } from "../scores/scale.ts";
import { type SegmentedCustomers, segmentOfScores } from "./assign-segments.ts";

/** The index of the segment of somebody with these measures. */
export type FindSegment = (recencyDays: number, frequency: number, monetaryValue: number) => number;

/** Scores of whole numbers below this are looked up. */
const LOOKED_UP = 4096;

/**
 * Finds segments by the scales of customers who were scored, as scoring with frozen scales does; for millions of customers
 * of whom nothing else is wanted. Scores by rank have no scale: the first segment of the worst score stands in for all.
 */
export function segmentFinder({
  scales,
  levels,
  scheme,
  customers: { hasMoney },
}: Pick<SegmentedCustomers, "scales" | "levels" | "scheme"> & {
  readonly customers: Pick<SegmentedCustomers["customers"], "hasMoney">;
}): FindSegment {
  const ofScores = (recency: number, frequency: number, monetary: number): number =>
    segmentOfScores(scheme, levels, { recency, frequency, monetary: hasMoney ? monetary : 0 });
  if (DIMENSIONS.some((dimension) => scales[dimension].nested !== null)) {
    return (recencyDays, frequency, monetaryValue) => {
      const r = scoreValue(scales.recency, recencyDays, []) ?? 0;
      const f = scoreValue(scales.frequency, frequency, [r]) ?? 0;
      return ofScores(r, f, scoreValue(scales.monetary, monetaryValue, [r, f]) ?? 0);
    };
  }
  const [ofRecency, ofFrequency, ofMoney] = [scores(scales.recency), scores(scales.frequency), scores(scales.monetary)];
  const [byFrequency, byMoney] = [levels.frequency + 1, levels.monetary + 1];
  const segments = Uint8Array.from({ length: (levels.recency + 1) * byFrequency * byMoney }, (_, cell) => {
    const [recency, rest] = [Math.floor(cell / (byFrequency * byMoney)), cell % (byFrequency * byMoney)];
    const frequency = Math.floor(rest / byMoney);
    return recency === 0 || frequency === 0 ? 0 : ofScores(recency, frequency, rest % byMoney);
  });
  return (recencyDays, frequency, monetaryValue) =>
    segments[
      (ofRecency(recencyDays) * byFrequency + ofFrequency(frequency)) * byMoney + ofMoney(monetaryValue)
    ] as number;
}

/** The scores by one scale; those of small whole numbers are known beforehand. */
function scores(scale: DimensionScale): (value: number) => number {
  const own = scaleFor(scale, []);
  if (own === null) return () => 0;
  const known = Uint8Array.from({ length: LOOKED_UP }, (_, value) => scoreOf(value, own));
  return (value) =>
    value >= 0 && value < LOOKED_UP && Number.isInteger(value) ? (known[value] as number) : scoreOf(value, own);
}
