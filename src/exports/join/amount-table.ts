import { formatAmount } from "../../basics/money/amount.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { peopleCount } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { amountColumns } from "../detect/amounts/amount-columns.ts";
import { isWithoutMoney } from "../detect/amounts/without-money.ts";
import { ColumnQuestions } from "../detect/columns/column-questions.ts";
import { type AmountColumns, type ColumnOptions, partsOfAmount } from "../detect/columns/columns.ts";
import type { ResolveOptions } from "../detect/formats/resolve-formats.ts";
import { nameOf } from "../detect/header/header-sample.ts";
import { columnOf, namedColumn } from "../detect/header/named-columns.ts";
import { knownName } from "../detect/names/known-names.ts";
import type { AmountAgreement } from "./joined-file.ts";
import { KNOWN_TABLES } from "./known-tables.ts";
import type { TableLink } from "./link-tables.ts";
import { agreementOf, type SummedTable, sumsByOrder } from "./order-sums.ts";
import { type OrdersTable, orderColumn, withoutOthers } from "./orders-table.ts";

/** A table whose amounts belong to orders. */
export interface AmountTable extends SummedTable {
  readonly link: TableLink;
}

/** Which table's amounts count: one of those beside the orders, or the orders' own (`null`). */
export interface AmountChoice {
  readonly taken: AmountTable | null;
  /** How far the others agree with it, where that was looked at. */
  readonly agreements: ReadonlyMap<AmountTable, AmountAgreement>;
}

/**
 * The amounts of a table; `null` where it has none, or none that is clear while the user names those of another.
 *
 * @returns an error that asks for them, where columns may be amounts: it matters only where no other table has any
 */
export function amountOfTable(link: TableLink, options: ColumnOptions): AmountColumns | InputError | null {
  if (isWithoutMoney(options)) return null;
  const { table, known } = link;
  const named = withoutOthers(table, options);
  if (known?.gives.kind === "amounts" && named.amount === undefined) {
    const sums = known.gives.sums.map((names) => names.map((name) => columnOf(table.header, [name])));
    const plus = sums.find((columns) => !columns.includes(null))?.filter((column) => column !== null);
    if (plus !== undefined) return { kind: "sum", plus, minus: [], per: "line" };
  }
  const questions = new ColumnQuestions(table);
  const amount = amountColumns(table, named, questions);
  const isSettled = [options.amount, options.price].some((name) => name !== undefined) && named.amount === undefined;
  if (questions.isOpen && isSettled) return null;
  if (questions.isOpen) return questions.hasNoAmount ? null : questions.error();
  return amount === null || amount.kind === "none" || amount.kind === "uncounted"
    ? null
    : { ...amount, ...(amount.kind === "sum" ? { per: "line" } : {}) };
}

/** Two tables agree where their amounts do on this share of the orders that both have, or more. */
export const NEARLY_EVERY = 0.95;

/**
 * Which amounts count. What the user names does; else those of a known platform's orders; else, of several tables that agree
 * on nearly every order, the orders' own, or the payments of a known platform, or those of the table that has
 * most orders. Lines need not agree with the orders' own amount, which may have shipping and discounts, as long as neither
 * comes to more than twice the other in all.
 *
 * @throws InputError with an example where they do not agree
 */
