import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomerTable } from "../customers/customer-table.ts";
import { valuesAtRanks } from "../scores/ranks.ts";
import type { BestCustomers } from "./best-customers.ts";
import { spendByAge } from "./spend-by-age.ts";

/** How many customers began at some time, and how many of them are among the best. */
export interface Starters {
  readonly customers: number;
  readonly best: number;
}

/** What else than their liking may have made customers the best, in numbers. */
export interface Fairness {
  /** Of the best, those who would not be among as many by what they spent after their first day. */
  readonly byFirstDay: number;
  /** The day that halves the history: `early` began before it, `late` on it or after. */
  readonly halfway: number;
  readonly early: Starters;
  readonly late: Starters;
}

/**
 * How far the best are the best because their first order was large, or because they began early. Both mislead: an
 * expensive product in the first order makes its buyer one of the best by itself, and whoever began last month has had no
 * time to become one.
 */
export function fairnessOf(orders: OrderTable, table: CustomerTable, best: BestCustomers): Fairness {
  const halfway = table.asOf - Math.floor((table.asOf - orders.firstDay) / 2);
  const later = laterSpend(orders, table, best);
  const [least = 0] = valuesAtRanks(later, [later.length - best.best]);
  const begun = new Map(Array.from(table.customer, (key, row) => [key, table.firstOrderDay[row] as number]));
  const isLate = Array.from(best.customer, (key) => (begun.get(key) ?? 0) >= halfway);
  const startersOf = (late: boolean): Starters => {
    const those = [...isLate.keys()].filter((row) => isLate[row] === late);
    return { customers: those.length, best: those.filter((row) => best.isBest[row] === 1).length };
  };
  const byFirstDay = later.filter((spend, row) => best.isBest[row] === 1 && (spend < least || spend <= 0)).length;
  return { byFirstDay, halfway, early: startersOf(false), late: startersOf(true) };
}

/** What each of the customers who are compared spent after the first day. */
function laterSpend(orders: OrderTable, table: CustomerTable, { customer }: BestCustomers): Float64Array {
  const { customer: keys, values } = spendByAge(orders, table, { followed: null, isLater: true });
  const spent = new Map(Array.from(keys, (key, row) => [key, values[row] as number]));
  return Float64Array.from(customer, (key) => spent.get(key) ?? 0);
}
