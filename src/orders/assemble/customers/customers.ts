/*
 * Customers of rows: one code for each customer, and the rows of those who are to be left out.
 */
import { formsOf, namedForm } from "../../../basics/addresses/named-customers.ts";
import { compareCodeUnits } from "../../../basics/text/compare-code-units.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { SeenAddresses } from "../../order-table.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowTable } from "../../rows/row-table.ts";
import { excludedCustomers } from "./excluded-customers.ts";

/** Whole-number ids that a data frame turned into `17850.0` lose the `.0` again, in the files given. */
export function stripPointZero(rows: RowColumns, table: RowTable, isAffected: (file: number) => boolean): void {
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer < 0 || !isAffected(rows.file[row] as number)) continue;
    const id = table.customers.texts[customer] as string;
    if (/^\d+\.0$/.test(id)) rows.customer[row] = table.customers.code(id.slice(0, -2));
  }
}

/** Gives refund rows without a customer the customer of the sale that they refer to. */
export function findRefundedCustomers(rows: RowColumns, table: RowTable): void {
  const customerOf = new Int32Array(table.references.length).fill(-1);
  for (let row = 0; row < rows.length; row += 1) {
    const reference = (rows.reference[row] as number) - 1; // held as code + 1
    if (reference >= 0 && (rows.customer[row] as number) >= 0) customerOf[reference] = rows.customer[row] as number;
  }
  for (let row = 0; row < rows.length; row += 1) {
    const refersTo = (rows.refersTo[row] as number) - 1;
    if (refersTo >= 0 && (rows.customer[row] as number) < 0) rows.customer[row] = customerOf[refersTo] as number;
  }
}

const FILTERED = reasonCode("filtered");

/** What a list of customers to leave out did. */
export interface LeftOut {
  /** Customers whose rows were set aside. */
  readonly customers: number;
  /** Different entries of the list, and those of them that are a customer's id or address in the exports. */
  readonly entries: number;
  readonly entriesMet: number;
}

/** Sets aside the rows of customers who are to be left out: by any of their keys, or any address that stood in a row of theirs. */
export function setAsideCustomers(
  rows: RowColumns,
  table: RowTable,
  {
    entries,
    joinedTo,
    seen = NOTHING_SEEN,
  }: {
    readonly entries: ReadonlySet<string>;
    readonly joinedTo: Int32Array | null;
    readonly seen: SeenAddresses | undefined;
  },
): LeftOut {
  const names = new Set([...entries].map(namedForm));
  const found = new Set<string>();
  const isNamed = (text: string): boolean => {
    const forms = formsOf(text).filter((form) => names.has(form));
    for (const form of forms) found.add(form);
    return forms.length > 0;
  };
  const excluded = excludedCustomers({ keys: table.customers.texts, joinedTo, seen }, isNamed);
  const met = new Set<number>();
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer < 0 || excluded[customer] !== 1) continue;
    met.add(customer);
    if (rows.reason[row] === 0) rows.reason[row] = FILTERED;
  }
  return { customers: met.size, entries: names.size, entriesMet: found.size };
}

const NOTHING_SEEN: SeenAddresses = { customer: new Int32Array(0), text: new Int32Array(0), texts: [] };

/** What joining ids and e-mail addresses did. */
export interface LinkedCustomers {
  /** Customers that were known by more than one key. */
  readonly groups: number;
  /** Those with more than two keys, and the most keys that one has. */
  readonly largeGroups: number;
  readonly largest: number;
  /** For the code of each key, the code of the one that stayed. */
  readonly joinedTo: Int32Array;
}

/**
 * Joins customers whose id and e-mail address stand in one row, and theirs, into one (connected components); the key that
 * stays is the smallest by code unit.
 */
export function linkCustomers(
  rows: RowColumns,
  table: RowTable,
  pairs: readonly (readonly [string, string])[],
): LinkedCustomers {
  const links = pairs.map(([id, email]) => [table.customers.code(id), table.customers.code(email)] as const);
  const keys = table.customers.texts;
  const parent = Int32Array.from(keys, (_, code) => code);
  const find = (code: number): number => {
    let root = code;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = code; parent[at] !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const [a, b] of links) {
    const [left, right] = [find(a), find(b)];
    if (left === right) continue;
    const smaller = compareCodeUnits(keys[left] as string, keys[right] as string) < 0 ? left : right;
    parent[smaller === left ? right : left] = smaller;
  }
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer >= 0) rows.customer[row] = find(customer);
  }
  const sizes = new Map<number, number>();
  for (let code = 0; code < keys.length; code += 1) sizes.set(find(code), (sizes.get(find(code)) ?? 0) + 1);
  const groups = [...sizes.values()].filter((size) => size > 1);
  return {
    groups: groups.length,
    largeGroups: groups.filter((size) => size > 2).length,
    largest: groups.reduce((most, size) => Math.max(most, size), 0),
    joinedTo: Int32Array.from(keys, (_, code) => find(code)),
  };
}