export async function chooseAmounts(
  orders: OrdersTable,
  tables: readonly AmountTable[],
  options: ColumnOptions & ResolveOptions,
): Promise<AmountChoice> {
  const named = options.amount ?? options.price;
  if (named !== undefined) {
    const having = tables.filter(({ table }) => namedColumn(table.header, named) !== null);
    if (!orders.hasAmount && having.length > 1) throw severalNamed(named, having);
    return { taken: orders.hasAmount ? null : (having[0] ?? null), agreements: new Map() };
  }
  const preset = orders.layouts[0]?.preset ?? null;
  const isSettled = orders.hasAmount && (preset !== null || tables.every(isLines));
  const rivals = [...(orders.hasAmount ? [ownAmounts(orders)] : []), ...tables];
  const [only] = rivals;
  if (only === undefined || (isSettled && preset !== null) || rivals.length === 1) {
    return { taken: orders.hasAmount ? null : (tables[0] ?? null), agreements: new Map() };
  }
  const sums = new Map<SummedTable, ReadonlyMap<string, number>>();
  for (const rival of rivals) sums.set(rival, await sumsByOrder(rival, options));
  const sumsOf = (rival: SummedTable): ReadonlyMap<string, number> => sums.get(rival) ?? new Map();
  const taken = orders.hasAmount
    ? only
    : (rivals.toSorted(
        (a, b) =>
          rankOf(a, tables) - rankOf(b, tables) ||
          sumsOf(b).size - sumsOf(a).size ||
          compareCodeUnits(a.table.fileName, b.table.fileName),
      )[0] ?? only);
  const agreements = new Map<AmountTable, AmountAgreement>();
  for (const rival of tables) {
    if (rival === taken) continue;
    const agreement = agreementOf(sumsOf(taken), sumsOf(rival));
    const isPartOf = orders.hasAmount && isLines(rival);
    const areSame = agreement.agreeing >= NEARLY_EVERY * agreement.orders;
    const isOther = !areSame && (!isPartOf || agreement.isFarApart);
    if (isOther) {
      throw disagreeing([taken, rival], sumsOf, agreement);
    }
    agreements.set(rival, agreement);
  }
  return { taken: orders.hasAmount ? null : (tables.find((table) => table === taken) ?? null), agreements };
}

/** Payments come before items among the tables of a known platform, and these before others. */
function rankOf(rival: SummedTable, tables: readonly AmountTable[]): number {
  const known = tables.find((table) => table === rival)?.link.known ?? null;
  return known === null ? KNOWN_TABLES.length : KNOWN_TABLES.indexOf(known);
}

/** Whether amounts are those of lines, which leave out shipping and what else an order's total has: they go with a quantity. */
function isLines({ amount, table }: AmountTable): boolean {
  return amount.kind === "product" || table.header.some((name) => knownName(name)?.role === "quantity");
}

function ownAmounts(orders: OrdersTable): SummedTable {
  const amount = orders.layouts[0]?.columns.amount ?? { kind: "none" };
  return { table: orders.table, key: orderColumn(orders), amount };
}

function amountName({ table, amount }: SummedTable): string {
  const names = partsOfAmount(amount).map((column) => `"${nameOf(table, column)}"`);
  return `${names.join(amount.kind === "product" ? " × " : " + ")} of ${table.fileName}`;
}

function severalNamed(name: string, tables: readonly AmountTable[]): InputError {
  return new InputError(
    `--amount ${name}: ${tables.map(({ table }) => table.fileName).join(" and ")} have a column of that name`,
    {
      hint: "rename one of the columns, or leave one of the files out",
    },
  );
}

function disagreeing(
  [a, b]: readonly [SummedTable, SummedTable],
  sumsOf: (table: SummedTable) => ReadonlyMap<string, number>,
  { orders, agreeing, differing }: ReturnType<typeof agreementOf>,
): InputError {
  const id = differing ?? "";
  const sum = (table: SummedTable): string => formatAmount(sumsOf(table).get(id) ?? 0);
  const option = ({ table, amount }: SummedTable): string =>
    amount.kind === "product"
      ? `--price "${nameOf(table, amount.price)}" --quantity "${nameOf(table, amount.quantity)}"`
      : `--amount "${nameOf(table, partsOfAmount(amount)[0] ?? 0)}"`;
  return new InputError(
    `two tables could give an order's amount, and they agree on ${peopleCount(agreeing)} of ${peopleCount(orders)} orders: ` +
      `order ${id} comes to ${sum(a)} by ${amountName(a)} and ${sum(b)} by ${amountName(b)}`,
    {
      hint:
        option(a) === option(b)
          ? `leave the file out whose amounts do not count, or rename one of the columns and name the other: ${option(a)}`
          : `name the one that counts: ${option(a)} or ${option(b)}`,
    },
  );
}
