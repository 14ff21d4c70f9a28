import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import type { AttributeValue, OrderAttribute } from "./order-attribute.ts";
import { FEWEST_CUSTOMERS } from "./profile.ts";

/** Days after the first order by which customers are looked at again. */
export const FOLLOW_UP_DAYS = [30, 60, 90, 180, 365] as const;

/** What became of the customers who began with one value, so many days after their first order. */
export interface FollowUpRow {
  readonly attribute: string;
  readonly value: AttributeValue;
  /** Everybody who began with it. */
  readonly customers: number;
  readonly days: number;
  /** Those whose first order is at least so many days before the as-of date; only they are counted from here on. */
  readonly followed: number;
  /** How many of them ordered on a later day within these days. This and what follows is `null` below 20 followed. */
  readonly again: number | null;
  readonly againRate: number | null;
  /** Wilson, 95 %. */
  readonly againLow: number | null;
  readonly againHigh: number | null;
  /** Purchases minus refunds of those days, the first included, per customer followed; in currency units. */
  readonly revenuePerCustomer: number | null;
}

/** What the first orders' values say, and how many values fewer than 20 customers began with. */
export interface FollowUp {
  /** By attribute; in it the value that most customers began with first; of each value the shortest time first. */
  readonly rows: readonly FollowUpRow[];
  readonly fewCustomers: number;
}

/**
 * Follows customers by what they began with, all for the same time: who has not been followed so long is left out, and
 * values with fewer than 20 customers followed so long are blank, so that what was sold last month never looks bad.
 *
 * @param first the entry of each customer's first order, by customer key; −1 without one
 */
export function followUp(
  orders: OrderTable,
  attributes: readonly OrderAttribute[],
  { first, asOf }: { readonly first: Int32Array; readonly asOf: number },
): FollowUp {
  const later = laterOrders(orders, first, asOf);
  let fewCustomers = 0;
  const rows = attributes.flatMap((attribute) => {
    const members = attribute.values.map((): number[] => []);
    for (let customer = 0; customer < first.length; customer += 1) {
      const order = first[customer] as number;
      if (order >= 0) for (const value of attribute.valuesOf(order)) members[value]?.push(customer);
    }
    const met = attribute.values.flatMap((value, index) => {
      const own = members[index] ?? [];
      return own.length === 0 ? [] : [{ value, own }];
    });
    const enough = met.filter(({ own }) => own.length >= FEWEST_CUSTOMERS);
    fewCustomers += met.length - enough.length;
    return enough
      .sort((a, b) => b.own.length - a.own.length || compareCodeUnits(a.value.value, b.value.value))
      .flatMap(({ value, own }) =>
        FOLLOW_UP_DAYS.map((days, at) => ({
          ...{ attribute: attribute.attribute, value, customers: own.length, days },
          ...followedFor(own, { later, days, at }),
        })),
      );
  });
  return { rows, fewCustomers };
}

/** What came after each customer's first order, by customer key. */
interface LaterOrders {
  /** Days from the first order to the as-of date; −1 for customers without a first order. */
  readonly age: Int32Array;
  /** Days from the first order to the next day with one; more than any age where there is none. */
  readonly gap: Int32Array;
  /** Net spend by each of {@link FOLLOW_UP_DAYS}, whole 1/10,000 of a unit. */
  readonly spend: readonly Float64Array[];
}

const NEVER = 2 ** 31 - 1;

function laterOrders(orders: OrderTable, first: Int32Array, asOf: number): LaterOrders {
  const keys = keyCount(orders);
  const age = Int32Array.from(first, (order) => (order < 0 ? -1 : asOf - (orders.day[order] as number)));
  const gap = new Int32Array(keys).fill(NEVER);
  const spend = FOLLOW_UP_DAYS.map(() => new Float64Array(keys));
  for (let order = 0; order < orders.length; order += 1) {
    const customer = orders.customer[order] as number;
    const day = orders.day[order] as number;
    const begun = first[customer] as number;
    if (begun < 0 || day > asOf) continue;
    const days = day - (orders.day[begun] as number);
    const amount = orders.amount[order] as number;
    if (days < 0) continue; // a refund of something bought before the exports begin
    if (days > 0 && amount > 0 && days < (gap[customer] as number)) gap[customer] = days;
    for (const [at, limit] of FOLLOW_UP_DAYS.entries()) {
      const sums = spend[at];
      if (days <= limit && sums !== undefined) sums[customer] = (sums[customer] as number) + amount;
    }
  }
  return { age, gap, spend };
}

type Followed = Omit<FollowUpRow, "attribute" | "value" | "customers" | "days">;

function followedFor(
  members: readonly number[],
  { later, days, at }: { readonly later: LaterOrders; readonly days: number; readonly at: number },
): Followed {
  const those = members.filter((customer) => (later.age[customer] as number) >= days);
  const followed = those.length;
  if (followed < FEWEST_CUSTOMERS) {
    return { followed, again: null, againRate: null, againLow: null, againHigh: null, revenuePerCustomer: null };
  }
  const again = those.filter((customer) => (later.gap[customer] as number) <= days).length;
  const { low, high } = wilsonInterval(again, followed);
  const spent = those.reduce((sum, customer) => sum + (later.spend[at]?.[customer] ?? 0), 0);
  return {
    followed,
    again,
    againRate: again / followed,
    againLow: low,
    againHigh: high,
    revenuePerCustomer: spent / followed / AMOUNT_SCALE,
  };
}
