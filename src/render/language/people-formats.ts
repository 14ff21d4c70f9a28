import { formatDay } from "../../basics/calendar/days.ts";
import { decimalText, roundedCents, roundHalfAway } from "../../basics/money/cents.ts";
import { peopleCount } from "../../basics/text/words.ts";

/** How numbers, money and dates are written for people. */
export interface PeopleFormats {
  /** A whole number, grouped: `209,029`. */
  readonly count: (value: number | bigint) => string;
  /** A number that may have a fraction, with at most `digits` decimals (default 1), halves away from zero. */
  readonly number: (value: number, digits?: number) => string;
  /** A number with exactly one decimal, halves away from zero: `30.0`. */
  readonly oneDecimal: (value: number) => string;
  /** Money rounded to cents, half away from zero. Takes whole or half 1/10,000 of a currency unit. */
  readonly money: (value: number | bigint) => string;
  /** A fraction as a percentage with one decimal: `36.6%`. */
  readonly share: (value: number) => string;
  /** A civil day number as a date. */
  readonly day: (value: number) => string;
  /** What stands between whole numbers and decimals. */
  readonly decimalMark: string;
  /** The sign of a number below 0, as CLDR has it: U+2212 in Finnish and Swedish, a hyphen in English and German. */
  readonly minus: string;
}

/** The formats of no place in particular, which English has unless a locale is named: `3,706,827.64`, `36.6%`, 2011-04-30. */
export const plainFormats: PeopleFormats = {
  count: peopleCount,
  number: (value, digits = 1) => {
    const [whole = "", fraction] = String(roundHalfAway(value, digits)).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
  },
  oneDecimal: (value) => withOneDecimal(roundHalfAway(value, 1)),
  money: (value) => {
    const cents = roundedCents(value);
    const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
    return `${cents < 0n ? "-" : ""}${peopleCount(BigInt(digits.slice(0, -2)))}.${digits.slice(-2)}`;
  },
  share: (value) => `${percentage(value).toFixed(1)}%`,
  day: formatDay,
  decimalMark: ".",
  minus: "-",
};

function withOneDecimal(value: number): string {
  const [whole = "", fraction = ""] = value.toFixed(1).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${fraction}`;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The formats of a locale, as Unicode's CLDR has them: `3 706 827,64`, `36,6 %`, 30.4.2011 for fi-FI. Rounding is this
 * program's own, so that every locale shows the same number. Nothing here looks at the machine's own locale or time zone.
 *
 * @param locale a tag that Intl knows
 */
export function localeFormats(locale: string): PeopleFormats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
    calendar: "gregory",
  });
  const decimals = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  const upToOneDecimal = decimals(1);
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    count: (value) => whole.format(value),
    number: (value, digits = 1) =>
      (digits === 1 ? upToOneDecimal : decimals(digits)).format(roundHalfAway(value, digits)),
    oneDecimal: (value) => oneDecimal.format(roundHalfAway(value, 1)),
    money: (value) => cents.format(decimalText(roundedCents(value))),
    share: (value) => percent.format(percentage(value) / 100),
    day: (value) => date.format(value * MILLISECONDS_PER_DAY),
    decimalMark: cents.formatToParts(0).find(({ type }) => type === "decimal")?.value ?? ".",
    minus: whole.formatToParts(-1).find(({ type }) => type === "minusSign")?.value ?? "-",
  };
}

/** A fraction in per cent, to one decimal. */
function percentage(value: number): number {
  return roundHalfAway(value * 1000, 0) / 10;
}
