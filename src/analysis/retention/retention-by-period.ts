/*
 * Retention: who ordered again, by period and by cohort. purchase-gaps.ts defines the lapse gap, observed-periods.ts which
 * periods are complete, kaplan-meier.ts the time from one purchase to the next.
 */
import type { PeriodKind } from "../../basics/calendar/period.ts";
import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import { type ActivityTable, activityByPeriod } from "./activity.ts";
import {
  type Cover,
  isObserved,
  nothingBought,
  type ObservedPeriod,
  observedPeriods,
  type RetentionOptions,
} from "./observed-periods.ts";

/** One period of the retention table. Rates are fractions 0 … 1 and `null` where they cannot be observed. */
export interface RetentionRow extends ObservedPeriod {
  /** Customers who bought in the period before; `null` in the first period. */
  readonly before: number | null;
  /** Customers who bought in this period. */
  readonly customers: number;
  /** Customers who bought in both. */
  readonly retained: number;
  /** before − retained; `null` unless the period is complete. */
  readonly lost: number | null;
  /** Customers whose first purchase ever is in this period. */
  readonly new: number;
  /** customers − retained − new. */
  readonly reactivated: number;
  /** retained / before, with its Wilson 95 % interval. */
  readonly retentionRate: number | null;
  readonly retentionLow: number | null;
  readonly retentionHigh: number | null;
  /** 1 − retentionRate. */
  readonly churnRate: number | null;
  /** (customers − new) / customers. */
  readonly returningRate: number | null;
  readonly orders: number;
  /** Purchases minus refunds dated in the period, whole 1/10,000 of a unit. */
  readonly revenue: bigint;
  /** What of it is from customers whose first purchase ever is in this period. */
  readonly newRevenue: bigint;
  /** Σ min(max(A, 0), B) / Σ B over last period's customers with net spend B > 0 there and A here. */
  readonly grossRevenueRetention: number | null;
  /** Σ A / Σ B over the same customers. */
  readonly netRevenueRetention: number | null;
}

export interface RetentionTable {
  readonly kind: PeriodKind;
  /** Running number of the first row's period. */
  readonly first: number;
  readonly rows: readonly RetentionRow[];
  /** Σ retained / Σ before over the periods with a rate; `null` where there is none. */
  readonly pooledRetention: number | null;
  readonly periodsPooled: number;
  readonly covers: Cover;
  /** Whether the user vouched for the cover; otherwise it is the span of the data. */
  readonly coversGiven: boolean;
}

/**
 * Who of each period's customers bought again in the next one.
 *
 * @throws EmptyInputError when nothing was bought up to the as-of date
 */
export function retentionByPeriod(orders: OrderTable, options: RetentionOptions): RetentionTable {
  const activity = activityByPeriod(orders, { asOf: options.asOf, period: options.period ?? "month" });
  if (activity.length === 0) throw nothingBought(orders, options.asOf, "retention");
  const { kind, first, periods, covers, coversGiven } = observedPeriods(orders, activity, options);
  const counts = countPeriods(activity, first, periods.length);
  const rows = counts.map((count, offset) =>
    retentionRow(count, periods[offset] as ObservedPeriod, {
      before: counts[offset - 1]?.customers ?? null,
      beforeObserved: isObserved(periods[offset - 1]),
    }),
  );
  const rated = rows.filter((row) => row.retentionRate !== null);
  const pooledBefore = rated.reduce((sum, row) => sum + (row.before ?? 0), 0);
  return {
    kind,
    first,
    rows,
    pooledRetention: rated.length === 0 ? null : rated.reduce((sum, row) => sum + row.retained, 0) / pooledBefore,
    periodsPooled: rated.length,
    covers,
    coversGiven,
  };
}

function retentionRow(
  count: PeriodCount,
  period: ObservedPeriod,
  { before, beforeObserved }: { before: number | null; beforeObserved: boolean },
): RetentionRow {
  const hasRates = isObserved(period) && beforeObserved;
  const interval = hasRates && before ? wilsonInterval(count.retained, before) : null;
  const retentionRate = hasRates && before ? count.retained / before : null;
  const base = count.base.value;
  const hasRevenue = hasRates && base > 0n;
  return {
    ...period,
    before,
    customers: count.customers,
    retained: count.retained,
    lost: before === null || !isObserved(period) ? null : before - count.retained,
    new: count.new,
    reactivated: count.customers - count.retained - count.new,
    retentionRate,
    retentionLow: interval?.low ?? null,
    retentionHigh: interval?.high ?? null,
    churnRate: retentionRate === null ? null : 1 - retentionRate,
    returningRate: hasRates && count.customers > 0 ? (count.customers - count.new) / count.customers : null,
    orders: count.orders,
    revenue: count.revenue.value,
    newRevenue: count.newRevenue.value,
    grossRevenueRetention: hasRevenue ? Number(count.kept.value) / Number(base) : null,
    netRevenueRetention: hasRevenue ? Number(count.next.value) / Number(base) : null,
  };
}

interface PeriodCount {
  customers: number;
  retained: number;
  new: number;
  orders: number;
  revenue: ExactSum;
  newRevenue: ExactSum;
  /** Of the customers of the period before with net spend B > 0 there, and A here: Σ B, Σ A, Σ min(max(A, 0), B). */
  base: ExactSum;
  next: ExactSum;
  kept: ExactSum;
}

/** One pass over the activity, whose rows are sorted by customer and period. */
function countPeriods(activity: ActivityTable, first: number, length: number): PeriodCount[] {
  const counts = Array.from(
    { length },
    (): PeriodCount => ({
      customers: 0,
      retained: 0,
      new: 0,
      orders: 0,
      revenue: new ExactSum(),
      newRevenue: new ExactSum(),
      base: new ExactSum(),
      next: new ExactSum(),
      kept: new ExactSum(),
    }),
  );
  let lastBought = Number.NEGATIVE_INFINITY; // the customer's last period with a purchase so far
  for (let row = 0; row < activity.length; row += 1) {
    const customer = activity.customer[row];
    const period = (activity.period[row] as number) - first;
    if (row === 0 || customer !== activity.customer[row - 1]) lastBought = Number.NEGATIVE_INFINITY;
    const count = counts[period];
    if (count === undefined) continue;
    const [orders, net] = [activity.orders[row] as number, activity.net[row] as number];
    count.revenue.add(net);
    count.orders += orders;
    if (orders === 0) continue;
    count.customers += 1;
    if (lastBought === period - 1) count.retained += 1;
    if (lastBought === Number.NEGATIVE_INFINITY) {
      count.new += 1;
      count.newRevenue.add(net);
    }
    lastBought = period;
    const following = counts[period + 1];
    if (following === undefined || net <= 0) continue;
    const hasNext = activity.customer[row + 1] === customer && activity.period[row + 1] === first + period + 1;
    const spentNext = hasNext && row + 1 < activity.length ? (activity.net[row + 1] as number) : 0;
    following.base.add(net);
    following.next.add(spentNext);
    following.kept.add(Math.min(Math.max(spentNext, 0), net));
  }
  return counts;
}
