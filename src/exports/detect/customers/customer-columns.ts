/*
 * Customers: which columns hold their keys, how far names tell them apart, and files that list customers, not orders.
 */

import { once } from "../../../basics/once.ts";
import { peopleCount } from "../../../basics/text/words.ts";
import type { ColumnQuestions } from "../columns/column-questions.ts";
import type { ColumnOptions, KeyChain } from "../columns/columns.ts";
import { genericContact } from "../contacts/contact-names.ts";
import { looksLikeDates, looksLikeEmails, looksLikeMoney, looksLikeNames } from "../header/column-values.ts";
import {
  columnFor,
  columnsNamed,
  type HeaderSample,
  nameOf,
  onlyColumnLike,
  valuesOf,
} from "../header/header-sample.ts";
import { optionNameOfKey } from "../header/named-columns.ts";
import { LOOSE_CUSTOMER_IDS } from "../names/column-names.ts";
import { knownName } from "../names/known-names.ts";
import { isNearlyOneOf, nameKeys, normaliseName } from "../names/name-form.ts";
import { BETWEEN_KEYS, fullNameKeys, personNameKeys, phoneNameKeys } from "../names/name-keys.ts";

/** Parts of names that speak for a customer. */
const CUSTOMER_HINT =
  /cust|client|buyer|member|user|shopper|visitor|guest|household|person|patron|donor|asiak|ostaja|kund|klant|acheteur|comprador|kaufer|account|subscriber|booked by|ordered by|bought by|sold to|bill to/;

/** What a name ends with that says of itself that it tells things apart. */
const ID_HINT = /(?:^| )(?:id|key|code|no|number)$/;

/**
 * What tells the customers of a file of unknown make apart: as named, an id, else an e-mail address, else a telephone
 * number. Rows without the first of them go by the next. A name is the last resort, for two people may share one.
 */
export function customerChain(
  sample: HeaderSample,
  { customer: option, table }: Pick<ColumnOptions, "customer" | "table">,
  questions: ColumnQuestions,
): KeyChain {
  const email = emailColumn(sample);
  const phone = columnAmong(sample, isPhoneName);
  const named = questions.namedKey(option, "--customer");
  if (named === undefined) return [];
  if (named !== null) return chainFrom(named, [email, phone]);
  const byName = questions.columnFor(sample, "customer", "--customer") ?? bareColumn(sample, "id");
  const id = byName ?? (table === "customers" ? onePerRow(sample) : null);
  const known = [id, email, phone].filter((column) => column !== null);
  const loose = known.length > 0 ? null : (ownerId(sample) ?? looseId(sample));
  const keys = loose === null ? known : [loose];
  if (byName !== null && isOnlyBlank(sample, keys) && askInsteadOf(sample, byName, questions)) return [];
  if (keys.length > 0) return [...new Set(keys)].map((column) => [column]);
  const name = nameColumns(sample);
  if (name.length > 0) return [name];
  questions.ask({
    text: `no column for the customer was recognised${customerCandidates(sample)}`,
    hint: "name the customer with --customer NAME",
    missing: "the customer",
  });
  return [];
}

/** The key that was named, and what rows without it go by. */
function chainFrom(named: readonly number[], others: readonly (number | null)[]): KeyChain {
  const more = others.filter((column) => column !== null && !(named.length === 1 && named[0] === column));
  return [named, ...[...new Set(more)].flatMap((column) => (column === null ? [] : [[column]]))];
}

/** The bare id of a record that is a customer, because its list is one of orders. */
function ownerId({ ownIds }: HeaderSample): number | null {
  return ownIds?.areOrders === true ? ownIds.record : null;
}

/** Asks about a blank column of customers where another may hold them; whether it did. */
function askInsteadOf(sample: HeaderSample, blank: number, questions: ColumnQuestions): boolean {
  const others = customerCandidates(sample);
  if (others === "") return false;
  const name = nameOf(sample, blank);
  questions.ask({
    text: `"${name}" is the customer by its name, and is blank in the first ${peopleCount(sample.rows.length)} rows${others}`,
    hint: `name the customer with --customer NAME (--customer "${name}" if later rows have it)`,
    missing: "the customer",
  });
  return true;
}

/** Whether none of the columns has anything in the sample, which has rows enough to say so. */
function isOnlyBlank(sample: HeaderSample, keys: readonly number[]): boolean {
  return sample.rows.length >= FEW_VALUES && keys.every((column) => !isFilled(valuesOf(sample, column)));
}

/** A column of ids that may be of something else, too, as long as several stand in it. */
function looseId(sample: HeaderSample): number | null {
  const column = columnAmong(sample, isLooseId);
  if (column === null) return null;
  const isOfFew = new Set(valuesOf(sample, column)).size < FEW_VALUES;
  return isOfFew && sample.rows.length >= FEW_VALUES ? null : column;
}

/** Whether customers are told apart by nothing but a name. */
export function isKeyedByName(sample: HeaderSample, [first]: KeyChain): boolean {
  if (first === undefined) return false;
  return first.some((column) => {
    const values = valuesOf(sample, column);
    return isPersonName(nameOf(sample, column)) || (isFilled(values) && looksLikeNames(values));
  });
}

function emailColumn(sample: HeaderSample): number | null {
  return columnFor(sample, "email") ?? bareColumn(sample, "email") ?? onlyColumnLike(sample, "email");
}

/** A column named `Customer`, `Kunde` …, by what its values are. */
function bareColumn(sample: HeaderSample, kind: "id" | "email" | "name"): number | null {
  const found = columnsNamed(sample, "customer").filter(({ isDoubtful }) => isDoubtful);
  return found.find(({ column }) => kindOf(valuesOf(sample, column)) === kind)?.column ?? null;
}

