import { dateEvidence } from "../../values/dates.ts";
import { amountColumns, candidates, numbersWithMark } from "../amounts/amount-columns.ts";
import { currencyOfAmount, isNoRefundedColumn, refundedOfAmount } from "../amounts/amount-companions.ts";
import { columnsOfCurrencies, isNoCurrency } from "../amounts/currency-values.ts";
import { currencyQuestions, headerCurrency, isNoCurrencyColumn } from "../amounts/header-currency.ts";
import { isWithoutMoney } from "../amounts/without-money.ts";
import { customerChain } from "../customers/customer-columns.ts";
import { customerTable } from "../customers/customer-table.ts";
import {
  columnsLike,
  columnsNamed,
  type HeaderSample,
  nameOf,
  onlyColumnLike,
  valuesOf,
} from "../header/header-sample.ts";
import type { Role } from "../names/column-names.ts";
import { knownName } from "../names/known-names.ts";
import { kindRules } from "../statuses/kind-rules.ts";
import { isNoStatus, statusColumn } from "../statuses/status-column.ts";
import { flagOf, flagRules } from "../statuses/status-flags.ts";
import { ColumnQuestions } from "./column-questions.ts";
import {
  type AmountColumns,
  type ColumnOptions,
  type ColumnRoles,
  mainAmount,
  NO_COLUMN,
  NO_ROLES,
  type StatusRule,
} from "./columns.ts";

/** How many of a row's cells are names that some role goes by. */
export function recognisedNames(cells: readonly string[]): number {
  return cells.filter((cell) => knownName(cell) !== null).length;
}

/** What a row of orders tells, and the roles of the columns that tell it. */
const PARTS_OF_ORDERS: readonly ReadonlySet<Role>[] = [
  new Set(["customer", "email"]),
  new Set(["order"]),
  new Set(["date"]),
  new Set(["orderTotal", "lineTotal", "amount", "price"]),
];

/** How much of an order a header names: its customer, id, day and money, 0 to 4. */
export function partsOfOrdersNamed(header: readonly string[]): number {
  const roles = header.map((name) => knownName(name)?.role);
  return PARTS_OF_ORDERS.filter((part) => roles.some((role) => role !== undefined && part.has(role))).length;
}

/**
 * Finds the columns of a file of unknown make: as the user named them, by their names in seven languages, or, where no
 * name is known, by their values when exactly one column fits. A column whose values do not fit its name gives way to
 * another of its role.
 *
 * @throws MissingColumnError or InputError with everything that is not clear: named columns that the file lacks, needed
 * roles that no column fits, questions that change the money; InputError for a table of customers
 */
export function genericColumns(sample: HeaderSample, options: ColumnOptions): ColumnRoles {
  const questions = new ColumnQuestions(sample);
  const customer = customerChain(sample, options, questions);
  const customers = customerTable(sample, customer, { options, questions });
  if (customers !== null) return customers;
  const date = dateColumn(sample, options.date, questions);
  const amount = amountColumns(sample, options, questions);
  const status = statusColumn(sample, options.status, questions);
  const money = amount === null ? null : mainAmount(amount);
  const { currency, refunded } = isWithoutMoney(options)
    ? { currency: null, refunded: null }
    : besideAmount(sample, options, { money, questions });
  const isFlag = status !== null && flagOf(nameOf(sample, status), valuesOf(sample, status)) !== null;
  const flags = flagRules(sample.header, {
    valuesOf: (column) => valuesOf(sample, column),
    hasRefunds: refunded !== null,
    hasStatus: status !== null && !isFlag,
  });
  const kinds = kindRules(sample.header, { valuesOf: (column) => valuesOf(sample, column), status });
  const order = orderColumn(sample, { option: options.order, customer: customer[0]?.[0], date, questions });
  const margin = questions.named(options.margin, "--margin") ?? null;
  const cost = questions.named(options.cost, "--cost") ?? null;
  if ((date === null || amount === null) && options.asFarAsClear !== true) throw questions.error();
  const paid = amount ?? likelyAmount(sample);
  const refundedColumn = refunded === null ? null : ({ kind: "column", column: refunded } as const);
  for (const question of currencyQuestions(
    sample,
    { amount: paid, refunded: refundedColumn, margin, cost, currency },
    options,
  ))
    questions.ask(question);
  if (questions.isOpen && options.asFarAsClear !== true) throw questions.error();
  return {
    ...NO_ROLES,
    customer,
    order: order === null ? [] : [order],
    date: date ?? columnsLike(sample, "date")[0] ?? NO_COLUMN,
    amount: paid,
    refunded: refundedColumn,
    status: isFlag ? null : status,
    rules: isNoStatus(sample.header, options.status) ? [] : countingLast([...flags, ...kinds]),
    currency,
    headerCurrency: headerCurrency(sample.header, { amount: paid }),
    margin,
    cost,
    ...(options.asFarAsClear === true ? { open: questions.open } : {}),
  };
}

/** The amount where its column is not clear: the first that may hold it, by which the way of writing numbers can be told. */
function likelyAmount(sample: HeaderSample): AmountColumns {
  const [first] = [...columnsLike(sample, "money"), ...numbersWithMark(sample)];
  return first === undefined ? NO_ROLES.amount : { kind: "sum", plus: [first], minus: [], per: "undecided" };
}

