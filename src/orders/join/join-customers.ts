import type { FilePlan } from "../../exports/file-plan.ts";
import { joinKey } from "../../exports/join/joined-file.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import { emptyRow, type RowTable } from "../rows/row-table.ts";
import type { CustomerDetails } from "./read-customers.ts";

const FILTERED = reasonCode("filtered");
const DUPLICATE = reasonCode("duplicate");
const NO_PARTNER = reasonCode("no partner");

/** How the customers' tables and the orders went together. */
export interface JoinedCustomers {
  /** Rows of each file that an order took something from, by the file's number. */
  readonly usedRows: ReadonlyMap<number, number>;
  /** Orders whose customer stands in no table. */
  readonly ordersWithout: number;
}

/**
 * Gives the orders what the tables say of their customers: the id of their own and the columns that are carried along. An
 * order without a partner loses its customer where that is only the order's. Rows of customers that no order names go to
 * the table of rows as `no partner`, those that a later row replaces as `duplicate`.
 */
export function joinCustomers(table: RowTable, details: CustomerDetails, plans: readonly FilePlan[]): JoinedCustomers {
  const rows = table.view();
  const keys = table.customers.texts.map(joinKey);
  const roleOf = plans.map((plan) => plan.joined?.role);
  const hasOwnIds = plans.some(({ joined }) => joined?.role === "customers" && joined.ownCustomer !== null);
  const isFiltered = plans.some(
    ({ joined, filter }) => joined?.role === "customers" && (filter.where ?? []).length > 0,
  );
  const used = new Uint8Array(details.lines.length);
  let ordersWithout = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (roleOf[rows.file[row] as number] !== "orders" || (rows.order[row] as number) < 0) continue;
    const customer = rows.customer[row] as number;
    const entry = details.entryOf.get(customer < 0 ? "" : (keys[customer] ?? "")) ?? -1;
    if (entry < 0) ordersWithout += 1;
    else used[entry] = 1;
    if (isFiltered && (entry < 0 || details.kept[entry] === false) && rows.reason[row] === 0)
      rows.reason[row] = FILTERED;
    if (hasOwnIds) rows.customer[row] = ownCustomer(table, details, entry);
    if (entry >= 0) carry(rows, row, details, entry);
  }
  return { usedRows: appendUnused(table, details, used), ordersWithout };
}

function ownCustomer(table: RowTable, { ownIds }: CustomerDetails, entry: number): number {
  const id = entry < 0 ? "" : (ownIds[entry] ?? "");
  return id === "" ? -1 : table.customers.code(id.includes("@") ? id.toLowerCase() : id);
}

/** Fills in what the order's own row leaves blank. */
function carry(rows: RowColumns, row: number, { carried }: CustomerDetails, entry: number): void {
  for (const [index, codes] of carried.entries()) {
    const own = rows.kept[index];
    if (own !== undefined && (own[row] as number) < 0) own[row] = codes[entry] ?? -1;
  }
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
