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
  readonly definite: string;
  readonly definiteGenitive: string;
  /** A whole one. */
  readonly whole: string;
  readonly manyWhole: string;
  /** The newest whole one. */
  readonly newest: string;
  /** The whole of it. */
  readonly entire: string;
  /** During it. */
  readonly during: string;
  readonly first: string;
  /** Of any one. */
  readonly ofOne: string;
  readonly earlier: string;
  readonly last: string;
}

export const PERIODS: Readonly<Record<PeriodKind, PeriodForms>> = {
  week: {
    one: "vecka",
    many: "veckor",
    definite: "veckan",
    definiteGenitive: "veckans",
    whole: "en hel vecka",
    manyWhole: "hela veckor",
    newest: "den senaste hela veckan",
    entire: "hela veckan",
    during: "under veckan",
    first: "den första veckan",
    ofOne: "en veckas",
    earlier: "en tidigare vecka",
    last: "den senaste veckan",
  },
  month: {
    one: "månad",
    many: "månader",
    definite: "månaden",
    definiteGenitive: "månadens",
    whole: "en hel månad",
    manyWhole: "hela månader",
    newest: "den senaste hela månaden",
    entire: "hela månaden",
    during: "under månaden",
    first: "den första månaden",
    ofOne: "en månads",
    earlier: "en tidigare månad",
    last: "den senaste månaden",
  },
  quarter: {
    one: "kvartal",
    many: "kvartal",
    definite: "kvartalet",
    definiteGenitive: "kvartalets",
    whole: "ett helt kvartal",
    manyWhole: "hela kvartal",
    newest: "det senaste hela kvartalet",
    entire: "hela kvartalet",
    during: "under kvartalet",
    first: "det första kvartalet",
    ofOne: "ett kvartals",
    earlier: "ett tidigare kvartal",
    last: "det senaste kvartalet",
  },
  year: {
    one: "år",
    many: "år",
    definite: "året",
    definiteGenitive: "årets",
    whole: "ett helt år",
    manyWhole: "hela år",
    newest: "det senaste hela året",
    entire: "hela året",
    during: "under året",
    first: "det första året",
    ofOne: "ett års",
    earlier: "ett tidigare år",
    last: "det senaste året",
  },
};

/** A length of time: one and many. */
const SPAN_UNITS: Readonly<Record<Span["unit"], readonly [one: string, many: string]>> = {
  days: ["dag", "dagar"],
  weeks: ["vecka", "veckor"],
  months: ["månad", "månader"],
  quarters: ["kvartal", "kvartal"],
  years: ["år", "år"],
};

/** The formats of numbers, and the phrases that Swedish sentences are made with. */
export type SwedishGrammar = ReturnType<typeof swedishGrammar>;

/** Phrases bound to a locale's formats. */
export function swedishGrammar(formats: PeopleFormats) {
  const { day, oneDecimal } = formats;
  /** `1 rad`, `2 rader`. */
  const plural = counter(formats);
  const customers = (amount: number): string => plural(amount, "kund", "kunder");
  const orders = (amount: number): string => plural(amount, "beställning", "beställningar");
  const days = (amount: number): string => plural(amount, "dag", "dagar");
  /** Since when money adds up: `since` is the first day of the window, `null` where all history counts. */
  const soFar = (since: number | null): string => (since === null ? "hittills" : `sedan ${day(since)}`);
  const rows = (amount: number): string => plural(amount, "rad", "rader");
  const cells = (amount: number): string => plural(amount, "cell", "celler");
  const segments = (amount: number): string => plural(amount, "segment", "segment");
  const cohorts = (amount: number): string => plural(amount, "kohort", "kohorter");
  const refunds = (amount: number): string => plural(amount, "återbetalning", "återbetalningar");
  const periods = (amount: number, kind: PeriodKind): string => plural(amount, PERIODS[kind].one, PERIODS[kind].many);
  /** `12 månader`. */
  const span = ({ count: length, unit }: Span): string => plural(length, SPAN_UNITS[unit][0], SPAN_UNITS[unit][1]);
  const {
    all: and,
    listed,
    values,
  } = joining(formats, {
    and: "och",
    more: "till",
    blank: "tomt",
    otherValues: (amount) => plural(amount, "annat värde", "andra värden"),
  });
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "aktualitet",
    frequency: "frekvens",
    monetary: "köpvärde",
  };
  /** A difference of shares in tenths of a percentage point, without its sign. */
  const points = (tenths: number): string => `${oneDecimal(Math.abs(tenths) / 10)} procentenheter`;
  const percentagePoints = (difference: number): string => `${oneDecimal(Math.abs(difference) * 100)} procentenheter`;
  const stepOne = (step: CohortStep): string =>
    typeof step === "number" ? `${step}-dagarsfönster` : PERIODS[step].one;
  const stepDefinite = (step: CohortStep): string =>
    typeof step === "number" ? `${step}-dagarsfönstret` : PERIODS[step].definite;
  /** The first of the steps. */
  const stepFirst = (step: CohortStep): string =>
    typeof step === "number" ? `det första ${stepDefinite(step)}` : PERIODS[step].first;
  return {
    ...formats,
    plural,
    soFar,
    customers,
    orders,
    days,
    rows,
    cells,
    segments,
    cohorts,
    refunds,
    periods,
    span,
    and,
    listed,
    values,
    dimensions,
    points,
    percentagePoints,
    stepOne,
    stepDefinite,
    stepFirst,
  };
}

const MONTHS = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];

/** `2011-05` as maj 2011, `2011-W05` as vecka 5 2011, `2011-Q1` as kvartal 1 2011, `2011` as it is. */
export function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return label;
  if (part.startsWith("W")) return `vecka ${Number(part.slice(1))} ${year}`;
  if (part.startsWith("Q")) return `kvartal ${part.slice(1)} ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same as the time when something happens: i maj 2011, vecka 5 2011, under kvartal 1 2011, under 2011. */
export function inPeriod(label: string): string {
  if (/-W/.test(label)) return periodName(label);
  return `${/^\d{4}-\d\d$/.test(label) ? "i" : "under"} ${periodName(label)}`;
}

/** A period's name where there is little room: `maj 2011`, `sep 2011`, `v. 5 2011`, `kv. 1 2011`. */
export function shortPeriodName(label: string): string {
  return periodName(label)
    .replace(/^vecka/, "v.")
    .replace(/^kvartal/, "kv.")
    .replace(/^(\p{Ll}{3})\p{Ll}+ /u, "$1 ");
}

/** A period in a table: `2011-05`, `v. 5 2011`, `kv. 1 2011`. */
export function tablePeriod(label: string): string {
  return /^\d{4}-\d\d$/.test(label) ? label : shortPeriodName(label);
}
