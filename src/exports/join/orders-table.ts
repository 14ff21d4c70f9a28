import { withoutSheet } from "../../basics/text/place.ts";
import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { isWithoutMoney } from "../detect/amounts/without-money.ts";
import { AMOUNT_ELSEWHERE, type ColumnOptions } from "../detect/columns/columns.ts";
import { nameOf } from "../detect/header/header-sample.ts";
import { columnOf, hasKey, namedColumn } from "../detect/header/named-columns.ts";
import { detectLayout, type Layout, type LayoutOptions } from "../detect/layout.ts";
import { knownName } from "../detect/names/known-names.ts";
import { normaliseName } from "../detect/names/name-form.ts";
import { recognisePreset } from "../platforms/recognise.ts";
import { type KeyTallies, sharedKeys } from "./key-tally.ts";
import { knownOrders } from "./known-tables.ts";
import { namedKind } from "./table-names.ts";
import type { Table } from "./tables.ts";

/** The table whose rows are orders, and how its files are read. */
export interface OrdersTable {
  readonly table: Table;
  readonly layouts: readonly Layout[];
  /** Whether an amount stands in it. */
  readonly hasAmount: boolean;
}

/** What bare keys are called: the id of whatever a table is about. */
const BARE_KEYS = ["id", "entity_id"] as const;

/**
 * The one table whose rows are orders: it has a date, a customer and a column of order ids, each of which stands on one row.
 * `null` where no table has.
 *
 * @throws InputError where two have, or the ids of the only one repeat
 */
export async function ordersTable(
  tables: readonly Table[],
  { options, tallies }: { readonly options: LayoutOptions; readonly tallies: KeyTallies },
): Promise<OrdersTable | null> {
  const found: OrdersTable[] = [];
  for (const table of tables) {
    const orders = await readAsOrders(table, options);
    if (orders !== null) found.push(orders);
  }
  const unique: OrdersTable[] = [];
  for (const orders of found) {
    const { most } = await tallies.of(orders.table, orderColumn(orders));
    if (most.rows <= 1) unique.push(orders);
  }
  const likely = await withoutReferring(mostLikely(unique.length > 0 ? unique : found), tallies);
  const isNamed = likely.some(({ table }) => namedKind(table.fileName) === "orders");
  const [only, other] = isNamed || likely.every((one) => !isStandIn(one, tables)) ? likely : [];
  if (only === undefined) return null;
  if (other !== undefined) throw twoTables(only, other);
  return only;
}

/** Whether a table that is named as something else took the place of one that is named as orders and is not clear. */
function isStandIn({ table }: OrdersTable, tables: readonly Table[]): boolean {
  const kind = namedKind(table.fileName);
  return kind !== null && kind !== "orders" && tables.some(({ fileName }) => namedKind(fileName) === "orders");
}

/**
 * Of several tables with a date, a customer and ids, as the dump of a shop's database has them: those that may be orders.
 * Tables that are named as something else are none, unless they have amounts under ids of their own; nor are tables without
 * amounts that only name another's ids.
 */
function mostLikely(all: readonly OrdersTable[]): readonly OrdersTable[] {
  const rules: readonly ((one: OrdersTable) => boolean)[] = [
    ({ table }) => namedKind(table.fileName) !== "no orders",
    mayBeOrdersByName,
    (one) => one.hasAmount || hasOwnIds(one),
  ];
  let left = all;
  for (const rule of rules) {
    const kept = left.filter(rule);
    if (kept.length > 0) left = kept;
  }
  const named = left.filter(({ table }) => namedKind(table.fileName) === "orders");
  return named.length === 1 && left.every((one) => !one.hasAmount || named.includes(one)) ? named : left;
}

/** Nearly all of a table's keys are another's. */
const NEARLY_ALL = 0.9;

/**
 * Tables without those whose order ids are another's: next to an `id` of their own, such as the invoices of the orders, or
 * those of a platform's own table of orders.
 */
async function withoutReferring(all: readonly OrdersTable[], tallies: KeyTallies): Promise<readonly OrdersTable[]> {
  const left: OrdersTable[] = [];
  for (const one of all) {
    const others = all.filter((other) => other !== one && mayReferTo(one, other));
    const own = await tallies.of(one.table, orderColumn(one));
    let refers = false;
    for (const other of others) {
      const shared = sharedKeys(own, await tallies.of(other.table, orderColumn(other)));
      if (shared > 0 && shared >= NEARLY_ALL * own.rowsOf.size) refers = true;
    }
    if (!refers) left.push(one);
  }
  return left;
}

/** Whether a table may only repeat another's ids: of a platform's tables of orders the one with most columns has them. */
function mayReferTo(one: OrdersTable, other: OrdersTable): boolean {
  if (!isKnown(other)) return !hasOwnIds(one) && hasOwnIds(other);
  return !isKnown(one) || other.table.header.length > one.table.header.length;
}

/** Whether a table is a known platform's. */
function isKnown({ layouts }: OrdersTable): boolean {
  return (layouts[0]?.preset ?? null) !== null;
}

/**
 * Whether the rows of a table may be orders by its name: it is that of orders or says nothing, or payments under ids that are
 * not called an order's may be the sales of another channel.
 */
