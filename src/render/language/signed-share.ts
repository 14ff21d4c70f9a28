import { roundHalfAway } from "../../basics/money/cents.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** The sign of a change, `+` or the language's minus; none for 0. */
export function signOf(change: number, { minus }: Pick<PeopleFormats, "minus">): string {
  return change > 0 ? "+" : change < 0 ? minus : "";
}

/** A whole change with its sign, `+1,234`; `±0` where there is none. */
export function signedCount(change: number, formats: Pick<PeopleFormats, "count" | "minus">): string {
  return `${change === 0 ? "±" : signOf(change, formats)}${formats.count(Math.abs(change))}`;
}

/** A change as a percentage with its sign, such as `+12.3%` and `-5.2%`; `0.0%` has none. */
export function signedShare(change: number, formats: Pick<PeopleFormats, "share" | "minus">): string {
  return `${signOf(change, formats)}${formats.share(Math.abs(change))}`;
}

/**
 * How far a rate is from another, as a fraction: the difference of both as they are shown, with one decimal of a percentage, so
 * that a reader who takes one from the other finds the same.
 */
export function shownDifference(now: number, then: number): number {
  return (roundHalfAway(now * 1000, 0) - roundHalfAway(then * 1000, 0)) / 1000;
}
