/*
 * Formats: how dates and numbers are written, found by profiling whole columns and pooling files of one source.
 */
import type { DateFormat, DateNotation } from "../../../basics/calendar/date-format.ts";
import { formatDay } from "../../../basics/calendar/days.ts";
import type { AmountUnit } from "../../../basics/money/amount-unit.ts";
import type { DecimalMark } from "../../../basics/money/decimal-mark.ts";
import { InputError } from "../../../errors.ts";
import { OpenQuestions } from "../../told-together.ts";
import { bothReadings } from "../../values/dates.ts";
import { type MoneyNames, type UnitOfAmounts, unitOfAmounts } from "../amounts/unit-of-amounts.ts";
import type { ColumnProfile, Example } from "./column-profile.ts";
import { ContradictionError, quoted } from "./contradictions.ts";

/** How a file's dates and numbers are read, and what says so. */
export interface Formats extends UnitOfAmounts {
  readonly date: DateFormat;
  readonly dateEvidence: string;
  /** The value that decided the order; `null` where an option did, or nothing had to be decided. */
  readonly dateShownBy: Example | null;
  readonly decimal: DecimalMark;
  readonly decimalEvidence: string;
  readonly decimalShownBy: Example | null;
}

type DateFormats = Pick<Formats, "date" | "dateEvidence" | "dateShownBy">;
type NumberFormats = Pick<Formats, "decimal" | "decimalEvidence" | "decimalShownBy">;

export interface ResolveOptions {
  readonly dateFormat?: DateFormat | undefined;
  readonly decimal?: DecimalMark | undefined;
  readonly amountUnit?: AmountUnit | undefined;
}

/** A file's profile, with the name that messages use. */
export interface NamedSurvey {
  readonly name: string;
  readonly profile: ColumnProfile;
  /** The order in which the platform always writes dates; `null` where it is not known. */
  readonly platformOrder?: "dmy" | "mdy" | null;
  readonly money: MoneyNames;
}

/**
 * Resolves the formats of every file of one source. A file's own rows decide; one that they leave open follows the other
 * files of its source; if those are open too, the user is asked.
 *
 * @throws InputError when a file contradicts itself, or a question stays open
 */
export function resolveFormats(files: readonly NamedSurvey[], options: ResolveOptions): readonly Formats[] {
  const open = new OpenQuestions();
  const formats = askFormats(files, options, open);
  open.refuse();
  return formats;
}

/**
 * The same, with what is open added to other questions: of dates and of numbers the first of the source. Files about which
 * something is asked are left out.
 */
export function askFormats(
  files: readonly NamedSurvey[],
  options: ResolveOptions,
  open: OpenQuestions,
): readonly Formats[] {
  const pool = poolOf(files);
  const first = { dates: true, numbers: true };
  const ask = <T>(kind: keyof typeof first, name: string, work: () => T): T | undefined => {
    if (!first[kind]) return undefined;
    const resolved = open.attempt(name, work);
    first[kind] = resolved !== undefined;
    return resolved;
  };
  return files.flatMap((file): Formats[] => {
    const dates = ask("dates", file.name, () => resolveDates(file, pool, options));
    const numbers = ask("numbers", file.name, () => resolveNumbers(file, pool, options));
    const unit = open.attempt(file.name, () => unitOf(file, options));
    return dates === undefined || numbers === undefined || unit === undefined
      ? []
      : [{ ...dates, ...numbers, ...unit }];
  });
}

/** What the files of a source say together; worked out once, however many they are. */
interface Pool {
  readonly notation: DateNotation;
  /** The first file whose dates can be read one way only, and the orders of all such files. */
  readonly dated: NamedSurvey | undefined;
  readonly orders: ReadonlySet<"dmy" | "mdy">;
  /** The first file whose numbers show a decimal mark, and the marks of all such files. */
  readonly marked: NamedSurvey | undefined;
  readonly marks: ReadonlySet<DecimalMark>;
}

function poolOf(files: readonly NamedSurvey[]): Pool {
  const dated = files.filter(({ profile }) => profile.dayFirst !== null || profile.monthFirst !== null);
  const marked = files.filter(({ profile }) => profile.point !== null || profile.comma !== null);
  return {
    notation: commonestNotation(files.map(({ profile }) => profile.notations)),
    dated: dated[0],
    orders: new Set(dated.map(({ profile }) => (profile.dayFirst === null ? "mdy" : "dmy"))),
    marked: marked[0],
    marks: new Set(marked.map(({ profile }) => (profile.point === null ? "," : "."))),
  };
}

