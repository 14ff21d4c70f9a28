import { compareCodeUnits } from "./compare-code-units.ts";
import { maskPersonal } from "./mask-personal.ts";

/** The values that most customers have, for a sentence. */
export interface CommonValues {
  /** Most customers first; "" is a blank cell. */
  readonly shown: readonly { readonly value: string; readonly customers: number }[];
  /** How many other values there are. */
  readonly others: number;
}

const MOST_SHOWN = 3;
const LONGEST_VALUE = 40;

/**
 * The three values that most customers have, e-mail addresses masked.
 *
 * @param least how many customers must share a value for it to be shown: with 2, hardly a name or a number is
 */
export function commonValues(values: Iterable<string>, least = 1): CommonValues {
  const counts = new Map<string, number>();
  for (const text of values) {
    const value = text.trim();
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const shown = [...counts]
    .filter(([value, customers]) => customers >= least || value === "")
    .sort((a, b) => b[1] - a[1] || compareCodeUnits(a[0], b[0]))
    .slice(0, MOST_SHOWN)
    .map(([value, customers]) => ({ value: maskPersonal(value.slice(0, LONGEST_VALUE)), customers }));
  return { shown, others: counts.size - shown.length };
}
