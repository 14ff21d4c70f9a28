import { dateText, numberText } from "../cell-text.ts";
import type { CellType } from "../typed-table.ts";
import type { ColumnKind } from "./column-kind.ts";
import { DAY, decimalText } from "./pages/stored-value.ts";

/** What a cell holds, of any kind; see `ValueCells`. */
export type CellValue = number | bigint | string | boolean | null;

const SECOND = 1000;
/** Digits after the point that a number can be given. */
const MOST_PLACES = 100;

/** A cell's value as text; empty where it is blank, as is NaN, which data frames write for what is missing. */
export function valueText(value: CellValue, kind: ColumnKind): string {
  if (value === null) return "";
  if (typeof value === "bigint") return kind.kind === "decimal" ? decimalText(value, kind.scale) : String(value);
  if (typeof value !== "number") return String(value);
  if (Number.isNaN(value)) return "";
  if (kind.kind === "date" || kind.kind === "moment") return dateText(value, { isInstant: false });
  if (kind.kind === "instant") return dateText(value, { isInstant: true });
  if (kind.kind === "time") return timeText(value);
  if (kind.kind === "decimal") return value.toFixed(Math.max(0, Math.min(kind.scale, MOST_PLACES)));
  return kind.kind === "single" ? singleText(value) : numberText(value);
}

/** What a cell is by its type. */
export function valueType(value: CellValue, { kind }: ColumnKind): CellType {
  if ((typeof value !== "number" && typeof value !== "bigint") || Number.isNaN(value) || kind === "time") return "text";
  return kind === "date" || kind === "moment" || kind === "instant" ? "date" : "number";
}

/** A time of day, fractions of a second cut off: `09:30:00`. */
function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / SECOND);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** Digits with which every number of 32 bits can be told from its neighbours, and the fewest to try. */
const [FEWEST_DIGITS, MOST_DIGITS] = [6, 9] as const;

/** A number of 32 bits by the fewest digits that tell it from its neighbours. */
function singleText(value: number): string {
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(MOST_DIGITS)));
}

/** The day of a moment in milliseconds, whose fractions of a second are rounded as in its text. */
export function dayOf(milliseconds: number): number {
  return Math.floor((Math.round(milliseconds / SECOND) * SECOND) / DAY);
}

/** Numbers of more digits are not told apart by their 64 bits. */
const LARGEST_EXACT = 10 ** 14;

/** A number that is the nearest to a whole number of 1/10,000 is that one: so is the one that its text reads. NaN for others. */
export function amountOf(number: number): number {
  const amount = Math.round(number * 10_000);
  return amount / 10_000 === number && Math.abs(amount) < LARGEST_EXACT ? amount + 0 : Number.NaN;
}
