import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { ExactSums } from "../../basics/money/exact-sums.ts";
import type { ActivityTable } from "./activity.ts";
import type { PeriodCell } from "./period-cells.ts";
import type { RetentionTable } from "./retention-by-period.ts";
import { PERIODS_PER_YEAR } from "./summary.ts";

/** What a higher retention rate would have brought. */
export interface MoreRetention {
  /** How much higher, as a fraction: 0.05 is five points. */
  readonly points: number;
  /** The periods it is worked out over: those of the last year with a rate and a kept customer. */
  readonly periods: number;
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  /** Customers kept on top of those who were, added up over the periods. */
  readonly customers: number;
  /** What they would have spent, in currency units; `null` without a period. */
  readonly revenue: number | null;
}

/**
 * What `points` more retention would have brought over the last year: in each of its periods with a rate, that share of the
 * customers of the period before (never beyond all of them), each spending what kept customers spent in the period on average.
 * One step at a time: that those kept on top may come back again later is not counted.
 */
export function worthOfMoreRetention(activity: ActivityTable, table: RetentionTable, points: number): MoreRetention {
  const kept = keptSpend(activity, table);
  return moreRetentionOf((offset) => kept.at(offset), table, points);
}

/** The same of customers who were added up elsewhere. */
export function moreRetentionOfCells(
  cells: readonly PeriodCell[],
  table: RetentionTable,
  points: number,
): MoreRetention {
  const kept = new Map<number, bigint>();
  for (const { period, retainedNet } of cells) kept.set(period, (kept.get(period) ?? 0n) + retainedNet);
  return moreRetentionOf((offset) => kept.get(table.first + offset) ?? 0n, table, points);
}

/** @param keptSpendIn what customers who bought in two periods running spent in the second, an index of the table's rows */
function moreRetentionOf(
  keptSpendIn: (offset: number) => bigint,
  table: RetentionTable,
  points: number,
): MoreRetention {
  const year = PERIODS_PER_YEAR[table.kind];
  const lastRated = table.rows.findLastIndex((row) => row.retentionRate !== null);
  const counted = table.rows.flatMap((row, at) => {
    const inYear = at <= lastRated && at > lastRated - year;
    if (!inYear || row.retentionRate === null || row.before === null || row.retained === 0) return [];
    const customers = Math.min(points, 1 - row.retentionRate) * row.before;
    const each = Number(keptSpendIn(at)) / (row.retained * AMOUNT_SCALE);
    return [{ period: row.period, customers, revenue: customers * each }];
  });
  return {
    points,
    periods: counted.length,
    firstPeriod: counted[0]?.period ?? null,
    lastPeriod: counted.at(-1)?.period ?? null,
    customers: counted.reduce((sum, { customers }) => sum + customers, 0),
    revenue: counted.length === 0 ? null : counted.reduce((sum, { revenue }) => sum + revenue, 0),
  };
}

/** What customers who bought in two periods running spent in the second, net, by period. */
function keptSpend(activity: ActivityTable, { first, rows }: RetentionTable): ExactSums {
  const spend = new ExactSums(rows.length);
  let lastBought = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < activity.length; row += 1) {
    if (row === 0 || activity.customer[row] !== activity.customer[row - 1]) lastBought = Number.NEGATIVE_INFINITY;
    if (activity.orders[row] === 0) continue;
    const period = (activity.period[row] as number) - first;
    if (lastBought === period - 1) spend.add(period, activity.net[row] as number);
    lastBought = period;
  }
  return spend;
}
