import type { Span } from "../../basics/calendar/span.ts";
import type { KeyBytes } from "../../csv/keys/key-bytes.ts";

/** The customers with a purchase as of one day, sorted by id (by code unit); all columns have one entry a customer. */
export interface CustomerTable {
  readonly length: number;
  readonly asOf: number;
  /** The window's first day; `null` when all history counts. */
  readonly windowStart: number | null;
  readonly windowFor: "rfm" | "fm";
  /** Made when they are asked for. */
  readonly ids: readonly string[];
  /** The order table's keys as UTF-8, where they are at hand; by `customer`. */
  readonly keyBytes?: KeyBytes | undefined;
  /** Index of each customer in the order table's `customerKeys`. */
  readonly customer: Int32Array;
  /** Day of the first purchase ever, whatever the window; `NO_DAY` throughout where it is not known. */
  readonly firstOrderDay: Int32Array;
  /** Day of the last purchase that counts. */
  readonly lastOrderDay: Int32Array;
  /** Whole days from the last purchase to `asOf`, ≥ 0; lower is better. */
  readonly recencyDays: Int32Array;
  /** Number of purchases in the window; ≥ 1, or ≥ 0 with `windowFor: "fm"`. */
  readonly orders: Int32Array;
  /** Number of purchases up to `asOf`, whatever the window; ≥ 1. */
  readonly ordersEver: Int32Array;
  /** `orders`, or distinct purchase days where that was asked for. */
  readonly frequency: Int32Array;
  /** Purchases minus refunds in the window, whole 1/10,000 of a unit; may be ≤ 0. */
  readonly spend: Float64Array;
  /** What monetary value is made from: `spend`, or the margin in the window where the orders carry one. */
  readonly money: Float64Array;
  /** Whether that is the margin. */
  readonly ofMargin: boolean;
  /** Whether anything is known of money; where nothing is, spend, money and monetary value are 0 and say nothing. */
  readonly hasMoney: boolean;
  /** What is known beside the sums: the day of the first purchase, and each order by itself. */
  readonly knows: { readonly firstDay: boolean; readonly singleOrders: boolean };
  /** `money`; divided by frequency where asked for (0 where that is 0). */
  readonly monetaryValue: Float64Array;
  /** Customers who bought before the window and not in it: known, but not scored. */
  readonly outsideWindow: number;
}

export interface CustomersAtOptions {
  /** The last day that counts, a civil day number; purchases and refunds after it are not looked at. */
  readonly asOf: number;
  /** Only this long up to `asOf` counts; without it, all history. */
  readonly window?: Span | undefined;
  /** What the window limits: everything, or frequency and spend only, with recency over all history. Default `rfm`. */
  readonly windowFor?: "rfm" | "fm" | undefined;
  /** What frequency counts: purchases (default) or the distinct days with a purchase. */
  readonly frequency?: "orders" | "days" | undefined;
  /** What monetary value is: total net spend (default) or net spend divided by frequency. */
  readonly monetary?: "total" | "average" | undefined;
}
