import { type CustomersAtOptions, firstDayThatCounts } from "../customers/customers-at.ts";
import { type KeyBytes, keyCount } from "../order-table.ts";

/**
 * Why rows were set aside, in the order in which the reasons apply; each row has at most one.
 * The last five depend on the as-of date and the window, the others only on the exports and how they were read.
 */
export const SET_ASIDE_REASONS = [
  "blank line",
  "total row",
  "wrong number of fields",
  "unreadable date",
  "unreadable amount",
  "no amount",
  "test order",
  "status",
  "filtered",
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
] as const satisfies readonly SetAsideReason[];

/** The code of a reason in a column of reasons: 0 means that the entry counts. */
export function reasonCode(reason: SetAsideReason): number {
  return SET_ASIDE_REASONS.indexOf(reason) + 1;
}

/** The reason behind a code; `null` for 0. */
export function reasonOfCode(code: number): SetAsideReason | null {
  return SET_ASIDE_REASONS[code - 1] ?? null;
}

/** A day column's value where the row has no readable day. */
export const NO_DAY = -0x80000000;

/**
 * Everything that was read, one entry an order, a dated refund, or the rows of one order set aside for one reason.
 * Every row of the exports belongs to exactly one entry; amounts are whole 1/10,000 of a currency unit.
 */
export interface OrderEntries {
  readonly length: number;
  /** The order id as the export has it, or "" where it has none. */
  readonly orderId: (entry: number) => string;
  /** Index into `customerKeys`; −1 without a customer. */
  readonly customer: Int32Array;
  readonly customerKeys: readonly string[];
  /** The same keys as UTF-8, where they are at hand. */
  readonly keyBytes?: KeyBytes;
  /** Civil day, or {@link NO_DAY}. */
  readonly day: Int32Array;
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

/**
 * The reason code of every entry as of a day: the reader's own, or one that the as-of date and the window give. Not to be
 * written to, for it may be the entries' own column.
 */
export function reasonsAt(entries: OrderEntries, options: CustomersAtOptions): Uint8Array {
  const from = firstDayThatCounts(options);
  if (areAllPurchases(entries, { asOf: options.asOf, from })) return entries.reason;
  const buyers = buyersAt(entries, { asOf: options.asOf, from: options.windowFor === "fm" ? -Infinity : from });
  const reasons = entries.reason.slice();
  const { day: days, customer: customers, net, length } = entries;
  const { asOf } = options;
  for (let entry = 0; entry < length; entry += 1) {
    if (reasons[entry] !== 0) continue;
    const day = days[entry] as number;
    const customer = customers[entry] as number;
    if (day > asOf) reasons[entry] = AFTER_AS_OF;
    else if (day < from) reasons[entry] = BEFORE_WINDOW;
    else if (customer < 0) reasons[entry] = NO_CUSTOMER;
    else if (net[entry] === 0) reasons[entry] = ZERO_AMOUNT;
    else if (buyers[customer] === 0) reasons[entry] = NO_PURCHASE;
  }
  return reasons;
}

const AFTER_AS_OF = reasonCode("after as-of");
const BEFORE_WINDOW = reasonCode("before window");
const NO_CUSTOMER = reasonCode("no customer");
const ZERO_AMOUNT = reasonCode("zero amount");
const NO_PURCHASE = reasonCode("no purchase");

/** Whether all that counts for the reader is purchases of known customers between two days, as in most exports. */
function areAllPurchases(entries: OrderEntries, { asOf, from }: { asOf: number; from: number }): boolean {
  const { day: days, customer: customers, reason, net, length } = entries;
  for (let entry = 0; entry < length; entry += 1) {
    if (reason[entry] !== 0) continue;
    const day = days[entry] as number;
    if (day > asOf || day < from || (customers[entry] as number) < 0 || !((net[entry] as number) > 0)) return false;
  }
  return true;
}

/** 1 for every customer with a purchase between two days. */
function buyersAt(entries: OrderEntries, { asOf, from }: { asOf: number; from: number }): Uint8Array {
  const buyers = new Uint8Array(keyCount(entries));
  const { day: days, customer: customers, reason, net, length } = entries;
  for (let entry = 0; entry < length; entry += 1) {
    const customer = customers[entry] as number;
    const day = days[entry] as number;
    if (reason[entry] !== 0 || customer < 0 || (net[entry] as number) <= 0) continue;
    if (day >= from && day <= asOf) buyers[customer] = 1;
  }
  return buyers;
}