function resolveDates({ name, profile, platformOrder }: NamedSurvey, pool: Pool, options: ResolveOptions): DateFormats {
  if (options.dateFormat !== undefined) {
    return { date: options.dateFormat, dateEvidence: "as --date-format says", dateShownBy: null };
  }
  const notation = profile.notations.size > 0 ? commonestNotation([profile.notations]) : pool.notation;
  const resolved = (order: "dmy" | "mdy" | null, dateEvidence: string, dateShownBy: Example | null): DateFormats => ({
    date: { notation, order },
    dateEvidence,
    dateShownBy,
  });
  const { dayFirst, monthFirst } = profile;
  if (dayFirst !== null && monthFirst !== null) throw ContradictionError.dates(name, dayFirst, monthFirst);
  if (dayFirst !== null) return resolved("dmy", `${quoted(dayFirst)} can only be day first`, dayFirst);
  if (monthFirst !== null) return resolved("mdy", `${quoted(monthFirst)} can only be month first`, monthFirst);
  if (profile.openDate === null && profile.typedDates > 0) return resolved(null, "the dates are typed", null);
  if (profile.openDate === null && notation !== "calendar") return resolved(null, `written as ${notation}`, null);
  if (platformOrder != null) return resolved(platformOrder, "as the platform always writes them", null);
  const { dated: decider, orders } = pool;
  const [order] = orders;
  if (decider !== undefined && order !== undefined && orders.size === 1) {
    const example = decider.profile.dayFirst ?? decider.profile.monthFirst;
    return resolved(
      order,
      `${decider.name}, of the same source, has ${example === null ? "" : quoted(example)}`,
      example,
    );
  }
  if (profile.openDate === null) return resolved(null, "every date reads one way only", null);
  throw openDates(name, profile.openDate, orders.size > 1);
}

function resolveNumbers({ name, profile }: NamedSurvey, pool: Pool, options: ResolveOptions): NumberFormats {
  const resolved = (decimal: DecimalMark, decimalEvidence: string, decimalShownBy: Example | null): NumberFormats => ({
    decimal,
    decimalEvidence,
    decimalShownBy,
  });
  if (options.decimal !== undefined) return resolved(options.decimal, "as --decimal says", null);
  const { point, comma } = profile;
  if (point !== null && comma !== null) throw ContradictionError.numbers(name, ".", point, comma);
  if (point !== null) return resolved(".", `${quoted(point)} has a decimal point`, point);
  if (comma !== null) return resolved(",", `${quoted(comma)} has a decimal comma`, comma);
  if (profile.openNumber === null && profile.typedNumbers > 0) return resolved(".", "the numbers are typed", null);
  const { marked: decider, marks } = pool;
  const [mark] = marks;
  if (decider !== undefined && mark !== undefined && marks.size === 1) {
    const example = decider.profile.point ?? decider.profile.comma;
    return resolved(
      mark,
      `${decider.name}, of the same source, has ${example === null ? "" : quoted(example)}`,
      example,
    );
  }
  if (profile.openNumber === null) return resolved(".", "whole numbers only", null);
  throw openNumbers(name, profile.openNumber);
}

function unitOf(
  { name, profile: { point, comma, fraction, currencies }, money }: NamedSurvey,
  options: ResolveOptions,
): UnitOfAmounts {
  const decimals = (point ?? comma ?? fraction)?.value ?? null;
  return unitOfAmounts(name, money, { option: options.amountUnit, decimals, currencies });
}

/** The notation of most dates; `calendar` where nothing is a date. */
function commonestNotation(counts: readonly ColumnProfile["notations"][]): DateNotation {
  const total = new Map<DateNotation, number>();
  for (const map of counts)
    for (const [notation, count] of map) total.set(notation, (total.get(notation) ?? 0) + count);
  return [...total].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "calendar";
}

function openDates(name: string, open: Example, poolContradicts: boolean): InputError {
  const readings = bothReadings(open.value);
  const [dmy, mdy] = readings === null ? ["?", "?"] : [formatDay(readings.dmy), formatDay(readings.mdy)];
  const why = poolContradicts ? "the other files disagree" : "no row decides it";
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
    `${name}: ${quoted(open)} is ${asPoint} with a decimal point and ${asComma} with a decimal comma, and no row decides it`,
    { hint: "pass --decimal . or --decimal ," },
  );
}
