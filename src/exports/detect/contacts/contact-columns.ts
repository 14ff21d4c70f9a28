/*
 * Contacts: the columns that say who a buyer is and whether they may be written to.
 */
import type { Preset, PresetContact } from "../../platforms/preset.ts";
import { columnOf, type FileHeader, missingFromAll, namedColumn, namedColumnOfTable } from "../header/named-columns.ts";
import { nameKeys, normaliseName } from "../names/name-form.ts";
import type { ContactField } from "./contact-field.ts";
import { genericContact } from "./contact-names.ts";

/** The contact fields that an option can name. */
export const NAMED_CONTACT_FIELDS = [
  "email",
  "phone",
  "firstName",
  "lastName",
  "fullName",
  "country",
  "city",
  "zip",
] as const satisfies readonly ContactField[];
export type NamedContactField = (typeof NAMED_CONTACT_FIELDS)[number];

/** Columns that the user named; of several names each file has its own. */
export type ContactOptions = Partial<Readonly<Record<NamedContactField, readonly string[] | undefined>>> & {
  /** Columns that must say yes. */
  readonly conditions?: readonly string[] | undefined;
  /** Only addresses are wanted, to find people by. */
  readonly addressesOnly?: boolean | undefined;
  /** Only what is known to record consent is wanted; with `addressesOnly` both are. */
  readonly consentOnly?: boolean | undefined;
};

/** One contact column: what it holds, and which columns it belongs together with. */
export interface ContactSlot {
  readonly field: ContactField;
  readonly set: number;
  /** What messages and conditions call it. */
  readonly name: string;
}

/** Which contact columns the files have together, and where each stands in each file; `null` where a file has it not. */
export interface ContactPlan {
  readonly slots: readonly ContactSlot[];
  readonly columns: readonly (readonly (number | null)[])[];
}

interface FoundColumn {
  readonly field: ContactField;
  readonly set: number;
  readonly column: number;
}

/** A file as far as contact columns are concerned. */
export interface ContactFile extends FileHeader {
  readonly preset: Preset | null;
  /** Whether its rows are orders; of tables that belong together, a place alone such as `#5` means theirs. */
  readonly isOrders?: boolean;
  /** Columns that a customer's key is taken from where better ones are blank. */
  readonly otherKeys?: readonly number[];
}

/**
 * Finds the columns that say who the buyers are: as the user named them, as the platform calls them, or by their names.
 *
 * @throws MissingColumnError when no file has a column that the user named
 */
export function planContacts(files: readonly ContactFile[], options: ContactOptions): ContactPlan {
  const found = files.map((file) => columnsOf(file, options));
  refuseUnknown(files, options);
  const slotOf = ({ field, set }: FoundColumn): ContactSlot => {
    const name = field === "condition" ? (options.conditions?.[set] ?? "") : `${field} ${set}`;
    return { field, set, name };
  };
  const slots = [...new Map(found.flat().map((column) => [`${column.field} ${column.set}`, slotOf(column)])).values()];
  const at = (columns: readonly FoundColumn[], slot: ContactSlot): number | null =>
    columns.find(({ field, set }) => field === slot.field && set === slot.set)?.column ?? null;
  return { slots, columns: found.map((columns) => slots.map((slot) => at(columns, slot))) };
}

function columnsOf(file: ContactFile, options: ContactOptions): readonly FoundColumn[] {
  const { header, preset, isOrders = true } = file;
  const find = (name: string): number | null => namedColumnOfTable(header, name, { isOrders });
  const known =
    preset === null
      ? knownColumns(genericContact(), byNormalName(header))
      : knownColumns(preset.contact ?? {}, (names) => columnOf(header, names));
  const named = NAMED_CONTACT_FIELDS.flatMap((field) => contactNamed(find, field, options[field]));
  const isNamed = (field: ContactField): boolean => named.some((column) => column.field === field);
  const conditions = (options.conditions ?? []).flatMap((name, set): FoundColumn[] => {
    const column = find(name);
    return column === null ? [] : [{ field: "condition", set, column }];
  });
  const { addressesOnly = false, consentOnly = false } = options;
  const isWanted = (field: ContactField): boolean =>
    addressesOnly || consentOnly ? (addressesOnly && field === "email") || (consentOnly && field === "consent") : true;
  const found = [...named, ...known.filter(({ field }) => !isNamed(field)), ...conditions].filter(({ field }) =>
    isWanted(field),
  );
  return isWanted("email") ? [...found, ...otherEmails(file, found)] : found;
}

