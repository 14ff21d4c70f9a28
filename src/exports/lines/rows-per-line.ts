import { InputError } from "../../errors.ts";
import type { InputFile } from "../../files/find-inputs.ts";
import { perListRecord, TableSource } from "../../typed/typed-table.ts";
import { mainAmount } from "../detect/columns/columns.ts";
import type { ContactOptions } from "../detect/contacts/contact-columns.ts";
import { isOfCustomers } from "../detect/customers/customer-table.ts";
import { namedColumn } from "../detect/header/named-columns.ts";
import { detectLayout, type Layout, type LayoutOptions } from "../detect/layout.ts";
import { knownName } from "../detect/names/known-names.ts";
import { isLineList, isOrderList } from "../detect/names/line-lists.ts";
import { NO_STATUS } from "../detect/statuses/status-column.ts";
import type { FilterOptions } from "../row-filter.ts";

/** What may name a column of the lists inside orders. */
export interface ListOptions extends LayoutOptions, Pick<FilterOptions, "where" | "excludeLines"> {
  readonly keep?: readonly string[] | undefined;
  readonly lines?: boolean | undefined;
  readonly contacts?: ContactOptions | undefined;
}

/**
 * Of records with lists inside, such as orders with their lines, gives the rows of a list in place of the records: where a
 * column of the list is asked for, and where only the list says what an order is worth. Other files stay as they are.
 *
 * @throws InputError where columns of two lists are asked for, or the rows of a list have no order id
 */
export async function withRowsPerLine(
  inputs: readonly InputFile[],
  options: ListOptions,
): Promise<readonly InputFile[]> {
  const replaced: InputFile[] = [];
  for (const input of inputs) {
    const source = await rowsOf(input.source, options);
    replaced.push(source === input.source ? input : { ...input, source });
  }
  return replaced;
}

async function rowsOf(source: InputFile["source"], options: ListOptions): Promise<InputFile["source"]> {
  if (!(source instanceof TableSource)) return source;
  const lists = source.table.lists ?? new Map<string, never>();
  if (lists.size === 0) return source;
  const named = namedLists(source, [...lists.keys()], options);
  const [asked, other] = named;
  if (asked !== undefined && other !== undefined) {
    throw new InputError(
      `${source.name}: columns of two lists inside the records are asked for, "${asked}" and "${other}", and one can be read`,
      { hint: "name columns of one of them" },
    );
  }
  const lines = asked ?? orderList(lists) ?? lineList([...lists.keys()]);
  const list = lines === null ? undefined : lists.get(lines);
  if (lines === null || list === undefined) return source;
  const perLine = perListRecord(source, list, !isOrderList(lines));
  if (asked === undefined && !(await isListWanted(source, { list: lines, perLine }, options))) return source;
  const isUsable = await hasOrderIds(perLine, options);
  if (isUsable === true) return perLine;
  if (asked === undefined || isUsable === null) return asked === undefined ? source : perLine;
  throw new InputError(
    `${source.name}: the rows of "${lines}" need the id of their order, and no column of the records has it`,
    {
      hint: "name the column of the order id with --order NAME",
    },
  );
}

/** The lists of which an option names a column that the records themselves lack. */
function namedLists({ table }: TableSource, lists: readonly string[], options: ListOptions): readonly string[] {
  const wanted = columnNames(options).filter((name) => namedColumn(table.names ?? [], name) === null);
  return lists.filter((list) => wanted.some((name) => name.trim().toLowerCase().startsWith(`${list.toLowerCase()}.`)));
}

/** Every column that options name. */
function columnNames(options: ListOptions): readonly string[] {
  const { keep = [], where = [], excludeLines = [] } = options;
  const { customer, order, date, amount, quantity, price, status, currencyColumn, refunded, margin, cost } = options;
  const roles = [customer, order, date, amount, quantity, price, status, currencyColumn, refunded, margin, cost];
  return [...keep, ...[...where, ...excludeLines].map(({ column }) => column), ...roles].flatMap((name) =>
    typeof name === "string" ? [name] : [],
  );
}

/** The list that holds the lines of orders: by its name, or the only one; `null` where that is not clear. */
function lineList(lists: readonly string[]): string | null {
  const named = lists.filter(isLineList);
  const [only, ...others] = named.length > 0 ? named : lists;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The one list of a customer's orders; `null` where there is none, or more than one. */
function orderList(lists: ReadonlyMap<string, unknown>): string | null {
  const [only, ...others] = [...lists.keys()].filter(isOrderList);
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * Whether the rows of a list that nobody named are read: where line items are asked for, and where the records by themselves
 * say no order. A record with a list of orders is a customer, and at best a summary of them, unless it names its own order: then the
 * list is what its customer ordered before, or what became of it.
 */
async function isListWanted(
  source: TableSource,
  { list, perLine }: { readonly list: string; readonly perLine: TableSource },
  options: ListOptions,
): Promise<boolean> {
  const layout = await layoutOf(source, options);
  if (isOrderList(list)) {
    if (layout === null) return true;
    return !isOfCustomers(layout.columns) && !namesItsOrder(layout) && (await hasOwnMoney(perLine, options));
  }
  return options.lines === true || layout === null;
}

/** Whether the elements of a list say what they are worth; what became of an order has no money of its own. */
async function hasOwnMoney(perLine: TableSource, options: ListOptions): Promise<boolean> {
  const layout = await layoutOf(perLine, options);
  const money = layout === null ? null : mainAmount(layout.columns.amount);
  return money === null || money >= (perLine.table.inside?.firstColumn ?? 0);
}

/** Whether the order id of a layout has the name of one; a bare `id` may be that of a customer. */
function namesItsOrder({ columns, header }: Layout): boolean {
  return columns.order.some((column) => knownName(header[column] ?? "")?.role === "order");
}

/** Whether rows know their order, or are orders, because each has a date of its own; `null` where other things are not clear either. */
async function hasOrderIds(source: TableSource, options: ListOptions): Promise<boolean | null> {
  const layout = await layoutOf(source, options);
  if (layout === null) return null;
  const { order, date } = layout.columns;
  return order.length > 0 || date >= (source.table.inside?.firstColumn ?? Number.POSITIVE_INFINITY);
}

/** The layout of a table, whatever its statuses say; `null` where its columns are not clear. */
async function layoutOf(source: TableSource, options: ListOptions): Promise<Layout | null> {
  try {
    return await detectLayout(source, { ...options, status: options.status ?? NO_STATUS });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}
