import { InputError } from "../../../errors.ts";
import { isWithoutMoney } from "../amounts/without-money.ts";
import type { ColumnQuestions } from "../columns/column-questions.ts";
import { type ColumnOptions, type ColumnRoles, type KeyChain, NO_COLUMN, NO_ROLES } from "../columns/columns.ts";
import { columnFor, type HeaderSample, nameOf, valuesOf } from "../header/header-sample.ts";
import { type SummaryRole, summaryRole } from "./summary-names.ts";

/** What to say where a table of customers is taken for one of orders, or the other way round. */
const SAY_WHICH =
  "say --table customers to read one row per customer, or --table orders if each row is an order; or export the orders themselves";

/** Whether columns are those of a table of customers. */
export function isOfCustomers({ summary }: ColumnRoles): boolean {
  return summary !== null;
}

/**
 * The columns of a table with one row per customer; `null` for a table of orders. It is told by columns that sum customers up,
 * where no column holds order ids and no customer stands on two rows of the sample, or by `--table customers`.
 *
 * @throws InputError for a summary whose words mean something else, and where a needed column is not recognised
 */
export function customerTable(
  sample: HeaderSample,
  customer: KeyChain,
  { options, questions }: { readonly options: ColumnOptions; readonly questions: ColumnQuestions },
): ColumnRoles | null {
  if (options.table === "orders" || (options.table === undefined && !looksLikeCustomers(sample, customer, options))) {
    return null;
  }
  refuseRepeatSummary(sample, options);
  return rolesOf(sample, customer, { options, questions });
}

function looksLikeCustomers(sample: HeaderSample, customer: KeyChain, { order }: ColumnOptions): boolean {
  if (order !== undefined || columnFor(sample, "order") !== null) return false;
  const roles = new Set(sample.header.map(summaryRole));
  if (roles.size === 1 && roles.has(null)) return false;
  if (!isAnyoneTwice(sample, customer)) return true;
  const isTold = roles.has("count") && (roles.has("last") || roles.has("recency"));
  return isTold && columnFor(sample, "date") === null; // two rows of a customer are asked about when they are read
}

function rolesOf(
  sample: HeaderSample,
  customer: KeyChain,
  { options, questions }: { readonly options: ColumnOptions; readonly questions: ColumnQuestions },
): ColumnRoles {
  const count = questions.named(options.orderCount, "--order-count") ?? columnOf(sample, "count", questions);
  const date = questions.named(options.date, "--date");
  const last = date ?? columnOf(sample, "last", questions);
  const recency = date == null && last === null ? columnOf(sample, "recency", questions) : null;
  const hasMoney = !isWithoutMoney(options);
  const spend = hasMoney ? spendColumn(sample, options, questions) : null;
  const missing = [
    ...(count === null ? ["the number of orders (--order-count NAME)"] : []),
    ...(last == null && recency === null ? ["the day of the last order, or the days since it (--date NAME)"] : []),
    ...(hasMoney && spend === null ? ["what they spent (--amount NAME, or --amount none)"] : []),
  ];
  if (questions.isOpen) throw questions.error();
  if (missing.length > 0 || count === null) throw notClear(sample, missing);
  const isDays = last != null && areDaysSince(valuesOf(sample, last));
  const daysSince = isDays ? last : recency;
  return {
    ...NO_ROLES,
    customer,
    date: isDays ? NO_COLUMN : (last ?? NO_COLUMN),
    amount: spend === null ? { kind: "uncounted" } : { kind: "sum", plus: [spend], minus: [], per: "order" },
    currency: hasMoney
      ? (questions.named(options.currencyColumn, "--currency-column") ?? columnFor(sample, "currency"))
      : null,
    summary: { count, daysSince, first: columnOf(sample, "first", questions) },
  };
}

/** The one column of a role by its name; asks where two differ. */
function columnOf(sample: HeaderSample, role: SummaryRole, questions: ColumnQuestions): number | null {
  const found = sample.header.flatMap((name, column) => (summaryRole(name) === role ? [column] : []));
  const [first, second] = found;
  if (first === undefined) return null;
  const differ = found.filter((column) => sample.rows.some((cells) => cells[column] !== cells[first]));
  if (second !== undefined && differ.length > 0 && role !== "first") {
    const shown = found.map((column) => `"${nameOf(sample, column)}"`).join(" and ");
    questions.ask({
      text: `${shown} have the same meaning but differ`,
      hint: `name the one that counts with ${FLAG_OF[role]} NAME`,
    });
  }
  return first;
}

const FLAG_OF: Readonly<Record<SummaryRole, string>> = {
  count: "--order-count",
  last: "--date",
  recency: "--date",
  first: "--date",
  spend: "--amount",
  other: "--date",
};

function spendColumn(sample: HeaderSample, options: ColumnOptions, questions: ColumnQuestions): number | null {
  if (options.amount !== undefined) return questions.named(options.amount, "--amount") ?? null;
  return (
    columnOf(sample, "spend", questions) ??
    columnFor(sample, "orderTotal") ??
    columnFor(sample, "amount") ??
    columnFor(sample, "lineTotal")
  );
}

/** Whether a column that should hold days holds numbers of days. */
function areDaysSince(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== "");
  return filled.length > 0 && filled.every((value) => /^\s*\d{1,5}(?:[.,]0+)?\s*$/.test(value));
}

function notClear(sample: HeaderSample, missing: readonly string[]): InputError {
  const found = sample.header.flatMap((name, column) =>
    summaryRole(name) === null ? [] : [`"${nameOf(sample, column)}"`],
  );
  const by = found.length === 0 ? "" : ` (${found.slice(0, 5).join(", ")})`;
  return new InputError(
    `${sample.fileName}: this is a table of customers, one row per customer${by}, and no column was recognised for ${missing.join(", nor for ")}`,
    { hint: SAY_WHICH },
  );
}

/** @throws InputError for a summary for a purchase model, unless the user says which column means what */
function refuseRepeatSummary({ header, fileName }: HeaderSample, { table, orderCount, date }: ColumnOptions): void {
  if (table === "customers" && orderCount !== undefined && date !== undefined) return;
  const written = header.map((name) => name.trim().toLowerCase());
  if (!["frequency", "recency", "t"].every((name) => written.includes(name))) return;
  throw new InputError(
    `${fileName}: "frequency", "recency" and "T" are those of a summary for a purchase model (BTYD): frequency counts repeat purchases only, and recency is the customer's age at the last one`,
    {
      hint: "export the orders that the summary was made from, one row per order; or say what the columns are: --table customers --order-count NAME --date NAME",
    },
  );
}

function isAnyoneTwice({ rows }: HeaderSample, [first]: KeyChain): boolean {
  if (first === undefined) return false;
  const different = [...new Map(rows.map((cells) => [cells.join("\u0000"), cells])).values()];
  const keys = different.map((cells) =>
    first.map((column) => (cells[column] ?? "").trim().toLowerCase()).join("\u0000"),
  );
  const filled = keys.filter((key) => key.replaceAll("\u0000", "") !== "");
  return new Set(filled).size < filled.length;
}
