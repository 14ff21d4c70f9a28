import type { OrderTable } from "../../orders/order-table.ts";
import { RunningMeasures } from "../retention/running-measures.ts";
import { timelinesAtHand, timelinesOf } from "../retention/timelines.ts";
import type { CustomersAtOptions } from "./customer-table.ts";
import { firstDayThatCounts } from "./customers-at.ts";

/** Recency, frequency and monetary value of one customer, as {@link CustomerTable} has them. */
export type TakeMeasures = (recencyDays: number, frequency: number, monetaryValue: number) => void;

/**
 * The measures of every customer as of several days: for counts, which need neither a table nor the order of the ids. Each
 * customer's orders are walked once for all of the days.
 *
 * @param days ascending
 * @param takeOn is asked once a day for what takes the measures of all who are scored on it, in no order
 */
export function measuresOnDays(
  orders: OrderTable,
  days: readonly number[],
  {
    options,
    takeOn,
  }: { readonly options: Omit<CustomersAtOptions, "asOf">; readonly takeOn: (day: number) => TakeMeasures },
): void {
  const last = days.at(-1);
  if (last === undefined) return;
  const timelines = timelinesAtHand(orders, last) ?? timelinesOf(orders, last);
  const hasMoney = orders.hasMoney !== false || timelines.margin !== null;
  const froms = days.map((asOf) => firstDayThatCounts({ ...options, asOf }));
  const takes = days.map(takeOn);
  const measures = new RunningMeasures(timelines, options);
  for (let customer = 0; customer + 1 < timelines.start.length; customer += 1) {
    if (!measures.begin(customer)) continue;
    for (let on = 0; on < days.length; on += 1) {
      if (!measures.moveTo(days[on] as number, froms[on] as number)) continue;
      takes[on]?.(measures.recency, measures.frequency, hasMoney ? measures.monetary : 0);
    }
  }
}
