import { InvalidArgumentError } from "commander";

/** A percentage, `80` or `80%`, between two others, as a fraction. */
function percentage(text: string, least: number, most: number): number | null {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)\s*%?$/.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]);
  return value >= least && value <= most ? value / 100 : null;
}

/** The chance with which an interval holds, 50 … 99 %, as a fraction. */
export function parseIntervalOption(text: string): number {
  const share = percentage(text, 50, 99);
  if (share === null) throw new InvalidArgumentError("Write a percentage from 50 to 99, such as 80.");
  return share;
}

/** What money loses in worth in a year, 0 … 100 %, as a fraction. */
export function parseDiscountOption(text: string): number {
  const share = percentage(text, 0, 100);
  if (share === null) throw new InvalidArgumentError("Write a percentage a year from 0 to 100, such as 10%.");
  return share;
}

/** A number of earlier days, 1 … 12. */
export function parseOriginsOption(text: string): number {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 12) throw new InvalidArgumentError("Write a whole number from 1 to 12.");
  return value;
}

/** What random numbers begin with: a whole number from 0 to 2³² − 1. */
export function parseSeedOption(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value < 2 ** 32)) throw new InvalidArgumentError("Write a whole number from 0 to 4294967295.");
  return value;
}
