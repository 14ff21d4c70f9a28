import { plural } from "../../../basics/text/words.ts";
import { InputError, UsageError } from "../../../errors.ts";
import { type AmountColumns, type ColumnRoles, NO_ROLES } from "../columns/columns.ts";
import { looksLikeDates, looksLikeEmails } from "./column-values.ts";

/** The first rows of a file without a header. */
export interface HeaderlessSample {
  readonly fileName: string;
  readonly rows: readonly (readonly string[])[];
}

/** What the columns of a file without a header can be; `-` is one that is not needed. */
export const ORDERED_ROLES = [
  "customer",
  "email",
  "order",
  "date",
  "amount",
  "quantity",
  "price",
  "status",
  "currency",
  "refunded",
  "-",
] as const;

/**
 * The columns of a file without a header, named by the user in their order: `customer,date,quantity,amount`. With an
 * amount a quantity is not needed; without one it is multiplied by the price.
 *
 * @throws UsageError for a role that does not exist, one named twice, or one that is needed and missing; InputError where
 * not every column is named, or more than there are
 */
export function columnsInOrder(
  names: readonly string[],
  file: HeaderlessSample & { readonly hasMoney: boolean },
): ColumnRoles {
  checkNames(names);
  checkWidth(names, file);
  const at = (role: (typeof ORDERED_ROLES)[number]): number | null => {
    const index = names.indexOf(role);
    return index < 0 ? null : index;
  };
  const [customer, email, date, order] = [at("customer"), at("email"), at("date"), at("order")];
  const keys = [customer, email].filter((column) => column !== null);
  const amount: AmountColumns | null = file.hasMoney
    ? amountOf(at("amount"), at("quantity"), at("price"))
    : { kind: "uncounted" };
  if (date === null || amount === null || keys.length === 0) {
    throw new UsageError(
      `--columns ${names.join(",")}: a customer (or email), a date, and an amount (or quantity and price) are needed`,
      `the roles are ${ORDERED_ROLES.join(", ")}; - stands for a column that is not needed`,
    );
  }
  const refunded = at("refunded");
  return {
    ...NO_ROLES,
    customer: keys.map((column) => [column]),
    order: order === null ? [] : [order],
    date,
    amount,
    refunded: refunded === null || !file.hasMoney ? null : { kind: "column", column: refunded },
    status: at("status"),
    currency: file.hasMoney ? at("currency") : null,
  };
}

/**
 * The option with a role for each column that can only be one thing, and `-` for the others: as it stands it reads the file
 * rightly or is refused, for a customer, a date and an amount are needed.
 */
export function columnsHint({ header, rows }: { header: readonly string[]; rows: HeaderlessSample["rows"] }): string {
  const all = [header, ...rows];
  const roles = header.map((_, column): string => {
    const values = all.map((cells) => cells[column] ?? "");
    if (looksLikeEmails(values)) return "email";
    return looksLikeDates(values) ? "date" : "-";
  });
  const each = roles.map((role, index) => (roles.indexOf(role) === index ? role : "-"));
  const others = ORDERED_ROLES.filter((role) => role !== "-").join(", ");
  return `name all ${header.length} columns in their order, with - for those that are not needed: --columns ${each.join(",")}, where each - may be one of ${others}`;
}

/** Every column of the usual row must be named; columns at the end that are blank on every row need not be. */
function checkWidth(names: readonly string[], { fileName, rows }: HeaderlessSample): void {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const widths = filled.map((cells) => cells.length).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)];
  if (usual === undefined) return;
  const needed = filled
    .filter((cells) => cells.length <= usual)
    .reduce((most, cells) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== "") + 1), 0);
  if (names.length >= needed && names.length <= usual) return;
  throw new InputError(`${fileName}: --columns names ${plural(names.length, "column")}, and its rows have ${usual}`, {
    hint: `name all ${usual} in their order, with - for each that is not needed`,
  });
}

function checkNames(names: readonly string[]): void {
  const unknown = names.filter((name) => !ORDERED_ROLES.some((role) => role === name));
  const twice = names.filter((name, index) => name !== "-" && names.indexOf(name) !== index);
  if (unknown.length === 0 && twice.length === 0) return;
  const problem = unknown.length > 0 ? `unknown role ${unknown.join(", ")}` : `${twice.join(", ")} is named twice`;
  throw new UsageError(`--columns ${names.join(",")}: ${problem}`, `the roles are ${ORDERED_ROLES.join(", ")}`);
}

function amountOf(amount: number | null, quantity: number | null, price: number | null): AmountColumns | null {
  if (amount !== null) return { kind: "sum", plus: [amount], minus: [], per: "undecided" };
  return quantity === null || price === null ? null : { kind: "product", quantity, price };
}
