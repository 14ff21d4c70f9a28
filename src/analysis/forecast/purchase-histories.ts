import type { Timelines } from "../retention/timelines.ts";

/**
 * What the models need to know of each customer on a day: one entry a customer in every column.
 *
 * Everything counts purchase days: several orders on one day are one. Days run from each customer's own first purchase.
 */
export interface PurchaseHistories {
  readonly length: number;
  /** The last day that was looked at. */
  readonly asOf: number;
  /** The day of the first purchase; civil day number. */
  readonly firstDay: Int32Array;
  /** x: purchase days after the first; 0 for a one-time buyer. */
  readonly repeats: Int32Array;
  /** t_x: days from the first to the last purchase. */
  readonly lastDays: Int32Array;
  /** T: days from the first purchase to `asOf`. */
  readonly ageDays: Int32Array;
  /** What the purchases on those later days came to, 1/10,000 of a unit; 0 for a one-time buyer. */
  readonly repeatSpend: Float64Array;
  /** All purchases and all refunds dated on other days up to `asOf`, 1/10,000 of a unit, both ≥ 0. */
  readonly purchased: number;
  readonly refunded: number;
}

/** What customers did in some days; one entry a customer. */
export interface PurchaseOutcomes {
  /** Days on which the customer bought. */
  readonly purchaseDays: Int32Array;
  /** Purchases minus refunds dated in these days, 1/10,000 of a unit. */
  readonly revenue: Float64Array;
}

/**
 * The histories of customers up to a day, in the given order.
 *
 * @param customers indexes into the order table's keys; each must have bought on or before the day
 */
export function historiesAt(
  { start, day: days, amount: amounts }: Timelines,
  { customers, asOf }: { readonly customers: Int32Array; readonly asOf: number },
): PurchaseHistories {
  const { length } = customers;
  const [firstDay, repeats] = [new Int32Array(length), new Int32Array(length)];
  const [lastDays, ageDays] = [new Int32Array(length), new Int32Array(length)];
  const repeatSpend = new Float64Array(length);
  let [purchased, refunded] = [0, 0];
  for (let index = 0; index < length; index += 1) {
    const customer = customers[index] as number;
    let [first, last, bought, later] = [Number.NaN, Number.NaN, 0, 0];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      const [day, amount] = [days[entry] as number, amounts[entry] as number];
      if (day > asOf) break;
      if (amount <= 0) {
        refunded -= amount;
        continue;
      }
      purchased += amount;
      if (day !== last) bought += 1;
      if (bought === 1) first = day;
      else later += amount;
      last = day;
    }
    firstDay[index] = first;
    repeats[index] = bought - 1;
    lastDays[index] = last - first;
    ageDays[index] = asOf - first;
    repeatSpend[index] = later;
  }
  return { length, asOf, firstDay, repeats, lastDays, ageDays, repeatSpend, purchased, refunded };
}

/** What customers did from one day to another, both included, in the given order of customers. */
export function outcomesIn(
  { start, day: days, amount: amounts }: Timelines,
  { customers, from, to }: { readonly customers: Int32Array; readonly from: number; readonly to: number },
): PurchaseOutcomes {
  const purchaseDays = new Int32Array(customers.length);
  const revenue = new Float64Array(customers.length);
  for (let index = 0; index < customers.length; index += 1) {
    const customer = customers[index] as number;
    let [last, bought, sum] = [Number.NaN, 0, 0];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      const [day, amount] = [days[entry] as number, amounts[entry] as number];
      if (day < from || day > to) continue;
      sum += amount;
      if (amount <= 0 || day === last) continue;
      bought += 1;
      last = day;
    }
    purchaseDays[index] = bought;
    revenue[index] = sum;
  }
  return { purchaseDays, revenue };
}
