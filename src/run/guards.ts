import type { Guards } from "../config/guard-config.ts";
import { formatDay } from "../core/calendar/days.ts";
import { peopleCount, plural } from "../core/words.ts";
import type { EarlierRun } from "./manifest.ts";

/** What the guards look at. */
export interface GuardedRun {
  /** The newest day of the data. */
  readonly newestDay: number;
  /** The machine's own day: the only thing in a run that asks the clock. */
  readonly today: number;
  readonly rows: number;
  readonly rejects: number;
  readonly scheme: string;
  readonly segments: readonly (readonly [segment: string, customers: number])[];
}

/** What one guard found. */
export interface GuardFinding {
  /** Its key in the config. */
  readonly guard: string;
  readonly passed: boolean;
  readonly text: string;
}

/** What the last run is to the guards: what it wrote of itself, that there was none, or that it cannot be read. */
export type LastRun = EarlierRun | "none" | "unreadable";

/** A segment may change by this many customers, whatever their share. */
const CUSTOMERS_MAY_CHANGE = 20;

/** Looks at a run with every guard that the config sets. */
export function checkGuards(guards: Guards, run: GuardedRun, last: LastRun): readonly GuardFinding[] {
  return [
    ...(guards.newestOrderDays === null ? [] : [newestOrder(run, guards.newestOrderDays)]),
    ...(guards.rejectsPercent === null ? [] : [rejects(run, guards.rejectsPercent)]),
    ...(guards.rowsPercent === null ? [] : [rowsGuard(run, last, guards.rowsPercent)]),
    ...(guards.segmentChangePercent === null ? [] : segmentChanges(run, last, guards.segmentChangePercent)),
  ];
}

/** The data's days are the shop's and the clock's are the machine's, which may be a day apart. */
function newestOrder({ newestDay, today }: GuardedRun, most: number): GuardFinding {
  const age = today - newestDay;
  const guard = "newest-order-days";
  const when = `the newest order is of ${formatDay(newestDay)}`;
  if (age < -1) {
    const text = `${when}, ${plural(-age, "day")} after the machine's date, ${formatDay(today)}: one of the two is wrong`;
    return { guard, passed: false, text };
  }
  const text = `${when}, ${plural(Math.max(0, age), "day")} old (at most ${peopleCount(most)})`;
  return { guard, passed: age <= most, text };
}

function rejects({ rows, rejects: count }: GuardedRun, most: number): GuardFinding {
  const share = rows === 0 ? 0 : (count / rows) * 100;
  const text = `${plural(count, "row")} of ${peopleCount(rows)} cannot be read, ${percent(share)} (at most ${percent(most)})`;
  return { guard: "rejects-percent", passed: share <= most, text };
}

function rowsGuard({ rows }: GuardedRun, last: LastRun, least: number): GuardFinding {
  const guard = "rows-percent";
  if (typeof last === "string") return withoutLast(guard, last);
  const share = last.rows === 0 ? 100 : (rows / last.rows) * 100;
  const text = `${plural(rows, "row")}, ${percent(share)} of the ${peopleCount(last.rows)} of the last run (at least ${percent(least)})`;
  return { guard, passed: share >= least, text };
}

function segmentChanges({ scheme, segments }: GuardedRun, last: LastRun, most: number): readonly GuardFinding[] {
  const guard = "segment-change-percent";
  if (typeof last === "string") return [withoutLast(guard, last)];
  const names = segments.map(([segment]) => segment);
  if (last.scheme !== scheme || names.join("\n") !== [...last.segments.keys()].join("\n")) {
    return [{ guard, passed: true, text: "the last run had other segments: not compared" }];
  }
  const failed = segments.flatMap(([segment, customers]): readonly GuardFinding[] => {
    const before = last.segments.get(segment) ?? 0;
    const change = customers - before;
    if (Math.abs(change) <= CUSTOMERS_MAY_CHANGE || Math.abs(change) * 100 <= before * most) return [];
    const share = before === 0 ? "" : `, ${change > 0 ? "+" : "−"}${percent((Math.abs(change) / before) * 100)}`;
    const text = `${segment}: ${peopleCount(before)} → ${plural(customers, "customer")}${share} (at most ${percent(most)} or ${CUSTOMERS_MAY_CHANGE} customers)`;
    return [{ guard, passed: false, text }];
  });
  if (failed.length > 0) return failed;
  return [
    {
      guard,
      passed: true,
      text: `no segment changed by more than ${percent(most)} and ${CUSTOMERS_MAY_CHANGE} customers`,
    },
  ];
}

function withoutLast(guard: string, last: "none" | "unreadable"): GuardFinding {
  if (last === "none") return { guard, passed: true, text: "there is no last run to compare with" };
  return {
    guard,
    passed: false,
    text: "the last run's manifest.json cannot be read, so there is nothing to compare with",
  };
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))} %`;
}
