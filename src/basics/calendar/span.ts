import { UTCDateMini } from "@date-fns/utc/date/mini";
import { add } from "date-fns/add";
import { sub } from "date-fns/sub";
import { civilDate, dayNumber } from "./days.ts";

/** A length of time on the calendar, such as twelve months. */
export interface Span {
  readonly count: number;
  readonly unit: "days" | "weeks" | "months" | "quarters" | "years";
}

const UNITS: Readonly<Record<string, Span["unit"]>> = { d: "days", w: "weeks", m: "months", q: "quarters", y: "years" };

/** The span that text such as `365d`, `26w`, `12m`, `4q` or `1y` names (a whole number ≥ 1); `null` for anything else. */
export function parseSpan(text: string): Span | null {
  const match = /^([1-9]\d{0,4})([dwmqy])$/.exec(text.trim().toLowerCase());
  const unit = match === null ? undefined : UNITS[match[2] ?? ""];
  return match === null || unit === undefined ? null : { count: Number(match[1]), unit };
}

/** A span as the user would type it, `12m`. */
export function formatSpan({ count, unit }: Span): string {
  return `${count}${unit.charAt(0)}`;
}

/**
 * The first day of the window of length `span` that ends on `lastDay`, both included: (lastDay + 1 day) − span.
 * Where the month counted back to is too short, its last day is taken.
 *
 * @example windowStart(dayNumber(2011, 4, 30), { count: 1, unit: "months" }) // 1 April 2011
 */
export function windowStart(lastDay: number, { count, unit }: Span): number {
  return dayOf(sub(dateOf(lastDay + 1), durationOf({ count, unit })));
}

/**
 * The last day of the window of length `span` that begins on `firstDay`, both included: firstDay + span − 1 day.
 * Where the month counted on to is too short, its last day is taken.
 *
 * @example windowEnd(dayNumber(2011, 4, 1), { count: 1, unit: "months" }) // 30 April 2011
 */
export function windowEnd(firstDay: number, span: Span): number {
  return dayOf(add(dateOf(firstDay), durationOf(span))) - 1;
}

function durationOf({ count, unit }: Span): Readonly<Record<string, number>> {
  return unit === "quarters" ? { months: 3 * count } : { [unit]: count };
}

function dateOf(dayNumberValue: number): Date {
  const { year, month, day } = civilDate(dayNumberValue);
  return new UTCDateMini(year, month - 1, day);
}

function dayOf(date: Date): number {
  return dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
