/*
 * Joins: orders whose customers or amounts stand in other files. link-tables.ts decides which key columns join two tables,
 * plan-tables.ts which table plays which role; orders/join/ brings the rows together.
 */

import { withoutSheet } from "../../basics/text/place.ts";
import { InputError } from "../../errors.ts";
import type { InputFile } from "../../files/find-inputs.ts";
import { isWithoutMoney } from "../detect/amounts/without-money.ts";
import { type AmountColumns, NO_COLUMN } from "../detect/columns/columns.ts";
import type { ResolveOptions } from "../detect/formats/resolve-formats.ts";
import { nameOf } from "../detect/header/header-sample.ts";
import { columnOf, namedColumn } from "../detect/header/named-columns.ts";
import type { Layout, LayoutOptions } from "../detect/layout.ts";
import { type AmountChoice, type AmountTable, amountOfTable, chooseAmounts } from "./amount-table.ts";
import { isOfRefunds } from "./is-of-refunds.ts";
import type { JoinedFile, JoinOption } from "./joined-file.ts";
import { KeyTallies } from "./key-tally.ts";
import { isOfPeople, linkTable, type TableLink } from "./link-tables.ts";
import { type OrdersTable, orderColumn, ordersTable } from "./orders-table.ts";
import { type RefundTable, refundsWithoutOrders, refundTable, refuseLoneRefunds } from "./refund-table.ts";
import { namedKind } from "./table-names.ts";
import {
  noAmounts,
  refuseRepeatedCustomers,
  refuseRepeatedOrders,
  refuseUnused,
  requireCustomers,
} from "./table-refusals.ts";
import { findTables, type Table } from "./tables.ts";

export interface JoinOptions extends LayoutOptions, ResolveOptions {
  /** Tables that are joined to the orders, where the user says it. */
  readonly join?: readonly JoinOption[] | undefined;
}

/** Files of tables that belong together, each with its layout and its place; files of folders that give nothing are left out. */
export interface PlannedTables {
  readonly inputs: readonly InputFile[];
  readonly layouts: readonly Layout[];
  readonly joined: readonly JoinedFile[];
}

/**
 * Finds out how files are tables that belong together: which is the orders, and what each other one gives them.
 *
 * @returns `null` where they are not: there is one table, none of orders, or none that goes with them
 * @throws InputError where it is not clear, or a join would count money twice
 */
export async function planTables(inputs: readonly InputFile[], options: JoinOptions): Promise<PlannedTables | null> {
  const tables = await findTables(inputs, options);
  if (tables === null || tables.length < 2) return null;
  const asked = new Map(tables.flatMap((table) => askedFor(table, options.join ?? [])));
  const tallies = new KeyTallies();
  const candidates = tables.filter((table) => !asked.has(table) && !isOfRefunds(table));
  const orders = await ordersTable(candidates, { options, tallies });
  if (orders === null) return null;
  const links: TableLink[] = [];
  const lone: Table[] = [];
  for (const table of tables) {
    if (table === orders.table) continue;
    const link = await linkTable(table, orders, { tallies, asked: asked.get(table) ?? null });
    const isLone = isOfRefunds(table) && link?.to !== "order";
    if (isLone && !isWithoutMoney(options)) lone.push(table);
    else if (link !== null) links.push(link);
  }
  const isNeeded = !links.some(({ table }) => isOfRefunds(table));
  const [unplaced] = lone.filter((table) => isNeeded || isNamed(table, options));
  if (unplaced !== undefined) refuseLoneRefunds([orders.table, unplaced], options);
  if (links.length === 0) return null;
  if (unplaced !== undefined) throw refundsWithoutOrders(unplaced, [orders.table]);
  const { most } = await tallies.of(orders.table, orderColumn(orders));
  return placed(inputs, tables, { orders, links, asked: new Set(asked.keys()), options, most });
}

function askedFor(table: Table, join: readonly JoinOption[]): readonly (readonly [Table, JoinOption])[] {
  const found = join.find(({ file }) => table.files.some(({ input }) => isFile(input, file)));
  return found === undefined ? [] : [[table, found]];
}

