import type { StatusMeaning } from "../values/statuses.ts";

/** The columns that the user named; each is a header name of the exports. */
export interface ColumnOptions {
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
}

/** Whether an amount column holds the total of an order or of a line; `undecided` is for the data to say. */
export type AmountPer = "order" | "line" | "undecided";

/** Where a row's money stands: in columns that are added and taken off, or as quantity × price. */
export type AmountColumns =
  | {
      readonly kind: "sum";
      readonly plus: readonly number[];
      readonly minus: readonly number[];
      readonly per: AmountPer;
    }
  | { readonly kind: "product"; readonly quantity: number; readonly price: number };

/** The refunded part of a row: a column of its own, or the drop from one column to another that is neither blank nor 0. */
export type RefundedColumns =
  | { readonly kind: "column"; readonly column: number }
  | { readonly kind: "drop"; readonly from: number; readonly to: number };

/** Columns whose cells, joined, make a key; the first set that is filled wins. */
export type KeyChain = readonly (readonly number[])[];

/** A column beside the status that says whether an order counts. */
export interface StatusRule {
  readonly column: number;
  readonly when: "filled" | "blank" | { readonly is: readonly string[] } | { readonly isNot: readonly string[] };
  readonly means: Exclude<StatusMeaning, "unknown">;
  readonly word: string;
}

/** The index of each column that is read; `null` or empty where the export has none. */
export interface ColumnRoles {
  readonly customer: KeyChain;
  /** The same for rows with a negative amount; `null` where they are like the others. */
  readonly refundCustomer: KeyChain | null;
  /** The order id: the first column that is filled. */
  readonly order: readonly number[];
  readonly date: number;
  readonly time: number | null;
  readonly zone: number | null;
  readonly amount: AmountColumns;
  readonly refunded: RefundedColumns | null;
  readonly status: number | null;
  readonly rules: readonly StatusRule[];
  readonly currency: number | null;
  /** Where a refund row names the row that it refers to. */
  readonly reference: { readonly from: number; readonly to: number } | null;
  readonly margin: number | null;
  readonly cost: number | null;
  /** The reason column of this program's own `rfm orders` files. */
  readonly reason: number | null;
}

/** The columns that hold numbers; they share the decimal mark of the file. */
export function numericColumns({ amount, refunded, margin, cost }: ColumnRoles): readonly number[] {
  const money = amount.kind === "sum" ? [...amount.plus, ...amount.minus] : [amount.price, amount.quantity];
  const refund = refunded === null ? [] : refunded.kind === "column" ? [refunded.column] : [refunded.from, refunded.to];
  return [...money, ...refund, ...[margin, cost].filter((column) => column !== null)];
}
