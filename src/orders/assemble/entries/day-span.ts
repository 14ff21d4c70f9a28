import { NO_DAY } from "../../../basics/calendar/days.ts";
import { REJECT_REASONS, reasonCode } from "../../ledger/entries.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

/** The days that rows cover. */
export interface DaySpan {
  /** `NO_DAY` where no row has a day. */
  readonly first: number;
  readonly newest: number;
  /** The first row of the newest day; −1 where there is none. */
  readonly newestRow: number;
  /** The newest day but one; `null` where there is none. */
  readonly nextNewest: number | null;
}

/** 1 for the reasons of rows that say nothing of the days that the exports cover. */
const NOT_DATED = new Uint8Array(256);
for (const reason of [...REJECT_REASONS, "test order", "blank line", "total row"] as const) {
  NOT_DATED[reasonCode(reason)] = 1;
}

/** The days of the readable rows that are not test orders: first, newest with its row, next newest. */
export function daySpan({ length, day: days, reason }: ReadonlyRows): DaySpan {
  let [first, newest, newestRow, next] = [NO_DAY, NO_DAY, -1, NO_DAY];
  for (let row = 0; row < length; row += 1) {
    const day = days[row] as number;
    if (day === newest || day === NO_DAY || NOT_DATED[reason[row] as number] === 1) continue;
    if (first === NO_DAY || day < first) first = day;
    if (day > newest) {
      next = newest;
      newest = day;
      newestRow = row;
    } else if (day > next) {
      next = day;
    }
  }
  return { first, newest, newestRow, nextNewest: next === NO_DAY ? null : next };
}