/** Whether a name that the user wrote is that of a file: as it was found, or without its folder. */
export function isFile({ source, path }: Pick<InputFile, "source" | "path">, name: string): boolean {
  const own = withoutSheet(source.name);
  const last = (text: string): string => text.replace(/^.*[/\\]/, "");
  return own === name || path === name || last(own) === name || last(own) === last(name);
}

/** Gives each file its place, once every table's part is known. */
async function placed(
  inputs: readonly InputFile[],
  tables: readonly Table[],
  {
    orders,
    links,
    asked,
    options,
    most,
  }: {
    readonly orders: OrdersTable;
    readonly links: readonly TableLink[];
    readonly asked: ReadonlySet<Table>;
    readonly options: JoinOptions;
    readonly most: { readonly key: string; readonly rows: number };
  },
): Promise<PlannedTables | null> {
  const amounts = amountsOf(links, orders, options);
  const customers = customersOf(links, options);
  const hasMoney = !isWithoutMoney(options);
  const refunds = hasMoney ? refundsOf(links, orders, options) : [];
  for (const { link } of amounts) refuseRepeatedOrders(orders, link, most);
  for (const link of customers) refuseRepeatedCustomers(orders, link);
  if (hasMoney && !orders.hasAmount && amounts.length + customers.length === 0) return null;
  const choice = hasMoney ? await chooseAmounts(orders, amounts, options) : { taken: null, agreements: new Map() };
  requireCustomers(orders, customers);
  if (!orders.hasAmount && choice.taken === null) throw noAmounts(orders, links);
  return inFileOrder(inputs, tables, { orders, amounts, customers, refunds, asked, choice, options });
}

/**
 * The tables whose amounts belong to orders. One whose amounts are not clear is asked about where the user named it or no
 * other table has any; else it is one that gives nothing, such as shipments with their cost.
 *
 * @throws InputError for it
 */
function amountsOf(links: readonly TableLink[], orders: OrdersTable, options: JoinOptions): readonly AmountTable[] {
  const amounts: AmountTable[] = [];
  const unclear = new Map<Table, InputError>();
  for (const link of links) {
    if (link.to === "customer" || isOfRefunds(link.table)) continue;
    const amount = amountOfTable(link, options);
    if (amount instanceof InputError) unclear.set(link.table, amount);
    else if (amount !== null) amounts.push({ link, table: link.table, key: link.key, amount });
  }
  for (const [table, error] of unclear) {
    if (isNamed(table, options) || (!orders.hasAmount && amounts.length === 0)) throw error;
  }
  return amounts;
}

/**
 * The tables of refunds. One that is not clear gives nothing where another one is, unless the user named it.
 *
 * @throws InputError for it
 */
function refundsOf(links: readonly TableLink[], orders: OrdersTable, options: JoinOptions): readonly RefundTable[] {
  const refunds: RefundTable[] = [];
  const unclear = new Map<Table, InputError>();
  for (const link of links) {
    if (!isOfRefunds(link.table)) continue;
    const found = refundTable(link, orders, options);
    if (found instanceof InputError) unclear.set(link.table, found);
    else refunds.push(found);
  }
  for (const [table, error] of unclear) if (isNamed(table, options) || refunds.length === 0) throw error;
  return refunds;
}

/**
 * The tables that say who customers are. One that is named as something else, such as carts, does not. One of several rows per customer, such as addresses or sessions, says nothing of
 * them where another has one row each, or where it is not a table of people.
 */
function customersOf(links: readonly TableLink[], options: JoinOptions): readonly TableLink[] {
  const isPerhapsOfCustomers = ({ table, known }: TableLink): boolean =>
    known !== null || isNamed(table, options) || isOfPeople(table) || namedKind(table.fileName) === null;
  const customers = links.filter(
    (link) => link.to === "customer" && !isOfRefunds(link.table) && isPerhapsOfCustomers(link),
  );
  const hasUnique = customers.some(({ most }) => most.rows <= 1);
  return customers.filter(
    ({ table, most, known }) =>
      most.rows <= 1 || known !== null || isNamed(table, options) || (!hasUnique && isOfPeople(table)),
  );
}