function kindOf(values: readonly string[]): "id" | "email" | "name" {
  if (looksLikeEmails(values)) return "email";
  return looksLikeNames(values) ? "name" : "id";
}

/** The full name, or first and last name together. */
function nameColumns(sample: HeaderSample): readonly number[] {
  const full = columnAmong(sample, isFullName) ?? bareColumn(sample, "name");
  if (full !== null) return [full];
  for (const { first, last } of genericContact().name) {
    const both = [
      columnAmong(
        sample,
        isNearlyOneOf(() => first),
      ),
      columnAmong(
        sample,
        isNearlyOneOf(() => last),
      ),
    ].filter((column) => column !== null);
    if (both.length === 2) return both;
  }
  return [];
}

function columnAmong(sample: HeaderSample, isNamed: (name: string) => boolean): number | null {
  const found = sample.header.findIndex((name, column) => isNamed(name) && isFilled(valuesOf(sample, column), sample));
  return found < 0 ? null : found;
}

/** A column that is blank on every row of the sample tells nobody apart. */
function isFilled(values: readonly string[], sample?: HeaderSample): boolean {
  return sample?.rows.length === 0 || values.some((value) => value.trim() !== "");
}

/** Whether a name is one of {@link LOOSE_CUSTOMER_IDS}. */
export const isLooseId = isNearlyOneOf(() => LOOSE_CUSTOMER_IDS);
/** Whether a column is one of telephone numbers by its name. */
export const isPhoneName = hasKeyOf(phoneNameKeys);
const isFullName = hasKeyOf(fullNameKeys);
const isPersonName = hasKeyOf(personNameKeys);

/** Whether a name is one of those whose keys these are. */
function hasKeyOf(keys: () => string): (name: string) => boolean {
  const known = once(() => new Set(keys().split(BETWEEN_KEYS)));
  return (name) => nameKeys(name).some((key) => known().has(key));
}

/**
 * Columns that may tell customers apart, with what speaks for each, those with the most telling names first. Columns that
 * something else is known by are none of them. No value is shown, for they are personal.
 */
function customerCandidates(sample: HeaderSample): string {
  const people = nameColumns(sample);
  const found = sample.header.flatMap((name, column): readonly Candidate[] => {
    if (people.includes(column)) return column === people[0] ? [candidateOfNames(sample, people)] : [];
    const role = knownName(name)?.role;
    if (role !== undefined && role !== "customer" && role !== "email") return [];
    const candidate = candidateOf(name.trim(), valuesOf(sample, column));
    return candidate === null ? [] : [candidate];
  });
  const shown = found.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_CANDIDATES);
  const bare = shown.some(({ rank }) => rank < 4) ? null : onePerRow(sample);
  if (bare !== null) {
    return `; "${nameOf(sample, bare)}" differs on every row, as in a table of customers (--table customers)`;
  }
  return shown.length === 0 ? "" : `; it could be ${shown.map(({ text }) => text).join(" or ")}`;
}

/** A column that is called an id, says not of what, and never repeats. */
function onePerRow({ header, rows }: HeaderSample): number | null {
  const column = header.findIndex((name) => normaliseName(name) === "id");
  const values = new Set(valuesOf({ rows }, column));
  return column < 0 || rows.length < 2 || values.size < rows.length ? null : column;
}

interface Candidate {
  readonly text: string;
  /** Lower is more telling. */
  readonly rank: number;
}

function candidateOf(name: string, cells: readonly string[]): Candidate | null {
  const values = cells.map((value) => value.trim());
  const normal = normaliseName(name);
  if (looksLikeEmails(values)) return { text: `"${name}" (e-mail addresses)`, rank: 0 };
  if (looksLikeDates(values)) return null;
  const isOneValue = values.length >= FEW_VALUES && new Set(values).size === 1;
  const hint = isOneValue ? undefined : CUSTOMER_HINT.exec(normal)?.[0];
  if (hint !== undefined) return { text: `"${name}" (its name has "${hint}")`, rank: 1 };
  const isId = ID_HINT.test(normal);
  const repeats = repetition(values, isId);
  return repeats === "" ? null : { text: `"${name}" (${repeats})`, rank: isId ? 2 : 4 };
}

/** Names, which only tell people apart where nothing else does; of several columns all together. */
function candidateOfNames({ header }: HeaderSample, columns: readonly number[]): Candidate {
  return { text: `"${optionNameOfKey(header, columns)}" (people's names)`, rank: 3 };
}

const MOST_CANDIDATES = 4;

/** The fewest different values of a column that may be of customers, and the fewest rows that say so. */
const FEW_VALUES = 3;

/** How the values of a column repeat, as those of customers do who come back; empty where they do not, or are no ids. */
function repetition(values: readonly string[], isId: boolean): string {
  const filled = values.filter((value) => value !== "");
  const distinct = new Set(filled).size;
  if (distinct < FEW_VALUES || distinct === filled.length || !filled.every((value) => ID_LIKE.test(value))) return "";
  if (looksLikeMoney(values) || (!isId && isOfFewWords(distinct, filled))) return "";
  return `its values repeat: ${peopleCount(distinct)} different ones in the first ${peopleCount(filled.length)} rows`;
}

/** What ids look like: one word, or a number. */
const ID_LIKE = /^[\p{L}\p{N}][\p{L}\p{N}_./:-]*$/u;

/** Countries, statuses and quantities repeat much more often than customers do. */
function isOfFewWords(distinct: number, filled: readonly string[]): boolean {
  return distinct * 20 < filled.length || filled.every((value) => /^-?\d{1,2}$/.test(value));
}
