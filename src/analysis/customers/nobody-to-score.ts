import { formatDay } from "../../basics/calendar/days.ts";
import { plural } from "../../basics/text/words.ts";
import { EmptyInputError } from "../../errors.ts";

/** Why there is nobody to score. */
export interface NobodyFacts {
  readonly asOf: number;
  /** The window's first day; `null` where all history counts. */
  readonly windowStart: number | null;
  /** Customers who bought before the window; 0 also where they were not counted. */
  readonly boughtBefore: number;
  /** The day of the first purchase by a known customer, however late; `null` without one. */
  readonly firstPurchase: number | null;
}

/**
 * The error where no customer has a purchase that counts: nobody bought in the window, or yet, or ever.
 *
 * @param said what the message begins with, and what to do where there is no purchase at all
 */
export function nobodyToScore(
  { asOf, windowStart, boughtBefore, firstPurchase }: NobodyFacts,
  { where, otherwise }: { readonly where: string; readonly otherwise: string },
): EmptyInputError {
  const boughtAtAll = boughtBefore > 0 || (firstPurchase ?? Number.POSITIVE_INFINITY) <= asOf;
  if (boughtAtAll && windowStart !== null) {
    const span = `${formatDay(windowStart)} to ${formatDay(asOf)}`;
    const who = boughtBefore > 0 ? plural(boughtBefore, "customer") : "customers";
    return new EmptyInputError(`${where}no customer to score: no purchase in the window ${span}`, {
      hint: `${who} bought before it; choose a longer --window`,
    });
  }
  if (firstPurchase !== null) {
    return new EmptyInputError(`${where}no customer to score: nothing was bought on or before ${formatDay(asOf)}`, {
      hint: `the first purchase is of ${formatDay(firstPurchase)}; choose a later day (--as-of, or --from of rfm compare)`,
    });
  }
  return new EmptyInputError(`${where}no customer to score: no row is a purchase by a known customer`, {
    hint: otherwise,
  });
}
