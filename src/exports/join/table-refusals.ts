import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import type { InputFile } from "../../files/find-inputs.ts";
import { nameOf } from "../detect/header/header-sample.ts";
import type { TableLink } from "./link-tables.ts";
import { type OrdersTable, repeated } from "./orders-table.ts";

/** Where the orders have a new customer id for each order, the table that says who these are must be there. */
export function requireCustomers(orders: OrdersTable, customers: readonly TableLink[]): void {
  const preset = orders.layouts[0]?.preset ?? null;
  if (preset?.refusal === undefined || customers.length > 0) return;
  throw new InputError(`${orders.table.fileName}: this is ${preset.title}: ${preset.refusal.why}`, {
    hint: preset.refusal.instead,
  });
}

export function noAmounts({ table }: OrdersTable, links: readonly TableLink[]): InputError {
  const joined = links.map((link) => link.table.fileName).join(", ");
  return new InputError(`${table.fileName} has no amounts, nor does any table that goes with it (${joined})`, {
    hint: "add the table of payments or of items, or name the column of the amount with --amount NAME",
  });
}

export function refuseRepeatedOrders(
  orders: OrdersTable,
  link: TableLink,
  most: { readonly key: string; readonly rows: number },
): void {
  if (most.rows <= 1) return;
  const key = repeated(nameOf(orders.table, link.ordersKey), most);
  const [own, other] = [link.table.fileName, orders.table.fileName];
  throw new InputError(
    link.most.rows > 1
      ? `${own} cannot be joined to ${other}: the key is unique in neither, ${repeated(nameOf(link.table, link.key), link.most)} in the one and ${key} in the other: its money would count several times`
      : `${own} cannot be joined to ${other}: ${key}: each amount would count ${plural(most.rows, "time")}`,
    { hint: "export one row per order, or leave one of the files out" },
  );
}

export function refuseRepeatedCustomers(orders: OrdersTable, link: TableLink): void {
  if (link.most.rows <= 1) return;
  const { table, key, most } = link;
  throw new InputError(
    `${table.fileName} cannot be joined to ${orders.table.fileName}: ${repeated(nameOf(table, key), most)} is not unique in the one, nor "${nameOf(orders.table, link.ordersKey)}" in the other: each order would belong to several rows, and its money count several times`,
    { hint: "export one row per customer, or leave the file out" },
  );
}

/** A file that the user named is read or refused; those of a folder that give nothing are passed over. */
export function refuseUnused(
  inputs: readonly InputFile[],
  found: ReadonlyMap<InputFile, unknown>,
  orders: OrdersTable,
): void {
  const unused = inputs.find((input) => input.named && !found.has(input));
  if (unused === undefined) return;
  throw new InputError(
    `${unused.source.name}: this gives the orders in ${orders.table.fileName} neither amounts nor customers`,
    { hint: `leave it out, or name its key: --join ${unused.source.name}:COLUMN` },
  );
}
