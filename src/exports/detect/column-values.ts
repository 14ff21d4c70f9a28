import { dateEvidence } from "../values/dates.ts";
import { isBlankAmount, markEvidence } from "../values/decimals.ts";

/** The share of filled cells that must be of a kind for a column to count as one of it. */
const MOST = 0.9;

/** Whether a column's filled cells are dates as people write them (digits alone could be anything). */
export function looksLikeDates(values: readonly string[], share = MOST): boolean {
  return mostly(values, share, (value) => {
    const evidence = dateEvidence(value);
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
  const numbers = mostly(values, share, (value) => !isBlankAmount(value) && markEvidence(value) !== "unreadable");
  const looksExact = (value: string): boolean => /[.,]\d{1,2}\D*$/.test(value.trim()) && dateEvidence(value) === null;
  return numbers && values.some(looksExact) && !looksLikeDates(values, 0.5);
}

function mostly(values: readonly string[], share: number, test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value.trim() !== "");
  return filled.length > 0 && filled.filter(test).length >= share * filled.length;
}
