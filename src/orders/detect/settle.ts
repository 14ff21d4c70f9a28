import { formatDay } from "../../core/calendar/days.ts";
import { InputError } from "../../errors.ts";
import { bothReadings, type DateFormat, type DateNotation } from "../values/dates.ts";
import type { DecimalMark } from "../values/decimals.ts";
import { ContradictionError, quoted } from "./contradictions.ts";
import type { Example, Survey } from "./survey.ts";

/** How a file's dates and numbers are read, and what says so. */
export interface Formats {
  readonly date: DateFormat;
  readonly dateEvidence: string;
  /** The value that settled the order; `null` where an option did, or nothing had to be settled. */
  readonly dateShownBy: Example | null;
  readonly decimal: DecimalMark;
  readonly decimalEvidence: string;
  readonly decimalShownBy: Example | null;
}

type DateFormats = Pick<Formats, "date" | "dateEvidence" | "dateShownBy">;
type NumberFormats = Pick<Formats, "decimal" | "decimalEvidence" | "decimalShownBy">;

export interface SettleOptions {
  readonly dateFormat?: DateFormat | undefined;
  readonly decimal?: DecimalMark | undefined;
}

/** A file's survey, with the name that messages use. */
export interface NamedSurvey {
  readonly name: string;
  readonly survey: Survey;
  /** The order in which the platform always writes dates; `null` where it is not known. */
  readonly platformOrder?: "dmy" | "mdy" | null;
}

/**
 * Settles the formats of every file of one source. A file's own rows decide; one that they leave open follows the other
 * files of its source; if those are open too, the user is asked.
 *
 * @throws InputError when a file contradicts itself, or a question stays open
 */
export function settleFormats(files: readonly NamedSurvey[], options: SettleOptions): readonly Formats[] {
  return files.map((file) => ({ ...settleDates(file, files, options), ...settleNumbers(file, files, options) }));
}

function settleDates(
  { name, survey, platformOrder }: NamedSurvey,
  pool: readonly NamedSurvey[],
  options: SettleOptions,
): DateFormats {
  if (options.dateFormat !== undefined) {
    return { date: options.dateFormat, dateEvidence: "as --date-format says", dateShownBy: null };
  }
  const notation = commonestNotation(survey, pool);
  const settled = (order: "dmy" | "mdy" | null, dateEvidence: string, dateShownBy: Example | null): DateFormats => ({
    date: { notation, order },
    dateEvidence,
    dateShownBy,
  });
  const { dayFirst, monthFirst } = survey;
  if (dayFirst !== null && monthFirst !== null) throw ContradictionError.dates(name, dayFirst, monthFirst);
  if (dayFirst !== null) return settled("dmy", `${quoted(dayFirst)} can only be day first`, dayFirst);
  if (monthFirst !== null) return settled("mdy", `${quoted(monthFirst)} can only be month first`, monthFirst);
  if (survey.openDate === null && notation !== "calendar") return settled(null, `written as ${notation}`, null);
  if (platformOrder != null) return settled(platformOrder, "as the platform always writes them", null);
  const others = pool.filter((file) => file.survey.dayFirst !== null || file.survey.monthFirst !== null);
  const orders = new Set(others.map((file) => (file.survey.dayFirst === null ? "mdy" : "dmy")));
  const [order] = orders;
  if (order !== undefined && orders.size === 1) {
    const decider = others[0] as NamedSurvey;
    const example = decider.survey.dayFirst ?? decider.survey.monthFirst;
    return settled(
      order,
      `${decider.name}, of the same source, has ${example === null ? "" : quoted(example)}`,
      example,
    );
  }
  if (survey.openDate === null) return settled(null, "every date reads one way only", null);
  throw openDates(name, survey.openDate, orders.size > 1);
}

function settleNumbers(
  { name, survey }: NamedSurvey,
  pool: readonly NamedSurvey[],
  options: SettleOptions,
): NumberFormats {
  const settled = (decimal: DecimalMark, decimalEvidence: string, decimalShownBy: Example | null): NumberFormats => ({
    decimal,
    decimalEvidence,
    decimalShownBy,
  });
  if (options.decimal !== undefined) return settled(options.decimal, "as --decimal says", null);
  const { point, comma } = survey;
  if (point !== null && comma !== null) throw ContradictionError.numbers(name, ".", point, comma);
  if (point !== null) return settled(".", `${quoted(point)} has a decimal point`, point);
  if (comma !== null) return settled(",", `${quoted(comma)} has a decimal comma`, comma);
  const others = pool.filter((file) => file.survey.point !== null || file.survey.comma !== null);
  const marks = new Set(others.map((file): DecimalMark => (file.survey.point === null ? "," : ".")));
  const [mark] = marks;
  if (mark !== undefined && marks.size === 1) {
    const decider = others[0] as NamedSurvey;
    const example = decider.survey.point ?? decider.survey.comma;
    return settled(
      mark,
      `${decider.name}, of the same source, has ${example === null ? "" : quoted(example)}`,
      example,
    );
  }
  if (survey.openNumber === null) return settled(".", "whole numbers only", null);
  throw openNumbers(name, survey.openNumber);
}

/** The notation of most of the file's dates; of the pool's where the file has none; `calendar` where nothing is a date. */
function commonestNotation(survey: Survey, pool: readonly NamedSurvey[]): DateNotation {
  const counts = survey.notations.size > 0 ? [survey.notations] : pool.map((file) => file.survey.notations);
  const total = new Map<DateNotation, number>();
  for (const map of counts)
    for (const [notation, count] of map) total.set(notation, (total.get(notation) ?? 0) + count);
  return [...total].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "calendar";
}

function openDates(name: string, open: Example, poolContradicts: boolean): InputError {
  const readings = bothReadings(open.value);
  const [dmy, mdy] = readings === null ? ["?", "?"] : [formatDay(readings.dmy), formatDay(readings.mdy)];
  const why = poolContradicts ? "the other files disagree" : "no row settles it";
  return new InputError(`${name}: ${quoted(open)} is ${dmy} day first and ${mdy} month first, and ${why}`, {
    hint: "pass --date-format d/m/y or --date-format m/d/y",
  });
}

function openNumbers(name: string, open: Example): InputError {
  const digits = open.value.replace(/[^\d.,-]/g, "");
  const small = digits.replace(",", ".");
  const large = digits.replace(/[.,]/, "");
  const comma = digits.includes(",");
  const [asPoint, asComma] = comma ? [large, small] : [small, large];
  return new InputError(
    `${name}: ${quoted(open)} is ${asPoint} with a decimal point and ${asComma} with a decimal comma, and no row settles it`,
    { hint: "pass --decimal . or --decimal ," },
  );
}
