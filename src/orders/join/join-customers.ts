import type { FilePlan } from "../../exports/file-plan.ts";
import { joinKey } from "../../exports/join/joined-file.ts";
import { reasonCode } from "../ledger/entries.ts";
import { emptyRow, type RowTable } from "../rows/row-table.ts";
import { CustomerCarrier } from "./customer-carrier.ts";
import type { CustomerDetails } from "./read-customers.ts";

const FILTERED = reasonCode("filtered");
const DUPLICATE = reasonCode("duplicate");
const NO_PARTNER = reasonCode("no partner");

/** How the customers' tables and the orders went together. */
export interface JoinedCustomers {
  /** Rows of each file that an order took something from, by the file's number. */
  readonly usedRows: ReadonlyMap<number, number>;
  /** Orders whose customer a table does not have, by the table's number. */
  readonly ordersWithout: ReadonlyMap<number, number>;
  /** A customer's key and an address that no row of the orders took: another table's or file's, or one next to the order's own. */
  readonly addresses: readonly (readonly string[])[];
}

/**
 * Gives the orders what each table says of their customers: the id of their own and the columns that are carried along. An
 * order without a partner loses its customer where that is only the order's. Answers about consent that differ are all kept,
 * so that none speaks for the others. Rows of customers that no order names go to
 * the table of rows as `no partner`, those that a later row replaces as `duplicate`.
 */
export function joinCustomers(table: RowTable, details: CustomerDetails, plans: readonly FilePlan[]): JoinedCustomers {
  const isOrders = plans.map(({ joined }) => joined?.role === "orders");
  const entries = Array.from(
    details.entriesOf,
    ([number, keys]) => [number, entriesOfOrders(table, keys, isOrders)] as const,
  );
  const used = new Uint8Array(details.lines.length);
  const carrier = new CustomerCarrier(table, details, plans[0]?.contacts ?? []);
  const hasOwn = new Uint8Array(table.view().length);
  for (const [number, entryOf] of entries) {
    const own = plans.filter(({ joined }) => joined?.table === number);
    takeFromTable(table, details, { isOrders, own, entryOf, used, hasOwn, carrier });
  }
  carrier.noteReplaced();
  const countWithout = (entryOf: Int32Array): number => entryOf.reduce((sum, entry) => sum + (entry === -1 ? 1 : 0), 0);
  const ordersWithout = new Map(entries.map(([number, entryOf]) => [number, countWithout(entryOf)]));
  return { usedRows: appendUnused(table, details, used), ordersWithout, addresses: carrier.addresses };
}

/** Gives the orders what one table says. */
function takeFromTable(
  table: RowTable,
  details: CustomerDetails,
  {
    isOrders,
    own,
    entryOf,
    used,
    hasOwn,
    carrier,
  }: {
    readonly isOrders: readonly boolean[];
    readonly own: readonly FilePlan[];
    readonly entryOf: Int32Array;
    readonly used: Uint8Array;
    /** 1 for rows whose customer's own id some table has. */
    readonly hasOwn: Uint8Array;
    readonly carrier: CustomerCarrier;
  },
): void {
  const rows = table.view();
  const hasOwnIds = own.some(({ joined }) => joined?.ownCustomer != null);
  const isFiltered = own.some(({ filter }) => (filter.where ?? []).length > 0);
  for (let row = 0; row < rows.length; row += 1) {
    const order = rows.order[row] as number;
    if (isOrders[rows.file[row] as number] !== true || order < 0) continue;
    const entry = entryOf[order] as number;
    if (entry >= 0) used[entry] = 1;
    const isUnwanted = isFiltered && (entry < 0 || details.kept[entry] === false);
    if (isUnwanted && rows.reason[row] === 0) rows.reason[row] = FILTERED;
    if (hasOwnIds && hasOwn[row] !== 1) {
      const customer = ownCustomer(table, details, entry);
      rows.customer[row] = customer;
      if (customer >= 0) hasOwn[row] = 1;
    }
    if (entry >= 0) carrier.carry(rows, row, entry);
  }
}

/** A table's details of each order's customer, by the order's code, which any of its rows may name; −1 without. */
function entriesOfOrders(
  table: RowTable,
  entryOfKey: ReadonlyMap<string, number>,
  isOrders: readonly boolean[],
): Int32Array {
  const rows = table.view();
  const keys = table.customers.texts.map(joinKey);
  const entryOf = new Int32Array(table.orders.length).fill(NOT_MET);
  for (let row = 0; row < rows.length; row += 1) {
    const order = rows.order[row] as number;
    if (isOrders[rows.file[row] as number] !== true || order < 0 || (entryOf[order] as number) >= 0) continue;
    const customer = rows.customer[row] as number;
    entryOf[order] = entryOfKey.get(customer < 0 ? "" : (keys[customer] ?? "")) ?? -1;
  }
  return entryOf;
}

/** Stands for an order that no row of the orders has. */
const NOT_MET = -2;

function ownCustomer(table: RowTable, { ownIds }: CustomerDetails, entry: number): number {
  const id = entry < 0 ? "" : (ownIds[entry] ?? "");
  return id === "" ? -1 : table.customers.code(id.includes("@") ? id.toLowerCase() : id);
}

function appendUnused(
  table: RowTable,
  { files, lines, replaced }: CustomerDetails,
  used: Uint8Array,
): ReadonlyMap<number, number> {
  const usedRows = new Map<number, number>();
  for (const [entry, file] of files.entries()) {
    if (used[entry] === 1) usedRows.set(file, (usedRows.get(file) ?? 0) + 1);
    else table.append(file, emptyRow(lines[entry] as number, replaced[entry] === true ? DUPLICATE : NO_PARTNER));
  }
  return usedRows;
}
