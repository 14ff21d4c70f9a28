/*
 * What sentences of every language are made with, whatever its words.
 */
import type { CommonValues } from "../../basics/text/common-values.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** The words that join names and values. */
export interface JoiningWords {
  readonly and: string;
  /** After a number of names that are not shown. */
  readonly more: string;
  /** A value that is empty. */
  readonly blank: string;
  /** How many other values there are. */
  readonly otherValues: (amount: number) => string;
}

/** A number and what it counts, `1 customer`, `111.5 days`: the one place that tells one from many. */
export function counter({ count, number }: PeopleFormats) {
  return (amount: number, one: string, many: string): string =>
    `${Number.isInteger(amount) ? count(amount) : number(amount)} ${amount === 1 ? one : many}`;
}

/** `a`, `a or b`, `a, b or c`: names with a word before the last. */
export function joinedBy(names: readonly string[], word: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
}

/** Lists of names and of values with their numbers. */
export function joining({ count }: PeopleFormats, { and, more, blank, otherValues }: JoiningWords) {
  const all = (names: readonly string[]): string => joinedBy(names, and);
  return {
    /** `a`, `a and b`, `a, b and c`. */
    all,
    /** The same of the first two where there are more than three: `a, b and 4 more`. */
    listed: (names: readonly string[]): string =>
      names.length > 3 ? `${names.slice(0, 2).join(", ")} ${and} ${names.length - 2} ${more}` : all(names),
    /** `yes: 8, blank: 2 and 3 other values`. */
    values: ({ shown, others }: CommonValues): string => {
      const each = shown.map(({ value, customers }) => `${value === "" ? blank : value}: ${count(customers)}`);
      return `${each.join(", ")}${others === 0 ? "" : ` ${and} ${otherValues(others)}`}`;
    },
  };
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The text as the rest of a sentence; one that begins with an abbreviation or a number stays as it is. */
export function withSmallInitial(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** The text on one line: its blanks are no place to break. */
export function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00A0");
}
