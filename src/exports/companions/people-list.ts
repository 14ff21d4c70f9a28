import { namedForm } from "../../basics/addresses/named-customers.ts";
import type { CellRecord } from "../../csv/parse-cells.ts";
import { InputError, MissingColumnError } from "../../errors.ts";
import { isOneOf, names } from "../detect/names/name-form.ts";
import { entryColumns, isAddress, isId, maskedEntry, SHA256, shownName } from "./do-not-contact.ts";
import { readCellRecords } from "./side-files.ts";

/** One row of a list of people, by everything on it that names somebody. */
export interface ListedPerson {
  readonly line: number;
  /** Customer ids in the form they are compared by. */
  readonly ids: readonly string[];
  /** E-mail addresses in their one form. */
  readonly emails: readonly string[];
  /** SHA-256 of addresses, or salted ones of ids, lower-case hexadecimal. */
  readonly hashes: readonly string[];
  /** The list that a control group's row belongs to, by the name of its file; `null` where the file has no such column. */
  readonly list: string | null;
  /** The segment that the list gives this person; `null` where it has no such column. */
  readonly segment: string | null;
  /** The loyalty level that the list gives this person; `null` where it has no such column. */
  readonly level: string | null;
}

/** The column of a control group's file that says which list each person was kept out of. */
export const LIST_COLUMN = "list";

const isListName = isOneOf(() => names(LIST_COLUMN));
const isSegmentName = isOneOf(() => names("segment,rfm segment"));
const isLevelName = isOneOf(() => names("level,rfm level,loyalty level,tier,vip tier,loyalty tier"));

/**
 * Reads a list of people: one that this program wrote for any tool, or any file with a column of customer ids or e-mail
 * addresses, plain or as SHA-256; a file of one column needs no header.
 *
 * @throws MissingColumnError where no column names people; InputError for an empty file, and a row that names nobody
 */
export async function readPeopleList(path: string, name: string): Promise<readonly ListedPerson[]> {
  const records = await readCellRecords(path, name);
  const found = records.length === 0 ? null : entryColumns(records);
  const header = records[0]?.cells ?? [];
  if (records.length > 0 && found === null) {
    throw new MissingColumnError(
      `${name}: no column of e-mail addresses or customer ids (found: ${header.map(shownName).join(", ")})`,
      { column: "customer_id", found: header, hint: "name the column customer_id, email or email_sha256" },
    );
  }
  const rows = found?.hasHeader === true ? records.slice(1) : records;
  if (found === null || rows.length === 0) {
    throw new InputError(`${name}: the list has no people`, { hint: "a group without anybody cannot be compared" });
  }
  const [list, segment, level] = [isListName, isSegmentName, isLevelName].map((isName) =>
    found.hasHeader ? header.findIndex(isName) : -1,
  );
  const people = rows.map((record) => ({
    ...namesIn(record, name, found),
    list: cellAt(record, list),
    segment: cellAt(record, segment),
    level: cellAt(record, level),
  }));
  refuseNobody(people, name);
  return people;
}

function cellAt({ cells }: CellRecord, column: number | undefined): string | null {
  return column === undefined || column < 0 ? null : (cells[column] ?? "");
}

function namesIn(
  { cells, line }: CellRecord,
  name: string,
  { columns, emails }: Pick<NonNullable<ReturnType<typeof entryColumns>>, "columns" | "emails">,
): Pick<ListedPerson, "line" | "ids" | "emails" | "hashes"> {
  const found = { ids: [] as string[], emails: [] as string[], hashes: [] as string[] };
  for (const column of columns) {
    const text = (cells[column] ?? "").trim();
    if (text === "") continue;
    if (!isAddress(text) && (emails.has(column) || !isId(text))) {
      throw new InputError(`${name}: line ${line} is neither an e-mail address nor an id ("${maskedEntry(text)}")`, {
        hint: "correct it or take it out of the list",
      });
    }
    if (SHA256.test(text)) found.hashes.push(text.toLowerCase());
    else if (isAddress(text)) found.emails.push(namedForm(text));
    else found.ids.push(namedForm(text));
  }
  return { line, ...found };
}

/** A row without id and address cannot be followed; leaving it out of one group only would bend the comparison. */
function refuseNobody(people: readonly ListedPerson[], name: string): void {
  const blank = people.filter(({ ids, emails, hashes }) => ids.length + emails.length + hashes.length === 0);
  const [first] = blank;
  if (first === undefined) return;
  throw new InputError(
    `${name}: ${blank.length} of ${people.length} rows have neither id nor e-mail address (first: line ${first.line})`,
    {
      hint: "write the lists for csv as well (--for csv,…): that list has everybody's id",
    },
  );
}
