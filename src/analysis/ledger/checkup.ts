import { median } from "simple-statistics";
import { periodIndex, periodLabel } from "../../basics/calendar/period.ts";
import type { OrderEntries } from "../../orders/ledger/entries.ts";

/** An order whose amount is far from the others': where its first row stands. */
export interface Outlier {
  readonly file: string;
  readonly line: number;
  /** Whole 1/10,000 of a unit. */
  readonly net: number;
}

/** What a look at the used orders brings up before anyone trusts the scores. */
export interface Checkup {
  /** Whether the entries are customers: only the day of the last order is then known. */
  readonly ofCustomers: boolean;
  readonly firstOrderDay: number | null;
  readonly lastOrderDay: number | null;
  /** Months without one order between the first and the last, `2011-02`. */
  readonly emptyMonths: readonly string[];
  /** Half of a purchase's amounts are below this; `null` without purchases. */
  readonly medianAmount: number | null;
  /** Entries over {@link OUTLIER_FACTOR} times the median in magnitude, largest first. */
  readonly outliers: readonly Outlier[];
}

/** How many times the median an amount must be to be pointed out. */
export const OUTLIER_FACTOR = 100;

/** Looks over the entries that count; `reasons` has the code of each entry's reason, 0 for used. */
export function checkUp(entries: OrderEntries, reasons: Uint8Array): Checkup {
  const used = Array.from({ length: entries.length }, (_, entry) => entry).filter((entry) => reasons[entry] === 0);
  const purchases = used.filter((entry) => (entries.net[entry] as number) > 0);
  const days = purchases.map((entry) => entries.day[entry] as number);
  const amounts = entries.hasMoney === false ? [] : purchases.map((entry) => entries.net[entry] as number);
  const medianAmount = amounts.length === 0 ? null : median(amounts);
  const isOutlier = (entry: number): boolean =>
    medianAmount !== null && Math.abs(entries.net[entry] as number) > OUTLIER_FACTOR * medianAmount;
  return {
    ofCustomers: entries.areCustomers === true,
    firstOrderDay: least(days),
    lastOrderDay: greatest(days),
    emptyMonths: emptyMonths(days),
    medianAmount,
    outliers: used
      .filter(isOutlier)
      .sort((a, b) => Math.abs(entries.net[b] as number) - Math.abs(entries.net[a] as number) || a - b)
      .map((entry) => ({
        file: entries.files[entries.file[entry] as number] ?? "",
        line: entries.line[entry] as number,
        net: entries.net[entry] as number,
      })),
  };
}

function emptyMonths(days: readonly number[]): readonly string[] {
  const months = new Set(days.map((day) => periodIndex(day, "month")));
  const [first, last] = [least([...months]), greatest([...months])];
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
    .filter((month) => !months.has(month))
    .map((month) => periodLabel(month, "month"));
}

function least(values: readonly number[]): number | null {
  return values.reduce<number | null>((found, value) => (found === null || value < found ? value : found), null);
}

function greatest(values: readonly number[]): number | null {
  return values.reduce<number | null>((found, value) => (found === null || value > found ? value : found), null);
}
