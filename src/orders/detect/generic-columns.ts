import { InputError } from "../../errors.ts";
import { COLUMN_NAMES, normaliseName, type Role } from "./column-names.ts";
import { looksLikeDates, looksLikeEmails, looksLikeMoney } from "./column-values.ts";
import type { AmountColumns, AmountPer, ColumnOptions, ColumnRoles } from "./columns.ts";
import { currencyOfAmount, refundedOfAmount } from "./columns-beside.ts";
import { columnNamed, type FileHeader, missingColumn } from "./named-columns.ts";

/** A header with the first rows below it, for judging columns by their values. */
export interface HeaderSample extends FileHeader {
  readonly rows: readonly (readonly string[])[];
}

/** How many of a row's cells are names that some role goes by. */
export function recognisedNames(cells: readonly string[]): number {
  return cells.filter((cell) => KNOWN_NAMES.has(normaliseName(cell))).length;
}

const KNOWN_NAMES = new Set(Object.values(COLUMN_NAMES).flat());

/**
 * Finds the columns of a file of unknown make: as the user named them, by their names in seven languages, or, where no
 * name is known, by their values when exactly one column fits. A column whose values do not fit its name gives way to
 * another of its role.
 *
 * @throws MissingColumnError when a named column is not there, or no column fits a role that is needed
 */
export function genericColumns(sample: HeaderSample, options: ColumnOptions): ColumnRoles {
  const named = (option: string | undefined, flag: string): number | null =>
    option === undefined ? null : columnNamed(sample, option, flag);
  const byName = (role: Role): number | null => columnFor(sample, role);
  const date = named(options.date, "--date") ?? byName("date") ?? byValues(sample, "date");
  const email = byName("email");
  const customer = named(options.customer, "--customer") ?? byName("customer") ?? email ?? byValues(sample, "email");
  const amount = amountColumns(sample, options);
  if (date === null) {
    throw missingColumn(sample, { what: "the order date", flag: "--date", candidates: fitting(sample, "date") });
  }
  if (customer === null) {
    throw missingColumn(sample, { what: "the customer", flag: "--customer", candidates: fitting(sample, "email") });
  }
  if (amount === null) {
    throw missingColumn(sample, { what: "the amount", flag: "--amount", candidates: fitting(sample, "money") });
  }
  const order = named(options.order, "--order") ?? byName("order");
  const money = amount.kind === "sum" ? (amount.plus[0] ?? 0) : amount.price;
  const refunded = named(options.refunded, "--refunded") ?? refundedOfAmount(sample.header, money, byName("refunded"));
  const fallback = email === null || email === customer ? [] : [[email]];
  return {
    customer: [[customer], ...fallback],
    refundCustomer: null,
    order: order === null ? [] : [order],
    date,
    time: null,
    zone: null,
    amount,
    refunded: refunded === null ? null : { kind: "column", column: refunded },
    status: named(options.status, "--status") ?? byName("status"),
    rules: [],
    currency:
      named(options.currencyColumn, "--currency-column") ?? currencyOfAmount(sample.header, money, byName("currency")),
    reference: null,
    margin: named(options.margin, "--margin"),
    cost: named(options.cost, "--cost"),
    reason: null,
  };
}

/** The money columns: as named, an order's or line's total by name, quantity × price, or the one column of money. */
function amountColumns(sample: HeaderSample, options: ColumnOptions): AmountColumns | null {
  const byName = (role: Role): number | null => columnFor(sample, role);
  const sum = (column: number): AmountColumns => ({
    kind: "sum",
    plus: [column],
    minus: [],
    per: amountPerOf(sample.header[column] ?? ""),
  });
  if (options.amount !== undefined) return sum(columnNamed(sample, options.amount, "--amount"));
  const quantity =
    options.quantity === undefined ? byName("quantity") : columnNamed(sample, options.quantity, "--quantity");
  const price = options.price === undefined ? byName("price") : columnNamed(sample, options.price, "--price");
  const product = quantity === null || price === null ? null : ({ kind: "product", quantity, price } as const);
  if (product !== null && (options.quantity !== undefined || options.price !== undefined)) return product;
  const column = byName("orderTotal") ?? byName("lineTotal") ?? byName("amount");
  if (column !== null) return sum(column);
  if (product !== null) return product;
  const only = price ?? byValues(sample, "money");
  return only === null ? null : sum(only);
}

/** What the name of an amount column says about it. */
function amountPerOf(name: string): AmountPer {
  const normal = normaliseName(name);
  if (COLUMN_NAMES.orderTotal.includes(normal)) return "order";
  return COLUMN_NAMES.lineTotal.includes(normal) ? "line" : "undecided";
}

type ValueKind = "date" | "email" | "money";

const LOOKS_LIKE: Readonly<Record<ValueKind, (values: readonly string[]) => boolean>> = {
  date: looksLikeDates,
  email: looksLikeEmails,
  money: looksLikeMoney,
};

/** The kinds of value that a role must have; others may hold anything. */
const MUST_LOOK_LIKE: Partial<Record<Role, (values: readonly string[]) => boolean>> = {
  date: (values) => values.every((value) => value.trim() === "") || looksLikeDates(values, 0.5),
  email: (values) => values.every((value) => value.trim() === "") || looksLikeEmails(values, 0.5),
};

/** The column of a role by its name: the most telling name whose values fit; else the most telling one. */
function columnFor(sample: HeaderSample, role: Role): number | null {
  const normal = sample.header.map(normaliseName);
  const named = COLUMN_NAMES[role].map((name) => normal.indexOf(name)).filter((column) => column >= 0);
  const fits = MUST_LOOK_LIKE[role] ?? (() => true);
  const found = named.find((column) => fits(valuesOf(sample.rows, column))) ?? named[0];
  if (found === undefined) return null;
  refuseTwins(sample, found);
  return found;
}

/** Two columns of one name are one where they say the same on every row; otherwise it is not clear which counts. */
function refuseTwins({ fileName, header, rows }: HeaderSample, column: number): void {
  const name = header[column]?.trim();
  const differs = header.some(
    (cell, twin) => twin !== column && cell.trim() === name && rows.some((cells) => cells[twin] !== cells[column]),
  );
  if (!differs) return;
  throw new InputError(`${fileName}: two columns are named "${name}" and differ`, {
    hint: "rename one of them in the export, so that it is clear which one counts",
  });
}

/** The one column whose values are of a kind; `null` where there is none or more than one. */
function byValues(sample: HeaderSample, kind: ValueKind): number | null {
  const names = fitting(sample, kind);
  const [only] = names;
  return only === undefined || names.length > 1 ? null : sample.header.findIndex((cell) => cell.trim() === only);
}

function fitting({ header, rows }: HeaderSample, kind: ValueKind): readonly string[] {
  return header.filter((_, column) => LOOKS_LIKE[kind](valuesOf(rows, column))).map((cell) => cell.trim());
}

function valuesOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  return rows.map((cells) => cells[column] ?? "");
}
