import type { KeyBytes } from "../csv/keys/key-bytes.ts";
import type { ContactField } from "../exports/detect/contacts/contact-field.ts";
import type { CustomerColumns } from "./customer-columns.ts";
import type { LineTable } from "./lines/line-table.ts";
import type { TraitName } from "./lines/order-trait.ts";
/**
 * Every purchase and dated refund of known customers, one entry each, in no particular order.
 *
 * This is all that the analyses know of the exports. A positive amount is a purchase, net of the refund that its own row
 * or day carries; a negative amount is a refund dated on a day of its own. Zero does not occur.
 */
export interface OrderTable {
  readonly length: number;
  /** Index into `customerKeys`. */
  readonly customer: Int32Array;
  /** Civil days since 1970-01-01. */
  readonly day: Int32Array;
  /** Whole number of 1/10,000 of a currency unit. */
  readonly amount: Float64Array;
  /**
   * `false` where money plays no part: an amount then tells a purchase (1) from a refund (−1), and is not money. Left out
   * where amounts are money.
   */
  readonly hasMoney?: boolean;
  /**
   * Customers of whom only sums are known, in place of entries: the table then has none, and what looks at single orders
   * must refuse it. `customerKeys` are the keys of these.
   */
  readonly customers?: CustomerColumns;
  /**
   * Purchases of which only their customers' numbers are known, beside the entries: what looks at single orders must refuse
   * them. Left out where there are none.
   */
  readonly summed?: SummedPurchases;
  /** What each entry earned, 1/10,000 of a unit, where monetary value is to be the margin; `null` otherwise. */
  readonly margin?: Float64Array | null;
  /** The customers' keys, as trimmed and normalised by the reader. Not sorted. */
  readonly customerKeys: readonly string[];
  /** The same keys as UTF-8, where they are at hand: nobody then needs to make texts of millions of them. */
  readonly keyBytes?: KeyBytes;
  /** Where ids and e-mail addresses were joined: for each key the index of the one that stayed; `null` where none were. */
  readonly joinedTo?: Int32Array | null;
  /** The customers' indexes sorted by their keys by code unit, where that is known without comparing texts. */
  readonly keyOrder?: () => Int32Array;
  /** The first and last day of any readable row, whatever became of it: the days that the exports cover. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The order's id as the export has it, or "" where it has none; only settles ties. */
  readonly orderId?: (entry: number) => string;
  /** Columns of the exports that were asked for, with the value of each entry. */
  readonly kept?: readonly KeptValues[];
  /** Line items, where they were asked for; `null` where no export has a column of products. */
  readonly lines?: LineTable | null;
  /** Country, channel, coupon …, where lines were asked for and an export says it. */
  readonly traits?: readonly OrderTrait[];
  /** Who the buyer of each entry is, and where, where contacts were asked for. */
  readonly contacts?: readonly ContactValues[];
  /** Which addresses stood beside which customers in any row, where contacts were asked for. */
  readonly seen?: SeenAddresses;
}

/** Purchases that were added up while they were read. They count, whatever else was read. */
export interface SummedPurchases {
  /** How many there are. */
  readonly purchases: number;
  /** How many rows they have. */
  readonly rows: number;
  /** What all of them come to: whole 1/10,000 of a unit. */
  readonly money: bigint;
  /** The numbers of the customer of each key, one after another (`sums/customer-numbers.ts`); 0 throughout where there is no purchase. */
  readonly numbers: Int32Array;
}

/**
 * Texts of address columns that stood beside customers in any row of the exports, whatever became of the row: cancelled,
 * filtered, unreadable. One pair each, by index.
 */
export interface SeenAddresses {
  /** Index into `customerKeys`. */
  readonly customer: Int32Array;
  /** Index into `texts`. */
  readonly text: Int32Array;
  readonly texts: readonly string[];
}

/** How many customers have a key; does not ask for the keys as texts where it need not. */
export function keyCount(keys: Pick<OrderTable, "keyBytes" | "customerKeys">): number {
  return keys.keyBytes?.ends.length ?? keys.customerKeys.length;
}

/**
 * A contact column. Columns of one set belong together (a billing address, say); where a set is blank the next stands in.
 * The name of a `condition` is that which the user gave it.
 */
export interface ContactValues extends KeptValues {
  readonly field: ContactField;
  readonly set: number;
}

/** A trait of every order: one code each, that of the order's first row (by file and line) whose cell is filled. */
export interface OrderTrait extends KeptValues {
  readonly trait: TraitName;
}

/** A column of texts as numbers into its distinct values. */
export interface KeptValues {
  readonly name: string;
  readonly values: readonly string[];
  /** One index into `values` an entry; −1 where it has no value. */
  readonly codes: Int32Array;
}

/** Stands between the answers of an order whose rows do not agree. */
export const ANSWER_MARK = "\u001f";
