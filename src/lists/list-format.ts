import { formatDay } from "../basics/calendar/days.ts";
import { formatAmount } from "../basics/money/amount.ts";
import { GOOGLE, hasWholeAddress, META } from "./match-values.ts";
import type { Person } from "./person.ts";

/** Everything that a cell of a list can hold, by name: the formats name it, this says what it is. */
const FIELDS = {
  id: ({ id }: Person) => id,
  email: ({ email }: Person) => email,
  phone: ({ phone }: Person) => phone,
  firstName: ({ firstName }: Person) => firstName,
  lastName: ({ lastName }: Person) => lastName,
  country: ({ country }: Person) => country,
  city: ({ city }: Person) => city,
  zip: ({ zip }: Person) => zip,
  consent: ({ consent }: Person) => consent,
  segment: ({ segment }: Person) => segment ?? "",
  /** A tag may hold no comma: it would be two. */
  tag: ({ segment, loyalty }: Person) => {
    const tag = `RFM ${(segment ?? "outside window").replaceAll(",", "")}`;
    const level = loyalty?.level.replaceAll(",", "") ?? "";
    return level === "" ? tag : `${tag},Level ${level}`;
  },
  loyaltyLevel: ({ loyalty }: Person) => loyalty?.level ?? "",
  loyaltyRole: ({ loyalty }: Person) => loyalty?.role ?? "",
  loyaltyPoints: ({ loyalty }: Person) => loyalty?.points ?? "",
  missingForNext: ({ loyalty }: Person) => loyalty?.missing ?? "",
  cell: ({ cell }: Person) => cell ?? "",
  recencyScore: ({ recencyScore }: Person) => String(recencyScore ?? ""),
  frequencyScore: ({ frequencyScore }: Person) => String(frequencyScore ?? ""),
  monetaryScore: ({ monetaryScore }: Person) => String(monetaryScore ?? ""),
  firstOrder: ({ firstOrder }: Person) => (firstOrder === null ? "" : formatDay(firstOrder)),
  lastOrder: ({ lastOrder }: Person) => formatDay(lastOrder),
  /** Noon in UTC is the same civil day from Hawaii to Auckland. */
  lastOrderAtNoon: ({ lastOrder }: Person) => `${formatDay(lastOrder)} 12:00:00`,
  recencyDays: ({ recencyDays }: Person) => String(recencyDays),
  frequency: ({ frequency }: Person) => String(frequency),
  spend: ({ spend }: Person) => (spend === null ? "" : formatAmount(spend)),
  reason: ({ reason }: Person) => reason ?? "",
  googleEmail: GOOGLE.email,
  googlePhone: GOOGLE.phone,
  googleFirstName: GOOGLE.firstName,
  googleLastName: GOOGLE.lastName,
  googleCountry: GOOGLE.country,
  googleZip: GOOGLE.zip,
  metaEmail: META.email,
  metaPhone: META.phone,
  metaFirstName: META.firstName,
  metaLastName: META.lastName,
  metaCity: META.city,
  metaZip: META.zip,
  metaCountry: META.country,
  metaValue: META.value,
} as const satisfies Readonly<Record<string, (person: Person) => string>>;

export type ListField = keyof typeof FIELDS;

/** The fields that say who somebody is; the plain CSV leaves them out where ids are hashed. */
export const CONTACT_FIELDS: ReadonlySet<ListField> = new Set([
  "email",
  "phone",
  "firstName",
  "lastName",
  "country",
  "city",
  "zip",
  "consent",
]);

/** How a tool tells people apart: `nothing` takes every customer, `match` anybody whom it could find. */
export type ListNeed = "nothing" | "email" | "email or phone" | "match";

/** A tool's import format, as data. */
export interface ListFormat {
  /** The name for `--for`. */
  readonly name: string;
  /** What people call the tool. */
  readonly title: string;
  readonly needs: ListNeed;
  /** Whether the part before the @ must be plain ASCII. */
  readonly asciiEmail?: true;
  /** The most bytes that a cell may hold. */
  readonly longestCell?: number;
  /** The header, exactly as the tool wants it, and what stands below it. */
  readonly columns: readonly (readonly [header: string, field: ListField])[];
  /** The least people that the tool finds others like, in the whole list or from one country; left out where it does not. */
  readonly leastSeed?: { readonly people: number; readonly per: "list" | "country" };
  /** How the tool writes the name of a property of its own (“Reason”, “Points to next level”); left out where it takes none. */
  readonly property?: (name: string) => string;
  /** The header of the role that a level has in WooCommerce; left out for tools without users of a shop. */
  readonly role?: string;
}

/** A property that only some runs write: its name, and what stands below it. */
export type ExtraColumn = readonly [name: string, field: ListField];

/** A format with further properties behind its columns, each named the tool's way; unchanged where the tool takes none. */
export function withExtraColumns(format: ListFormat, extra: readonly ExtraColumn[]): ListFormat {
  const { property } = format;
  if (property === undefined || extra.length === 0) return format;
  return { ...format, columns: [...format.columns, ...extra.map(([name, field]) => [property(name), field] as const)] };
}

/** Enough of UTF-8 to be whole. */
const UTF8 = new TextEncoder();

/** A person's row in a format. */
export function listRow(person: Person, { columns, longestCell }: ListFormat): readonly string[] {
  return columns.map(([, field]) => {
    const text = FIELDS[field](person);
    return longestCell === undefined ? text : cutToBytes(text, longestCell);
  });
}

/** The longest beginning of a text that fits, in whole characters. */
function cutToBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes || UTF8.encode(text).length <= bytes) return text;
  let [kept, length] = ["", 0];
  for (const character of text) {
    length += UTF8.encode(character).length;
    if (length > bytes) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** What a tool tells a person apart by; "" where it cannot take them. Two people with the same one are one to the tool. */
export function identityIn(person: Person, { needs, asciiEmail }: ListFormat): string {
  const email = asciiEmail === true && !/^[\x21-\x7e]+@/.test(person.email) ? "" : person.email;
  switch (needs) {
    case "nothing":
      return person.id;
    case "email":
      return email;
    case "email or phone":
      return email || person.phone;
    case "match":
      return email || person.phone || addressOf(person);
  }
}

function addressOf(person: Person): string {
  const { firstName, lastName, countryCode, zip } = person;
  return hasWholeAddress(person) ? `${firstName} ${lastName} ${countryCode} ${zip}`.toLowerCase() : "";
}
