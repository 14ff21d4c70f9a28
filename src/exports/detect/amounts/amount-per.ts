import type { AmountPer } from "../columns/columns.ts";

/** Whether each row holds its order's total, to be counted once, or its line's amount, to be added up; and what says so. */
export interface AmountDecision {
  readonly per: "order" | "line";
  readonly evidence: string;
}

/** What the orders of several rows in one file say about an amount column, with the first example of each kind. */
export interface AmountEvidence<Example> {
  /** Orders whose rows all carry the same amount, and orders whose rows differ. */
  readonly agreeing: number;
  readonly differing: number;
  readonly agreeingExample: Example | null;
  readonly differingExample: Example | null;
}

/** The evidence as it is being gathered, an order at a time. */
export class AmountTally<Example> implements AmountEvidence<Example> {
  agreeing = 0;
  differing = 0;
  agreeingExample: Example | null = null;
  differingExample: Example | null = null;

  /** Notes one order's amounts that are neither blank nor negative; one by itself says nothing. */
  note(amounts: readonly number[], example: () => Example): void {
    if (amounts.length < 2) return;
    if (amounts.every((amount) => amount === amounts[0])) {
      this.agreeing += 1;
      this.agreeingExample ??= example();
    } else {
      this.differing += 1;
      this.differingExample ??= example();
    }
  }
}

/** What to do about amounts that may be either. */
export const AMOUNT_PER_HINT = "pass --amount-per order or --amount-per line";

/**
 * What the name of an amount column and its values say. They must not contradict each other; `null` where they do, and where
 * neither tells.
 */
export function amountDecision(
  { per, column }: { readonly per: AmountPer; readonly column: string },
  { agreeing, differing }: AmountEvidence<unknown>,
): AmountDecision | null {
  if (per === "line") return { per: "line", evidence: `"${column}" is a line's amount by its name` };
  if (agreeing === 0 && differing === 0) return { per: "order", evidence: "no order has two rows with an amount" };
  if (per === "order") {
    if (differing === 0) return { per: "order", evidence: `"${column}" is an order's total by its name and data` };
    return agreeing === 0 ? { per: "line", evidence: `"${column}" differs between the rows of every order` } : null;
  }
  return differing === 0
    ? null
    : { per: "line", evidence: `"${column}" differs between the rows of ${differing} orders` };
}
