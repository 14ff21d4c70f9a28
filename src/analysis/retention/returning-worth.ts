import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { Timelines } from "./timelines.ts";

/** What customers who came back are worth. A returning customer is one with two purchases or more (or two purchase days). */
export interface ReturningWorth {
  readonly customers: number;
  readonly returningCustomers: number;
  /** Their share of all net revenue; `null` when revenue is not > 0. */
  readonly revenueShare: number | null;
  /** The share of purchase amounts that orders after a customer's first bring; refunds with a day of their own are left out. */
  readonly laterOrdersShare: number | null;
  /** Σ net spend of returning customers / Σ value of their first orders; `null` without one. */
  readonly timesFirstOrder: number | null;
}

/** What customers spent. Money is whole 1/10,000 of a unit. */
export interface WorthSums extends Pick<ReturningWorth, "customers" | "returningCustomers"> {
  /** Purchases minus refunds: of all customers, and of the returning ones. */
  readonly revenue: bigint;
  readonly fromReturning: bigint;
  /** All purchases; the first purchase of each customer, and of each returning one. */
  readonly bought: bigint;
  readonly firstOrders: bigint;
  readonly firstOfReturning: bigint;
}

/**
 * Adds up what customers spent on their first order and in all. Where several orders share a customer's first day, the
 * largest is taken for the first, so that the figures do not depend on the order of rows and rather understate than overstate.
 * Where days are counted, all orders of the first day are the first purchase.
 */
export function returningWorth(
  { start, day, amount, customers }: Timelines,
  frequency: "orders" | "days" = "orders",
): ReturningWorth {
  const [revenue, fromReturning] = [new ExactSum(), new ExactSum()];
  const [bought, firstOrders, firstOfReturning] = [new ExactSum(), new ExactSum(), new ExactSum()];
  let returningCustomers = 0;
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    let [orders, spend, first, firstDay, lastDay] = [0, 0, 0, Number.NaN, Number.NaN];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      const value = amount[entry] as number;
      spend += value;
      if (value <= 0) continue;
      const on = day[entry] as number;
      if (frequency === "orders" || on !== lastDay) orders += 1;
      lastDay = on;
      bought.add(value);
      if (Number.isNaN(firstDay)) firstDay = on;
      if (on === firstDay) first = frequency === "days" ? first + value : Math.max(first, value);
    }
    revenue.add(spend);
    firstOrders.add(first);
    if (orders < 2) continue;
    returningCustomers += 1;
    fromReturning.add(spend);
    firstOfReturning.add(first);
  }
  return worthOfSums({
    customers,
    returningCustomers,
    revenue: revenue.value,
    fromReturning: fromReturning.value,
    bought: bought.value,
    firstOrders: firstOrders.value,
    firstOfReturning: firstOfReturning.value,
  });
}

/** The same of sums over all customers, and over the returning ones. */
export function worthOfSums({ customers, returningCustomers, ...money }: WorthSums): ReturningWorth {
  const { revenue, fromReturning, bought, firstOrders, firstOfReturning } = money;
  const share = (part: bigint, whole: bigint): number | null => (whole > 0n ? Number(part) / Number(whole) : null);
  return {
    customers,
    returningCustomers,
    revenueShare: share(fromReturning, revenue),
    laterOrdersShare: share(bought - firstOrders, bought),
    timesFirstOrder: share(fromReturning, firstOfReturning),
  };
}
