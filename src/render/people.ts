import { formatDay } from "../core/calendar/days.ts";
import type { Span } from "../core/calendar/span.ts";
import { AMOUNT_SCALE } from "../core/money/amount.ts";
import { peopleCount, plural } from "../core/words.ts";
import type { CellValue, ColumnKind } from "./data-table.ts";

/** What stands where a number cannot be known. */
export const UNKNOWN = "–";

/** Money rounded to cents, half away from zero, and grouped: `3,706,827.64`. Takes whole or half 1/10,000 of a unit. */
export function peopleMoney(value: number | bigint): string {
  const cents = typeof value === "bigint" ? roundedCents(value) : BigInt(roundHalfAway(value / (AMOUNT_SCALE / 100)));
  const magnitude = cents < 0n ? -cents : cents;
  const digits = String(magnitude).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${peopleCount(BigInt(digits.slice(0, -2)))}.${digits.slice(-2)}`;
}

function roundedCents(value: bigint): bigint {
  const perCent = BigInt(AMOUNT_SCALE / 100);
  const half = perCent / 2n;
  return value < 0n ? -((-value + half) / perCent) : (value + half) / perCent;
}

/** The nearest whole number, halves away from zero; never −0. */
function roundHalfAway(value: number): number {
  return (value < 0 ? -Math.round(-value) : Math.round(value)) + 0;
}

/** A fraction as a percentage with one decimal: `36.6 %`. */
export function peopleShare(value: number): string {
  return `${(roundHalfAway(value * 1000) / 10).toFixed(1)} %`;
}

/** A number that may have a fraction, with at most `digits` decimals. */
export function peopleNumber(value: number, digits = 1): string {
  const rounded = roundHalfAway(value * 10 ** digits) / 10 ** digits;
  const [whole = "", fraction] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

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
