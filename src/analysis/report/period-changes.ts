import { type LatestPeriod, type PeriodFigures, pointChange, relativeChange } from "./latest-period.ts";

/** The figures of the newest complete period that are compared with earlier ones. */
export const COMPARED = [
  "revenue",
  "customers",
  "newCustomers",
  "orders",
  "averageOrderValue",
  "retentionRate",
] as const satisfies readonly (keyof PeriodFigures)[];
export type Compared = (typeof COMPARED)[number];

/** A figure then, and how far it is from there to now. */
export interface Change {
  readonly period: string;
  /** What it was; `null` where that period is not complete, or the figure cannot be known of it. */
  readonly was: number | bigint | null;
  /** Now as a fraction over `was`; of the retention rate the difference, 0.03 for three percentage points. `null` where unknown. */
  readonly change: number | null;
  /** Whether the 95% intervals of both overlap, so that chance alone may explain the change; `null` for figures without one. */
  readonly isChance: boolean | null;
}

/** A figure of the newest complete period with its changes. */
export interface PeriodChange {
  readonly figure: Compared;
  readonly value: number | bigint | null;
  /** From the period right before; `null` for the first of all. */
  readonly before: Change | null;
  /** From the same period of the year before; `null` where periods are years. */
  readonly yearBefore: Change | null;
}

const OF_MONEY: ReadonlySet<Compared> = new Set(["revenue", "averageOrderValue"]);

/** What changed; empty while no period is complete. Without money there are only the figures that need none. */
export function periodChanges(
  { latest, before, yearBefore, yearBeforeName, recent }: LatestPeriod,
  hasMoney = true,
): readonly PeriodChange[] {
  if (latest === null) return [];
  const beforeName = recent.at(-2)?.period ?? null;
  return COMPARED.filter((figure) => hasMoney || !OF_MONEY.has(figure)).map((figure) => ({
    figure,
    value: latest[figure],
    before: beforeName === null ? null : changeFrom(before, latest, { figure, period: beforeName }),
    yearBefore: yearBeforeName === null ? null : changeFrom(yearBefore, latest, { figure, period: yearBeforeName }),
  }));
}

function changeFrom(
  then: PeriodFigures | null,
  now: PeriodFigures,
  { figure, period }: { readonly figure: Compared; readonly period: string },
): Change {
  const [old, current] = [then?.[figure] ?? null, now[figure]];
  if (figure !== "retentionRate") return { period, was: old, change: relativeChange(old, current), isChance: null };
  const change = pointChange(then?.retentionRate ?? null, now.retentionRate);
  return { period, was: old, change, isChance: then === null ? null : overlap(then, now) };
}

function overlap(a: PeriodFigures, b: PeriodFigures): boolean | null {
  if (a.retentionLow === null || a.retentionHigh === null || b.retentionLow === null || b.retentionHigh === null)
    return null;
  return a.retentionLow <= b.retentionHigh && b.retentionLow <= a.retentionHigh;
}
