import { plural } from "../../basics/text/words.ts";
import type { EarlierRun } from "../manifest.ts";
import type { ExportWords } from "./export-words.ts";

/** What the guards of the reading look at. */
export interface GuardedRun {
  /** The newest day of the data. */
  readonly newestDay: number;
  /** The machine's own day: the only thing in a run that asks the clock. */
  readonly today: number;
  readonly rows: number;
  readonly rejects: number;
  /** Rows that count, and the money in them, in whole 1/10,000 of a unit. */
  readonly usedRows: number;
  readonly revenue: bigint;
  /** What would count if it had a customer. */
  readonly withoutCustomer: { readonly rows: number; readonly money: bigint };
  readonly currency: string;
  /** As it was written in the options; `null` for all history. */
  readonly window: string | null;
  readonly words: ExportWords;
  readonly scheme: string;
  readonly segments: readonly (readonly [segment: string, customers: number])[];
}

/** What one guard found. */
export interface GuardFinding {
  /** Its key in the config. */
  readonly guard: string;
  readonly passed: boolean;
  readonly text: string;
}

/** What the last run is to the guards: what it wrote of itself, that there was none, or that it cannot be read. */
export type LastRun = EarlierRun | "none" | "unreadable";

/** What a guard that compares says where there is nothing to compare with. */
export function withoutLast(guard: string, last: "none" | "unreadable"): GuardFinding {
  if (last === "none") return { guard, passed: true, text: "there is no last run to compare with" };
  return {
    guard,
    passed: false,
    text: "the last run's manifest.json cannot be read, so there is nothing to compare with",
  };
}

export function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

/** How many names a finding shows before it counts the others. */
const SHOWN_NAMES = 5;

/** Some names, and how many others there are: `a, b, c, d, e and 3 others`. */
export function someNames(names: readonly string[]): string {
  const others = names.length - SHOWN_NAMES;
  const shown = names.slice(0, SHOWN_NAMES).join(", ");
  return others > 0 ? `${shown} and ${plural(others, "other")}` : shown;
}
