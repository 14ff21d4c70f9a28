/** Decimals that an amount keeps. */
export const AMOUNT_DIGITS = 4;

/**
 * Money is a whole number of 1/10,000 of a currency unit: 12.50 is 125000. Whole numbers add up to the same sum in any
 * order. One amount must stay below {@link LARGEST_AMOUNT}; totals of many are summed as `bigint`.
 */
export const AMOUNT_SCALE = 10 ** AMOUNT_DIGITS;

/** The largest amount that is still a whole number without gaps, 2^53 − 1 of 1/10,000: about 900 thousand million. */
export const LARGEST_AMOUNT = Number.MAX_SAFE_INTEGER;

/**
 * An amount in full, with a point, at least 2 and at most 4 decimals and no grouping: `-1234.50`, `0.3333`.
 * This is the form of data; what people read is rounded by the renderers.
 */
export function formatAmount(amount: number | bigint): string {
  const negative = amount < 0;
  const digits = String(negative ? -amount : amount).padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, -4)}.${fraction}`;
}

/** An amount as a number of currency units; exact up to the double nearest to it. */
export function amountInUnits(amount: number | bigint): number {
  return Number(amount) / AMOUNT_SCALE;
}
