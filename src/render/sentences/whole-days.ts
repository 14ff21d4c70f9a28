/*
 * Days in sentences are whole, because an order has a day and no hour. Tables and files keep the fraction that a median or a
 * quantile may have: one decimal, for the rest is floating point's.
 */
import { roundHalfAway } from "../../basics/money/cents.ts";

/** What "longer than so many days" means of a silence that is counted in whole days: over 161.3 is over 161. */
export function longerThan(days: number): number {
  return Math.floor(roundHalfAway(days, 1));
}

/** What "at least so many days" means: at least 161.3 is at least 162. */
export function atLeast(days: number): number {
  return Math.ceil(roundHalfAway(days, 1));
}

/** A typical number of days, such as a median; halves upwards. */
export function aboutDays(days: number): number {
  return Math.round(days);
}
