import { civilDate } from "../../basics/calendar/days.ts";
import { periodEnd } from "../../basics/calendar/period.ts";
import { type Span, windowEnd, windowStart } from "../../basics/calendar/span.ts";
import type { Expiry, HoldingTerm, QualifyingWindow } from "./plan.ts";

/** A function of a day that remembers its answers: many customers buy on few days, and calendars are slow. */
export function rememberedByDay(of: (day: number) => number): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const answer = of(day);
    known.set(day, answer);
    return answer;
  };
}

/** Stands for a day that never comes. */
export const NEVER = Number.POSITIVE_INFINITY;

/**
 * The last day on which points of a day can be used: of the day of the last purchase where they expire by inactivity, else
 * of the day that earned them. So long as `12m` after 15 March is through 14 March of the next year.
 */
export function lastUsableDay(expiry: Expiry): (day: number) => number {
  switch (expiry.kind) {
    case "never":
      return () => NEVER;
    case "inactive":
    case "term":
      return rememberedByDay((day) => windowEnd(day, expiry.span));
    case "end of year":
      return rememberedByDay((day) => yearEnd(day, 0));
    case "end of next year":
      return rememberedByDay((day) => yearEnd(day, 1));
  }
}

/** The last day on which a level is held that was reached on a day; `null` where nothing is held. */
export function lastHeldDay(hold: HoldingTerm): ((day: number) => number) | null {
  switch (hold.kind) {
    case "none":
      return null;
    case "for ever":
      return () => NEVER;
    case "span":
      return rememberedByDay((day) => windowEnd(day, hold.span));
    case "end of year":
      return rememberedByDay((day) => yearEnd(day, 0));
    case "end of next year":
      return rememberedByDay((day) => yearEnd(day, 1));
  }
}

/** The first day of the qualifying window on a day; −Infinity for all history. */
export function firstQualifyingDay(window: QualifyingWindow): (day: number) => number {
  switch (window.kind) {
    case "lifetime":
      return () => Number.NEGATIVE_INFINITY;
    case "rolling":
      return rememberedByDay((day) => windowStart(day, window.span));
    case "calendar year":
      return rememberedByDay((day) => yearEnd(day, -1) + 1);
  }
}

/** The day on which a day has left a rolling window: the first whose window begins after it. */
export function leavesWindow(day: number, span: Span): number {
  let first = windowEnd(day, span);
  while (windowStart(first, span) <= day) first += 1; // months of unequal length: at most three days later
  return first;
}

/** The last day of the year of a day, or of a year so many later. */
export function yearEnd(day: number, years: number): number {
  return periodEnd(civilDate(day).year + years, "year");
}
