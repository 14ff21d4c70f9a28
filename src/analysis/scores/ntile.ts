import type { ScoreScale } from "./scale.ts";

/**
 * Scores by position: customers sorted from worst to best fall into `levels` groups whose sizes differ by at most one, the
 * larger ones first, as SQL's NTILE. Ties go by the order of the values given (customers come sorted by id), so customers
 * with equal values may get different scores.
 *
 * With fewer customers than levels the highest scores stay empty. An empty input gives an empty result.
 *
 * @param values one number a customer, customers by id; not modified
 * @returns one score a customer, 1 … levels, higher is better
 * @example ntileScores(Float64Array.of(1, 1, 1, 2, 9), 2, "higher") // [1, 1, 1, 2, 2]
 */
export function ntileScores(
  values: Float64Array | Int32Array,
  levels: number,
  better: ScoreScale["better"],
): Uint8Array {
  const direction = better === "higher" ? 1 : -1;
  const order = Int32Array.from(values.keys()).sort(
    (a, b) => direction * ((values[a] as number) - (values[b] as number)) || a - b,
  );
  const small = Math.floor(values.length / levels);
  const larger = values.length % levels;
  const inLarger = larger * (small + 1);
  const scores = new Uint8Array(values.length);
  for (const [position, customer] of order.entries()) {
    scores[customer] =
      position < inLarger
        ? Math.floor(position / (small + 1)) + 1
        : larger + Math.floor((position - inLarger) / small) + 1;
  }
  return scores;
}
