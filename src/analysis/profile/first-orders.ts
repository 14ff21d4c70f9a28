import type { OrderTable } from "../../orders/order-table.ts";
import { chosenPurchases } from "../customers/kept-values.ts";

/**
 * The entry of each customer's first purchase up to a day, by customer key; −1 without one. Of several purchases on that
 * day it is the one with the least order id by code unit; without ids, the one with the least values.
 */
export function firstOrders(orders: OrderTable, asOf: number): Int32Array {
  const columns = [...(orders.kept ?? []), ...(orders.traits ?? [])];
  return chosenPurchases(orders, columns, { asOf, of: "first purchase" });
}

/** The same without those of nobody. */
export function entriesAmong(first: Int32Array): Int32Array {
  return first.filter((entry) => entry >= 0);
}