/** The first rule that a row meets decides: what one column leaves out is not counted by another. */
function countingLast(rules: readonly StatusRule[]): readonly StatusRule[] {
  const counts = ({ means }: StatusRule): boolean => means === "counts";
  return [...rules.filter((rule) => !counts(rule)), ...rules.filter(counts)];
}

/** The columns that go with the amount. */
function besideAmount(
  sample: HeaderSample,
  options: ColumnOptions,
  { money, questions }: { readonly money: number | null; readonly questions: ColumnQuestions },
): Pick<ColumnRoles, "currency"> & { readonly refunded: number | null } {
  return {
    currency: besideColumn(sample, { role: "currency", option: options.currencyColumn, money, questions }),
    refunded: besideColumn(sample, {
      role: "refunded",
      option: options.refunded,
      money,
      questions: options.refunds === "ignore" ? new ColumnQuestions(sample) : questions,
    }),
  };
}

/** The currency or the refunded amount: as named, or the one that belongs to the money. */
function besideColumn(
  sample: HeaderSample,
  {
    role,
    option,
    money,
    questions,
  }: {
    readonly role: "currency" | "refunded";
    readonly option: string | undefined;
    readonly money: number | null;
    readonly questions: ColumnQuestions;
  },
): number | null {
  const flag = role === "currency" ? "--currency-column" : "--refunded";
  const isNone = role === "currency" ? isNoCurrencyColumn : isNoRefundedColumn;
  if (isNone(sample.header, option)) return null;
  if (option !== undefined) return questions.named(option, flag) ?? null;
  if (role === "currency") return currencyColumn(sample, money, questions);
  const general = questions.columnFor(sample, role, flag);
  return money === null ? general : refundedOfAmount(sample.header, money, general);
}

/** The currency of the money, by names; by values where no name says one, and the amount is not said to be converted. */
function currencyColumn(sample: HeaderSample, money: number | null, questions: ColumnQuestions): number | null {
  const named = questions.columnFor(sample, "currency", "--currency-column");
  const general = named !== null && isNoCurrency(valuesOf(sample, named)) ? null : named;
  const found = money === null ? general : currencyOfAmount(sample.header, money, general);
  if (found !== null || general !== null) return found;
  const [only, ...others] = columnsOfCurrencies(sample);
  if (others.length === 0 || only === undefined) return only ?? null;
  const names = [only, ...others].map((column) => `"${nameOf(sample, column)}"`);
  questions.ask({
    text: `${names.join(" and ")} hold currencies, and it is not clear which is that of the amount`,
    hint: "name it with --currency-column NAME, or say --currency-column none",
  });
  return null;
}

function dateColumn(sample: HeaderSample, option: string | undefined, questions: ColumnQuestions): number | null {
  if (option !== undefined) return questions.named(option, "--date") ?? null;
  const found = questions.columnFor(sample, "date", "--date") ?? onlyColumnLike(sample, "date");
  if (found !== null && !isWithoutDates(valuesOf(sample, found))) return found;
  if (found !== null) {
    const name = nameOf(sample, found);
    const example = valuesOf(sample, found).find((value) => value.trim() !== "");
    questions.ask({
      text: `"${name}" is the date by its name, and its values are not dates (such as "${example?.trim()}")${candidates(sample, columnsLike(sample, "date"), "dates")}`,
      hint: "name the date with --date NAME; a number of days since some start must be turned into a date first",
      missing: "the order date",
    });
    return null;
  }
  questions.ask({
    text: `no column for the order date was recognised${candidates(sample, columnsLike(sample, "date"), "dates")}`,
    hint: "name the date with --date NAME",
    missing: "the order date",
  });
  return null;
}

/** Whether a column is filled, and nothing in it is a date in any notation. */
function isWithoutDates(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== "");
  return filled.length >= 3 && filled.every((value) => dateEvidence(value) === null);
}

/** The order id; a doubtful `Référence` only where it does not stand on rows of different customers, as a product's does. */
function orderColumn(
  sample: HeaderSample,
  {
    option,
    customer,
    date,
    questions,
  }: {
    readonly option: string | undefined;
    readonly customer: number | undefined;
    readonly date: number | null;
    readonly questions: ColumnQuestions;
  },
): number | null {
  if (option !== undefined) return questions.named(option, "--order") ?? null;
  const found = questions.columnFor(sample, "order", "--order");
  if (found !== null) return found;
  const doubtful = columnsNamed(sample, "order").filter(({ column }) => !isShared(sample, column, customer));
  return doubtful[0]?.column ?? ownIdOf(sample, date);
}

/** The bare id of what has the date: a record that is an order, or an element of a list of orders in a customer's record. */
function ownIdOf({ ownIds }: HeaderSample, date: number | null): number | null {
  if (ownIds == null) return null;
  return date !== null && date >= ownIds.firstOfElements ? ownIds.element : ownIds.record;
}

/** Whether a value of a column stands on rows of different customers. */
function isShared(sample: HeaderSample, column: number, customer: number | undefined): boolean {
  if (customer === undefined) return false;
  const buyers = new Map<string, string>();
  return valuesOf(sample, column).some((id, row) => {
    const buyer = (sample.rows[row]?.[customer] ?? "").trim();
    if (id.trim() === "" || buyer === "") return false;
    const known = buyers.get(id);
    buyers.set(id, known ?? buyer);
    return known !== undefined && known !== buyer;
  });
}
