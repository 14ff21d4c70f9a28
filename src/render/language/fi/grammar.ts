import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { Span } from "../../../basics/calendar/span.ts";
import type { CohortStep } from "../en/cohorts.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { counter, joining } from "../phrasing.ts";

/** The cases of a period's name that sentences need. */
interface PeriodCases {
  readonly nominative: string;
  readonly genitive: string;
  readonly genitivePlural: string;
  readonly partitive: string;
  /** During it: `viikolla`. */
  readonly during: string;
  /** In the next and in the previous one, after an adjective: `seuraavana viikkona`. */
  readonly essive: string;
}

export const PERIODS: Readonly<Record<PeriodKind, PeriodCases>> = {
  week: {
    nominative: "viikko",
    genitivePlural: "viikkojen",
    genitive: "viikon",
    partitive: "viikkoa",
    during: "viikon aikana",
    essive: "viikkona",
  },
  month: {
    nominative: "kuukausi",
    genitivePlural: "kuukausien",
    genitive: "kuukauden",
    partitive: "kuukautta",
    during: "kuukauden aikana",
    essive: "kuukautena",
  },
  quarter: {
    nominative: "vuosineljännes",
    genitivePlural: "vuosineljännesten",
    genitive: "vuosineljänneksen",
    partitive: "vuosineljännestä",
    during: "vuosineljänneksen aikana",
    essive: "vuosineljänneksenä",
  },
  year: {
    nominative: "vuosi",
    genitivePlural: "vuosien",
    genitive: "vuoden",
    partitive: "vuotta",
    during: "vuoden aikana",
    essive: "vuonna",
  },
};

/** A length of time: nominative for one, partitive for more, and the genitive, which the numeral takes too. */
const SPAN_UNITS: Readonly<Record<Span["unit"], readonly [one: string, partitive: string, genitive: string]>> = {
  days: ["päivä", "päivää", "päivän"],
  weeks: ["viikko", "viikkoa", "viikon"],
  months: ["kuukausi", "kuukautta", "kuukauden"],
  quarters: ["vuosineljännes", "vuosineljännestä", "vuosineljänneksen"],
  years: ["vuosi", "vuotta", "vuoden"],
};

/** “From it”: what scores are given of. */
export const OF_DIMENSION: Readonly<Record<Dimension, string>> = {
  recency: "tuoreudesta",
  frequency: "ostotiheydestä",
  monetary: "ostojen arvosta",
};

export const following = {
  week: "seuraavalla viikolla",
  month: "seuraavana kuukautena",
  quarter: "seuraavalla vuosineljänneksellä",
  year: "seuraavana vuonna",
} as const;
export const elative = {
  week: "viikosta",
  month: "kuukaudesta",
  quarter: "vuosineljänneksestä",
  year: "vuodesta",
} as const;
export const illative = {
  week: "viikkoon",
  month: "kuukauteen",
  quarter: "vuosineljännekseen",
  year: "vuoteen",
} as const;

/** The formats of numbers, and the phrases that Finnish sentences are made with. */
export type FinnishGrammar = ReturnType<typeof finnishGrammar>;

/** Phrases bound to a locale's formats. */
export function finnishGrammar(formats: PeopleFormats) {
  const { count, day, oneDecimal } = formats;
  /** `1 asiakas`, `2 asiakasta`: a number other than one takes the partitive. */
  const plural = counter(formats);
  const customers = (amount: number): string => plural(amount, "asiakas", "asiakasta");
  const orders = (amount: number): string => plural(amount, "tilaus", "tilausta");
  const days = (amount: number): string => plural(amount, "päivä", "päivää");
  /** Since when money adds up: `since` is the first day of the window, `null` where all history counts. */
  const soFar = (since: number | null): string => (since === null ? "tähän mennessä" : `${day(since)} alkaen`);
  /** The same as an attribute: purchases so far. */
  const soFarOf = (since: number | null): string =>
    since === null ? "tähänastisten" : `${day(since)} alkaen tehtyjen`;
  const rows = (amount: number): string => plural(amount, "rivi", "riviä");
  const cells = (amount: number): string => plural(amount, "pisteyhdistelmä", "pisteyhdistelmää");
  const segments = (amount: number): string => plural(amount, "segmentti", "segmenttiä");
  const cohorts = (amount: number): string => plural(amount, "kohortti", "kohorttia");
  const periods = (amount: number, kind: PeriodKind): string =>
    plural(amount, PERIODS[kind].nominative, PERIODS[kind].partitive);
  /** `12 kuukauden`: the numeral is written in figures, so only the unit shows the case. */
  const spanGenitive = ({ count: length, unit }: Span): string => `${count(length)} ${SPAN_UNITS[unit][2]}`;
  const {
    all: and,
    listed,
    values,
  } = joining(formats, {
    and: "ja",
    more: "muuta",
    blank: "tyhjä",
    otherValues: (amount) => plural(amount, "muu arvo", "muuta arvoa"),
  });
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "tuoreus",
    frequency: "ostotiheys",
    monetary: "ostojen arvo",
  };
  const points = (tenths: number): string => `${oneDecimal(Math.abs(tenths) / 10)} prosenttiyksikköä`;
  const stepGenitive = (step: CohortStep): string =>
    typeof step === "number" ? `${step} päivän ikkunan` : PERIODS[step].genitive;
  const percentagePoints = (difference: number): string =>
    `${oneDecimal(Math.abs(difference) * 100)} prosenttiyksikköä`;
  return {
    ...formats,
    plural,
    soFar,
    soFarOf,
    customers,
    orders,
    days,
    rows,
    cells,
    segments,
    cohorts,
    periods,
    spanGenitive,
    and,
    values,
    listed,
    dimensions,
    points,
    stepGenitive,
    percentagePoints,
  };
}

const MONTHS = [
  "tammikuu",
  "helmikuu",
  "maaliskuu",
  "huhtikuu",
  "toukokuu",
  "kesäkuu",
  "heinäkuu",
  "elokuu",
  "syyskuu",
  "lokakuu",
  "marraskuu",
  "joulukuu",
];

/** The months as a date says them: `5/2011`. */
export function monthNumber(label: string): string {
  const [year = "", month = ""] = label.split("-");
  return `${Number(month)}/${year}`;
}

/** `2011-05` as toukokuu 2011, `2011-W05` as viikko 5/2011, `2011-Q1` as 1. vuosineljännes 2011, `2011` as vuosi 2011. */
export function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return `vuosi ${year}`;
  if (part.startsWith("W")) return `viikko ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. vuosineljännes ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same as the time when something happens: toukokuussa 2011, viikolla 5/2011, vuonna 2011. */
export function inPeriod(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return `vuonna ${year}`;
  if (part.startsWith("W")) return `viikolla ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. vuosineljänneksellä ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part}ssa ${year}`;
}

/** A period's name where there is little room: `5/2011` for a month or a week, `1. nelj. 2011`, `2011`. */
export function shortPeriodName(label: string): string {
  if (/^\d{4}-\d\d$/.test(label)) return monthNumber(label);
  return periodName(label)
    .replace(/^(?:viikko|vuosi) /, "")
    .replace(" vuosineljännes", " nelj.");
}
