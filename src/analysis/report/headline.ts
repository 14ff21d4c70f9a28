/*
 * The report's own figures, one file each: the headline, movement between segments, concentration, priorities, outlook.
 */
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { CustomerTable } from "../customers/customer-table.ts";

/** The figures that a report opens with. Revenue is whole 1/10,000 of a unit. */
export interface Headline {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: bigint;
  /** Revenue per order in currency units; `null` without an order. */
  readonly averageOrderValue: number | null;
  /** Customers with two purchases or more, ever. */
  readonly returningCustomers: number;
  /** Their share of all revenue; `null` when revenue is not > 0. */
  readonly returningRevenueShare: number | null;
}

/** Adds up the customer table. */
export function headlineOf(customers: CustomerTable): Headline {
  const revenue = new ExactSum();
  const fromReturning = new ExactSum();
  let orders = 0;
  let returningCustomers = 0;
  for (let customer = 0; customer < customers.length; customer += 1) {
    const spend = customers.spend[customer] as number;
    const count = customers.orders[customer] as number;
    orders += count;
    revenue.add(spend);
    if ((customers.ordersEver[customer] as number) < 2) continue;
    returningCustomers += 1;
    fromReturning.add(spend);
  }
  return {
    customers: customers.length,
    orders,
    revenue: revenue.value,
    averageOrderValue: orders === 0 || !customers.hasMoney ? null : Number(revenue.value) / (orders * AMOUNT_SCALE),
    returningCustomers,
    returningRevenueShare: revenue.value > 0n ? Number(fromReturning.value) / Number(revenue.value) : null,
  };
}

/** Those who ordered in the window, and how many of them have two purchases or more, ever. */
export interface Orderers {
  readonly customers: number;
  readonly returning: number;
}

/** Counts them; all customers, unless recency is taken from before the window. */
export function orderersOf({ length, orders, ordersEver }: CustomerTable): Orderers {
  let [customers, returning] = [0, 0];
  for (let customer = 0; customer < length; customer += 1) {
    if (orders[customer] === 0) continue;
    customers += 1;
    if ((ordersEver[customer] as number) >= 2) returning += 1;
  }
  return { customers, returning };
}
