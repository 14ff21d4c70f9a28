import type { Contact } from "../analysis/customers/contacts.ts";
import { countryCode } from "./country-code.ts";
import { splitName } from "./person-name.ts";
import { normalisePhone } from "./phone-number.ts";
import { shownAnswer } from "./shown-answer.ts";
import { writableAddress } from "./writable-address.ts";

/** Who a person is, tidied for tools; "" where it is not known. */
export interface TidyContact {
  /** Lower case. */
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly firstName: string;
  readonly lastName: string;
  /** ISO 3166-1 code in capitals; as written where it is no country that is known. */
  readonly country: string;
  /** The code alone. */
  readonly countryCode: string;
  readonly city: string;
  readonly zip: string;
  readonly consent: string;
}

/** One customer as a list has them. Missing is `null`: a customer outside the window has no segment and no scores. */
export interface Person extends TidyContact {
  readonly id: string;
  readonly segment: string | null;
  readonly cell: string | null;
  readonly recencyScore: number | null;
  readonly frequencyScore: number | null;
  readonly monetaryScore: number | null;
  /** Civil day numbers; the first may not be known. */
  readonly firstOrder: number | null;
  readonly lastOrder: number;
  readonly recencyDays: number;
  readonly frequency: number;
  /** Net spend, whole 1/10,000 of a currency unit; may be ≤ 0. `null` where there is no money. */
  readonly spend: number | null;
  /** Why they are on the list, where a list gives each person a reason. */
  readonly reason?: string;
  /** Where they stand in a loyalty plan, where lists are made with one; `null` for people who are not members. */
  readonly loyalty?: LoyaltyFields | null;
}

/** What lists say of a member of a loyalty plan; "" where there is nothing to say. */
export interface LoyaltyFields {
  readonly level: string;
  /** The user role of the level in the shop. */
  readonly role: string;
  /** Points or stamps. */
  readonly points: string;
  /** What is missing to the next level: money, points or orders, as the plan's levels are reached. */
  readonly missing: string;
}

/** Text as a cell of a list has it: on one line, without quotes that an exporter put around it. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();
}

/**
 * A contact as tools want it.
 *
 * @param id the customer's id, which is the address where the purchase names none and the id is one
 * @param defaultCountry ISO code for people whose purchase names no country; ""
 */
export function tidyContact(
  contact: Contact,
  { id, defaultCountry }: { id: string; defaultCountry: string },
): TidyContact {
  const written = tidy(contact.country);
  const code = written === "" ? defaultCountry : countryCode(written);
  const isSplit = contact.firstName !== "" || contact.lastName !== "";
  const name = isSplit
    ? { first: tidy(contact.firstName), last: tidy(contact.lastName) }
    : splitName(tidy(contact.fullName));
  return {
    email: emailOf(contact, id),
    phone: normalisePhone(tidy(contact.phone), code),
    firstName: name.first,
    lastName: name.last,
    country: code === "" ? written : code,
    countryCode: code,
    city: tidy(contact.city),
    zip: tidy(contact.zip),
    consent: tidy(shownAnswer(contact.consent)),
  };
}

/** The address of a customer: their newest purchase's, or their id where that is an address. */
export function emailOf(contact: Contact, id: string): string {
  return writableAddress(contact.email) || writableAddress(id);
}
