/*
 * The role of each column: ColumnRoles is the outcome. Known platforms get theirs in preset-columns.ts, all other files in
 * generic-columns.ts; column-questions.ts collects what is left open, column-evidence.ts what speaks for each answer.
 */
import type { EarlyOptions } from "../../early-questions.ts";
import type { StatusMeaning } from "../../values/statuses.ts";

/** The columns that the user named; each is a header name of the exports, and the amount may be `none`. */
export interface ColumnOptions extends EarlyOptions {
  readonly customer?: string | undefined;
  readonly order?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly quantity?: string | undefined;
  readonly price?: string | undefined;
  readonly status?: string | undefined;
  readonly currencyColumn?: string | undefined;
  readonly refunded?: string | undefined;
  readonly margin?: string | undefined;
  readonly cost?: string | undefined;
  /** What a row is, where the user says it. */
  readonly table?: "customers" | "orders" | undefined;
  /** Goes on with the columns that are clear, where others are not: for looking for whatever else is not clear. */
  readonly asFarAsClear?: boolean | undefined;
  /** In a table of customers, how many orders each has. */
  readonly orderCount?: string | undefined;
}

/** Whether an amount column holds the total of an order or of a line; `undecided` is for the data to say. */
export type AmountPer = "order" | "line" | "undecided";

/** Where a row's money stands: in columns that are added and taken off, or as quantity × price. */
export type AmountColumns =
  | {
      readonly kind: "sum";
      readonly plus: readonly number[];
      readonly minus: readonly number[];
      /** Columns that are taken off only where the cell of another has one of these words (lower case). */
      readonly minusWhere?: readonly ConditionalColumn[];
      readonly per: AmountPer;
    }
  | { readonly kind: "product"; readonly quantity: number; readonly price: number }
  /** No column of this file: a joined table has the amounts. */
  | { readonly kind: "none" }
  /** No money at all: each order counts, and is worth nothing that is known. */
  | { readonly kind: "uncounted" };

/** The columns that an amount is made of. */
export function partsOfAmount(amount: AmountColumns): readonly number[] {
  if (amount.kind === "none" || amount.kind === "uncounted") return [];
  return amount.kind === "sum" ? [...amount.plus, ...amount.minus] : [amount.quantity, amount.price];
}

/** The column that says most about the money: its total, or the price; `null` where the file has none. */
export function mainAmount(amount: AmountColumns): number | null {
  if (amount.kind === "none" || amount.kind === "uncounted") return null;
  return amount.kind === "sum" ? (amount.plus[0] ?? null) : amount.price;
}

/** A column of money that counts only where the cell of another has one of these words. */
export interface ConditionalColumn {
  readonly column: number;
  readonly where: number;
  readonly is: readonly string[];
}

/** Two columns that hold the same money before and after something. */
export interface Drop {
  readonly from: number;
  readonly to: number;
  /** Whether a 0 after it says that nothing happened. */
  readonly unlessZero?: boolean;
}

/**
 * The refunded part of a row: a column of its own, converted by the ratio of two totals where these are in two currencies;
 * or drops from one column to another that is filled. Drops add up; where the first is not there, another column says it if there is one.
 */
export type RefundedColumns =
  | { readonly kind: "column"; readonly column: number; readonly scale?: Drop }
  | { readonly kind: "drop"; readonly drops: readonly Drop[]; readonly otherwise: number | null };

/** Columns whose cells, joined, make a key; the first set that is filled wins. */
export type KeyChain = readonly (readonly number[])[];

/** A column beside the status that says whether an order counts. */
export interface StatusRule {
  readonly column: number;
  readonly when: "filled" | "blank" | { readonly is: readonly string[] } | { readonly isNot: readonly string[] };
  /** `unknown` for returns: they are refunds where their amounts are negative, and asked about where they are not. */
  readonly means: StatusMeaning;
  readonly word: string;
  /**
   * Those of the words in `when` that the first rows have, where it lists more than a reader wants to see; a rule with
   * none of them is not shown.
   */
  readonly shown?: readonly string[];
}

/** Stands for the date column of a table that has none: its orders' dates are in another table. */
export const NO_COLUMN = -1;

/** Stands for the name of the amount column where another table has the amounts; no column is called that. */
export const AMOUNT_ELSEWHERE = "\u0000elsewhere";

/** The index of each column that is read; `null` or empty where the export has none. */
export interface ColumnRoles {
  readonly customer: KeyChain;
  /** The same for rows with a negative amount; `null` where they are like the others. */
  readonly refundCustomer: KeyChain | null;
  /** The order id: the first column that is filled. */
  readonly order: readonly number[];
  /** {@link NO_COLUMN} in a table whose orders stand in another. */
  readonly date: number;
  readonly time: number | null;
  readonly zone: number | null;
  readonly amount: AmountColumns;
  readonly refunded: RefundedColumns | null;
  readonly status: number | null;
  readonly rules: readonly StatusRule[];
  readonly currency: number | null;
  /** The currency that the header of the amount names: `EUR` for `Total (€)`; empty where it names none. */
  readonly headerCurrency: string;
  /** Where a refund row names the row that it refers to. */
  readonly reference: { readonly from: number; readonly to: number } | null;
  readonly margin: number | null;
  readonly cost: number | null;
  /** The reason column of this program's own `rfm orders` files. */
  readonly reason: number | null;
  /** What each row says of a customer, where it stands for one; `null` in a table of orders. */
  readonly summary: SummaryColumns | null;
  /** Where a file's columns are taken as far as they are clear: those that may hold the amount, or the order id. */
  readonly open?: OpenColumns;
}

/** Columns of which the user is asked which one plays a role; empty where that is clear. */
export interface OpenColumns {
  readonly amounts: readonly number[];
  readonly orders: readonly number[];
}

/** The columns of a table with one row per customer; its spend is the amount, and its date the day of the last order. */
export interface SummaryColumns {
  /** How many orders. */
  readonly count: number;
  /** Days since the last order, where the table has those and not its day. */
  readonly daysSince: number | null;
  /** The day of the first order. */
  readonly first: number | null;
}

/** The columns that hold numbers; they share the decimal mark of the file. */
export function numericColumns({
  amount,
  refunded,
  margin,
  cost,
}: Pick<ColumnRoles, "amount" | "refunded" | "margin" | "cost">): readonly number[] {
  const money = amount.kind === "product" ? [amount.price, amount.quantity] : partsOfAmount(amount);
  const conditional = amount.kind === "sum" ? (amount.minusWhere ?? []).map(({ column }) => column) : [];
  return [...money, ...conditional, ...refundedParts(refunded), ...[margin, cost].filter((column) => column !== null)];
}

/** The columns that a refunded amount is read from. */
export function refundedParts(refunded: RefundedColumns | null): readonly number[] {
  if (refunded === null) return [];
  if (refunded.kind === "column") {
    const { column, scale } = refunded;
    return scale === undefined ? [column] : [column, scale.from, scale.to];
  }
  const { drops, otherwise } = refunded;
  return [...drops.flatMap(({ from, to }) => [from, to]), ...(otherwise === null ? [] : [otherwise])];
}

/** The roles of a file that says nothing of orders; those of other files are written as what differs from these. */
export const NO_ROLES: ColumnRoles = {
  customer: [],
  refundCustomer: null,
  order: [],
  date: NO_COLUMN,
  time: null,
  zone: null,
  amount: { kind: "none" },
  refunded: null,
  status: null,
  rules: [],
  currency: null,
  headerCurrency: "",
  reference: null,
  margin: null,
  cost: null,
  reason: null,
  summary: null,
};
