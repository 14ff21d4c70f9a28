import { gammaln } from "simple-statistics";

/** Above this Stirling's correction, cut off after five terms, is exact to the last digit. */
const LARGE = 10;

/** Half of ln 2π. */
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * The natural logarithm of the gamma function, for a number above 0.
 *
 * The Lanczos series of simple-statistics: within 2·10⁻¹⁵ of the truth, or of its size where that is above 1. Below ½ that
 * series rounds the small number away (5·10⁻⁹ off at 10⁻⁸), so lnΓ(z) is taken as lnΓ(z + 1) − ln z there.
 */
export function logGamma(value: number): number {
  return value < 0.5 ? gammaln(value + 1) - Math.log(value) : gammaln(value);
}

/**
 * The natural logarithm of the beta function B(a, b) = Γ(a)·Γ(b) / Γ(a + b), for a and b above 0.
 *
 * Where b is large, lnΓ(b) and lnΓ(a + b) are nearly equal and much larger than their difference. Stirling's formula then
 * cancels by hand what three calls of lnΓ would cancel in rounding (Didonato & Morris 1992, ACM TOMS 18, 360–373).
 */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < LARGE) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const sum = small + large;
  const correction = stirlingCorrection(large) - stirlingCorrection(sum);
  const shrunk = (large - 0.5) * Math.log1p(-small / sum);
  if (small < LARGE) return logGamma(small) + small - small * Math.log(sum) + shrunk + correction;
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(sum) +
    (small - 0.5) * Math.log(small / sum) +
    shrunk +
    stirlingCorrection(small) +
    correction
  );
}

/** lnΓ(z) − ((z − ½)·ln z − z + ½ ln 2π), for z ≥ 10: the first terms of Σ B₂ₖ / (2k(2k − 1)·z²ᵏ⁻¹). */
function stirlingCorrection(z: number): number {
  const s = 1 / (z * z);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))) / z;
}

/**
 * The digamma function, the derivative of lnΓ, for a number above 0: ψ(z) = ψ(z + 1) − 1/z up to 10, then the asymptotic
 * series (Abramowitz & Stegun 6.3.18).
 */
export function digamma(value: number): number {
  let [z, sum] = [value, 0];
  while (z < LARGE) {
    sum -= 1 / z;
    z += 1;
  }
  const s = 1 / (z * z);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760))))));
  return sum + Math.log(z) - 0.5 / z - series;
}
