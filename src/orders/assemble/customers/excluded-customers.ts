import { addressesIn } from "../../../basics/addresses/email-address.ts";
import type { SeenAddresses } from "../../order-table.ts";

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
  const groups = new Groups(keys.length);
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

/** Numbers that belong together, in groups that are joined. */
class Groups {
  private readonly parent: Int32Array;

  constructor(length: number) {
    this.parent = Int32Array.from({ length }, (_, index) => index);
  }

  of(member: number): number {
    const { parent } = this;
    let root = member;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = member; parent[at] !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.parent[this.of(a)] = this.of(b);
  }
}
