import { isObserved } from "../retention/observed-periods.ts";
import type { RetentionRow, RetentionTable } from "../retention/retention-by-period.ts";
import { PERIODS_PER_YEAR } from "../retention/summary.ts";
import { relativeChange } from "./latest-period.ts";

/** The revenue of a year of whole periods. */
export interface YearOfRevenue {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Purchases minus refunds dated in it, whole 1/10,000 of a unit; may be ≤ 0. */
  readonly revenue: bigint;
}

/** The year up to the end of the newest complete period, and the year right before it. */
export interface TrailingYear extends YearOfRevenue {
  readonly before: YearOfRevenue;
  /** The revenue as a fraction over that of the year before, −0.15 for 15% less; `null` unless that one is > 0. */
  readonly change: number | null;
}

/**
 * Whether a year went better than the one before: the newest twelve months (four quarters, 52 weeks) against the twelve
 * before them, which no season distorts. `null` unless all periods of both years are complete and none of their exports is
 * missing; for orders without money; and where periods are years, which are compared with one another as they are.
 */
export function trailingYear({ rows, kind }: RetentionTable, hasMoney = true): TrailingYear | null {
  if (!hasMoney || kind === "year") return null;
  const [length, end] = [PERIODS_PER_YEAR[kind], rows.findLastIndex(isObserved) + 1];
  if (end < 2 * length) return null;
  const [now, before] = [yearOf(rows.slice(end - length, end)), yearOf(rows.slice(end - 2 * length, end - length))];
  if (now === null || before === null) return null;
  return { ...now, before, change: relativeChange(before.revenue, now.revenue) };
}

/** The revenue of the periods together; `null` where one of them is not known in full. */
function yearOf(rows: readonly RetentionRow[]): YearOfRevenue | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || !rows.every(isObserved)) return null;
  const revenue = rows.reduce((sum, row) => sum + row.revenue, 0n);
  return { firstDay: first.firstDay, lastDay: last.lastDay, revenue };
}
