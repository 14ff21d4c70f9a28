/** Terms below this share of the sum no longer change it. */
const ENOUGH = 1e-16;

/** Beyond so many terms the argument is so near to 1 that the series does not end in a useful time. */
const MOST_TERMS = 200_000;

/**
 * (₂F₁(a, b; c; z) − 1) · c / b: what is left of Gauss's series Σ (a)ₖ(b)ₖ / (c)ₖ · zᵏ/k! without its 1 and without the factor
 * b / c that all other terms share. It has a value where b or c is 0, too.
 *
 * @param parameters a and b, and c > −1
 * @param z 0 ≤ z < 1
 * @returns NaN where the series has not converged after 200,000 terms
 */
export function hypergeometricRest([a, b, c]: readonly [a: number, b: number, c: number], z: number): number {
  let term = a * z;
  let sum = term;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    if (term === 0) return sum;
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= ENOUGH * Math.abs(sum) && converges([a + k, b + k, c + k], k, z)) return sum;
  }
  return Number.NaN;
}

/** Whether the terms of the series shrink from here on, so that a small one is followed by smaller ones. */
function converges([a, b, c]: readonly [number, number, number], k: number, z: number): boolean {
  return a > 0 && b > 0 && a * b * z < c * (k + 1);
}

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z), c > 0 and 0 ≤ z < 1.
 *
 * The power series; where that grows without bound towards z = 1 (c < a + b), Euler's form instead:
 * (1 − z)^(c−a−b) · ₂F₁(c − a, c − b; c; z) (Abramowitz & Stegun 15.1.1, 15.3.3). The result may be infinite, the series
 * that is summed is not.
 */
export function hypergeometric([a, b, c]: readonly [a: number, b: number, c: number], z: number): number {
  const excess = c - a - b;
  if (excess >= 0) return 1 + (b / c) * hypergeometricRest([a, b, c], z);
  return (1 - z) ** excess * (1 + ((c - b) / c) * hypergeometricRest([c - a, c - b, c], z));
}
