import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { DIMENSIONS, type Dimension } from "../scores/dimension.ts";
import { quantile } from "../scores/scale.ts";
import { measureOf, type ScoredCustomers } from "../scores/score-customers.ts";
import { sortedValues } from "../scores/sorted-values.ts";

/** Customers whose value is over one bound and not over the other; `null` where that side is open. */
export interface DistributionBin {
  readonly over: number | null;
  readonly upTo: number | null;
  readonly customers: number;
}

/**
 * How one measure is spread over the customers, in the measure's own unit: days, purchases, or 1/10,000 of a currency unit.
 *
 * Every customer is in exactly one bin, and a value on a bound belongs to the bin below it, as with cut points. Days and
 * purchases have no value between whole numbers: the bin over 6 and up to 13 is that of 7 to 13.
 */
export interface Distribution {
  readonly dimension: Dimension;
  readonly bins: readonly DistributionBin[];
  /** The width of the bins that are closed on both sides. */
  readonly binWidth: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** How many different values there are; with one, there is nothing to draw. */
  readonly distinct: number;
  /** As in the scale: ascending; empty where no one list holds for everyone (`ntile`, `nested`). */
  readonly cutPoints: readonly number[];
}

export type Distributions = Readonly<Record<Dimension, Distribution>>;

/** Bins are at most so many, the open ones aside. */
const MOST_BINS = 26;

/** Widths that people can count in. Money goes on in 1, 2, 5, 10 … */
const DAY_WIDTHS = [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 3650, 36_500] as const;

/** Beyond this share of the customers the last bin is open, so that a few large values do not squeeze all others together. */
const TAIL = { k: 19, parts: 20 } as const;

/** How recency, frequency and monetary value are spread. */
export function distributionsOf(scored: ScoredCustomers): Distributions {
  const [recency, frequency, monetary] = DIMENSIONS.map((dimension) => distributionOf(scored, dimension));
  return { recency: recency as Distribution, frequency: frequency as Distribution, monetary: monetary as Distribution };
}

function distributionOf(scored: ScoredCustomers, dimension: Dimension): Distribution {
  const sorted = sortedValues(measureOf(scored.customers, dimension));
  const { cutPoints } = scored.scales[dimension];
  const bounds = dimension === "monetary" ? moneyBounds(sorted) : wholeBounds(sorted, dimension);
  return {
    dimension,
    bins: countBins(sorted, bounds.at),
    binWidth: bounds.width,
    least: sorted[0] ?? 0,
    median: sorted.length === 0 ? 0 : quantile(sorted, 1, 2),
    most: sorted.at(-1) ?? 0,
    distinct: distinctOf(sorted),
    cutPoints,
  };
}

interface Bounds {
  /** Ascending; the first bin's open side and the last one's stand for themselves. */
  readonly at: readonly number[];
  readonly width: number;
}

/** Bounds of whole numbers: from just below the least to the first at or past the tail. */
function wholeBounds(sorted: ArrayLike<number> & (Int32Array | Float64Array), dimension: Dimension): Bounds {
  const least = sorted[0] ?? 0;
  const start = dimension === "recency" ? -1 : least - 1;
  const end = dimension === "recency" ? (sorted.at(-1) ?? 0) : Math.ceil(quantile(sorted, TAIL.k, TAIL.parts));
  const widths: readonly number[] = dimension === "recency" ? DAY_WIDTHS : roundWidths(1);
  const width = widths.find((one) => (end - start) / one <= MOST_BINS) ?? end - start;
  return { at: steps(start, end, width), width };
}

/** Bounds of money: round amounts from 0 (or below the least, where all lie far from 0) to the first at or past the tail. */
function moneyBounds(sorted: ArrayLike<number> & (Int32Array | Float64Array)): Bounds {
  const [least, tail] = [sorted[0] ?? 0, quantile(sorted, TAIL.k, TAIL.parts)];
  const firstPositive = sorted.find((value) => value > 0) ?? 0;
  const isFarFromZero = least > 0 && tail - least < least;
  const from = isFarFromZero ? least : 0;
  const span = Math.max(tail, firstPositive) - from;
  const width = roundWidths(AMOUNT_SCALE).find((one) => span / one <= MOST_BINS) ?? span;
  const start = isFarFromZero ? (Math.ceil(least / width) - 1) * width : 0;
  return { at: steps(start, Math.max(tail, firstPositive), width), width };
}

/** 1, 2, 5, 10, 20, 50 … times a unit. */
function roundWidths(unit: number): readonly number[] {
  return Array.from(
    { length: 48 },
    (_, index) => unit * 10 ** Math.floor(index / 3) * ([1, 2, 5][index % 3] as number),
  );
}

function steps(start: number, end: number, width: number): readonly number[] {
  const at = [start];
  for (let bound = start; bound < end; ) {
    bound += width;
    at.push(bound);
  }
  return at;
}

/** Counts sorted values between bounds; the open bins at either end only where somebody is in them. */
function countBins(sorted: ArrayLike<number>, bounds: readonly number[]): readonly DistributionBin[] {
  const bins: DistributionBin[] = [];
  let at = 0;
  let over: number | null = null;
  for (const upTo of [...bounds, null]) {
    const from = at;
    while (at < sorted.length && (upTo === null || (sorted[at] as number) <= upTo)) at += 1;
    const isOpen = over === null || upTo === null;
    if (!isOpen || at > from) bins.push({ over, upTo, customers: at - from });
    over = upTo;
  }
  return bins;
}

function distinctOf(sorted: ArrayLike<number>): number {
  let distinct = 0;
  for (let at = 0; at < sorted.length; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) distinct += 1;
  return distinct;
}
