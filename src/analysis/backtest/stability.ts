import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { fitValueModel } from "../forecast/gamma-gamma.ts";
import { valueFaultOf } from "../forecast/guards.ts";
import { NEW_CUSTOMER } from "../forecast/models/alive.ts";
import type { PurchaseModel } from "../forecast/models/model-names.ts";
import { tailsOf } from "../forecast/models/order-distribution.ts";
import { outcomesIn } from "../forecast/purchase-histories.ts";
import { sharedTop } from "../forecast/top-share.ts";
import { type Timelines, timelinesOf } from "../retention/timelines.ts";
import { type Random, randomFrom } from "../statistics/random.ts";
import { fitNegativeBinomial } from "./negative-binomial.ts";

/** How much of the top fifth of one period is in the top fifth of the next again. */
export interface StayShare {
  /** 0 … 1. */
  readonly observed: number;
  /** What there would be if no customer had changed, by chance alone; `null` where that cannot be told. */
  readonly expected: number | null;
  /** One standard error of the share, if nobody had changed. */
  readonly error: number | null;
}

/** Two periods of the same length, one after the other. */
export interface Stability {
  readonly firstPeriod: { readonly from: number; readonly to: number };
  readonly secondPeriod: { readonly from: number; readonly to: number };
  /** Customers who had bought before the first period, so that everybody had all of both. */
  readonly customers: number;
  readonly byOrders: StayShare;
  readonly bySpend: StayShare;
}

/** Of fewer customers, the top fifth is a handful. */
const LEAST_CUSTOMERS = 50;

/**
 * How stable the top fifth is, by orders (purchase days) and by spend, from the period that ends on a day to the next of the
 * same length; beside it the share that chance gives if no customer changed at all: orders scatter around each customer's own
 * unchanging rate, as the negative binomial distribution fitted to the first period says (Malthouse & Blattberg 2005, Journal of
 * Interactive Marketing 19(1), show how little “best” customers stay).
 *
 * @param options.customers indexes into the order table's keys
 * @returns `null` where fewer than 50 customers had bought before, or nobody of them ordered in one of the periods
 */
export function stabilityOf(
  timelines: Timelines,
  options: { readonly customers: Int32Array; readonly firstEnd: number; readonly days: number },
): Stability | null {
  const { firstEnd, days } = options;
  const firstPeriod = { from: firstEnd - days + 1, to: firstEnd };
  const secondPeriod = { from: firstEnd + 1, to: firstEnd + days };
  const customers = options.customers.filter((customer) => boughtBefore(timelines, customer, firstPeriod.from));
  const before = outcomesIn(timelines, { customers, ...firstPeriod });
  const after = outcomesIn(timelines, { customers, ...secondPeriod });
  const ordered = (counts: Int32Array): boolean => counts.some((count) => count > 0);
  if (customers.length < LEAST_CUSTOMERS || !ordered(before.purchaseDays) || !ordered(after.purchaseDays)) return null;
  const model = fitNegativeBinomial(before.purchaseDays);
  const places = customers.length / 5;
  const error = (share: number | null): number | null =>
    share === null ? null : Math.sqrt((share * (1 - share)) / places);
  const byOrders = model === null ? null : expectedByOrders(model);
  const bySpend = model === null ? null : expectedBySpend(model, before);
  return {
    firstPeriod,
    secondPeriod,
    customers: customers.length,
    byOrders: {
      observed: sharedTop(before.purchaseDays, after.purchaseDays, places),
      expected: byOrders,
      error: error(byOrders),
    },
    bySpend: { observed: sharedTop(before.revenue, after.revenue, places), expected: bySpend, error: error(bySpend) },
  };
}

/**
 * How stable the top fifth was from one day to another: the days between them are the second period, as many before them the
 * first.
 *
 * @returns `null` where the history does not hold the first period, or as {@link stabilityOf}
 */
