import { isMeantAsAddress, normaliseEmail } from "../../basics/addresses/email-address.ts";
import { namedForm } from "../../basics/addresses/named-customers.ts";
import { maskPersonal } from "../../basics/text/mask-personal.ts";
import type { CellRecord } from "../../csv/parse-cells.ts";
import { InputError, MissingColumnError } from "../../errors.ts";
import { genericContact } from "../detect/contacts/contact-names.ts";
import { COLUMN_NAMES, DOUBTFUL_NAMES } from "../detect/names/column-names.ts";
import { isOneOf, names } from "../detect/names/name-form.ts";
import { readCellRecords } from "./side-files.ts";

/** What a do-not-contact list says: who is in it, and how many of its rows name nobody. */
export interface DoNotContactFile {
  /** E-mail addresses in their one form, and customer ids without case. */
  readonly keys: ReadonlySet<string>;
  /** SHA-256 of e-mail addresses, lower-case hexadecimal. */
  readonly hashes: ReadonlySet<string>;
  readonly blankRows: number;
}

const isEmailName = isOneOf(() => [
  ...COLUMN_NAMES.email,
  ...names("hashed email,email hash,email sha256,sha256 email,email address sha256,sha256,hash"),
]);
const isIdName = isOneOf(() => [...COLUMN_NAMES.customer, ...DOUBTFUL_NAMES.customer, "id", "rfm customer id"]);

/** Names of columns that people are told apart by in other ways. */
const isKnownContact = isOneOf(() => [
  ...[genericContact().phone, genericContact().name.flatMap(({ first, last, full }) => [first, last, full])].flat(2),
  ...genericContact()
    .address.flatMap(({ country, city, zip }) => [country, city, zip])
    .flat(),
]);

/** A SHA-256 in hexadecimal. */
export const SHA256 = /^[0-9a-f]{64}$/i;

/**
 * Reads a list of people who are not to be contacted: the columns named as e-mail addresses (plain or as SHA-256) and
 * customer ids, or a file without a header. An entry that should be an address and is none stops the run: whom it means
 * would be contacted otherwise.
 *
 * @throws MissingColumnError where no column is known; InputError for an entry that is no address, and an empty file
 */
export async function readDoNotContact(path: string, name: string): Promise<DoNotContactFile> {
  const records = await readCellRecords(path, name);
  if (records.length === 0) {
    throw new InputError(`${name}: the file has no entries`, { hint: "write addresses or ids, one per line" });
  }
  const found = entryColumns(records);
  if (found !== null) return collect(records, name, found);
  const header = records[0]?.cells ?? [];
  throw new MissingColumnError(
    `${name}: no column of e-mail addresses or customer ids (found: ${header.map(shownName).join(", ")})`,
    {
      column: "email",
      found: header,
      hint: "name the column email, email_sha256 or customer_id",
    },
  );
}

/**
 * Reads a list of customers who are left out: as {@link readDoNotContact}, or the first column where none has a known name.
 *
 * @throws InputError for an entry that is no address where one should be, and for a file without entries
 */
export async function readCustomerList(path: string, name: string): Promise<ReadonlySet<string>> {
  const records = await readCellRecords(path, name);
  const found = entryColumns(records) ?? { columns: [0], emails: new Set<number>(), hasHeader: false };
  const { keys, hashes } = collect(records, name, found);
  const all = new Set([...keys, ...hashes]); // here 64 hexadecimal digits are an id
  if (all.size > 0) return all;
  throw new InputError(`${name}: the file has no customers`, { hint: "write ids or e-mail addresses, one per line" });
}

/** Where the entries of a file stand. */
export interface EntryColumns {
  readonly columns: readonly number[];
  /** Those of them that hold nothing but addresses. */
  readonly emails: ReadonlySet<number>;
  readonly hasHeader: boolean;
}

export function entryColumns(records: readonly CellRecord[]): EntryColumns | null {
  const header = records[0]?.cells ?? [];
  const columns = columnsAmong(header, isAddress); // no header has an address in it, whatever else is beside it
  if (columns.length > 0) return { columns, emails: new Set(columns), hasHeader: false };
  const named = columnsAmong(header, (cell) => isEmailName(cell) || isIdName(cell));
  if (named.length > 0) {
    const emails = columnsAmong(header, isEmailName);
    return { columns: named, emails: new Set(emails), hasHeader: true };
  }
  const first = header[0] ?? "";
  const isList = header.length === 1 && (/\d/.test(first) || isMeantAsAddress(first));
  return isList ? { columns: [0], emails: new Set(), hasHeader: false } : null;
}

/** A column's name for messages; what may be a person's entry in a file without a header is not shown. */
export function shownName(cell: string): string {
  const isName = isKnownContact(cell) || !/[\d@]|^\p{Lu}\S* \p{Lu}\S*$/u.test(cell);
  return isName ? cell : "…";
}

function columnsAmong(header: readonly string[], test: (cell: string) => boolean): readonly number[] {
  return header.flatMap((cell, column) => (test(cell) ? [column] : []));
}

export function isAddress(text: string): boolean {
  return SHA256.test(text) || normaliseEmail(text) !== "";
}

/** An id may have an @ in it; what looks like an address that went wrong is none. */
export function isId(text: string): boolean {
  return !isMeantAsAddress(text) || /^@\S+$|^[^\s@"'<>:]+@[^\s@"'<>:.]+$/.test(text);
}

function collect(
  records: readonly CellRecord[],
  name: string,
  { columns, emails, hasHeader }: EntryColumns,
): DoNotContactFile {
  const [keys, hashes] = [new Set<string>(), new Set<string>()];
  let blankRows = 0;
  for (const { cells, line } of records.slice(hasHeader ? 1 : 0)) {
    const filled = columns.filter((column) => (cells[column] ?? "").trim() !== "");
    if (filled.length === 0) blankRows += 1;
    for (const column of filled) {
      const text = cells[column] ?? "";
      if (!isAddress(text) && (emails.has(column) || !isId(text))) throw noAddress(name, line, text);
      if (SHA256.test(text)) hashes.add(text.toLowerCase());
      else keys.add(namedForm(text));
    }
  }
  return { keys, hashes, blankRows };
}

function noAddress(name: string, line: number, text: string): InputError {
  return new InputError(
    `${name}: line ${line} is neither an e-mail address nor the SHA-256 of one ("${maskedEntry(text)}")`,
    {
      hint: "correct it or take it out: whoever it means would be contacted; other hashes than SHA-256 cannot be compared",
    },
  );
}

const LONGEST_SHOWN = 40;

/** An entry as a message shows it: an address masked, of anything else the first letter. */
export function maskedEntry(text: string): string {
  const masked = maskPersonal(text);
  return masked === text ? `${Array.from(text)[0] ?? ""}…` : masked.slice(0, LONGEST_SHOWN);
}
