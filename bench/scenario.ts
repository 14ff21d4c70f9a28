import type { Dialect } from "./files/dialect.ts";
import type { FilePlan } from "./files/write-file.ts";

/** The columns of a file that the job needs, by name. */
export interface JobColumns {
  readonly customer: string;
  readonly date: string;
  /** `null` where every row counts. */
  readonly status: string | null;
  /** Of an order with several rows; `null` where each row that counts is an order. */
  readonly order: string | null;
  /** The order id in a file whose peers are told that they need not look at it; `null` elsewhere. */
  readonly uniqueOrder: string | null;
  /** An order's total, or quantity and price of a line. */
  readonly amount: string | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly refunded: string | null;
  /** Filled where the order was cancelled. */
  readonly cancelled: string | null;
}

/** What rows say whose own column names no customer. */
export interface Guests {
  /** What the customer's column holds there: blank, or a word that stands for nobody. */
  readonly id: string;
  /** The columns that name the guest instead, together: their cells with a blank between them, in small letters. */
  readonly columns: readonly string[];
}

/** A kind of file, and what is to be understood of it. */
export interface Scenario extends FilePlan {
  readonly name: string;
  readonly title: string;
  /** Rows for each row that is asked for: wide rows are fewer, so that files are of a size. */
  readonly share: number;
  /** Measured against every peer by default, not only against the fastest. */
  readonly everyPeer: boolean;
  /** Whether only DuckDB and the csv-parse script are told how its cells are written. */
  readonly isForFew?: boolean;
  readonly job: JobColumns;
  /** Who buys without being a customer that the shop knows; left out where nobody does. */
  readonly guests?: Guests;
  /** The statuses that count. */
  readonly accepted: readonly string[];
}

/** Commas, dates as in ISO 8601, nothing in quotes. */
export const PLAIN: Dialect = { delimiter: ",", decimal: ".", lineEnd: "\n", moment: "iso", quoted: 0 };

/** The columns of a file with one row per order. */
export const ORDERS: JobColumns = {
  customer: "customer_id",
  date: "order_date",
  status: "status",
  order: null,
  uniqueOrder: "order_id",
  amount: "total",
  quantity: null,
  price: null,
  refunded: null,
  cancelled: null,
};
