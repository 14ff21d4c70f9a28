/*
 * Sums: where an export has one row per order, or line items with their own amounts, and nobody asks for single orders, purchases are
 * added up in the threads that read, and their rows are forgotten. may-add-up.ts says when; purchase-rows.ts which rows; line-orders.ts
 * how line items become orders; all others are kept, and take the usual steps.
 */
import * as layout from "../../kernel/wasm/shared/layout.ts";

const WORD_BYTES = Int32Array.BYTES_PER_ELEMENT;

/** A customer's numbers lie side by side in so many whole numbers of 32 bits. */
export const NUMBER_WORDS = layout.NUMBERS_SIZE / WORD_BYTES;

/** Where each lies; the spend is a double and takes two of them, so that its place is counted in doubles. */
export const NUMBER_AT = {
  first: 0,
  last: layout.SUM_LAST / WORD_BYTES,
  purchases: layout.SUM_PURCHASES / WORD_BYTES,
  ever: layout.SUM_EVER / WORD_BYTES,
  spend: layout.SUM_SPEND / Float64Array.BYTES_PER_ELEMENT,
} as const;

/** Behind a customer's numbers while they are added up: the segment of their first purchase, and where the key stands there. */
export const KEY_AT = { segment: layout.SUM_SEGMENT / WORD_BYTES, place: layout.SUM_PLACE / WORD_BYTES } as const;

/** Counts a purchase of a day among a customer's; the first and the last day are those of all that were counted. */
export function countPurchase(numbers: Int32Array, at: number, day: number): void {
  const ever = numbers[at + NUMBER_AT.ever] as number;
  if (ever === 0 || day < (numbers[at + NUMBER_AT.first] as number)) numbers[at + NUMBER_AT.first] = day;
  if (ever === 0 || day > (numbers[at + NUMBER_AT.last] as number)) numbers[at + NUMBER_AT.last] = day;
  numbers[at + NUMBER_AT.ever] = ever + 1;
}

/** How many purchases were counted of a customer. */
export function purchasesOf(numbers: Int32Array, customer: number): number {
  return numbers[customer * NUMBER_WORDS + NUMBER_AT.ever] as number;
}
