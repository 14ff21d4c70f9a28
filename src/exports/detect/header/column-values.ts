import { remembered } from "../../../basics/text/remembered.ts";
import { dateEvidence } from "../../values/dates.ts";
import { isBlankAmount, markEvidence } from "../../values/decimals.ts";
import { normaliseStatus, statusMeaning } from "../../values/statuses.ts";

/** The evidence of the first rows' cells, which are asked about once for each role that a column may have. */
const evidenceOf = remembered(dateEvidence, 5_000);

/** The share of filled cells that must be of a kind for a column to count as one of it. */
const MOST = 0.9;

/** Whether a column's filled cells are dates as people write them (digits alone could be anything). */
export function looksLikeDates(values: readonly string[], share = MOST): boolean {
  return mostly(values, share, (value) => {
    const evidence = evidenceOf(value);
    return (
      evidence !== null && (evidence.notation === "calendar" || share < MOST || /^(19|20)\d{6}$/.test(value.trim()))
    );
  });
}

/** Whether a column's filled cells are e-mail addresses. */
export function looksLikeEmails(values: readonly string[], share = MOST): boolean {
  return mostly(values, share, (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()));
}

/** Whether a column's filled cells are numbers with decimals or a currency: money, not counts or ids. */
export function looksLikeMoney(values: readonly string[], share = MOST): boolean {
  const looksExact = (value: string): boolean => /[.,]\d{1,2}\D*$/.test(value.trim()) && evidenceOf(value) === null;
  return looksLikeNumbers(values, share) && values.some(looksExact) && !looksLikeDates(values, 0.5);
}

/** Whether a column's filled cells are numbers of any kind. */
export function looksLikeNumbers(values: readonly string[], share = MOST): boolean {
  return mostly(values, share, (value) => !isBlankAmount(value) && markEvidence(value) !== "unreadable");
}

/** Whether a column's filled cells are whole numbers as quantities are: not blank, below 10,000, and not all 0. */
export function looksLikeCounts(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== "");
  return (
    filled.every((value) => /^\s*-?\d{1,4}(?:[.,]0+)?\s*$/.test(value)) && filled.some((value) => /[1-9]/.test(value))
  );
}

/** Whether a column's filled cells are people's names, most likely: two words or more, and no digit. */
export function looksLikeNames(values: readonly string[]): boolean {
  return mostly(values, 0.7, (value) => /^\p{L}[\p{L}.'’-]*,?(?:\s+[\p{L}.'’-]+)+$/u.test(value.trim()));
}

/** The different status words of a column, as they are compared. */
export function statusWords(values: readonly string[]): readonly string[] {
  return [...new Set(Array.from(new Set(values), normaliseStatus))].filter((word) => word !== "");
}

/** The share of a column's different words that are known as statuses; 0 where it is blank. */
export function shareOfStatuses(values: readonly string[]): number {
  const words = statusWords(values);
  return words.length === 0 ? 0 : words.filter((word) => statusMeaning(word) !== "unknown").length / words.length;
}

/** Whether so many of the filled cells pass a test. As soon as too many have not, the others are not looked at. */
function mostly(values: readonly string[], share: number, test: (value: string) => boolean): boolean {
  const mostMisses = values.length * (1 - share) + 1;
  let [hits, misses] = [0, 0];
  for (const value of values) {
    if (value.trim() === "") continue;
    if (test(value)) hits += 1;
    else misses += 1;
    if (misses > mostMisses) return false;
  }
  return hits + misses > 0 && hits >= share * (hits + misses);
}
