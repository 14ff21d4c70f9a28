/** What was sold, and the points that came with it. */
export interface SaleWithPoints {
  /** Price of the goods, which is what was paid; any unit. */
  readonly sales: number;
  readonly points: number;
  /** What a point buys, in the same unit. */
  readonly pointValue: number;
  /** Which share of the points the shop expects to be redeemed, 0 … 1. */
  readonly redemption: number;
}

/** A price divided between goods and points. */
export interface AllocatedPrice {
  readonly goods: number;
  /** The part that is owed until the points are redeemed or expire: a contract liability. */
  readonly points: number;
}

/**
 * The price divided by the relative stand-alone prices of goods and points (IFRS 15, B39–B43 and 81): that of the points is
 * what they buy, for those that are expected to be redeemed. Not rounded.
 *
 * @example IFRS 15, Example 52: sales 100,000, 10,000 points at 1, 95% expected: goods 91,324, points 8,676
 */
export function allocatePrice({ sales, points, pointValue, redemption }: SaleWithPoints): AllocatedPrice {
  const standAlone = points * pointValue * redemption;
  const whole = sales + standAlone;
  const owed = whole <= 0 ? 0 : (sales * standAlone) / whole;
  return { goods: sales - owed, points: owed };
}

/**
 * How much of what was owed for points has become revenue: in proportion to the points redeemed of those expected to be,
 * in all and so far (IFRS 15, B46). Never more than was owed.
 *
 * @example Example 52: of 8,676, after 4,500 points of 9,500 expected: 4,110
 */
export function earnedByRedemption(
  owed: number,
  { redeemed, expected }: { redeemed: number; expected: number },
): number {
  return expected <= 0 ? 0 : owed * Math.min(1, redeemed / expected);
}
