import { REJECT_REASONS, reasonCode } from "../../ledger/entries.ts";
import { DaySpan, type Days } from "../../sums/day-span.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

/** 1 for the reasons of rows that say nothing of the days that the exports cover. */
const NOT_DATED = new Uint8Array(256);
for (const reason of [...REJECT_REASONS, "test order", "blank line", "total row", "no partner"] as const) {
  NOT_DATED[reasonCode(reason)] = 1;
}

/** The days of the readable rows that are not test orders, by rows. */
export function daysOfRows({ length, day: days, reason }: ReadonlyRows): Days {
  const span = new DaySpan();
  for (let row = 0; row < length; row += 1) {
    const day = days[row] as number;
    if (day !== span.newest && NOT_DATED[reason[row] as number] === 0) span.note(day, row);
  }
  return span;
}
