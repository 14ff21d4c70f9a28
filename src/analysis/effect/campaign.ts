import type { Span } from "../../basics/calendar/span.ts";
import type { OrderTable } from "../../orders/order-table.ts";

/** How long an order is counted as an answer where nothing else is asked for. */
export const DEFAULT_CAMPAIGN_SPAN: Span = { count: 30, unit: "days" };

/** A person of a campaign, as customers of an order table: one, or all who share the address on the list. */
export interface Person {
  /** Indexes into the order table's keys; no customer belongs to two people. */
  readonly customers: readonly number[];
}

/** Whom a campaign was sent to and whom not, and the days that count. */
export interface Campaign {
  readonly treated: readonly Person[];
  readonly control: readonly Person[];
  /** The first day of the campaign, a civil day number. */
  readonly since: number;
  /** The last day on which an order is counted as an answer to it. */
  readonly until: number;
}

/** What the people of one group did, one entry per person, in the order of the group. */
export interface GroupOutcome {
  /** Whether they ordered within the days of the campaign, 0 or 1. */
  readonly ordered: Float64Array;
  readonly orders: Float64Array;
  /** Net of refunds, 1/10,000 of a currency unit. */
  readonly revenue: Float64Array;
  /** The same of the margin; `null` where the orders carry none. */
  readonly margin: Float64Array | null;
  /** Whether they ordered in as many days before the campaign, 0 or 1. */
  readonly orderedBefore: Float64Array;
}

/**
 * What both groups did within the days of the campaign, and in as many days before it.
 *
 * Everybody on the lists counts, whether they ordered or not: who opened a message chose to, and who chose is no longer a
 * group drawn by chance. Refunds dated within the days lower revenue, whenever the order was.
 */
export function campaignOutcomes(
  orders: OrderTable,
  { treated, control, since, until }: Campaign,
): { readonly treated: GroupOutcome; readonly control: GroupOutcome } {
  const people = [...treated, ...control];
  const personOf = new Int32Array(orders.customerKeys.length).fill(-1);
  for (const [index, { customers }] of people.entries()) for (const customer of customers) personOf[customer] = index;
  const days = { before: since - (until - since + 1), since, until };
  const all = tally(orders, { personOf, people: people.length, ...days });
  return { treated: part(all, 0, treated.length), control: part(all, treated.length, people.length) };
}

interface Tally {
  readonly personOf: Int32Array;
  readonly people: number;
  readonly before: number;
  readonly since: number;
  readonly until: number;
}

function tally(orders: OrderTable, { personOf, people, before, since, until }: Tally): GroupOutcome {
  const column = (): Float64Array => new Float64Array(people);
  const margins = orders.margin ?? null;
  const found = { ordered: column(), orders: column(), revenue: column(), orderedBefore: column() };
  const margin = margins === null ? null : column();
  for (let entry = 0; entry < orders.length; entry += 1) {
    const person = personOf[orders.customer[entry] as number] as number;
    const day = orders.day[entry] as number;
    if (person < 0 || day < before || day > until) continue;
    const amount = orders.amount[entry] as number;
    if (day < since) {
      if (amount > 0) found.orderedBefore[person] = 1;
      continue;
    }
    if (amount > 0) {
      found.ordered[person] = 1;
      found.orders[person] = (found.orders[person] as number) + 1;
    }
    found.revenue[person] = (found.revenue[person] as number) + amount;
    if (margin !== null) margin[person] = (margin[person] as number) + (margins?.[entry] ?? 0);
  }
  return { ...found, margin };
}

function part(
  { ordered, orders, revenue, margin, orderedBefore }: GroupOutcome,
  from: number,
  to: number,
): GroupOutcome {
  return {
    ordered: ordered.subarray(from, to),
    orders: orders.subarray(from, to),
    revenue: revenue.subarray(from, to),
    margin: margin?.subarray(from, to) ?? null,
    orderedBefore: orderedBefore.subarray(from, to),
  };
}
