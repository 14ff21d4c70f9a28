import { wilsonInterval } from "./wilson.ts";

/** So many of so many. */
export interface Share {
  /** 0 … trials */
  readonly successes: number;
  /** ≥ 1 */
  readonly trials: number;
}

/** A difference with the ends of its 95 % interval, as fractions −1 … 1. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How much greater one share is than another, of two independent groups, with the hybrid score interval of Newcombe
 * (1998, Statistics in Medicine 17, 873–890, method 10; no correction for continuity).
 *
 * @example differenceOfShares({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }) // 0.2, 0.0524 … 0.3339
 */
export function differenceOfShares(first: Share, second: Share): Difference {
  const [a, b] = [wilsonInterval(first.successes, first.trials), wilsonInterval(second.successes, second.trials)];
  const [p, q] = [first.successes / first.trials, second.successes / second.trials];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}
