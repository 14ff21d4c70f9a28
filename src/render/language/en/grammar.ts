import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { Span } from "../../../basics/calendar/span.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { counter, joining } from "../phrasing.ts";

/** Names for a sentence to list. */
export type Names = readonly string[];

/** The formats of numbers, and the phrases that English sentences are made with. */
export type EnglishGrammar = ReturnType<typeof englishGrammar>;

/** Phrases bound to a locale's formats. */
export function englishGrammar(formats: PeopleFormats) {
  const { day, oneDecimal } = formats;
  const counted = counter(formats);
  /** `1 customer`, `111.5 days`. */
  const plural = (amount: number, one: string, many = `${one}s`): string => counted(amount, one, many);
  const customers = (amount: number): string => plural(amount, "customer");
  const rows = (amount: number): string => plural(amount, "row");
  const days = (amount: number): string => plural(amount, "day");
  const orders = (amount: number): string => plural(amount, "order");
  /** Since when money adds up: `since` is the first day of the window, `null` where all history counts. */
  const soFar = (since: number | null): string => (since === null ? "so far" : `since ${day(since)}`);
  const { listed, values } = joining(formats, {
    and: "and",
    more: "more",
    blank: "blank",
    otherValues: (amount) => plural(amount, "other value"),
  });
  /** `12 months`, `1 year`. */
  const span = ({ count: length, unit }: Span): string => plural(length, unit.slice(0, -1));
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "recency",
    frequency: "frequency",
    monetary: "monetary value",
  };
  /** A difference of shares in tenths of a percentage point, without its sign. */
  const points = (tenths: number): string => `${oneDecimal(Math.abs(tenths) / 10)} points`;
  /** The same of a difference as a fraction, in words. */
  const percentagePoints = (difference: number): string =>
    `${oneDecimal(Math.abs(difference) * 100)} percentage points`;
  return {
    ...formats,
    plural,
    customers,
    rows,
    days,
    orders,
    soFar,
    listed,
    values,
    span,
    dimensions,
    points,
    percentagePoints,
  };
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2011-05` as May 2011, `2011-W05` as week 5 of 2011, `2011-Q1` as Q1 2011, `2011` as it is. */
export function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return label;
  if (part.startsWith("W")) return `week ${Number(part.slice(1))} of ${year}`;
  if (part.startsWith("Q")) return `${part} ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same where there is little room: `May 2011`, `wk 5, 2011`. */
export function shortPeriodName(label: string): string {
  return periodName(label)
    .replace(/^([A-Z][a-z]{2})[a-z]+/, "$1")
    .replace(/^week (\d+) of/, "wk $1,");
}
