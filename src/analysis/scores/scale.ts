import { EmptyInputError } from "../../errors.ts";
import { MOST_LEVELS } from "./dimension.ts";
import { valuesAtRanks } from "./ranks.ts";

/** Turns one measure into a score. `cutPoints` ascend; n cut points make n + 1 levels. */
export interface ScoreScale {
  readonly cutPoints: readonly number[];
  readonly better: "higher" | "lower";
}

/**
 * The scale that splits customers into `levels` groups of near-equal size.
 *
 * Cut points are the sample quantiles at k / levels, type 7 of Hyndman & Fan (1996), the default of R, NumPy and Excel's
 * PERCENTILE.INC, in whole numbers up to one division, so that a cut point that should equal a customer's value does.
 * Equal values always share a score; heavy ties (most customers with one order) can leave some scores unused.
 *
 * @param values one number a customer (days, orders, or 1/10,000 of a currency unit), any order; not modified
 * @param levels whole number ≥ 2; 5 gives quintiles
 * @throws EmptyInputError when there are no customers
 * @example quantileScale(Float64Array.of(1, 2, 3, 4, 5), 5, "higher").cutPoints // [1.8, 2.6, 3.4, 4.2]
 */
export function quantileScale(
  values: Float64Array | Int32Array,
  levels: number,
  better: ScoreScale["better"],
): ScoreScale {
  if (values.length === 0) throw new EmptyInputError("no customers to score");
  const places = Array.from({ length: levels - 1 }, (_, index) => placeOf(values.length, index + 1, levels));
  const found = valuesAtRanks(
    values,
    places.flatMap(({ low, high }) => [low, high]),
  );
  const cutPoints = places.map(({ remainder }, index) =>
    weighted([found[index * 2] as number, found[index * 2 + 1] as number], remainder, levels),
  );
  return { cutPoints, better };
}

/**
 * The sample quantile k / parts of type 7: with h = (n − 1)·k, i = ⌊h / parts⌋ and r = h mod parts it is
 * (v[i]·(parts − r) + v[i+1]·r) / parts. Exact for whole numbers but for the one rounding of the division.
 *
 * @param sorted ascending, at least one value
 */
export function quantile(sorted: Float64Array | Int32Array, k: number, parts: number): number {
  const { low, high, remainder } = placeOf(sorted.length, k, parts);
  return weighted([sorted[low] as number, sorted[high] as number], remainder, parts);
}

/** How many there are of each value; ascending, each value once and at least one of it. */
export type ValueCounts = readonly (readonly [value: number, count: number])[];

/** {@link quantile} of values that were counted; at least one. */
export function quantileOfCounts(counts: ValueCounts, k: number, parts: number): number {
  const { low, high, remainder } = placeOf(
    counts.reduce((sum, [, count]) => sum + count, 0),
    k,
    parts,
  );
  const valueAt = (place: number): number => {
    let upTo = 0;
    for (const [value, count] of counts) {
      upTo += count;
      if (upTo > place) return value;
    }
    return Number.NaN;
  };
  return weighted([valueAt(low), valueAt(high)], remainder, parts);
}

/** The median of values in any order, which stay as they are: {@link quantile} 1 / 2 of them. At least one value. */
export function medianOf(values: Float64Array | Int32Array): number {
  const { low, high, remainder } = placeOf(values.length, 1, 2);
  const [first, second] = valuesAtRanks(values, [low, high]);
  return weighted([first as number, second as number], remainder, 2);
}

/** Between which two of so many sorted values a quantile lies, and how far from the first: `remainder` of `parts`. */
function placeOf(
  length: number,
  k: number,
  parts: number,
): { readonly low: number; readonly high: number; readonly remainder: number } {
  const h = (length - 1) * k;
  const remainder = h % parts;
  const low = (h - remainder) / parts;
  return { low, high: remainder === 0 ? low : low + 1, remainder };
}

function weighted([low, high]: readonly [low: number, high: number], remainder: number, parts: number): number {
  if (low === high) return low;
  const sum = low * (parts - remainder) + high * remainder;
  if (Math.abs(low) * parts <= Number.MAX_SAFE_INTEGER && Math.abs(high) * parts <= Number.MAX_SAFE_INTEGER) {
    return between(sum / parts, low, high);
  }
  if (!Number.isInteger(low) || !Number.isInteger(high)) return between(sum / parts, low, high);
  return divideExactly(BigInt(low) * BigInt(parts - remainder) + BigInt(high) * BigInt(remainder), BigInt(parts));
}

/** A value kept between two others, which rounding of fractions could leave by a hair. */
function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** The double nearest to a quotient whose numerator is beyond 2^53. */
function divideExactly(numerator: bigint, denominator: bigint): number {
  const whole = numerator / denominator;
  return Number(whole) + Number(numerator - whole * denominator) / Number(denominator);
}

/** The score of one value, 1 … levels, higher is better; a value on a cut point belongs to the bin below it, as in pandas qcut. */
export function scoreOf(value: number, { cutPoints, better }: ScoreScale): number {
  let bin = 1;
  for (const cutPoint of cutPoints) if (value > cutPoint) bin += 1;
  return better === "higher" ? bin : cutPoints.length + 2 - bin;
}

/** The score of each value, as {@link scoreOf} gives it. */
export function scoresOf(values: Float64Array | Int32Array, { cutPoints, better }: ScoreScale): Uint8Array {
  const cuts = Float64Array.from(cutPoints);
  const scores = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    let bin = 1;
    for (let cut = 0; cut < cuts.length; cut += 1) bin += Number(value > (cuts[cut] as number)); // no branch to guess
    scores[index] = better === "higher" ? bin : cuts.length + 2 - bin;
  }
  return scores;
}

/** The scores that at least one customer has, ascending. */
export function scoresInUse(scores: Uint8Array): number[] {
  return Array.from({ length: MOST_LEVELS + 1 }, (_, score) => score).filter((score) => scores.includes(score));
}
