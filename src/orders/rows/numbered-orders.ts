import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { OrderIdsNotKept } from "./restart-reasons.ts";

/** Orders of which only the numbers are known: that of their row, where each row is one. */
export class NumberedOrders implements TextCodes {
  length = 0;

  get texts(): readonly string[] {
    throw new OrderIdsNotKept();
  }

  text(): string {
    throw new OrderIdsNotKept();
  }

  code(): number {
    throw new OrderIdsNotKept();
  }
}
