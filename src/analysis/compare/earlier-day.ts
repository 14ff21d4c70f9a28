import { type Span, windowStart } from "../../basics/calendar/span.ts";

/**
 * The day a span before another: the last one that is not in the window of that length which ends on `day`.
 *
 * @example earlierDay(31 May 2011, { count: 1, unit: "months" }) // 30 April 2011
 */
export function earlierDay(day: number, span: Span): number {
  return windowStart(day, span) - 1;
}
