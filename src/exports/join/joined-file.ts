import type { KeyChain } from "../detect/columns/columns.ts";
import type { PresetLines } from "../platforms/preset.ts";

/**
 * What a file is among tables that belong together: the orders; amounts of the orders; lines whose amounts the orders have
 * already; refunds of the orders; or the customers of the orders.
 */
export type TableRole = "orders" | "amounts" | "lines" | "refunds" | "customers";

/** The place of one file among tables that belong together. */
export interface JoinedFile {
  readonly role: TableRole;
  /** Files of one table have the same number. */
  readonly table: number;
  /** The column of this file that names the order, or the customer; `null` for the orders themselves. */
  readonly key: number | null;
  /** Whether the user named it with `--join`. */
  readonly isAsked: boolean;
  /** How the orders call it; empty for the orders themselves. */
  readonly ordersKey: string;
  /** How far its amounts agree with those that count, where they could have counted, too; `null` elsewhere. */
  readonly agreement: AmountAgreement | null;
  /** The customer's id of its own, where the orders have another for each order; `null` where they name the customer. */
  readonly ownCustomer: number | null;
  /** Where its rows are line items, as the platform calls them; `null` where nothing is known of it. */
  readonly lines: PresetLines | null;
  /** The columns of the orders that name the customer, for the tables of customers. */
  readonly chain: KeyChain;
}

/** Whether the rows of a file are orders, and not what another table says of them. */
export function isOfOrders({ joined }: { readonly joined: JoinedFile | null }): boolean {
  return joined === null || joined.role === "orders";
}

/** Whether each file may number its orders by itself: no other table is joined by their ids. */
export function areNumberedByFile(files: readonly { readonly joined: JoinedFile | null }[]): boolean {
  return files.every((file) => isOfOrders(file) || file.joined?.role === "customers");
}

/** On how many orders that two tables have in common their amounts agree, to a hundredth. */
export interface AmountAgreement {
  readonly orders: number;
  readonly agreeing: number;
}

/** What `--join` says: a file, its key, and what the orders call that, where they name it otherwise. */
export interface JoinOption {
  readonly file: string;
  readonly key: string | undefined;
  readonly ordersKey: string | undefined;
}

/** A key as tables are joined by it: e-mail addresses without case, whole numbers without the `.0` of a data frame. */
export function joinKey(text: string): string {
  if (text.includes("@")) return text.toLowerCase();
  return WHOLE_WITH_POINT.test(text) ? text.slice(0, -2) : text;
}

const WHOLE_WITH_POINT = /^\d+\.0$/;
