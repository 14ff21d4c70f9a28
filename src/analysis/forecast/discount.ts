const DAYS_PER_YEAR = 365.25;

/** A twelfth of a year, in days: how often money is discounted. */
const MONTH_DAYS = DAYS_PER_YEAR / 12;

export interface DiscountOptions {
  /** How many days are foretold. */
  readonly days: number;
  /** By how much money is worth less a year later, a fraction. */
  readonly yearlyRate: number;
  /** Default: a twelfth of a year. */
  readonly stepDays?: number;
}

/**
 * Expected orders, each worth less the later it comes: the orders of each month count (1 + rate)^(−years) at the month's end.
 *
 * @param expectedUntil the expected number of orders up to so many days from now
 */
export function discountedOrders(
  expectedUntil: (days: number) => number,
  { days, yearlyRate, stepDays = MONTH_DAYS }: DiscountOptions,
): number {
  let [sum, before] = [0, 0];
  const steps = Math.max(1, Math.ceil(days / stepDays - 1e-9));
  for (let step = 1; step <= steps; step += 1) {
    const end = Math.min(days, step * stepDays);
    const until = expectedUntil(end);
    sum += (until - before) * (1 + yearlyRate) ** (-end / DAYS_PER_YEAR);
    before = until;
  }
  return sum;
}
