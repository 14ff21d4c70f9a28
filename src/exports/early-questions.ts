import type { Preset } from "./platforms/preset.ts";
import { currencyNamed } from "./values/currency-name.ts";
import { meaningOf, type StatusOptions, UNKNOWN_STATUS_HINT } from "./values/status-meaning.ts";

export interface EarlyOptions extends StatusOptions {
  readonly currency?: string | undefined;
}

/** What the first rows of a file hold in the columns of the status and of the currency. */
export interface FirstRows {
  readonly preset: Preset | null;
  readonly statuses: Iterable<string>;
  readonly currencies: Iterable<string>;
}

/** What will be asked, and what to do about it. */
export interface EarlyQuestion {
  readonly text: string;
  readonly hint: string;
}

/** More words than this are no list to read. */
const MOST_SHOWN = 10;

/**
 * What will be asked once all rows are read, as far as the first ones show it: for a run that stops anyway, so that one
 * more try is enough.
 */
export function earlyQuestions(
  { preset, statuses, currencies }: FirstRows,
  options: EarlyOptions,
): readonly EarlyQuestion[] {
  const words = new Set(Array.from(statuses, (status) => status.trim()));
  const unknown = [...words].filter((word) => meaningOf({ words: word, preset, means: null }, options) === "unknown");
  const named = new Set(
    Array.from(currencies, (currency) => currencyNamed(currency.trim())).filter((one) => one !== ""),
  );
  return [
    ...(unknown.length === 0
      ? []
      : [
          {
            text: `it is not known whether these statuses of the first rows count as purchases: ${listed(unknown)}`,
            hint: UNKNOWN_STATUS_HINT,
          },
        ]),
    ...(named.size < 2 || options.currency !== undefined
      ? []
      : [
          {
            text: `the first rows mix currencies, which cannot be added up: ${listed([...named])}`,
            hint: "pass --currency with the one to keep, and --rates FILE as well to convert the others",
          },
        ]),
  ];
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_SHOWN).map((word) => `"${word}"`);
  return words.length > MOST_SHOWN ? `${shown.join(", ")}, … ${words.length - MOST_SHOWN} more` : shown.join(", ");
}
