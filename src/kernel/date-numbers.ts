import type { DateFormat } from "../basics/calendar/date-format.ts";

const NOTATIONS: Readonly<Record<DateFormat["notation"], number>> = {
  calendar: 1,
  compact: 2,
  "epoch seconds": 3,
  "epoch milliseconds": 4,
  "spreadsheet serial": 5,
};
const ORDERS = { dmy: 1, mdy: 2 } as const;

/** A format as the kernel takes it: how dates are written, and what comes first where the year comes last, 0 for neither. */
export function numbersOf({ notation, order }: DateFormat): { readonly written: number; readonly first: number } {
  return { written: NOTATIONS[notation], first: order === null ? 0 : ORDERS[order] };
}
