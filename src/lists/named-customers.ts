import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import type { OrderTable } from "../orders/order-table.ts";
import { audienceOf } from "./audience.ts";
import { type ConsentCondition, refuseNoConsent } from "./consent.ts";
import { type DoNotContact, findExcluded } from "./exclusions.ts";
import { mayBeContacted } from "./permission.ts";

/** What can be said of who a customer is. */
export const NAMED_FIELDS = ["name", "email", "consent"] as const;
export type NamedField = (typeof NAMED_FIELDS)[number];

/** Why names are left out: the customer is on a do-not-contact list, has not consented, or one of the two. */
export type Withheld = "listed" | "no consent" | "either";

/** Scored customers with their names and addresses, for a result that shows whole people. */
export interface NamedCustomers {
  /** The fields that at least one customer has. */
  readonly fields: readonly NamedField[];
  /** A field of a scored customer, by the customer's row; `null` where the exports do not say, or the customer is withheld. */
  readonly field: (name: NamedField, row: number) => string | null;
  /** Customers with a name or an address. */
  readonly named: number;
  /** Customers whose name and address are left out: who is not to be contacted, or has not consented. */
  readonly withheld: number;
  /** Why any of them could be. */
  readonly withheldFor: Withheld;
  /** Whether anything was asked about consent. */
  readonly asksConsent: boolean;
}

export interface NamingRules {
  readonly exclude: DoNotContact;
  /** Columns that must say yes; everybody may be named where there are none. */
  readonly consent: readonly ConsentCondition[];
}

/**
 * Names the scored customers as lists do: by their newest purchase, tidied, without those whom a do-not-contact list means
 * and those who have not consented. What the platform says of consent stays with everybody.
 *
 * @throws InputError where nobody has consented
 */
export function namedCustomers(
  segmented: SegmentedCustomers,
  orders: OrderTable,
  { exclude, consent }: NamingRules,
): NamedCustomers {
  const audience = audienceOf(segmented, orders, { defaultCountry: "" });
  refuseNoConsent(audience, consent);
  const isNameable = mayBeContacted(audience, findExcluded(orders, exclude), consent);
  const { length } = segmented.customers;
  const texts: Readonly<Record<NamedField, (string | null)[]>> = { name: [], email: [], consent: [] };
  let [named, withheld] = [0, 0];
  for (let row = 0; row < length; row += 1) {
    const { firstName, lastName, email, consent: answer } = audience.person(row);
    const isOut = !isNameable(row);
    const name = `${firstName} ${lastName}`.trim();
    if (isOut) withheld += 1;
    else if (name !== "" || email !== "") named += 1;
    texts.name.push(isOut || name === "" ? null : name);
    texts.email.push(isOut || email === "" ? null : email);
    texts.consent.push(answer === "" ? null : answer);
  }
  return {
    fields: NAMED_FIELDS.filter((field) => texts[field].some((text) => text !== null)),
    field: (field, row) => texts[field][row] ?? null,
    named,
    withheld,
    withheldFor: consent.length === 0 ? "listed" : isNobody(exclude) ? "no consent" : "either",
    asksConsent: consent.length > 0,
  };
}

function isNobody({ keys, hashes }: DoNotContact): boolean {
  return keys.size + hashes.size === 0;
}
