import { withoutSheet } from "../../basics/text/place.ts";
import { InputError } from "../../errors.ts";
import { type HeaderSample, nameOf } from "../detect/header/header-sample.ts";
import { columnOf, optionColumn } from "../detect/header/named-columns.ts";
import { knownName } from "../detect/names/known-names.ts";
import { normaliseName } from "../detect/names/name-form.ts";
import { isOfRefunds } from "./is-of-refunds.ts";
import type { JoinOption } from "./joined-file.ts";
import { type KeyTallies, type KeyTally, sharedKeys } from "./key-tally.ts";
import { type KnownTable, knownTable } from "./known-tables.ts";
import { type OrdersTable, orderColumn } from "./orders-table.ts";
import { namedKind } from "./table-names.ts";
import type { Table } from "./tables.ts";

/** A column of a table and the column of the orders that it goes with. */
export interface TableLink {
  readonly table: Table;
  readonly to: "order" | "customer";
  /** The column of the table. */
  readonly key: number;
  /** The column of the orders. */
  readonly ordersKey: number;
  /** What is known of the table, where its platform is. */
  readonly known: KnownTable | null;
  /** Distinct keys of the table, of the orders, and how many they share. */
  readonly keys: number;
  readonly ordersKeys: number;
  readonly shared: number;
  /** How often the table repeats a key. */
  readonly most: KeyTally["most"];
}

type Pair = Pick<TableLink, "to" | "key" | "ordersKey" | "known">;

/**
 * How a table goes with the orders: by a column of order ids, else by one of customers; as the user says, as the platform
 * has it, or by a name of that meaning and values that the orders have, too. `null` where no column does.
 *
 * @throws InputError where several columns could be the key, or the one that is named has nothing in common
 */
export async function linkTable(
  table: Table,
  orders: OrdersTable,
  { tallies, asked }: { readonly tallies: KeyTallies; readonly asked: JoinOption | null },
): Promise<TableLink | null> {
  const pairs = asked?.key === undefined ? knownPairs(table, orders) : askedPairs(table, orders, asked);
  for (const step of pairs) {
    const links: TableLink[] = [];
    for (const pair of step) {
      const link = await evidenceOf(table, orders, { pair, tallies });
      if (link.shared > 0 || (link.keys === 0 && isOfRefunds(table))) links.push(link);
    }
    const [only, ...others] = links;
    if (only === undefined) continue;
    if (others.some((other) => other.key !== only.key)) throw severalKeys(table, orders, links);
    return only;
  }
  if (asked === null) return null;
  throw new InputError(`--join ${asked.file}: no column goes with the orders in ${orders.table.fileName}`, {
    hint: `name the key: --join ${asked.file}:COLUMN, or --join ${asked.file}:COLUMN=COLUMN where the orders call it otherwise`,
  });
}

/** The pairs to be looked at, those that are as good as each other together. */
function knownPairs(table: Table, orders: OrdersTable): readonly (readonly Pair[])[] {
  const preset = orders.layouts[0]?.preset ?? null;
  const known = preset === null ? null : knownTable(preset.name, table.header);
  if (known !== null) {
    const to = known.gives.kind === "customers" ? "customer" : "order";
    const key = columnOf(table.header, [known.key]);
    const ordersKey = columnOf(orders.table.header, [known.ordersKey]);
    return key === null || ordersKey === null ? [] : [[{ to, key, ordersKey, known }]];
  }
  const order = orderColumn(orders);
  const byOrder = keysNamed(table, orders.table, { column: order, role: "order" });
  const byCustomer = customerColumns(orders).map((column) =>
    keysNamed(table, orders.table, { column, role: roleOf(orders.table, column) }),
  );
  const pairsOf = (to: Pair["to"], ordersKey: number, keys: readonly number[]): readonly Pair[] =>
    keys.map((key) => ({ to, key, ordersKey, known: null }));
  return [
    ...byOrder.map((keys) => pairsOf("order", order, keys)),
    ...byCustomer.flatMap((steps, index) =>
      steps.map((keys) => pairsOf("customer", customerColumns(orders)[index] ?? 0, keys)),
    ),
  ];
}

