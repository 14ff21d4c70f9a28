import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { type KeptValues, keyCount, type OrderTable } from "../../orders/order-table.ts";

/** A kept column with one code a customer key instead of one an order. */
export type CustomerValues = KeptValues;

export interface KeptOptions {
  readonly asOf: number;
  /** The purchase whose value is the customer's. */
  readonly of: "first purchase" | "newest purchase";
}

/** An order table with these of its kept columns, in this order; names that it does not have are left out. */
export function withKept(orders: OrderTable, names: readonly string[]): OrderTable {
  const kept = names.flatMap((name) => orders.kept?.find((column) => column.name === name) ?? []);
  return { ...orders, kept };
}

/**
 * The kept columns' values of each customer's first or newest purchase up to the as-of date; −1 for customers without one.
 *
 * Of several purchases on that day, the one with the least order id counts as the first and the one with the greatest as the
 * newest, by code unit; of several without an id the least or greatest value.
 */
export function keptOfCustomers(orders: OrderTable, options: KeptOptions): readonly CustomerValues[] {
  const kept = orders.kept ?? [];
  if (kept.length === 0) return [];
  return kept.map((column) => {
    const chosen = chosenPurchases(orders, [column], options);
    const codes = chosen.map((entry) => (entry < 0 ? -1 : (column.codes[entry] as number)));
    return { name: column.name, values: column.values, codes };
  });
}

/**
 * The entry of each customer's chosen purchase, by customer key; −1 without one. The columns settle which of several
 * purchases without an id it is.
 */
export function chosenPurchases(
  orders: OrderTable,
  columns: readonly KeptValues[],
  { asOf, of }: KeptOptions,
): Int32Array {
  if (orders.customers !== undefined) return Int32Array.from(orders.customers.keys.keys()); // their own rows
  const sign = of === "first purchase" ? 1 : -1;
  const chosen = new Int32Array(keyCount(orders)).fill(-1);
  const textOf = (entry: number): string =>
    columns.map(({ values, codes }) => values[codes[entry] as number] ?? "").join("\u0000");
  const isBetter = (entry: number, than: number): boolean => {
    const byDay = (orders.day[entry] as number) - (orders.day[than] as number);
    if (byDay !== 0) return sign * byDay < 0;
    const byId = compareCodeUnits(orders.orderId?.(entry) ?? "", orders.orderId?.(than) ?? "");
    return sign * (byId || compareCodeUnits(textOf(entry), textOf(than))) < 0;
  };
  for (let entry = 0; entry < orders.length; entry += 1) {
    if ((orders.amount[entry] as number) <= 0 || (orders.day[entry] as number) > asOf) continue;
    const customer = orders.customer[entry] as number;
    const best = chosen[customer] as number;
    if (best < 0 || isBetter(entry, best)) chosen[customer] = entry;
  }
  return chosen;
}
