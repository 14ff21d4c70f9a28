/*
 * What the ledger is made of: every row in one entry, with the reason it is set aside for. The totals are in analysis/ledger/.
 */
import { NO_DAY } from "../../basics/calendar/days.ts";
import type { KeyBytes } from "../../csv/keys/key-bytes.ts";
import type { SummedPurchases } from "../order-table.ts";

/**
 * Why rows were set aside, in the order in which the reasons apply; each row has at most one.
 * The last five depend on the as-of date and the window, the others only on the exports and how they were read.
 */
export const SET_ASIDE_REASONS = [
  "blank line",
  "total row",
  "no partner",
  "counted elsewhere",
  "wrong number of fields",
  "unreadable date",
  "unreadable amount",
  "unreadable number of orders",
  "no amount",
  "never ordered",
  "same customer",
  "test order",
  "status",
  "filtered",
  "excluded line",
  "other currency",
  "duplicate",
  "two customers",
  "refund ignored",
  "after as-of",
  "before window",
  "no customer",
  "zero amount",
  "no purchase",
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** The reasons that make a row a reject: it should have been readable and was not. */
export const REJECT_REASONS = [
  "wrong number of fields",
  "unreadable date",
  "unreadable amount",
  "unreadable number of orders",
] as const satisfies readonly SetAsideReason[];

/** The code of a reason in a column of reasons: 0 means that the entry counts. */
export function reasonCode(reason: SetAsideReason): number {
  return SET_ASIDE_REASONS.indexOf(reason) + 1;
}

/** The reason behind a code; `null` for 0. */
export function reasonOfCode(code: number): SetAsideReason | null {
  return SET_ASIDE_REASONS[code - 1] ?? null;
}

/**
 * Everything that was read, one entry an order, a dated refund, or the rows of one order set aside for one reason.
 * Every row of the exports belongs to exactly one entry; amounts are whole 1/10,000 of a currency unit.
 */
export interface OrderEntries {
  readonly length: number;
  /** Rows that no entry stands for: those of customers that orders of another table took something from. */
  readonly customerRows?: number;
  /** Purchases of one row each that are no entries, and count. Left out where there are none. */
  readonly summed?: SummedPurchases;
  /** The order id as the export has it, or "" where it has none. */
  readonly orderId: (entry: number) => string;
  /** Index into `customerKeys`; −1 without a customer. */
  readonly customer: Int32Array;
  readonly customerKeys: readonly string[];
  /** The same keys as UTF-8, where they are at hand. */
  readonly keyBytes?: KeyBytes;
  /** Civil day, or {@link NO_DAY}. */
  readonly day: Int32Array;
  /** Whether an entry is a customer, with all that they spent as its amount, and not an order. Left out otherwise. */
  readonly areCustomers?: boolean;
  /** `false` where money plays no part: net and refund then only tell purchases from refunds. Left out otherwise. */
  readonly hasMoney?: boolean;
  /** Net amount: gross − refund. Negative for a dated refund. */
  readonly net: Float64Array;
  /** The refunded part, ≥ 0. */
  readonly refund: Float64Array;
  /** What each entry earned, 1/10,000 of a unit, where a margin or cost column was named; `null` otherwise. */
  readonly margin?: Float64Array | null;
  /** How many rows of the exports the entry stands for. */
  readonly rows: Int32Array | Uint8Array;
  /** Where its first row stands: index into `files`, and the physical line (the header is line 1). */
  readonly file: Uint16Array;
  readonly line: Uint32Array;
  readonly files: readonly string[];
  /** Code of the reason why the reader set the entry aside; 0 where it counts as far as the reader knows. */
  readonly reason: Uint8Array;
}
