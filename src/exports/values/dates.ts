import { type DateFormat, type DateNotation, EARLIEST_YEAR, LATEST_YEAR } from "../../basics/calendar/date-format.ts";
import { dayNumber, isCivilDate } from "../../basics/calendar/days.ts";
import { monthNumber } from "../../basics/calendar/month-names.ts";
import { unwrapCell } from "./decimals.ts";

/** In which order a date's three numbers stand. */
type DateOrder = "ymd" | "dmy" | "mdy";

/** What one value tells about its column. */
export interface DateEvidence {
  readonly notation: DateNotation;
  /**
   * `dmy`, `mdy`: numbers that can only be read this way; `open`: numbers with two readings; `same`: numbers that read the
   * same either way; `certain`: a notation that leaves no question (year first, a named month, dots, digits).
   */
  readonly order: "dmy" | "mdy" | "open" | "same" | "certain";
}

/** The numbers of a date as written, in the order written; `month` where it is named or the year comes first. */
interface WrittenDate {
  readonly notation: DateNotation;
  readonly order: DateOrder | "unsettled";
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** No date with its time and zone is longer; a cell that is would only keep the patterns busy. */
const LONGEST_DATE = 100;
const NUMERIC = /^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?=$|[\sT,])/;
const NAMED_DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]+(?:(?:de|of) )?(\p{L}+)\.?[\s,.-]+(?:del? )?(\d{4}|\d{2})(?=$|[\s,T])/u;
const NAMED_MONTH_FIRST = /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[,\s-]+\s*(\d{4}|\d{2})(?=$|[\s,T])/u;
const YEAR_MONTH_DAY = /^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/;
/** What every date has that is not digits alone, and most other cells have not: two of its parts, or a part and a blank. */
const PART_OF_DATE = /\d[./-]\s?\d|[\s,.-]\d\d|\d年/;
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+|^(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|ma|ti|ke|to|pe|la|su)(?:na)?[.,]*\s+|^(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en)?[.,]*\s+|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)[.,]*\s+|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[.,]*\s+/i;
const TIME =
  /^[\sT,]*\d{1,2}\s?h(?:\s?\d{2}(?:\s?min(?:\s?\d{2}\s?s)?)?)?$|^[\sT,]*(?:(?:klo|kl|um|à|at)\.?\s+)?\d{1,2}(?:[:.]\d{2}){0,2}(?:[.,]\d{1,9})?\s*(?:[ap]\.?\s?m\.?|uhr|hs?\.?|hrs\.?)?\s*(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?$/i;

/** What a date cell says about the format of its column; `null` where it is not a date in any notation known. */
export function dateEvidence(text: string): DateEvidence | null {
  const written = readWritten(text);
  if (written === null) return null;
  const { notation, order, first, second, year } = written;
  if (order !== "unsettled") return civil(written, order) === null ? null : { notation, order: "certain" };
  const [dayFirst, monthFirst] = [isCivilDate(year, second, first), isCivilDate(year, first, second)];
  if (!dayFirst && !monthFirst) return null;
  if (dayFirst && monthFirst) return { notation, order: first === second ? "same" : "open" };
  return { notation, order: dayFirst ? "dmy" : "mdy" };
}

/** The civil day of a date cell under its column's format; `null` where it cannot be read that way. */
export function parseDate(text: string, format: DateFormat): number | null {
  const written = readWritten(text);
  if (written === null || written.notation !== format.notation) return null;
  if (written.order !== "unsettled") return civil(written, written.order);
  if (format.order === null) return written.first === written.second ? civil(written, "dmy") : null;
  return civil(written, format.order);
}

/** Both readings of numbers with the year last, for a question to the user. */
export function bothReadings(text: string): { readonly dmy: number; readonly mdy: number } | null {
  const written = readWritten(text);
  if (written === null) return null;
  const [dmy, mdy] = [civil(written, "dmy"), civil(written, "mdy")];
  return dmy === null || mdy === null ? null : { dmy, mdy };
}

function civil({ notation, first, second, year }: WrittenDate, order: DateOrder): number | null {
  if (notation !== "calendar" && notation !== "compact") return first;
  const [month, day] = order === "dmy" ? [second, first] : [first, second];
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || !isCivilDate(year, month, day)) return null;
  return dayNumber(year, month, day);
}

function readWritten(text: string): WrittenDate | null {
  const value = unwrapCell(text);
  if (value.length > LONGEST_DATE) return null;
  if (/^\d+(?:[.,]\d+)?$/.test(value)) return readDigits(value);
  if (!PART_OF_DATE.test(value)) return null;
  const dated = /^\d/.test(value) ? value : value.replace(WEEKDAY, "");
  return readNumeric(dated) ?? readNamed(dated) ?? readYearMonthDay(dated);
}

/** As Chinese and Japanese write it: 2024年3月5日. */
function readYearMonthDay(value: string): WrittenDate | null {
  const match = YEAR_MONTH_DAY.exec(value);
  if (match === null || !isTime(value.slice(match[0].length))) return null;
  const [, year, month, day] = match;
  return { notation: "calendar", order: "ymd", first: Number(month), second: Number(day), year: Number(year) };
}

function readNumeric(value: string): WrittenDate | null {
  const match = NUMERIC.exec(value);
  if (match === null || !isTime(value.slice(match[0].length))) return null;
  const [, a = "", separator = "", b = "", c = ""] = match;
  const notation = "calendar";
  if (a.length === 4 && c.length <= 2) {
    return { notation, order: "ymd", first: Number(b), second: Number(c), year: Number(a) };
  }
  if (a.length > 2 || (c.length !== 2 && c.length !== 4)) return null;
  const order = separator === "." ? "dmy" : "unsettled";
  return { notation, order, first: Number(a), second: Number(b), year: fullYear(c) };
}

function readNamed(value: string): WrittenDate | null {
  const dayFirst = NAMED_DAY_FIRST.exec(value);
  const match = dayFirst ?? NAMED_MONTH_FIRST.exec(value);
  if (match === null || !isTime(value.slice(match[0].length))) return null;
  const [name, day] = dayFirst === null ? [match[1], match[2]] : [match[2], match[1]];
  const month = monthNumber(name ?? "");
  if (month === null) return null;
  return { notation: "calendar", order: "mdy", first: month, second: Number(day), year: fullYear(match[3] ?? "") };
}

const FIRST_SERIAL = 36_526; // 2000-01-01
const LAST_SERIAL = 54_788; // 2049-12-31
const SERIAL_EPOCH = dayNumber(1899, 12, 30);
const SECONDS_PER_DAY = 86_400;

function readDigits(value: string): WrittenDate | null {
  const whole = /^\d+$/.test(value);
  if (whole && value.length === 8) {
    const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(4, 6)), Number(value.slice(6))];
    return { notation: "compact", order: "ymd", first: month, second: day, year };
  }
  const number = Number(value.replace(",", "."));
  const onDay = (notation: DateNotation, day: number): WrittenDate => ({
    notation,
    order: "ymd",
    first: day,
    second: 0,
    year: 0,
  });
  if (whole && value.length === 10) return onDay("epoch seconds", Math.floor(number / SECONDS_PER_DAY));
  if (whole && value.length === 13) return onDay("epoch milliseconds", Math.floor(number / (SECONDS_PER_DAY * 1000)));
  const serial = Math.floor(number);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  return onDay("spreadsheet serial", SERIAL_EPOCH + serial);
}

/** Two-digit years: 00 … 68 are 2000 … 2068, 69 … 99 are 1969 … 1999, as POSIX reads them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

function isTime(rest: string): boolean {
  return rest.trim() === "" || TIME.test(rest);
}
