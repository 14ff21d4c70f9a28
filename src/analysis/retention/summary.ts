import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { RetentionRow, RetentionTable } from "./retention-by-period.ts";

/** The last period whose retention is known, beside the one before it and the one a year before it. */
export interface RetentionSummary {
  /** Σ retained / Σ before over the periods with a rate, and how many those are; `null` without one. */
  readonly pooled: { readonly rate: number; readonly periods: number } | null;
  readonly last: RatedRow | null;
  /** `null` where that period has no rate. */
  readonly previous: RatedRow | null;
  readonly yearBefore: RatedRow | null;
}

export type RatedRow = RetentionRow & { readonly retentionRate: number; readonly before: number };

/** How many periods make a year; an ISO year has 52 weeks, now and then 53. */
export const PERIODS_PER_YEAR: Readonly<Record<PeriodKind, number>> = { week: 52, month: 12, quarter: 4, year: 1 };

/** Puts the latest known retention beside the average, the period before and a year before. */
export function summariseRetention({ rows, kind, pooledRetention, periodsPooled }: RetentionTable): RetentionSummary {
  const rated = (row: RetentionRow | undefined): RatedRow | null => (row !== undefined && isRated(row) ? row : null);
  const lastAt = rows.findLastIndex(isRated);
  const yearAt = lastAt - PERIODS_PER_YEAR[kind];
  return {
    pooled: pooledRetention === null ? null : { rate: pooledRetention, periods: periodsPooled },
    last: rated(rows[lastAt]),
    previous: lastAt < 1 ? null : rated(rows[lastAt - 1]),
    yearBefore: lastAt < 0 || yearAt < 0 || kind === "year" ? null : rated(rows[yearAt]),
  };
}

function isRated(row: RetentionRow): row is RatedRow {
  return row.retentionRate !== null && row.before !== null;
}
