/*
 * Retention: who ordered again, by period and by cohort. purchase-gaps.ts defines the lapse gap, observed-periods.ts which
 * periods are complete, kaplan-meier.ts the time from one purchase to the next.
 */
import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import { activityByPeriod } from "./activity.ts";
import {
  type Cover,
  isObserved,
  nothingBought,
  type ObservedPeriod,
  type ObservedPeriods,
  observedPeriods,
  type RetentionOptions,
} from "./observed-periods.ts";
import { activityOfCells, type PeriodSums } from "./period-cells.ts";
import { countCells, countPeriods, type PeriodCount } from "./period-counts.ts";

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
  const observed = observedPeriods(orders, activity, options);
  return retentionOf(countPeriods(activity, observed.first, observed.periods.length), observed);
}

/** The same of customers who were added up elsewhere. */
export function retentionOfCells(sums: PeriodSums, options: RetentionOptions): RetentionTable {
  const observed = observedPeriods(sums, activityOfCells(sums.cells), options);
  return retentionOf(countCells(sums.cells, observed.first, observed.periods.length), observed);
}

function retentionOf(
  counts: readonly PeriodCount[],
  { kind, first, periods, covers, coversGiven }: ObservedPeriods,
): RetentionTable {
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
  const { base } = count;
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
    revenue: count.revenue,
    newRevenue: count.newRevenue,
    grossRevenueRetention: hasRevenue ? Number(count.kept) / Number(base) : null,
    netRevenueRetention: hasRevenue ? Number(count.next) / Number(base) : null,
  };
}
