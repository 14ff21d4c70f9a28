import { logGamma } from "./log-beta.ts";

/**
 * How likely two counts are to be at least this far apart where either of them is as likely to grow: the two-sided sign test
 * with its exact binomial probability, which is McNemar's test (1947) of those who changed one way and the other. 1 where both
 * counts are equal or 0.
 *
 * @param a, b whole numbers ≥ 0
 * @example signTest(8, 2) // 2 × (45 + 10 + 1) / 1024 = 0.109375
 */
export function signTest(a: number, b: number): number {
  const [all, more] = [a + b, Math.max(a, b)];
  if (a === b) return 1;
  let term = Math.exp(logGamma(all + 1) - logGamma(more + 1) - logGamma(all - more + 1) - all * Math.LN2);
  let tail = term;
  for (let count = more; count < all && term > tail * 1e-18; count += 1) {
    term *= (all - count) / (count + 1);
    tail += term;
  }
  return Math.min(1, 2 * tail);
}