export function stabilityBetween(orders: OrderTable, fromDay: number, toDay: number): Stability | null {
  const days = toDay - fromDay;
  const timelines = timelinesOf(orders, toDay);
  const begins = orders.firstDay <= fromDay - days;
  if (days < 1 || !begins) return null;
  const customers = Int32Array.from({ length: keyCount(orders) }, (_, customer) => customer);
  return stabilityOf(timelines, { customers, firstEnd: fromDay, days });
}

function boughtBefore({ start, day, amount }: Timelines, customer: number, before: number): boolean {
  for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
    if ((day[entry] as number) >= before) return false;
    if ((amount[entry] as number) > 0) return true;
  }
  return false;
}

const FIFTH = 0.2;

/**
 * The expected share by orders: Σ over both periods' counts of their probability times how much of each belongs to its top
 * fifth. Given the first period's count, the second's is negative binomial with shape r + count and rate alpha + 1.
 */
export function expectedByOrders(model: PurchaseModel): number {
  const marginal = tailsOf(model, NEW_CUSTOMER, 1);
  const top = topOfTails(marginal);
  let shared = 0;
  for (let count = top.threshold; count <= marginal.length; count += 1) {
    const weight = count === top.threshold ? top.share : 1;
    const probability = tailAt(marginal, count) - tailAt(marginal, count + 1);
    const next = tailsOf(model, { repeats: count, lastDays: 1, ageDays: 1 }, 1);
    const [above, notBelow] = [tailAt(next, top.threshold + 1), tailAt(next, top.threshold)];
    shared += weight * probability * (above + top.share * (notBelow - above));
  }
  return shared / FIFTH;
}

/** P(Y ≥ k) of the tails for k = 1, 2 …; 1 for k = 0. */
function tailAt(tails: readonly number[], k: number): number {
  return k === 0 ? 1 : (tails[k - 1] ?? 0);
}

/** The count on which the top fifth begins, and the part of those on it that belongs to it. */
function topOfTails(tails: readonly number[]): { readonly threshold: number; readonly share: number } {
  let threshold = 0;
  while (tailAt(tails, threshold + 1) >= FIFTH) threshold += 1;
  const above = tailAt(tails, threshold + 1);
  return { threshold, share: (FIFTH - above) / (tailAt(tails, threshold) - above) };
}

/** So many customers are simulated to find the expected share by spend; its own standard error is then 0.004 at most. */
const SIMULATED = 100_000;

/**
 * The expected share by spend, by simulation: rates as the negative binomial says, values of orders as the Gamma–Gamma model
 * fitted to the first period says, both unchanging for each customer.
 */
function expectedBySpend(
  model: PurchaseModel,
  before: { readonly purchaseDays: Int32Array; readonly revenue: Float64Array },
): number | null {
  const values = fitValueModel({ repeats: before.purchaseDays, repeatSpend: before.revenue });
  if (values === null || valueFaultOf(values) !== null) return null;
  const random = randomFrom(before.revenue.reduce((sum, revenue) => (sum + Math.abs(revenue)) % 2 ** 32, 0));
  const { r, alpha } = model.parameters;
  const { p, q, v } = values.parameters;
  const spends = [new Float64Array(SIMULATED), new Float64Array(SIMULATED)] as const;
  for (let customer = 0; customer < SIMULATED; customer += 1) {
    const rate = random.gamma(r) / alpha;
    const scale = v / random.gamma(q);
    for (const spend of spends) {
      const orders = ordersAt(rate, random);
      spend[customer] = orders === 0 ? 0 : random.gamma(p * orders) * scale;
    }
  }
  return sharedTop(spends[0], spends[1], SIMULATED * FIFTH);
}

/** A number of orders in one period at a rate (Poisson): how many exponential pauses fit into it. */
function ordersAt(rate: number, random: Random): number {
  let [time, orders] = [0, -1];
  while (time <= 1) {
    time -= Math.log(1 - random.uniform()) / rate;
    orders += 1;
  }
  return orders;
}
