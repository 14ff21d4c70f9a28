import { formatDay } from "../core/calendar/days.ts";
import type { Span } from "../core/calendar/span.ts";
import { AMOUNT_SCALE } from "../core/money/amount.ts";
import { peopleCount, plural } from "../core/words.ts";
import type { CellValue, ColumnKind } from "./data-table.ts";
import { plainFormats } from "./language/people-formats.ts";

/** What stands where a number cannot be known. */
export const UNKNOWN = "–";

export const { money: peopleMoney, share: peopleShare, number: peopleNumber } = plainFormats;

/** A length of time in words: `12 months`, `1 year`. */
export function spanWords({ count, unit }: Span): string {
  return plural(count, unit.slice(0, -1));
}

/** A cell for people: rounded, grouped, percentages; unknown as a dash. */
export function peopleText(kind: ColumnKind, value: CellValue): string {
  if (value === null) return UNKNOWN;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  switch (kind) {
    case "money":
      return peopleMoney(value);
    case "quotient":
      return peopleMoney(Number(value) * AMOUNT_SCALE);
    case "share":
      return peopleShare(Number(value));
    case "day":
      return formatDay(Number(value));
    case "number":
      return peopleNumber(Number(value));
    default:
      return peopleCount(value);
  }
}
