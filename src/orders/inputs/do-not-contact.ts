import { InputError, MissingColumnError } from "../../errors.ts";
import { COLUMN_NAMES, DOUBTFUL_NAMES, names } from "../detect/column-names.ts";
import { GENERIC_CONTACT } from "../detect/contact-names.ts";
import { normaliseName } from "../detect/name-form.ts";
import { readCells } from "./side-files.ts";

/** What a do-not-contact list says: who is in it, and how many of its rows name nobody. */
export interface DoNotContactFile {
  /** E-mail addresses in lower case, and customer ids. */
  readonly keys: ReadonlySet<string>;
  /** SHA-256 of e-mail addresses, lower-case hexadecimal. */
  readonly hashes: ReadonlySet<string>;
  readonly blankRows: number;
}

const EMAIL_NAMES = new Set([
  ...COLUMN_NAMES.email,
  ...names("hashed email,email hash,email sha256,sha256 email,email address sha256,sha256,hash"),
]);
const ID_NAMES = new Set([...COLUMN_NAMES.customer, ...DOUBTFUL_NAMES.customer, "id", "rfm customer id"]);

/** Names of columns that people are told apart by in other ways. */
const KNOWN_NAMES = new Set([
  ...[GENERIC_CONTACT.phone, GENERIC_CONTACT.name.flatMap(({ first, last, full }) => [first, last, full])].flat(2),
  ...GENERIC_CONTACT.address.flatMap(({ country, city, zip }) => [country, city, zip]).flat(),
]);

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const SHA256 = /^[0-9a-f]{64}$/i;

/**
 * Reads a list of people who are not to be contacted: the columns named as e-mail addresses (plain or as SHA-256) and
 * customer ids, or a file without a header. An entry that should be an address and is none stops the run: whom it means
 * would be contacted otherwise. Messages name lines, never what stands in them.
 *
 * @throws MissingColumnError where no column is known; InputError for an entry that is no address, and an empty file
 */
export async function readDoNotContact(path: string, name: string): Promise<DoNotContactFile> {
  const rows = await readCells(path, name);
  const [header = []] = rows;
  if (rows.length === 0)
    throw new InputError(`${name}: no entries in it`, { hint: "write addresses or ids, one a line" });
  const normal = header.map(normaliseName);
  const named = columnsAmong(normal, (cell) => EMAIL_NAMES.has(cell) || ID_NAMES.has(cell));
  if (named.length > 0) {
    const emails = new Set(columnsAmong(normal, (cell) => EMAIL_NAMES.has(cell)));
    return collect(rows.slice(1), { columns: named, emails, name, firstRow: 2 });
  }
  const columns = columnsAmong(header, isAddress);
  if (columns.length > 0) return collect(rows, { columns, emails: new Set(columns), name, firstRow: 1 });
  if (header.length === 1 && /\d/.test(header[0] ?? "")) {
    return collect(rows, { columns: [0], emails: new Set(), name, firstRow: 1 });
  }
  throw new MissingColumnError(
    `${name}: no column of e-mail addresses or customer ids (found: ${header.map(shownName).join(", ")})`,
    {
      column: "email",
      found: header,
      hint: "name the column email, email_sha256 or customer_id",
    },
  );
}

/** A column's name for messages; what may be a person's entry in a file without a header is not shown. */
function shownName(cell: string): string {
  const isName = KNOWN_NAMES.has(normaliseName(cell)) || !/[\d@]|^\p{Lu}\S* \p{Lu}\S*$/u.test(cell);
  return isName ? cell : "…";
}

function columnsAmong(header: readonly string[], test: (cell: string) => boolean): readonly number[] {
  return header.flatMap((cell, column) => (test(cell) ? [column] : []));
}

function isAddress(text: string): boolean {
  return EMAIL.test(text) || SHA256.test(text);
}

function collect(
  rows: readonly (readonly string[])[],
  {
    columns,
    emails,
    name,
    firstRow,
  }: { columns: readonly number[]; emails: ReadonlySet<number>; name: string; firstRow: number },
): DoNotContactFile {
  const [keys, hashes] = [new Set<string>(), new Set<string>()];
  let blankRows = 0;
  for (const [index, cells] of rows.entries()) {
    const filled = columns.filter((column) => (cells[column] ?? "") !== "");
    if (filled.length === 0) blankRows += 1;
    for (const column of filled) {
      const text = cells[column] ?? "";
      if (emails.has(column) && !isAddress(text)) throw noAddress(name, index + firstRow);
      if (SHA256.test(text)) hashes.add(text.toLowerCase());
      else keys.add(text.includes("@") ? text.toLowerCase() : text);
    }
  }
  return { keys, hashes, blankRows };
}

function noAddress(name: string, row: number): InputError {
  return new InputError(`${name}: row ${row} is neither an e-mail address nor the SHA-256 of one`, {
    hint: "correct it or take it out: whoever it means would be contacted; other hashes than SHA-256 cannot be compared",
  });
}
