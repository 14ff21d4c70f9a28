import { addressesIn } from "../../../basics/addresses/email-address.ts";
import { formsOf, namedForm } from "../../../basics/addresses/named-customers.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { SeenAddresses } from "../../order-table.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowTable } from "../../rows/row-table.ts";
import { JoinedGroups } from "./joined-groups.ts";

/** Everybody who might be named: their keys, and which addresses stood beside them in any row. */
export interface NameableCustomers {
  readonly keys: readonly string[];
  /** For each key the one that it was joined to; `null` where none were joined. */
  readonly joinedTo: Int32Array | null;
  readonly seen: SeenAddresses;
}

/**
 * 1 for every customer who is meant: by one of their keys, or by an address that stood in any row of theirs, whatever became
 * of that row. Whoever shares an address with somebody who is meant is meant as well, and so on: it is the address that gets
 * the message.
 *
 * @param isNamed whether a key or an address is on the list
 */
export function excludedCustomers(
  { keys, joinedTo, seen }: NameableCustomers,
  isNamed: (text: string) => boolean,
): Uint8Array {
  const groups = new JoinedGroups(keys.length);
  const ownerOf = new Map<string, number>();
  const share = (customer: number, addresses: readonly string[]): void => {
    for (const address of addresses) {
      const owner = ownerOf.get(address);
      if (owner === undefined) ownerOf.set(address, customer);
      else groups.join(owner, customer);
    }
  };
  const named: number[] = [];
  for (const [key, text] of keys.entries()) {
    const customer = joinedTo?.[key] ?? key;
    groups.join(key, customer);
    share(customer, addressesIn(text));
    if (isNamed(text)) named.push(customer);
  }
  const addresses = seen.texts.map((text) => addressesIn(text));
  const areNamed = seen.texts.map(isNamed);
  for (const [pair, customer] of seen.customer.entries()) {
    const text = seen.text[pair] as number;
    share(customer, addresses[text] ?? []);
    if (areNamed[text] === true) named.push(customer);
  }
  const namedGroups = new Set(named.map((customer) => groups.of(customer)));
  return Uint8Array.from(keys, (_, key) => (namedGroups.has(groups.of(key)) ? 1 : 0));
}

export const FILTERED = reasonCode("filtered");

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