function mayBeOrdersByName({ table, layouts, hasAmount }: OrdersTable): boolean {
  const kind = namedKind(table.fileName);
  if (kind === "orders" || kind === null) return true;
  const id = normaliseName(table.header[layouts[0]?.columns.order[0] ?? -1] ?? "");
  return kind === "payments" && hasAmount && !/\border\b/.test(id);
}

/** Whether the ids of the orders are the table's own, and not those of another beside an `id`. */
function hasOwnIds(orders: OrdersTable): boolean {
  const { header } = orders.table;
  return isBareKey(header[orderColumn(orders)] ?? "") || !header.some(isBareKey);
}

function isBareKey(name: string): boolean {
  return BARE_KEYS.some((key) => key === name.trim().toLowerCase());
}

/** The column of the order ids. */
export function orderColumn({ layouts }: OrdersTable): number {
  return layouts[0]?.columns.order[0] ?? 0;
}

function twoTables(a: OrdersTable, b: OrdersTable): InputError {
  const evidence = ({ table, layouts }: OrdersTable): string => {
    const { columns } = layouts[0] as Layout;
    return `${table.fileName} (date "${nameOf(table, columns.date)}", order "${nameOf(table, columns.order[0] ?? 0)}")`;
  };
  return new InputError(`two tables could both be the orders: ${evidence(a)} and ${evidence(b)}`, {
    hint: `name the one that is joined to the other: --join ${withoutSheet(b.table.fileName)} or --join ${withoutSheet(a.table.fileName)}`,
  });
}

/** A table as one of orders, with its amounts where it has any; `null` where it has no orders. */
async function readAsOrders(table: Table, options: LayoutOptions): Promise<OrdersTable | null> {
  const own = withoutOthers(table, options);
  const isKnown = knownOrders(recognisePreset(table.header)?.name ?? "");
  const customer = isKnown?.customer;
  const named = { ...own, ...(customer === undefined || own.customer !== undefined ? {} : { customer }) };
  const bare = BARE_KEYS.filter((name) => columnOf(table.header, [name]) !== null);
  const orders = own.order === undefined ? [undefined, ...bare] : [own.order];
  const hasMoney = !isWithoutMoney(options);
  const isElsewhere = hasMoney && [options.amount, options.price, options.quantity].some((name) => name !== undefined);
  const hasNamed = [own.amount, own.price, own.quantity].some((name) => name !== undefined);
  const amounts =
    own.amount !== undefined
      ? [own.amount]
      : isElsewhere && !hasNamed
        ? [AMOUNT_ELSEWHERE]
        : [undefined, AMOUNT_ELSEWHERE];
  for (const amount of amounts) {
    for (const order of orders) {
      const layouts = await layoutsOf(table, { ...named, order, amount });
      const isOrders = layouts?.every(({ columns }) => isOfOrders(table, columns, order));
      if (layouts === null || isOrders !== true) continue;
      const known = customer === undefined || own.customer !== undefined ? layouts : layouts.map(asPlatformHas);
      return { table, layouts: known, hasAmount: amount !== AMOUNT_ELSEWHERE };
    }
  }
  return null;
}

/** The layout of a known platform's orders, whose customer stands in another table. */
function asPlatformHas(layout: Layout): Layout {
  return { ...layout, columnEvidence: { ...layout.columnEvidence, customer: "as the platform has it" } };
}

/** Whether columns are those of orders: an id of the order, and beside a bare `id` one of the customer. */
function isOfOrders(table: Table, { order, customer }: Layout["columns"], named: string | undefined): boolean {
  const [buyer = -1] = customer[0] ?? [];
  if (order.length === 0 || buyer === order[0]) return false;
  return named === undefined || !BARE_KEYS.some((name) => name === named) || roleOf(table, buyer) === "customer";
}

function roleOf(table: Table, column: number): string | undefined {
  return knownName(table.header[column] ?? "")?.role;
}

async function layoutsOf(table: Table, options: LayoutOptions): Promise<readonly Layout[] | null> {
  try {
    const layouts: Layout[] = [];
    for (const { input } of table.files) layouts.push(await detectLayout(input.source, options));
    return layouts;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const COLUMN_OPTIONS = ["customer", "amount", "quantity", "price", "margin", "cost", "refunded", "status"] as const;

/** The options but those that name columns of other tables. */
export function withoutOthers<Options extends ColumnOptions>(table: Table, options: Options): Options {
  const others = COLUMN_OPTIONS.filter((key) => {
    const name = options[key];
    return name !== undefined && name.trim() !== "none" && !isThere(table.header, key, name);
  });
  return { ...options, ...Object.fromEntries(others.map((key) => [key, undefined])) };
}

function isThere(header: readonly string[], key: (typeof COLUMN_OPTIONS)[number], name: string): boolean {
  return key === "customer" ? hasKey(header, name) : namedColumn(header, name) !== null;
}

/** How a key repeats, for messages: `"order_id" (3 rows with "7")`. */
export function repeated(name: string, most: { readonly key: string; readonly rows: number }): string {
  return `"${name}" (${plural(most.rows, "row")} with "${most.key}")`;
}
