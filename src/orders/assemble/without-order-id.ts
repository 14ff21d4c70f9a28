import type { EntryColumns } from "./entries/entry-columns.ts";
import { rowsByOrder } from "./entries/groups.ts";

/** Purchases that have no order id: each row is an order of its own, though it may be one line of several. */
export interface WithoutOrderId {
  readonly rows: number;
  /** How many of them share customer and day with another. */
  readonly sharing: number;
  /** By how much frequency is too high in all if those are parts of one order per customer and day. */
  readonly excess: number;
  /** No file at all has a column of order ids. */
  readonly isEvery: boolean;
}

/**
 * Counts the rows that are orders of their own because no order id says which belong together, and those that share
 * customer and day with another: days are compared customer by customer, so that it takes no more than a sort of each
 * one's few days. `null` where every row has an id.
 */
export function withoutOrderId(
  {
    length,
    order,
    customer,
    day,
    net,
    reason,
  }: Pick<EntryColumns, "length" | "order" | "customer" | "day" | "net" | "reason">,
  {
    customers,
    isEvery,
    isCounted,
  }: { readonly customers: number; readonly isEvery: boolean; readonly isCounted: (day: number) => boolean },
): WithoutOrderId | null {
  const isPurchase = (entry: number): boolean =>
    (order[entry] as number) < 0 &&
    reason[entry] === 0 &&
    (net[entry] as number) > 0 &&
    isCounted(day[entry] as number);
  let rows = 0;
  for (let entry = 0; entry < length; entry += 1) if (isPurchase(entry)) rows += 1;
  if (rows === 0) return null;
  const buyers = new Int32Array(length).fill(-1);
  for (let entry = 0; entry < length; entry += 1) if (isPurchase(entry)) buyers[entry] = customer[entry] as number;
  const { starts, sorted } = rowsByOrder(buyers, customers);
  let [sharing, excess] = [0, 0];
  for (let buyer = 0; buyer < customers; buyer += 1) {
    const [from, to] = [starts[buyer] as number, starts[buyer + 1] as number];
    if (to - from < 2) continue;
    const days = Int32Array.from(sorted.subarray(from, to), (entry) => day[entry] as number).sort();
    for (let at = 0, next = 0; at < days.length; at = next) {
      next = at + 1;
      while (next < days.length && days[next] === days[at]) next += 1;
      if (next - at < 2) continue;
      sharing += next - at;
      excess += next - at - 1;
    }
  }
  return { rows, sharing, excess, isEvery };
}
