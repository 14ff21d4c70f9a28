import {
  isObserved,
  type ObservedPeriod,
  type ObservedPeriods,
  observedPeriods,
  type RetentionOptions,
} from "../../analysis/retention/observed-periods.ts";
import { activityOfCells } from "../../analysis/retention/period-cells.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteText } from "../dialects/quote.ts";
import { dayText } from "./row-conditions.ts";

/** What periods a script is about: the days that the table covers are vouched for, because nobody looks at it. */
export interface ScriptPeriods extends Required<Pick<RetentionOptions, "asOf">> {
  readonly kind: NonNullable<RetentionOptions["period"]>;
  readonly covers: NonNullable<RetentionOptions["covers"]>;
}

/** The periods from the first day that is covered to the as-of date, as `rfm retention --covers` has them. */
export function calendarOf({ asOf, kind, covers }: ScriptPeriods): ObservedPeriods {
  const days = { firstDay: covers.from, lastDay: covers.to };
  return observedPeriods(days, activityOfCells([]), { asOf, period: kind, covers });
}

/** The columns of the calendar's rows. */
export const CALENDAR = ["number", "label", "begins", "ends", "is_complete", "is_rated"] as const;

/**
 * The periods as rows that a statement holds, so that no engine has to reckon with calendars: number, name, first and last day,
 * whether all of it is known, and whether the one before is known as well.
 */
export function calendarRows(dialect: Dialect, { first, periods }: ObservedPeriods): string {
  const flag = (is: boolean): string => (is ? "TRUE" : "FALSE");
  const values = (period: ObservedPeriod, offset: number): Readonly<Record<(typeof CALENDAR)[number], string>> => ({
    number: dialect.whole(String(first + offset)),
    label: quoteText(dialect, period.period),
    begins: dayText(dialect, period.firstDay),
    ends: dayText(dialect, period.lastDay),
    is_complete: flag(period.complete),
    is_rated: flag(isObserved(period) && isObserved(periods[offset - 1])),
  });
  const rows = periods.map((period, offset) => {
    const own = values(period, offset);
    return CALENDAR.map((column) => own[column]);
  });
  return dialect.rowsOf(
    CALENDAR.map((column) => quoteName(dialect, column)),
    rows,
  );
}
