import type { OrderTable } from "../../orders/order-table.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";

/** How many of those who were customers on a day ordered in the days after it. */
export interface BaseRate {
  readonly customers: number;
  readonly ordered: number;
  readonly days: number;
}

/**
 * The share of customers who order without a campaign: of those who were in these segments as of an earlier day, how many
 * ordered in the days from there on.
 *
 * @param earlier the customers as they were scored that many days ago
 * @param segments names of the segments that count; `null` for all
 */
export function baseRate(
  orders: OrderTable,
  earlier: SegmentedCustomers,
  { days, segments }: { readonly days: number; readonly segments: ReadonlySet<string> | null },
): BaseRate {
  const { customers, scheme, segment } = earlier;
  const from = customers.asOf + 1;
  const to = customers.asOf + days;
  const ordered = new Uint8Array(orders.customerKeys.length);
  for (let entry = 0; entry < orders.length; entry += 1) {
    const day = orders.day[entry] as number;
    if (day >= from && day <= to && (orders.amount[entry] as number) > 0) ordered[orders.customer[entry] as number] = 1;
  }
  const counts = scheme.segments.map(({ name }) => segments === null || segments.has(name));
  let [all, some] = [0, 0];
  for (let index = 0; index < customers.length; index += 1) {
    if (counts[segment[index] as number] !== true) continue;
    all += 1;
    some += ordered[customers.customer[index] as number] as number;
  }
  return { customers: all, ordered: some, days };
}
