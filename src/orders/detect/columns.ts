import { InputError, MissingColumnError } from "../../errors.ts";
import { COLUMN_NAMES, normaliseName, type Role } from "./column-names.ts";

/** The columns that the user named; each is a header name of the exports. */
export interface ColumnOptions {
  readonly customer?: string | undefined;
  readonly order?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly quantity?: string | undefined;
  readonly price?: string | undefined;
  readonly status?: string | undefined;
  readonly currencyColumn?: string | undefined;
  readonly refunded?: string | undefined;
}

/** Whether an amount column holds the total of an order or of a line; `undecided` is for the data to say. */
export type AmountPer = "order" | "line" | "undecided";

/** Where a row's money stands: in one column, or as quantity × price. */
export type AmountColumns =
  | { readonly kind: "column"; readonly column: number; readonly per: AmountPer }
  | { readonly kind: "product"; readonly quantity: number; readonly price: number };

/** The index of each column that is read; `null` where the export has none. */
export interface ColumnRoles {
  readonly customer: number | null;
  /** Fallback for rows whose customer is blank or 0. */
  readonly email: number | null;
  readonly order: number | null;
  readonly date: number;
  readonly amount: AmountColumns;
  readonly status: number | null;
  readonly currency: number | null;
  readonly refunded: number | null;
  /** The reason column of this program's own `rfm orders` files. */
  readonly reason: number | null;
}

/** How many of a row's cells are names that some role goes by. */
export function recognisedNames(cells: readonly string[]): number {
  return cells.filter((cell) => KNOWN_NAMES.has(normaliseName(cell))).length;
}

const KNOWN_NAMES = new Set(Object.values(COLUMN_NAMES).flat());

/**
 * Finds the columns by the names in a header, or as the user named them.
 *
 * @throws MissingColumnError when a named column is not there, or no column fits a role that is needed
 */
export function resolveColumns(fileName: string, header: readonly string[], options: ColumnOptions): ColumnRoles {
  const named = (option: string | undefined, flag: string): number | null =>
    option === undefined ? null : columnNamed(fileName, header, { option, flag });
  const byName = (role: Role): number | null => columnFor(fileName, header, role);
  const date = named(options.date, "--date") ?? byName("date");
  const email = byName("email");
  const customer = named(options.customer, "--customer") ?? byName("customer") ?? email;
  const amount = amountColumns(fileName, header, options);
  if (date === null) throw missing(fileName, header, { what: "the order date", flag: "--date" });
  if (customer === null) throw missing(fileName, header, { what: "the customer", flag: "--customer" });
  if (amount === null) throw missing(fileName, header, { what: "the amount", flag: "--amount" });
  return {
    customer,
    email: email === customer || options.customer !== undefined ? null : email,
    order: named(options.order, "--order") ?? byName("order"),
    date,
    amount,
    status: named(options.status, "--status") ?? byName("status"),
    currency: named(options.currencyColumn, "--currency-column") ?? byName("currency"),
    refunded: named(options.refunded, "--refunded") ?? byName("refunded"),
    reason: null,
  };
}

function amountColumns(fileName: string, header: readonly string[], options: ColumnOptions): AmountColumns | null {
  const named = (option: string, flag: string): number => columnNamed(fileName, header, { option, flag });
  const byName = (role: Role): number | null => columnFor(fileName, header, role);
  if (options.amount !== undefined) {
    const column = named(options.amount, "--amount");
    return { kind: "column", column, per: amountPerOf(header[column] ?? "") };
  }
  const quantity = options.quantity === undefined ? byName("quantity") : named(options.quantity, "--quantity");
  const price = options.price === undefined ? byName("price") : named(options.price, "--price");
  const product = quantity === null || price === null ? null : ({ kind: "product", quantity, price } as const);
  if (product !== null && (options.quantity !== undefined || options.price !== undefined)) return product;
  const column = byName("orderTotal") ?? byName("lineTotal") ?? byName("amount");
  if (column !== null) return { kind: "column", column, per: amountPerOf(header[column] ?? "") };
  if (product !== null) return product;
  return price === null ? null : { kind: "column", column: price, per: "undecided" };
}

/** What the name of an amount column says about it. */
function amountPerOf(name: string): AmountPer {
  const normal = normaliseName(name);
  if (COLUMN_NAMES.orderTotal.includes(normal)) return "order";
  return COLUMN_NAMES.lineTotal.includes(normal) ? "line" : "undecided";
}

function columnFor(fileName: string, header: readonly string[], role: Role): number | null {
  const normal = header.map(normaliseName);
  for (const name of COLUMN_NAMES[role]) {
    const first = normal.indexOf(name);
    if (first < 0) continue;
    if (normal.indexOf(name, first + 1) >= 0 && header.filter((cell) => cell === header[first]).length > 1) {
      throw new InputError(`${fileName}: two columns are named "${header[first]}"`, {
        hint: "rename one of them in the export, so that it is clear which one counts",
      });
    }
    return first;
  }
  return null;
}

/** The index of the column that an option names, without regard to case and surrounding spaces. */
export function columnNamed(
  fileName: string,
  header: readonly string[],
  { option, flag }: { option: string; flag: string },
): number {
  const wanted = option.trim().toLowerCase();
  const exact = header.findIndex((cell) => cell.trim() === option.trim());
  const found = exact >= 0 ? exact : header.findIndex((cell) => cell.trim().toLowerCase() === wanted);
  if (found >= 0) return found;
  throw new MissingColumnError(`${fileName}: no column "${option}" for ${flag} (found: ${listed(header)})`, {
    column: option,
    found: header,
    hint: "write the name as the header has it",
  });
}

function missing(
  fileName: string,
  header: readonly string[],
  { what, flag }: { what: string; flag: string },
): MissingColumnError {
  return new MissingColumnError(`${fileName}: no column for ${what} was recognised (found: ${listed(header)})`, {
    column: what,
    found: header,
    hint: `name it with ${flag} NAME`,
  });
}

function listed(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((cell) => cell.trim() || "(blank)");
  return header.length > 20 ? `${shown.join(", ")}, … ${header.length - 20} more` : shown.join(", ");
}
