import type { OrderTable } from "../orders/order-table.ts";
import { normaliseEmail } from "./email-address.ts";
import { sha256 } from "./salted-id.ts";

/** Who is not to be contacted. */
export interface DoNotContact {
  /** E-mail addresses in lower case, and customer ids. */
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
 * address that any of their orders carries, so that an old address excludes its owner, too. Whoever shares an address with
 * somebody excluded is excluded as well: the address is what gets the message.
 */
export function findExcluded(orders: OrderTable, entries: DoNotContact): Exclusions {
  const isExcluded = new Uint8Array(orders.customerKeys.length);
  if (entries.keys.size + entries.hashes.size === 0) return { isExcluded, entriesMet: 0 };
  const met = new Set<string>();
  const entryFor = matcher(entries);
  const meets = (text: string): boolean => {
    const entry = entryFor(text);
    if (entry !== null) met.add(entry);
    return entry !== null;
  };
  markByText(orders, isExcluded, meets);
  const addresses = addressesOf(orders, isExcluded);
  if (addresses.size > 0) markByText(orders, isExcluded, (text) => addresses.has(normaliseEmail(text)));
  return { isExcluded, entriesMet: met.size };
}

/** Marks the customers with an id or address that a test holds for. */
function markByText(orders: OrderTable, marks: Uint8Array, test: (text: string) => boolean): void {
  for (const [key, text] of orders.customerKeys.entries()) {
    if (test(text)) marks[orders.joinedTo?.[key] ?? key] = 1;
  }
  for (const { field, values, codes } of orders.contacts ?? []) {
    if (field !== "email") continue;
    const isMeant = values.map(test);
    for (let entry = 0; entry < orders.length; entry += 1) {
      if (isMeant[codes[entry] as number] === true) marks[orders.customer[entry] as number] = 1;
    }
  }
}

/** Every address of the customers who are marked. */
function addressesOf(orders: OrderTable, marks: Uint8Array): ReadonlySet<string> {
  const addresses = new Set<string>();
  const add = (text: string): void => {
    const email = normaliseEmail(text);
    if (email !== "") addresses.add(email);
  };
  for (const [key, text] of orders.customerKeys.entries()) {
    if (marks[orders.joinedTo?.[key] ?? key] === 1) add(text);
  }
  for (const { field, values, codes } of orders.contacts ?? []) {
    if (field !== "email") continue;
    const used = new Set<number>();
    for (let entry = 0; entry < orders.length; entry += 1) {
      if (marks[orders.customer[entry] as number] === 1) used.add(codes[entry] as number);
    }
    for (const code of used) add(values[code] ?? "");
  }
  return addresses;
}

/** What finds the entry that means an id or an address; hashes are made only where the list has some. */
function matcher({ keys, hashes }: DoNotContact): (text: string) => string | null {
  return (text) => {
    const email = normaliseEmail(text);
    const forms = [text, text.toLowerCase(), email, ...pointZeroForms(text)];
    const key = forms.find((form) => form !== "" && keys.has(form));
    if (key !== undefined || hashes.size === 0 || !text.includes("@")) return key ?? null;
    const hash = sha256(email || text.trim().toLowerCase());
    return hashes.has(hash) ? hash : null;
  };
}

/** A data frame writes the id 17850 as 17850.0. */
function pointZeroForms(id: string): readonly string[] {
  if (/^\d+$/.test(id)) return [`${id}.0`];
  return /^\d+\.0$/.test(id) ? [id.slice(0, -2)] : [];
}
