import { InputError, MissingColumnError, UsageError } from "../../errors.ts";
import { isPhoneName } from "../../exports/detect/customers/customer-columns.ts";
import { knownName } from "../../exports/detect/names/known-names.ts";
import type { ColumnKind, EngineColumn } from "../engines/engine.ts";
import { type OrderColumns, refuseCents } from "../order-query.ts";

/** What the user says of the columns; a name that is left out is found. */
export interface ColumnChoice extends Readonly<Record<Role, string | undefined>> {
  readonly roundMoney: boolean;
  readonly timeZone: string | undefined;
}

/** The columns of a table of orders, and what has to be said about them. */
export interface ChosenColumns {
  readonly columns: OrderColumns;
  /** The zone in which days are taken; `null` for dates and times without a zone. */
  readonly timeZone: string | null;
  /** Whether amounts are doubles, which were allowed to be rounded. */
  readonly roundsMoney: boolean;
}

/** What stands for a column that a table does not have. */
const NONE = "none";

const TIMES: readonly ColumnKind[] = ["date", "local time", "moment"];

/**
 * The columns of a table by role: as named, or by the one name that is known for the role.
 *
 * @throws InputError where a role has no column or several, or a column's type does not fit; MissingColumnError
 */
export function chooseColumns(table: string, found: readonly EngineColumn[], choice: ColumnChoice): ChosenColumns {
  const named = (role: Role): EngineColumn | null => roleColumn(table, found, { role, asked: choice[role] });
  const needed = (role: Role): EngineColumn => named(role) ?? refuse(table, found, role);
  const [customer, date, amount] = [needed("customer"), needed("date"), needed("amount")];
  const [refunded, status, currency] = [named("refunded"), named("status"), named("currency")];
  const amounts = refunded === null ? [amount] : [amount, refunded];
  refuseCents(table, { amount: amount.name, refunded: refunded?.name });
  for (const column of amounts) checkAmount(table, column, choice.roundMoney);
  if (customer.kind === "double") throw unfit(table, customer, "a customer's key", "cast it to text in a view");
  return {
    columns: {
      customer: customer.name,
      customerElse: otherKeys(found, customer),
      date: date.name,
      amount: amount.name,
      refunded: refunded?.name,
      status: status?.name,
      currency: currency?.name,
    },
    timeZone: zoneOf(table, date, choice.timeZone),
    roundsMoney: amounts.some(({ kind }) => kind === "double"),
  };
}

/** Who a customer is where the column of customers is blank, as in files: the e-mail address, then the telephone number. */
function otherKeys(found: readonly EngineColumn[], customer: EngineColumn): readonly string[] {
  const texts = found.filter(({ kind, name }) => kind === "text" && name !== customer.name);
  const known = texts.flatMap(({ name }) => {
    const meaning = knownName(name);
    return meaning?.role === "email" && !meaning.isDoubtful ? [{ name, rank: meaning.rank }] : [];
  });
  const isEmail = knownName(customer.name)?.role === "email";
  const [email] = isEmail ? [] : known.toSorted((a, b) => a.rank - b.rank);
  const phone = texts.find(({ name }) => isPhoneName(name));
  return [email, phone].flatMap((column) => (column === undefined ? [] : [column.name]));
}

type Role = Exclude<keyof OrderColumns, "customerElse">;

/** The names that are known for each role; of the first kind that some column has. */
const KNOWN_ROLES: Readonly<Record<Role, readonly string[]>> = {
  customer: ["customer", "email"],
  date: ["date"],
  amount: ["orderTotal", "amount"],
  refunded: ["refunded"],
  status: ["status"],
  currency: ["currency"],
};

const FLAGS: Readonly<Record<Role, string>> = {
  customer: "--customer",
  date: "--date",
  amount: "--amount",
  refunded: "--refunded",
  status: "--status",
  currency: "--currency-column",
};

function roleColumn(
  table: string,
  found: readonly EngineColumn[],
  { role, asked }: { readonly role: Role; readonly asked: string | undefined },
): EngineColumn | null {
  if (asked !== undefined) {
    const column = found.find(({ name }) => name === asked);
    if (column !== undefined) return column;
    if (asked.toLowerCase() === NONE && role !== "customer" && role !== "date" && role !== "amount") return null;
    const names = found.map(({ name }) => name);
    throw new MissingColumnError(`${table}: no column "${asked}" (found: ${names.join(", ")})`, {
      column: asked,
      found: names,
      hint: `pass ${FLAGS[role]} with one of them`,
    });
  }
  for (const known of KNOWN_ROLES[role]) {
    const columns = found.filter(({ name }) => knownName(name)?.role === known && knownName(name)?.isDoubtful !== true);
    const [only, ...others] = columns;
    if (others.length > 0) {
      const names = columns.map(({ name }) => `"${name}"`).join(" or ");
      throw new InputError(`${table}: ${names}: which column is it?`, {
        hint: `say so with ${FLAGS[role]} "${only?.name}"`,
      });
    }
    if (only !== undefined) return only;
  }
  return null;
}

function refuse(table: string, found: readonly EngineColumn[], role: Role): never {
  const names = found.map(({ name }) => name).join(", ");
  throw new InputError(`${table}: no column recognised as the ${role} (found: ${names})`, {
    hint: `name it with ${FLAGS[role]} COLUMN`,
  });
}

function checkAmount(table: string, column: EngineColumn, roundMoney: boolean): void {
  if (column.kind === "exact number" || (column.kind === "double" && roundMoney)) return;
  if (column.kind === "double") {
    throw new InputError(`${table}: "${column.name}" is a ${column.type}: sums of such numbers are not exact`, {
      hint: "cast it to a decimal in a view, or add --round-money to round each amount to 1/10,000",
    });
  }
  throw unfit(table, column, "an amount", "cast it to a decimal in a view");
}

function zoneOf(table: string, date: EngineColumn, zone: string | undefined): string | null {
  if (!TIMES.includes(date.kind)) throw unfit(table, date, "a day", "cast it to a date in a view");
  if (date.kind === "moment") return zone ?? "UTC";
  if (zone === undefined) return null;
  throw new UsageError(
    `--time-zone ${zone}: "${date.name}" is a ${date.type}, which names no zone`,
    "leave out --time-zone: its days are taken as they are written",
  );
}

function unfit(table: string, { name, type }: EngineColumn, role: string, hint: string): InputError {
  return new InputError(`${table}: "${name}" has the type ${type}, which cannot be read as ${role}`, { hint });
}