/** Whether the user named a table's file. */
function isNamed(table: Table, { join = [] }: JoinOptions): boolean {
  return table.files.some(({ input }) => input.named || join.some(({ file }) => isFile(input, file)));
}

function inFileOrder(
  inputs: readonly InputFile[],
  tables: readonly Table[],
  {
    orders,
    amounts,
    customers,
    refunds,
    asked,
    choice,
    options,
  }: {
    readonly orders: OrdersTable;
    readonly amounts: readonly AmountTable[];
    readonly customers: readonly TableLink[];
    readonly refunds: readonly RefundTable[];
    readonly asked: ReadonlySet<Table>;
    readonly choice: AmountChoice;
    readonly options: JoinOptions;
  },
): PlannedTables {
  const found = new Map<InputFile, { readonly layout: Layout; readonly joined: JoinedFile }>();
  const own: Omit<JoinedFile, "table"> = {
    ...{
      role: "orders",
      key: null,
      isAsked: false,
      ordersKey: "",
      agreement: null,
      ownCustomer: null,
      chain: [],
      lines: null,
    },
  };
  for (const [index, { input }] of orders.table.files.entries()) {
    const layout = orders.layouts[index];
    if (layout === undefined) continue;
    const { columns } = layout;
    const amount: AmountColumns = choice.taken === null ? columns.amount : { kind: "none" };
    const joined = { ...own, table: tables.indexOf(orders.table) };
    found.set(input, { layout: { ...layout, columns: { ...columns, amount } }, joined });
  }
  const add = (link: TableLink, layoutOf: (layout: Layout) => Layout, part: Partial<JoinedFile>): void => {
    const table = tables.indexOf(link.table);
    const ordersKey = nameOf(orders.table, link.ordersKey);
    for (const { input, layout } of link.table.files) {
      found.set(input, {
        layout: layoutOf({ ...layout, platform: orders.layouts[0]?.platform ?? "" }),
        joined: { ...own, role: "customers", table, key: link.key, isAsked: asked.has(link.table), ordersKey, ...part },
      });
    }
  };
  for (const one of amounts) {
    const columns = { order: [one.key], amount: one.amount, date: NO_COLUMN };
    add(one.link, (layout) => ({ ...layout, columns: { ...layout.columns, ...columns } }), {
      role: choice.taken === one ? "amounts" : "lines",
      agreement: choice.agreements.get(one) ?? null,
      lines: one.link.known?.lines ?? null,
    });
  }
  for (const { link, amount, date, currency, status } of refunds) {
    const columns = { order: [link.key], amount, date: date ?? NO_COLUMN, currency, status };
    add(link, (layout) => ({ ...layout, columns: { ...layout.columns, ...columns } }), { role: "refunds" });
  }
  for (const link of customers) {
    add(link, (layout) => layout, { ownCustomer: ownCustomer(link, orders, options), chain: [[link.ordersKey]] });
  }
  refuseUnused(inputs, found, orders);
  const used = inputs.flatMap((input) => {
    const file = found.get(input);
    return file === undefined ? [] : [{ input, ...file }];
  });
  return {
    inputs: used.map(({ input }) => input),
    layouts: used.map(({ layout }) => layout),
    joined: used.map(({ joined }) => joined),
  };
}

/** The customer's own id, where `--customer` names a column that the orders lack, or the platform has one. */
function ownCustomer({ table, known }: TableLink, orders: OrdersTable, { customer }: JoinOptions): number | null {
  const isOther = customer !== undefined && namedColumn(orders.table.header, customer) === null;
  const named = isOther ? namedColumn(table.header, customer) : null;
  if (named !== null) return named;
  const name = known?.gives.kind === "customers" ? known.gives.ownCustomer : undefined;
  return name === undefined ? null : columnOf(table.header, [name]);
}
