import { maskPersonal } from "./mask-personal.ts";

/** A whole number with its thousands grouped: `209,029`. */
export function peopleCount(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 customer`, `2 customers`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${peopleCount(count)} ${count === 1 ? one : many}`;
}

/** Control characters, and those that turn the direction of the text around or break its line. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text that is safe for a terminal, on one line: whatever would move the cursor, change colours or turn the text around is a
 * blank. Everything from a file (values, names of columns and files, keys) goes through here before a person sees it.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, " ");
}

/** Text from a file as people are shown it: addresses masked, and safe for a terminal. */
export function shownText(text: string): string {
  return printable(maskPersonal(text));
}

/** A message has no more characters: what is longer is a value that was taken for a name. */
const LONGEST_MESSAGE = 2000;

/** Lines that a message goes on in; what is in the data begins none, as its line breaks are followed by no indent of ours. */
const NEXT_LINE = "\n  ";

/** What is written to standard error, for people and for logs. Lines after the first are indented by two blanks. */
export function messageText(text: string): string {
  const cut = text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)}…`;
  return cut.split(NEXT_LINE).map(shownText).join(NEXT_LINE);
}
