import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { CustomerSums, type DaysThatCount } from "./customer-sums.ts";
import type { CustomersAtOptions } from "./customer-table.ts";
import { firstDayThatCounts, marginSums } from "./customers-at.ts";
import { monetaryValueOf } from "./monetary-values.ts";
import { purchaseDays } from "./purchase-days.ts";

/** Recency, frequency and monetary value of one customer, as {@link CustomerTable} has them. */
export type TakeMeasures = (recencyDays: number, frequency: number, monetaryValue: number) => void;

/**
 * The measures of every customer as of one day after another: for counts, which need neither a table nor the order of the
 * ids. What was added up for a day is where the next begins.
 *
 * @param days ascending
 * @param takeOn is asked once a day for what takes the measures of all who are scored on it, in no order
 * @throws InputError when a customer's spend is too large to be exact
 */
export function measuresOnDays(
  orders: OrderTable,
  days: readonly number[],
  {
    options,
    takeOn,
  }: { readonly options: Omit<CustomersAtOptions, "asOf">; readonly takeOn: (day: number) => TakeMeasures },
): void {
  const sums = new CustomerSums(keyCount(orders));
  const { windowFor = "rfm", monetary = "total", frequency: counted } = options;
  const hasMoney = orders.hasMoney !== false;
  let before: DaysThatCount = { from: Number.NEGATIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  for (const asOf of days) {
    const now = { from: firstDayThatCounts({ ...options, asOf }), to: asOf };
    sums.moveOn(orders, { before, now });
    before = now;
    const dayCounts = counted === "days" ? purchaseDays(orders, now) : null;
    const margins = orders.margin == null ? null : marginSums(orders, now);
    const take = takeOn(asOf);
    sums.forEach(windowFor === "rfm" ? "in window" : "ever", (customer, last, purchases, spend) => {
      const frequency = dayCounts === null ? purchases : (dayCounts[customer] as number);
      const money = margins === null ? spend : (margins[customer] as number);
      take(asOf - last, frequency, hasMoney || margins !== null ? monetaryValueOf(money, frequency, monetary) : 0);
    });
  }
}
