import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { Span } from "../../../basics/calendar/span.ts";
import type { CohortStep } from "../en/cohorts.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { counter, joining } from "../phrasing.ts";

/** The forms of a period's name that sentences need. */
interface PeriodForms {
  readonly one: string;
  readonly many: string;
  readonly manyDative: string;
  readonly genitive: string;
  /** A whole one, as subject. */
  readonly whole: string;
  /** The newest whole one. */
  readonly newest: string;
  /** Of the one before. */
  readonly ofPrevious: string;
  /** In the one before. */
  readonly inPrevious: string;
  /** In the one after. */
  readonly inNext: string;
  /** During it. */
  readonly during: string;
  /** The whole of it, as object. */
  readonly entire: string;
  /** After `nach`: the first one. */
  readonly first: string;
  readonly inFirst: string;
  /** Of each. */
  readonly each: string;
  /** During the last one. */
  readonly inLast: string;
}

export const PERIODS: Readonly<Record<PeriodKind, PeriodForms>> = {
  week: {
    one: "Woche",
    many: "Wochen",
    manyDative: "Wochen",
    genitive: "der Woche",
    whole: "eine vollständige Woche",
    newest: "die letzte vollständige Woche",
    ofPrevious: "der Vorwoche",
    inPrevious: "in der Vorwoche",
    inNext: "in der folgenden Woche",
    during: "in der Woche",
    entire: "die ganze Woche",
    first: "der ersten Woche",
    inFirst: "in der ersten Woche",
    each: "jeder Woche",
    inLast: "in der letzten Woche",
  },
  month: {
    one: "Monat",
    many: "Monate",
    manyDative: "Monaten",
    genitive: "des Monats",
    whole: "ein vollständiger Monat",
    newest: "der letzte vollständige Monat",
    ofPrevious: "des Vormonats",
    inPrevious: "im Vormonat",
    inNext: "im folgenden Monat",
    during: "im Monat",
    entire: "den ganzen Monat",
    first: "dem ersten Monat",
    inFirst: "im ersten Monat",
    each: "jedes Monats",
    inLast: "im letzten Monat",
  },
  quarter: {
    one: "Quartal",
    many: "Quartale",
    manyDative: "Quartalen",
    genitive: "des Quartals",
    whole: "ein vollständiges Quartal",
    newest: "das letzte vollständige Quartal",
    ofPrevious: "des Vorquartals",
    inPrevious: "im Vorquartal",
    inNext: "im folgenden Quartal",
    during: "im Quartal",
    entire: "das ganze Quartal",
    first: "dem ersten Quartal",
    inFirst: "im ersten Quartal",
    each: "jedes Quartals",
    inLast: "im letzten Quartal",
  },
  year: {
    one: "Jahr",
    many: "Jahre",
    manyDative: "Jahren",
    genitive: "des Jahres",
    whole: "ein vollständiges Jahr",
    newest: "das letzte vollständige Jahr",
    ofPrevious: "des Vorjahres",
    inPrevious: "im Vorjahr",
    inNext: "im folgenden Jahr",
    during: "im Jahr",
    entire: "das ganze Jahr",
    first: "dem ersten Jahr",
    inFirst: "im ersten Jahr",
    each: "jedes Jahres",
    inLast: "im letzten Jahr",
  },
};

/** A length of time: one, many, and the dative of many. */
const SPAN_UNITS: Readonly<Record<Span["unit"], readonly [one: string, many: string, dative: string]>> = {
  days: ["Tag", "Tage", "Tagen"],
  weeks: ["Woche", "Wochen", "Wochen"],
  months: ["Monat", "Monate", "Monaten"],
  quarters: ["Quartal", "Quartale", "Quartalen"],
  years: ["Jahr", "Jahre", "Jahren"],
};

/** The formats of numbers, and the phrases that German sentences are made with. */
export type GermanGrammar = ReturnType<typeof germanGrammar>;

