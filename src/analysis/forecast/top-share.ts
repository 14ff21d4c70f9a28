import { valuesAtRanks } from "../scores/ranks.ts";

/**
 * Who belongs to the highest so many of some values: everybody above `threshold`, and of those who are on it a part, `share`
 * (0 … 1 of each). Where many have the same value nobody is chosen by chance or by name.
 */
export interface TopShare {
  readonly threshold: number;
  readonly share: number;
}

/**
 * The top of some values.
 *
 * @param values at least one, any order; not modified
 * @param places how many belong to the top, above 0; may be a fraction
 */
export function topOf(values: Float64Array | Int32Array, places: number): TopShare {
  const threshold = valuesAtRanks(values, [Math.max(0, values.length - Math.ceil(places))])[0] ?? 0;
  let [above, on] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value > threshold) above += 1;
    else if (value === threshold) on += 1;
  }
  return { threshold, share: Math.min(1, (places - above) / on) };
}

/** How much of a value belongs to the top: 1, 0, or a part on the threshold. */
export function weightInTop(value: number, { threshold, share }: TopShare): number {
  if (value > threshold) return 1;
  return value === threshold ? share : 0;
}

/** Of the top of one set of values, the share that is in the top of another as well; both have one entry a customer. */
export function sharedTop(before: Float64Array | Int32Array, after: Float64Array | Int32Array, places: number): number {
  const [first, second] = [topOf(before, places), topOf(after, places)];
  let shared = 0;
  for (let index = 0; index < before.length; index += 1) {
    shared += weightInTop(before[index] as number, first) * weightInTop(after[index] as number, second);
  }
  return shared / places;
}
