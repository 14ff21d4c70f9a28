/** Standard normal quantiles: 2.5% on either side, and a power of 80 %. */
const Z_TWO_SIDED = 1.959963984540054;
const Z_POWER = 0.8416212335729143;

/** The sum of both, rounded as the rule of thumb has it. */
const DETECTABLE = 2.8;

/**
 * The smallest difference between two shares that groups of these sizes show four times out of five, at 5 %: 2.8 standard
 * errors. A fraction 0 … 1; `null` where a group is empty.
 *
 * @param share the share that is expected in both groups without an effect, 0 … 1
 */
export function smallestDifference(share: number, treated: number, control: number): number | null {
  if (treated === 0 || control === 0) return null;
  return DETECTABLE * Math.sqrt(share * (1 - share) * (1 / treated + 1 / control));
}

/** The same for two means, from the standard error of their difference. */
export function smallestMeanDifference(standardError: number): number {
  return DETECTABLE * standardError;
}

/**
 * How many people each of two equal groups must have to show that a share rose from `before` to `after`, four times of
 * five at 5 %, two-sided (Fleiss, Levin & Paik 2003, section 4.3, without the correction for continuity).
 *
 * @example peopleNeeded(0.05, 0.06) // 8158
 */
export function peopleNeeded(before: number, after: number): number {
  const middle = (before + after) / 2;
  const under = Z_TWO_SIDED * Math.sqrt(2 * middle * (1 - middle));
  const over = Z_POWER * Math.sqrt(before * (1 - before) + after * (1 - after));
  return Math.ceil((under + over) ** 2 / (before - after) ** 2);
}
