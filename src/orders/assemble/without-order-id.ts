import { NO_DAY } from "../../basics/calendar/days.ts";
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

type Purchases = Pick<EntryColumns, "length" | "order" | "customer" | "day" | "net" | "reason">;

/**
 * Counts the rows that are orders of their own because no order id says which belong together, and those that share
 * customer and day with another. `null` where every row has an id.
 */
export function withoutOrderId(
  entries: Purchases,
  {
    customers,
    isEvery,
    isCounted,
  }: { readonly customers: number; readonly isEvery: boolean; readonly isCounted: (day: number) => boolean },
): WithoutOrderId | null {
  const { buyers, rows } = buyersOf(entries, isCounted);
  if (rows === 0) return null;
  return { rows, ...sharedDays(buyers, customers, entries.day), isEvery };
}

/** Who bought in each entry that is a purchase without an order id, −1 in all others, and how many purchases these are. */
function buyersOf(
  { length, order, customer, day, net, reason }: Purchases,
  isCounted: (day: number) => boolean,
): { readonly buyers: Int32Array; readonly rows: number } {
  let rows = 0;
  let buyers: Int32Array | null = null; // where all are purchases, that is the column of customers
  for (let entry = 0; entry < length; entry += 1) {
    const isPurchase =
      (order[entry] as number) < 0 &&
      reason[entry] === 0 &&
      (net[entry] as number) > 0 &&
      isCounted(day[entry] as number);
    if (isPurchase) rows += 1;
    if (!isPurchase || day[entry] === NO_DAY) buyers ??= customer.slice(0, length).fill(-1, entry);
    else if (buyers !== null) buyers[entry] = customer[entry] as number;
  }
  return { buyers: buyers ?? customer.subarray(0, length), rows };
}

/** How many entries share buyer and day with another, and how many more they are than these days. */
function sharedDays(
  buyers: Int32Array,
  customers: number,
  days: Int32Array,
): Pick<WithoutOrderId, "sharing" | "excess"> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let entry = 0; entry < buyers.length; entry += 1) {
    if ((buyers[entry] as number) < 0) continue;
    const day = days[entry] as number;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const { starts, sorted } = rowsByOrder(buyers, customers);
  // Of each day who bought on it last, counted from 1, and whether several times: one buyer's entries stand one behind another.
  const span = last < first ? 0 : last - first + 1;
  const lastBuyer = new Int32Array(span);
  const isShared = new Uint8Array(span);
  let [sharing, excess] = [0, 0];
  for (let buyer = 0; buyer < customers; buyer += 1) {
    const end = starts[buyer + 1] as number;
    for (let at = starts[buyer] as number; at < end; at += 1) {
      const day = (days[sorted[at] as number] as number) - first;
      if (lastBuyer[day] !== buyer + 1) {
        lastBuyer[day] = buyer + 1;
        isShared[day] = 0;
        continue;
      }
      sharing += isShared[day] === 0 ? 2 : 1; // the first one, too
      isShared[day] = 1;
      excess += 1;
    }
  }
  return { sharing, excess };
}
