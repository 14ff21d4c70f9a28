import { formatAmount } from "../basics/money/amount.ts";
import type { Person } from "./person.ts";
import { withoutTitle } from "./person-name.ts";
import { sha256 } from "./salted-id.ts";

/** How advertising tools want what they match people by: normalised their way, and hashed. "" stays "". */
export const GOOGLE = {
  email: ({ email }: Person) => sha256(email),
  phone: ({ phone }: Person) => sha256(phone),
  firstName: (person: Person) => whole(person, sha256(googleName(withoutTitle(person.firstName)))),
  lastName: (person: Person) => whole(person, sha256(googleName(person.lastName))),
  country: (person: Person) => whole(person, person.countryCode),
  zip: (person: Person) => whole(person, person.zip),
};

/** Meta hashes country and zip, too. */
export const META = {
  email: ({ email }: Person) => sha256(email),
  phone: ({ phone }: Person) => sha256(phone.replace(/\D+/g, "").replace(/^0+/, "")),
  firstName: ({ firstName }: Person) => sha256(plainLetters(withoutTitle(firstName))),
  lastName: ({ lastName }: Person) => sha256(plainLetters(lastName)),
  city: ({ city }: Person) => sha256(plainLetters(city).replaceAll(" ", "")),
  zip: ({ zip, countryCode }: Person) => sha256(metaZip(zip, countryCode)),
  country: ({ countryCode }: Person) => sha256(countryCode.toLowerCase()),
  /** Money in proportion to what a customer is worth, never below 0. */
  value: ({ spend }: Person) => (spend === null ? "" : formatAmount(Math.max(0, spend))),
};

/** Google matches an address by all four of its parts: an incomplete one is left out. */
export function hasWholeAddress({ firstName, lastName, countryCode, zip }: Person): boolean {
  return firstName !== "" && lastName !== "" && countryCode !== "" && zip !== "";
}

function whole(person: Person, value: string): string {
  return hasWholeAddress(person) ? value : "";
}

/** A name in lower case without blanks; accents stay. */
function googleName(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, "");
}

/** Text in lower case without punctuation; letters of every script stay. */
function plainLetters(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const UK_POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/;

/** A zip in lower case without blanks; of American ones the first five digits, of British ones area, district and sector. */
function metaZip(zip: string, country: string): string {
  const plain = zip.normalize("NFC").toLowerCase().replace(/\s+/g, "");
  if (country === "US") return plain.slice(0, 5);
  return country === "GB" && UK_POSTCODE.test(plain) ? plain.slice(0, -2) : plain;
}
