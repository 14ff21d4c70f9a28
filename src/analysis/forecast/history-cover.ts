import { formatDay } from "../../basics/calendar/days.ts";
import { periodEnd, periodIndex, periodLabel, periodStart } from "../../basics/calendar/period.ts";
import { plural } from "../../basics/text/words.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { Timelines } from "../retention/timelines.ts";

/** The days of a history that hold purchases. */
export interface HistoryCover {
  /** The days of the first and the last purchase up to the as-of date. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Whole calendar months in between without one purchase: `2011-02`. */
  readonly missingMonths: readonly string[];
}

/** Looks at which days up to the as-of date have a purchase. */
export function historyCover({ day: days, amount: amounts }: Timelines, asOf: number): HistoryCover {
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const bought = new Set<number>();
  for (let entry = 0; entry < days.length; entry += 1) {
    const day = days[entry] as number;
    if (day > asOf || (amounts[entry] as number) <= 0) continue;
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    bought.add(day);
  }
  if (bought.size === 0) {
    throw new EmptyInputError(`nothing to forecast from: nothing was bought on or before ${formatDay(asOf)}`, {
      hint: "choose a later --as-of; rfm inspect shows what became of the rows",
    });
  }
  return { firstDay, lastDay, missingMonths: missingMonths(bought, asOf, firstDay) };
}

function missingMonths(bought: ReadonlySet<number>, asOf: number, firstDay: number): readonly string[] {
  const filled = new Set(Array.from(bought, (day) => periodIndex(day, "month")));
  const first = periodIndex(firstDay, "month");
  const months = Array.from({ length: periodIndex(asOf, "month") - first + 1 }, (_, index) => first + index);
  return months
    .filter(
      (month) => !filled.has(month) && periodStart(month, "month") > firstDay && periodEnd(month, "month") <= asOf,
    )
    .map((month) => periodLabel(month, "month"));
}

/** A shop with orders that then has none for longer than this up to the as-of date is seen with days missing. */
const LONGEST_SILENCE = 31;

/**
 * Refuses an as-of date that lies in the middle of days without an order: everybody would seem to have been silent for longer
 * than they have.
 *
 * @throws InputError
 */
export function refuseSilence({ lastDay }: HistoryCover, asOf: number): void {
  if (asOf - lastDay <= LONGEST_SILENCE) return;
  throw new InputError(
    `no order in the ${plural(asOf - lastDay, "day")} up to ${formatDay(asOf)}: a customer's silence cannot be told from missing exports`,
    { hint: `add the export of these days, or choose --as-of ${formatDay(lastDay)}, the last day with an order` },
  );
}

/**
 * Refuses a horizon for which the history is too short: the days must fit in twice, once to learn from and once to test.
 *
 * @throws InputError
 */
export function refuseShortHistory({ firstDay }: HistoryCover, asOf: number, days: number): void {
  const covered = asOf - firstDay + 1;
  if (covered >= 2 * days) return;
  const most = Math.floor(covered / 2);
  throw new InputError(
    `the history covers ${plural(covered, "day")}: too few for a horizon of ${days}, which must fit in twice, once to learn and once to test`,
    { hint: most >= 1 ? `at most --horizon ${most}d` : "add older exports" },
  );
}
