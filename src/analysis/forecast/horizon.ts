import { type Span, windowEnd, windowStart } from "../../basics/calendar/span.ts";
import type { HistoryCover } from "./history-cover.ts";

/** What a forecast looks ahead where nothing else is asked for. */
export const DEFAULT_FORECAST_SPAN: Span = { count: 90, unit: "days" };

/** A backtest follows customers for no longer than this where nothing else is asked for. */
const LONGEST_BACKTEST: Span = { count: 6, unit: "months" };

/** How many days a span after a day has. */
export function daysAfter(day: number, span: Span): number {
  return windowEnd(day + 1, span) - day;
}

/** How many days a span has that ends on a day. */
export function daysUpTo(day: number, span: Span): number {
  return day - windowStart(day, span) + 1;
}

/** The horizon of a backtest where none is asked for: a quarter of the history, at most six months, at least a day. */
export function backtestDays({ firstDay }: Pick<HistoryCover, "firstDay">, asOf: number): number {
  const quarter = Math.floor((asOf - firstDay + 1) / 4);
  return Math.max(1, Math.min(quarter, daysUpTo(asOf, LONGEST_BACKTEST)));
}
