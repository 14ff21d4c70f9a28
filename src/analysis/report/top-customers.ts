import { rfmCell } from "../scores/score-customers.ts";
import { sortedValues } from "../scores/sorted-values.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/** One of the customers who spent most. */
export interface TopCustomer {
  readonly id: string;
  /** Index into the scheme's segments. */
  readonly segment: number;
  readonly cell: string;
  readonly orders: number;
  /** Net spend, whole 1/10,000 of a unit. */
  readonly spend: number;
  readonly lastOrderDay: number;
  readonly recencyDays: number;
}

/** The `count` customers with the largest net spend, the largest first; ties by id, by code unit. */
export function topCustomers(segmented: SegmentedCustomers, count: number): readonly TopCustomer[] {
  const { customers, segment } = segmented;
  if (!customers.hasMoney) return [];
  const least = sortedValues(customers.spend).at(-Math.min(count, customers.length));
  if (least === undefined || count < 1) return [];
  const candidates: number[] = [];
  for (let customer = 0; customer < customers.length; customer += 1) {
    if ((customers.spend[customer] as number) >= least) candidates.push(customer);
  }
  return candidates
    .sort((a, b) => (customers.spend[b] as number) - (customers.spend[a] as number) || a - b)
    .slice(0, count)
    .map((customer) => ({
      id: customers.ids[customer] as string,
      segment: segment[customer] as number,
      cell: rfmCell(segmented, customer),
      orders: customers.orders[customer] as number,
      spend: customers.spend[customer] as number,
      lastOrderDay: customers.lastOrderDay[customer] as number,
      recencyDays: customers.recencyDays[customer] as number,
    }));
}
