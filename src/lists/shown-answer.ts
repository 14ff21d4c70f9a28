import { ANSWER_MARK } from "../orders/order-table.ts";

/** An answer as people are shown it; several of one order side by side. */
export function shownAnswer(text: string): string {
  return text.replaceAll(ANSWER_MARK, " / ");
}
