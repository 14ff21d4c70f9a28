import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { Span } from "../../../basics/calendar/span.ts";
import type { CommonValues } from "../../../basics/text/common-values.ts";
import type { PeopleFormats } from "../people-formats.ts";

/** Names for a sentence to list. */
export type Names = readonly string[];

/** The formats of numbers, and the phrases that English sentences are made with. */
export type EnglishGrammar = ReturnType<typeof englishGrammar>;

/** Phrases bound to a locale's formats. */
export function englishGrammar(formats: PeopleFormats) {
  const { count, number } = formats;
  /** A number and what it counts, `1 customer`, `111.5 days`: the one place where English tells one from many. */
  const plural = (amount: number, one: string, many = `${one}s`): string =>
    `${Number.isInteger(amount) ? count(amount) : number(amount)} ${amount === 1 ? one : many}`;
  const customers = (amount: number): string => plural(amount, "customer");
  const rows = (amount: number): string => plural(amount, "row");
  const days = (amount: number): string => plural(amount, "day");
  const orders = (amount: number): string => plural(amount, "order");
  /** `a`, `a and b`, `a, b and 4 more`. */
  const listed = (names: Names): string => {
    if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
    return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  };
  /** `yes: 8, blank: 2 and 3 other values`. */
  const values = ({ shown, others }: CommonValues): string => {
    const each = shown.map(({ value, customers: amount }) => `${value === "" ? "blank" : value}: ${count(amount)}`);
    return `${each.join(", ")}${others === 0 ? "" : ` and ${plural(others, "other value")}`}`;
  };
  /** `12 months`, `1 year`. */
  const span = ({ count: length, unit }: Span): string => plural(length, unit.slice(0, -1));
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "recency",
    frequency: "frequency",
    monetary: "monetary value",
  };
  /** A difference of shares in tenths of a percentage point, without its sign. */
  const points = (tenths: number): string => `${(Math.abs(tenths) / 10).toFixed(1)} points`;
  /** The same of a difference as a fraction, in words. */
  const percentagePoints = (difference: number): string => `${number(Math.abs(difference) * 100)} percentage points`;
  return {
    ...formats,
    plural,
    customers,
    rows,
    days,
    orders,
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
