import type { Role } from "../names/column-names.ts";
import { type KnownName, knownName } from "../names/known-names.ts";
import { flagOf } from "../statuses/status-flags.ts";
import { looksLikeDates, looksLikeEmails, looksLikeMoney, looksLikeNumbers } from "./column-values.ts";
import type { FileHeader } from "./named-columns.ts";

/** A header with the first rows below it, for judging columns by their values. */
export interface HeaderSample extends FileHeader {
  readonly rows: readonly (readonly string[])[];
  /** The columns of ids that say not of what, where records have lists inside. */
  readonly ownIds?: OwnIds | null;
}

/** The bare ids of records with a list inside, and of the list's elements. */
export interface OwnIds {
  readonly record: number | null;
  readonly element: number | null;
  /** The columns from here on are the elements'. */
  readonly firstOfElements: number;
  /** Whether the list is called one of orders, so that the record is their customer. */
  readonly areOrders: boolean;
}

/** A column whose name is known. */
export interface NamedColumn extends KnownName {
  readonly column: number;
}

/** The columns of samples that were asked for: each is asked about for every role. */
const columnsOf = new WeakMap<HeaderSample["rows"], Map<number, readonly string[]>>();

/** A column's cells in the sample. */
export function valuesOf({ rows }: Pick<HeaderSample, "rows">, column: number): readonly string[] {
  const columns = columnsOf.get(rows) ?? new Map<number, readonly string[]>();
  columnsOf.set(rows, columns);
  const values = columns.get(column) ?? rows.map((cells) => cells[column] ?? "");
  columns.set(column, values);
  return values;
}

/** A column's name as messages show it. */
export function nameOf({ header }: FileHeader, column: number): string {
  return header[column]?.trim() ?? "";
}

const NUMBERS = (values: readonly string[]): boolean => looksLikeNumbers(values, 0.5);

/** The kinds of value that a role must have; others may hold anything. */
const MUST_LOOK_LIKE: Partial<Record<Role, (values: readonly string[]) => boolean>> = {
  date: (values) => looksLikeDates(values, 0.5),
  email: (values) => looksLikeEmails(values, 0.5),
  orderTotal: NUMBERS,
  lineTotal: NUMBERS,
  amount: NUMBERS,
  quantity: NUMBERS,
  price: NUMBERS,
  refunded: NUMBERS,
  // `Valuta` is the day of value of a bank's rows, too
  currency: (values) => !looksLikeDates(values) && !looksLikeMoney(values),
};

/**
 * The columns whose name says this role, the most telling first; those whose values do not fit it last. A `Paid` of yes and
 * no is none of them.
 */
export function columnsNamed(sample: HeaderSample, role: Role): readonly NamedColumn[] {
  const fits = MUST_LOOK_LIKE[role] ?? (() => true);
  const isMisfit = ({ column }: NamedColumn): number => {
    const values = valuesOf(sample, column);
    return values.every((value) => value.trim() === "") || fits(values) ? 0 : 1;
  };
  return sample.header
    .flatMap((name, column): readonly NamedColumn[] => {
      const known = knownName(name);
      if (known?.role !== role || flagOf(name, valuesOf(sample, column)) !== null) return [];
      return [{ ...known, column }];
    })
    .sort((a, b) => isMisfit(a) - isMisfit(b) || a.rank - b.rank || a.column - b.column);
}

/** The column with the most telling name of a role, of those that mean nothing else. */
export function columnFor(sample: HeaderSample, role: Role): number | null {
  return columnsNamed(sample, role).find(({ isDoubtful }) => !isDoubtful)?.column ?? null;
}

/** The columns whose values are different somewhere in the sample from those of one column. */
export function differingFrom({ rows }: HeaderSample, column: number, others: readonly number[]): readonly number[] {
  return others.filter((other) => other !== column && rows.some((cells) => cells[other] !== cells[column]));
}

type ValueKind = "date" | "email" | "money";

const LOOKS_LIKE: Readonly<Record<ValueKind, (values: readonly string[]) => boolean>> = {
  date: looksLikeDates,
  email: looksLikeEmails,
  money: looksLikeMoney,
};

/** The columns whose values are of a kind. */
export function columnsLike(sample: HeaderSample, kind: ValueKind): readonly number[] {
  return sample.header.flatMap((_, column) => (LOOKS_LIKE[kind](valuesOf(sample, column)) ? [column] : []));
}

/** The one column whose values are of a kind; `null` where there is none or more than one. */
export function onlyColumnLike(sample: HeaderSample, kind: ValueKind): number | null {
  const [only, ...more] = columnsLike(sample, kind);
  return only === undefined || more.length > 0 ? null : only;
}
