import type { MarginRule } from "./order-margin.ts";
import type { Refunds } from "./order-rule.ts";

export interface EntryOptions {
  /** Whether a row's amount is the total of its order, to be counted once. */
  readonly isOrderTotal: (row: number) => boolean;
  /** Whether a row is a refund from a table of refunds, which is no part of its order's total. */
  readonly isJoinedRefund: (row: number) => boolean;
  /** Whether a row is a whole order already, as in this program's own `rfm orders` files. */
  readonly isWholeOrder: (row: number) => boolean;
  /** Whether a row is a customer of a joined table, which no order took anything from. */
  readonly isCustomer: (row: number) => boolean;
  readonly refunds: Refunds;
  /** How margins are made; `null` where no option asks for them. */
  readonly margin: MarginRule | null;
  /** Whether orders of a day are among those that warnings count. */
  readonly isCounted: (day: number) => boolean;
  readonly orderId: (order: number) => string;
  /** Whether somebody looks at the rows of orders once their entries are there. */
  readonly needsRows: boolean;
  /** The line on which a row stands. */
  readonly lineOf: (row: number) => number;
  readonly fileName: (file: number) => string;
  /** What to do where each file starts its order ids again. */
  readonly numberingHint: string;
}