/** Names of columns that hold an address, in the languages that exports come in. */
const EMAIL_NAME = /(?:^| )(?:e ?mails?|mail|sahkoposti\S*|e post\S*|epost\S*|courriels?|correo)(?: |$)|e ?mail/;

/** Every other column that may hold an address of the customer. */
function otherEmails({ header, otherKeys = [] }: ContactFile, found: readonly FoundColumn[]): readonly FoundColumn[] {
  const taken = new Set(found.filter(({ field }) => field === "email").map(({ column }) => column));
  const columns = header.flatMap((name, column) => (EMAIL_NAME.test(normaliseName(name)) ? [column] : []));
  const others = [...new Set([...columns, ...otherKeys])].filter((column) => !taken.has(column));
  return others.map((column, set) => ({ field: "otherEmail", set, column }));
}

/** A column that an option names, in the first set. */
function contactNamed(
  find: (name: string) => number | null,
  field: NamedContactField,
  names: readonly string[] | undefined,
): readonly FoundColumn[] {
  const column = names === undefined ? null : (names.map(find).find((found) => found !== null) ?? null);
  return column === null ? [] : [{ field, set: 0, column }];
}

type Find = (names: readonly string[]) => number | null;

function byNormalName(header: readonly string[]): Find {
  const keys = header.map(nameKeys);
  return (names) => {
    for (const name of names) {
      const known = nameKeys(name);
      const column = keys.findIndex((own) => own.some((key) => known.includes(key)));
      if (column >= 0) return column;
    }
    return null;
  };
}

function knownColumns(contact: PresetContact, find: Find): readonly FoundColumn[] {
  const at = (field: ContactField, set: number, names: readonly string[] | undefined): readonly FoundColumn[] => {
    const column = names === undefined ? null : find(names);
    return column === null ? [] : [{ field, set, column }];
  };
  return [
    ...inOrder((contact.email ?? []).flatMap((names) => at("email", 0, names))),
    ...inOrder((contact.phone ?? []).flatMap((names) => at("phone", 0, names))),
    ...(contact.name ?? []).flatMap(({ first, last, full }, set) => [
      ...at("firstName", set, first),
      ...at("lastName", set, last),
      ...at("fullName", set, full),
    ]),
    ...(contact.address ?? []).flatMap(({ country, city, zip }, set) => [
      ...at("country", set, country),
      ...at("city", set, city),
      ...at("zip", set, zip),
    ]),
    ...at("consent", 0, contact.consent),
  ];
}

/** Columns of which the first that is filled counts: each is a set of its own. */
function inOrder(columns: readonly FoundColumn[]): readonly FoundColumn[] {
  return columns.map((column, set) => ({ ...column, set }));
}

/** How the options are written that name contact columns. */
const FLAGS: Readonly<Record<NamedContactField, string>> = {
  email: "--email",
  phone: "--phone",
  firstName: "--first-name",
  lastName: "--last-name",
  fullName: "--full-name",
  country: "--country",
  city: "--city",
  zip: "--zip",
};

/** Every column that the user named must be in some file. */
function refuseUnknown(files: readonly ContactFile[], options: ContactOptions): void {
  if (files.length === 0) return;
  const check = (name: string, flag: string): void => {
    if (files.some(({ header }) => namedColumn(header, name) !== null)) return;
    throw missingFromAll(files, name, flag);
  };
  for (const field of NAMED_CONTACT_FIELDS) for (const name of options[field] ?? []) check(name, FLAGS[field]);
  for (const name of options.conditions ?? []) check(name, "--consent");
}
