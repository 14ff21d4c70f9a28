import { keyCount, type OrderTable } from "../../orders/order-table.ts";

/** One customer's purchases and refunds in time: by day, on one day the purchases first, each kind by amount. */
export interface MemberEvents {
  /** Index of the customer's key in the order table. */
  readonly customer: number;
  readonly days: Int32Array;
  /** Whole 1/10,000 of a currency unit: above 0 a purchase, below 0 a refund. */
  readonly amounts: Float64Array;
}

/** The first and the last day of a replay, both included; the first is −Infinity where the plan names none. */
export interface ReplayDays {
  readonly from: number;
  readonly to: number;
}

/** Every customer with a purchase in these days, in the order of the keys in the table, with what happened in them. */
export function* memberEvents(orders: OrderTable, { from, to }: ReplayDays): Generator<MemberEvents> {
  const customers = keyCount(orders);
  const starts = new Int32Array(customers + 1);
  const isInside = (entry: number): boolean =>
    (orders.day[entry] as number) >= from && (orders.day[entry] as number) <= to;
  for (let entry = 0; entry < orders.length; entry += 1) {
    if (isInside(entry))
      starts[(orders.customer[entry] as number) + 1] = (starts[(orders.customer[entry] as number) + 1] as number) + 1;
  }
  for (let customer = 0; customer < customers; customer += 1) {
    starts[customer + 1] = (starts[customer + 1] as number) + (starts[customer] as number);
  }
  const entries = new Int32Array(starts[customers] as number);
  const next = starts.slice(0, customers);
  for (let entry = 0; entry < orders.length; entry += 1) {
    if (!isInside(entry)) continue;
    const customer = orders.customer[entry] as number;
    const place = next[customer] as number;
    entries[place] = entry;
    next[customer] = place + 1;
  }
  for (let customer = 0; customer < customers; customer += 1) {
    const own = entries.subarray(starts[customer], starts[customer + 1]);
    if (!own.some((entry) => (orders.amount[entry] as number) > 0)) continue;
    own.sort((a, b) => inTime(orders, a, b));
    yield {
      customer,
      days: own.map((entry) => orders.day[entry] as number),
      amounts: Float64Array.from(own, (entry) => orders.amount[entry] as number),
    };
  }
}

function inTime({ day, amount }: OrderTable, a: number, b: number): number {
  return (day[a] as number) - (day[b] as number) || (amount[b] as number) - (amount[a] as number);
}
