/*
 * The room basics: pure values without a domain: days, periods and spans, exact money, addresses, words for people, and
 * YAML with line numbers. It imports no other room and nothing of Node.
 */
/** A civil date: year, month 1 … 12, day 1 … 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const DAYS_TO_EPOCH = 719_468; // 0000-03-01 to 1970-01-01

/**
 * The day number of a civil date: whole days since 1970-01-01, which is day 0; earlier days are negative.
 *
 * The arithmetic of the proleptic Gregorian calendar with the year begun in March, so that the leap day comes last.
 * It never looks at a clock or a time zone. The date must exist ({@link isCivilDate}).
 *
 * @example dayNumber(2011, 12, 9) // 15317
 */
export function dayNumber(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** The civil date of a day number: the inverse of {@link dayNumber}. */
export function civilDate(dayNumberValue: number): CivilDate {
  const shifted = dayNumberValue + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the three numbers name a day that exists: 2012-02-29 does, 2011-02-29 does not. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  if (day < 1) return false;
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) return false;
  if (day <= length) return true;
  return month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** A day number as ISO 8601 text, `2011-05-31`. */
export function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The day number of ISO 8601 text `yyyy-mm-dd`; `null` for anything else and for days that do not exist. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDate(year, month, day) ? dayNumber(year, month, day) : null;
}

/** A day column's value where the row has no readable day. */
export const NO_DAY = -0x80000000;
