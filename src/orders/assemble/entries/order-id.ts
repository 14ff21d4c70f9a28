import type { TextCodes } from "../../../csv/keys/dictionary.ts";
import { ORIGIN_MARK } from "../../../csv/keys/source-mark.ts";

/** An order id as the export has it, by its code; empty for −1. */
export function orderIdOf(orders: TextCodes, order: number): string {
  const text = order < 0 ? "" : orders.text(order);
  return text.slice(text.indexOf(ORIGIN_MARK) + 1);
}
