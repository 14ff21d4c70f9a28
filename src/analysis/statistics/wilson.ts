/** The standard normal quantile that leaves 2.5% on either side. */
export const NORMAL_QUANTILE = 1.959963984540054;
const Z = NORMAL_QUANTILE;

/**
 * The Wilson score interval of a proportion at 95 % confidence (Wilson 1927), as fractions 0 … 1.
 *
 * @param successes 0 … trials
 * @param trials ≥ 1
 */
export function wilsonInterval(successes: number, trials: number): { readonly low: number; readonly high: number } {
  const share = successes / trials;
  const scale = 1 + (Z * Z) / trials;
  const centre = (share + (Z * Z) / (2 * trials)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  return { low: successes === 0 ? 0 : centre - half, high: successes === trials ? 1 : centre + half };
}