/** Phrases bound to a locale's formats. */
export function germanGrammar(formats: PeopleFormats) {
  const { count, day, oneDecimal } = formats;
  /** `1 Zeile`, `2 Zeilen`. */
  const plural = counter(formats);
  const customers = (amount: number): string => plural(amount, "Kunde", "Kunden");
  /** After `von`, `bei`, `mit`, and as object: one of them is `Kunden`, too. */
  const customersDative = (amount: number): string => plural(amount, "Kunden", "Kunden");
  const orders = (amount: number): string => plural(amount, "Bestellung", "Bestellungen");
  const days = (amount: number): string => plural(amount, "Tag", "Tage");
  const daysDative = (amount: number): string => plural(amount, "Tag", "Tagen");
  /** Since when money adds up: `since` is the first day of the window, `null` where all history counts. */
  const soFar = (since: number | null): string => (since === null ? "bisher" : `seit dem ${day(since)}`);
  /** An amount that was spent until now, or since a day: no two numbers stand one behind the other. */
  const spentSoFar = (money: string, since: number | null): string =>
    since === null ? `${soFar(since)} ${money}` : `${money} ${soFar(since)}`;
  const rows = (amount: number): string => plural(amount, "Zeile", "Zeilen");
  const cells = (amount: number): string => plural(amount, "Zelle", "Zellen");
  const segments = (amount: number): string => plural(amount, "Segment", "Segmente");
  const cohorts = (amount: number): string => plural(amount, "Kohorte", "Kohorten");
  const refunds = (amount: number): string => plural(amount, "Erstattung", "Erstattungen");
  const periods = (amount: number, kind: PeriodKind): string => plural(amount, PERIODS[kind].one, PERIODS[kind].many);
  const span = ({ count: length, unit }: Span): string => plural(length, SPAN_UNITS[unit][0], SPAN_UNITS[unit][1]);
  /** `12 Monaten`. */
  const spanDative = ({ count: length, unit }: Span): string =>
    `${count(length)} ${SPAN_UNITS[unit][length === 1 ? 0 : 2]}`;
  const {
    all: and,
    listed,
    values,
  } = joining(formats, {
    and: "und",
    more: "weitere",
    blank: "leer",
    otherValues: (amount) => plural(amount, "anderer Wert", "andere Werte"),
  });
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "Aktualität",
    frequency: "Häufigkeit",
    monetary: "Kaufwert",
  };
  /** A difference of shares in tenths of a percentage point, without its sign. */
  const points = (tenths: number): string => `${oneDecimal(Math.abs(tenths) / 10)} Prozentpunkte`;
  const percentagePoints = (difference: number): string => `${oneDecimal(Math.abs(difference) * 100)} Prozentpunkte`;
  /** The same after `um` or `von`. */
  const percentagePointsDative = (difference: number): string => `${percentagePoints(difference)}n`;
  const stepOne = (step: CohortStep): string => (typeof step === "number" ? `${step}-Tage-Fenster` : PERIODS[step].one);
  /** After `nach` and `in`: the first of the steps. */
  const stepFirst = (step: CohortStep): string =>
    typeof step === "number" ? `dem ersten ${stepOne(step)}` : PERIODS[step].first;
  return {
    ...formats,
    plural,
    soFar,
    spentSoFar,
    customers,
    customersDative,
    orders,
    days,
    daysDative,
    rows,
    cells,
    segments,
    cohorts,
    refunds,
    periods,
    span,
    spanDative,
    and,
    listed,
    values,
    dimensions,
    points,
    percentagePoints,
    percentagePointsDative,
    stepOne,
    stepFirst,
  };
}

const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

/** `2011-05` as Mai 2011, `2011-W05` as KW 5/2011, `2011-Q1` as 1. Quartal 2011, `2011` as it is. */
export function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return label;
  if (part.startsWith("W")) return `KW ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. Quartal ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same as the time when something happens: im Mai 2011, in KW 5/2011, im Jahr 2011. */
export function inPeriod(label: string): string {
  if (/^\d{4}$/.test(label)) return `im Jahr ${label}`;
  return `${/-W/.test(label) ? "in" : "im"} ${periodName(label)}`;
}

/** A period's name where there is little room: `Mai 2011`, `KW 5/2011`, `Q1 2011`. */
export function shortPeriodName(label: string): string {
  return periodName(label)
    .replace(/^(\p{Lu}\p{Ll}{2})\p{Ll}+ /u, "$1 ")
    .replace(/^(\d)\. Quartal/, "Q$1");
}

/** A period in a table: `05/2011`, `KW 5/2011`, `Q1/2011`. */
export function tablePeriod(label: string): string {
  return label
    .replace(/^(\d{4})-(\d{2})$/, "$2/$1")
    .replace(/^(\d{4})-W(\d{2})$/, (_, year: string, week: string) => `KW ${Number(week)}/${year}`)
    .replace(/^(\d{4})-Q(\d)$/, "Q$2/$1");
}
