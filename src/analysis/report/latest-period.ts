import { periodLabel } from "../../basics/calendar/period.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { isObserved } from "../retention/observed-periods.ts";
import type { RetentionRow, RetentionTable } from "../retention/retention-by-period.ts";
import { PERIODS_PER_YEAR } from "../retention/summary.ts";

/** What happened in one complete period. Money is whole 1/10,000 of a unit. */
export interface PeriodFigures {
  readonly period: string;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Customers who bought in it, and those of them who bought for the first time. */
  readonly customers: number;
  readonly newCustomers: number;
  readonly orders: number;
  /** Purchases minus refunds dated in it; may be ≤ 0. */
  readonly revenue: bigint;
  /** Revenue per order in currency units; `null` without an order. */
  readonly averageOrderValue: number | null;
  /** Of the customers of the period before, the fraction who bought in this one; `null` where it cannot be known. */
  readonly retentionRate: number | null;
  /** Its Wilson 95% interval; `null` with the rate. */
  readonly retentionLow: number | null;
  readonly retentionHigh: number | null;
}

/** A period of a row of bars. */
export interface RecentPeriod {
  readonly period: string;
  readonly figures: PeriodFigures | null;
}

/** A month with the twelve before it, so that the first bar is the same month of the year before. */
const RECENT = 13;

/**
 * The newest complete period beside the one before it and the one a year before it, so that a headline can say what
 * changed. A period that has not ended, or whose export is missing, is never compared with anything.
 */
export interface LatestPeriod {
  /** `null` while no period is complete. */
  readonly latest: PeriodFigures | null;
  /** The period right before it; `null` where that one is not complete. */
  readonly before: PeriodFigures | null;
  /** The same period of the year before; `null` where that one is not complete, and where periods are years. */
  readonly yearBefore: PeriodFigures | null;
  /** The name of that period, whether its figures are known or not; `null` where periods are years, or none is complete. */
  readonly yearBeforeName: string | null;
  /** The newest periods up to the newest complete one, thirteen at most; without figures where one is not complete. */
  readonly recent: readonly RecentPeriod[];
}

/** Picks the periods that can be compared. The figures are those of the retention table: all history, whatever the window. */
export function latestPeriod({ rows, kind, first }: RetentionTable): LatestPeriod {
  const at = rows.findLastIndex(isObserved);
  const figures = (index: number): PeriodFigures | null => {
    const row = index < 0 ? undefined : rows[index];
    return row !== undefined && isObserved(row) ? figuresOf(row) : null;
  };
  if (at < 0) return { latest: null, before: null, yearBefore: null, yearBeforeName: null, recent: [] };
  const recent = Array.from({ length: Math.min(RECENT, at + 1) }, (_, index) => Math.max(0, at + 1 - RECENT) + index);
  return {
    latest: figures(at),
    before: figures(at - 1),
    yearBefore: kind === "year" ? null : figures(at - PERIODS_PER_YEAR[kind]),
    yearBeforeName: kind === "year" ? null : periodLabel(first + at - PERIODS_PER_YEAR[kind], kind),
    recent: recent.map((index) => ({ period: rows[index]?.period ?? "", figures: figures(index) })),
  };
}

function figuresOf(row: RetentionRow): PeriodFigures {
  return {
    period: row.period,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    customers: row.customers,
    newCustomers: row.new,
    orders: row.orders,
    revenue: row.revenue,
    averageOrderValue: row.orders === 0 ? null : Number(row.revenue) / (row.orders * AMOUNT_SCALE),
    retentionRate: row.retentionRate,
    retentionLow: row.retentionLow,
    retentionHigh: row.retentionHigh,
  };
}

/** The change from one rate to another, a fraction: 0.03 for three percentage points more; `null` where either is not known. */
export function pointChange(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

/** The change from one figure to another as a fraction of the first, 0.1 for a tenth more; `null` unless the first is > 0. */
export function relativeChange(before: number | bigint | null, after: number | bigint | null): number | null {
  if (before === null || after === null || before <= 0) return null;
  return Number(after) / Number(before) - 1;
}