/** The key as the user named it. */
function askedPairs(
  table: Table,
  orders: OrdersTable,
  { file, key = "", ordersKey }: JoinOption,
): readonly (readonly Pair[])[] {
  const flag = `--join ${file}`;
  const own = optionColumn(table, key, flag);
  const [order, customers] = [orderColumn(orders), customerColumns(orders)];
  if (ordersKey !== undefined) {
    const column = optionColumn(orders.table, ordersKey, flag);
    if (column !== order && !customers.includes(column)) {
      throw new InputError(
        `${flag}: "${ordersKey}" of ${orders.table.fileName} is neither its order id ("${nameOf(orders.table, order)}") nor its customer`,
        { hint: "name these with --order and --customer" },
      );
    }
    return [[{ to: column === order ? "order" : "customer", key: own, ordersKey: column, known: null }]];
  }
  const pair = (to: Pair["to"], column: number): Pair => ({ to, key: own, ordersKey: column, known: null });
  const isCustomer = customers.some((column) => isSameName(table, own, orders.table, column));
  const steps = [[pair("order", order)], ...customers.map((column) => [pair("customer", column)])];
  return isCustomer ? [...steps.slice(1), ...steps.slice(0, 1)] : steps;
}

/** The columns of the orders that name the customer, the first that counts first. */
function customerColumns({ layouts }: OrdersTable): readonly number[] {
  return (layouts[0]?.columns.customer ?? []).flatMap((set) => (set.length === 1 ? set : []));
}

/** The columns of a table that may be the key of a column of the orders: of the same name first, then of its meaning. */
function keysNamed(
  table: Table,
  orders: Table,
  { column, role }: { readonly column: number; readonly role: string | undefined },
): readonly (readonly number[])[] {
  const all = table.header.map((_, own) => own);
  const same = all.filter((own) => isSameName(table, own, orders, column) && !isBare(table, own));
  const meant = all.filter((own) => role !== undefined && roleOf(table, own) === role && !same.includes(own));
  const bare = role === "customer" && isOfPeople(table) ? all.filter((own) => isBare(table, own)) : [];
  const parents = role === "order" && isOfRefunds(table) ? all.filter((own) => isOfParent(table, own)) : [];
  return [same, meant, bare, parents].filter((step) => step.length > 0);
}

function isSameName(a: HeaderSample, own: number, b: HeaderSample, other: number): boolean {
  return normaliseName(nameOf(a, own)) === normaliseName(nameOf(b, other));
}

function isBare(table: HeaderSample, column: number): boolean {
  return /^(?:id|entity_id)$/i.test(nameOf(table, column));
}

/** Whether a column of a table of refunds names the order that a refund is of. */
function isOfParent(table: HeaderSample, column: number): boolean {
  return /^(?:order|(?:parent|original)(?: order)?(?: (?:id|no))?)$/.test(normaliseName(nameOf(table, column)));
}

function roleOf(table: HeaderSample, column: number): string | undefined {
  return knownName(table.header[column] ?? "")?.role;
}

/** Whether the rows of a table are people, as its name or, where that says nothing, a column of e-mail addresses says. */
export function isOfPeople(table: Table): boolean {
  const kind = namedKind(table.fileName);
  return kind === "people" || (kind === null && table.header.some((_, column) => roleOf(table, column) === "email"));
}

async function evidenceOf(
  table: Table,
  orders: OrdersTable,
  { pair, tallies }: { readonly pair: Pair; readonly tallies: KeyTallies },
): Promise<TableLink> {
  const [own, other] = [await tallies.of(table, pair.key), await tallies.of(orders.table, pair.ordersKey)];
  const shared = sharedKeys(own, other);
  return { ...pair, table, keys: own.rowsOf.size, ordersKeys: other.rowsOf.size, shared, most: own.most };
}

function severalKeys(table: Table, orders: OrdersTable, links: readonly TableLink[]): InputError {
  const shown = links.map(
    ({ key, ordersKey, keys, shared }) =>
      `"${nameOf(table, key)}" (${shared} of its ${keys} values are in "${nameOf(orders.table, ordersKey)}")`,
  );
  return new InputError(
    `${table.fileName}: it is not clear which column joins it to the orders: ${shown.join(" or ")}`,
    {
      hint: links.map(({ key }) => `--join ${withoutSheet(table.fileName)}:${nameOf(table, key)}`).join(" or "),
    },
  );
}
