import { UTCDateMini } from "@date-fns/utc/date/mini";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { civilDate, dayNumber } from "./days.ts";

/** The calendar periods that customers are followed by; weeks are ISO weeks, Monday to Sunday. */
export const PERIOD_KINDS = ["week", "month", "quarter", "year"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** 1970-01-01 was a Thursday: the ISO week of day 0 began three days before it. */
const DAYS_INTO_FIRST_WEEK = 3;

/** The running number of the period that a day falls into; consecutive periods have consecutive numbers. */
export function periodIndex(day: number, kind: PeriodKind): number {
  if (kind === "week") return Math.floor((day + DAYS_INTO_FIRST_WEEK) / 7);
  const { year, month } = civilDate(day);
  if (kind === "month") return year * 12 + month - 1;
  if (kind === "quarter") return year * 4 + Math.floor((month - 1) / 3);
  return year;
}

/** The first day of the period with this running number; its last day is the one before the next period's first. */
export function periodStart(index: number, kind: PeriodKind): number {
  if (kind === "week") return index * 7 - DAYS_INTO_FIRST_WEEK;
  if (kind === "month") return dayNumber(Math.floor(index / 12), (index % 12) + 1, 1);
  if (kind === "quarter") return dayNumber(Math.floor(index / 4), (index % 4) * 3 + 1, 1);
  return dayNumber(index, 1, 1);
}

/** The last day of the period with this running number. */
export function periodEnd(index: number, kind: PeriodKind): number {
  return periodStart(index + 1, kind) - 1;
}

/** The period's name: `2011-W05`, `2011-02`, `2011-Q1` or `2011`. */
export function periodLabel(index: number, kind: PeriodKind): string {
  const { year, month, day } = civilDate(periodStart(index, kind));
  if (kind === "week") {
    const monday = new UTCDateMini(year, month - 1, day);
    return `${getISOWeekYear(monday)}-W${String(getISOWeek(monday)).padStart(2, "0")}`;
  }
  if (kind === "month") return `${year}-${String(month).padStart(2, "0")}`;
  if (kind === "quarter") return `${year}-Q${Math.floor((month - 1) / 3) + 1}`;
  return String(year);
}
