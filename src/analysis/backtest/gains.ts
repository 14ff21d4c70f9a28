import { floatColumn } from "../forecast/float-column.ts";
import { topOf, weightInTop } from "../forecast/top-share.ts";
import { DIMENSIONS } from "../scores/score-customers.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/** What customers can be ranked by to choose whom to address. */
export const RANKINGS = ["recency", "frequency", "spend", "r+f+m", "forecast"] as const;
export type Ranking = (typeof RANKINGS)[number];

/** The shares of customers that are addressed. */
export const ADDRESSED = [0.1, 0.2, 0.3, 0.5] as const;

/** Of those who came back, the share that is reached when the best so many are addressed. */
export interface Gain {
  readonly ranking: Ranking;
  /** Fraction of the customers. */
  readonly addressed: number;
  /** Fraction of those who ordered; of equal customers a part is taken to be addressed. `null` where nobody ordered. */
  readonly reached: number | null;
}

/**
 * The gains of every ranking. By chance, the share that is reached is the share that is addressed.
 *
 * @param actual purchase days in the horizon, one entry a scored customer
 * @param probability the forecast's chance of an order; without it that ranking is left out
 */
export function gainsOf(
  { customers, scores }: SegmentedCustomers,
  actual: Int32Array,
  probability: Float64Array | null,
): readonly Gain[] {
  const sums = floatColumn(actual.length, (index) =>
    DIMENSIONS.reduce((sum, dimension) => sum + (scores[dimension][index] as number), 0),
  );
  const ranked: Readonly<Record<Ranking, Float64Array | null>> = {
    recency: floatColumn(customers.length, (index) => -(customers.recencyDays[index] as number)),
    frequency: Float64Array.from(customers.frequency),
    spend: customers.hasMoney ? customers.monetaryValue : null,
    "r+f+m": sums,
    forecast: probability,
  };
  return RANKINGS.flatMap((ranking) => {
    const values = ranked[ranking];
    return values === null ? [] : gainsBy(ranking, values, actual);
  });
}

function gainsBy(ranking: Ranking, values: Float64Array, actual: Int32Array): readonly Gain[] {
  const tops = ADDRESSED.map((addressed) => topOf(values, addressed * values.length));
  const reached = tops.map(() => 0);
  let returned = 0;
  for (let index = 0; index < actual.length; index += 1) {
    if (actual[index] === 0) continue;
    returned += 1;
    for (const [at, top] of tops.entries()) {
      reached[at] = (reached[at] ?? 0) + weightInTop(values[index] as number, top);
    }
  }
  return ADDRESSED.map((addressed, at) => ({
    ranking,
    addressed,
    reached: returned === 0 ? null : (reached[at] ?? 0) / returned,
  }));
}
