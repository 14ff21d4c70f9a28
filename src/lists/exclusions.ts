import { normaliseEmail } from "../basics/addresses/email-address.ts";
import { formsOf } from "../basics/addresses/named-customers.ts";
import { excludedCustomers } from "../orders/assemble/customers/excluded-customers.ts";
import type { OrderTable, SeenAddresses } from "../orders/order-table.ts";
import { sha256 } from "./salted-id.ts";

/** Who is not to be contacted. */
export interface DoNotContact {
  /** E-mail addresses in their one form, and customer ids in lower case. */
  readonly keys: ReadonlySet<string>;
  /** SHA-256 of e-mail addresses, lower-case hexadecimal. */
  readonly hashes: ReadonlySet<string>;
}

/** Whom a do-not-contact list means, and how many of its entries were met. */
export interface Exclusions {
  /** 1 for every customer key that is excluded. */
  readonly isExcluded: Uint8Array;
  readonly entriesMet: number;
}

/**
 * Finds the customers of a do-not-contact list: by their id, by an id or address that was joined to theirs, and by every
 * address that stood in any row of theirs, so that an old address excludes its owner, too.
 */
export function findExcluded(orders: OrderTable, entries: DoNotContact): Exclusions {
  if (entries.keys.size + entries.hashes.size === 0) {
    return { isExcluded: new Uint8Array(orders.customerKeys.length), entriesMet: 0 };
  }
  const met = new Set<string>();
  const isNamed = (text: string): boolean => {
    const found = entriesFor(text, entries);
    for (const entry of found) met.add(entry);
    return found.length > 0;
  };
  const people = { keys: orders.customerKeys, joinedTo: orders.joinedTo ?? null, seen: seenIn(orders) };
  return { isExcluded: excludedCustomers(people, isNamed), entriesMet: met.size };
}

/** The entries that mean an id or an address; hashes are made only where the list has some. */
function entriesFor(text: string, { keys, hashes }: DoNotContact): readonly string[] {
  const named = formsOf(text).filter((form) => keys.has(form));
  if (hashes.size === 0) return named;
  return [
    ...named,
    ...writtenForms(text)
      .map(sha256)
      .filter((hash) => hashes.has(hash)),
  ];
}

/** The forms of an address that a tool may have made the hash of: its one form, and as it is written, in lower case. */
export function writtenForms(text: string): readonly string[] {
  const lower = text.normalize("NFC").replace(/\s+/g, "").toLowerCase();
  if (!lower.includes("@") && normaliseEmail(text) === "") return [];
  return [...new Set([...formsOf(text), lower, text.trim()])];
}

/** The addresses beside each customer; where the reader did not note them, those of the orders that count. */
export function seenIn(orders: OrderTable): SeenAddresses {
  if (orders.seen !== undefined) return orders.seen;
  const [customer, text, texts]: [number[], number[], string[]] = [[], [], []];
  for (const { field, values, codes } of orders.contacts ?? []) {
    if (field !== "email") continue;
    const first = texts.length;
    texts.push(...values);
    for (let entry = 0; entry < orders.length; entry += 1) {
      const code = codes[entry] as number;
      if (code < 0) continue;
      customer.push(orders.customer[entry] as number);
      text.push(first + code);
    }
  }
  return { customer: Int32Array.from(customer), text: Int32Array.from(text), texts };
}
