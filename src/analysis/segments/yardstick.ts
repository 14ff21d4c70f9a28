import { roundHalfAway } from "../../basics/money/cents.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomerTable } from "../customers/customer-table.ts";
import { gapsOfCounts, type PurchaseGaps, purchaseGaps } from "../retention/purchase-gaps.ts";
import type { PauseCounts } from "../retention/repeat.ts";
import { type Timelines, timelinesOf } from "../retention/timelines.ts";
import { medianOf } from "../scores/scale.ts";
import { NEW_FOR_DAYS } from "./newness.ts";

/** Why no group is told apart in words. */
export type Untold = "no single orders" | "few customers" | "nobody came back" | "few came back" | "short history";

/** What absolute words about customers are measured by. */
export interface Yardstick {
  /** Days without an order after which a customer counts as silent, the lapse gap; `null` where nobody came back. */
  readonly lapseDays: number | null;
  /** On how many customers the lapse gap rests. */
  readonly repeaters: number;
  /** Whole days from the first purchase to the as-of date, both counted. */
  readonly historyDays: number;
  /** The day up to which the history goes. */
  readonly asOf: number;
  /** Scored customers. */
  readonly customers: number;
  /** The median spend of the scored customers, 1/10,000 of a unit. */
  readonly medianSpend: number;
  /** The first day whose orders and spend are counted; `null` where all are. */
  readonly windowStart: number | null;
  /** What a short history showed at its half; `null` where the history is no short one, or that is not known. */
  readonly atHalf?: HalfHistory | null;
  /** Why no group is told apart in words; `null` where groups are. */
  readonly untold: Untold | null;
}

/** The lapse gap that the first days of a history give by themselves. */
export interface HalfHistory {
  readonly days: number;
  readonly lapseDays: number;
}

/** In a shorter history longer pauses are still to come: what is learnt from it looks surer than it is. */
export const SHORT_HISTORY_DAYS = 365;

/** Groups of fewer scored customers are not told apart in words. */
export const FEWEST_CUSTOMERS = 50;
/** A lapse gap that rests on fewer returning customers says little. */
export const FEWEST_REPEATERS = 25;
/** The history has to be this many times as long as the lapse gap, or silence of that length can hardly be seen in it. */
const GAPS_IN_HISTORY = 2;

/** How many days of orders it takes to tell groups apart. */
export interface HistoryNeeded {
  readonly neededDays: number;
  /** Whether it takes so many only because a customer is new for that long: two lapse gaps are shorter. */
  readonly isForNewness: boolean;
}

/**
 * Two lapse gaps in whole days, and at least so many days that a new customer can be told from an older one. In a shorter export
 * every customer looks new, and every pause is cut short. A lapse gap has one decimal: the rest is floating point's.
 */
export function historyNeeded(lapseDays: number): HistoryNeeded {
  const gaps = GAPS_IN_HISTORY * Math.floor(roundHalfAway(lapseDays, 1));
  return { neededDays: Math.max(NEW_FOR_DAYS, gaps), isForNewness: gaps < NEW_FOR_DAYS };
}

/** The yardstick of segmented customers: the lapse gap and the history are those of all orders, whatever the window. */
export function yardstickOf(orders: OrderTable, { customers }: { readonly customers: CustomerTable }): Yardstick {
  if (!customers.knows.singleOrders) return withoutOrders(customers);
  const timelines = timelinesOf(orders, customers.asOf);
  const firstDay = firstPurchase(timelines, customers.asOf);
  const yardstick = yardstickOfGaps(customers, { gaps: purchaseGaps(timelines), firstDay });
  return { ...yardstick, atHalf: halfHistory(timelines, firstDay, yardstick.historyDays) };
}

function halfHistory(timelines: Timelines, firstDay: number, historyDays: number): HalfHistory | null {
  if (historyDays >= SHORT_HISTORY_DAYS) return null;
  const days = Math.floor(historyDays / 2);
  const { lapseGap } = purchaseGaps(timelines, firstDay + days - 1);
  return lapseGap === null ? null : { days, lapseDays: lapseGap };
}

/** The same of customers whose pauses were counted elsewhere. */
export function yardstickOfPauses(customers: CustomerTable, { gaps, firstDay }: PauseCounts): Yardstick {
  return yardstickOfGaps(customers, { gaps: gapsOfCounts(gaps), firstDay });
}

function yardstickOfGaps(
  customers: CustomerTable,
  { gaps: { lapseGap, repeaters }, firstDay }: { readonly gaps: PurchaseGaps; readonly firstDay: number },
): Yardstick {
  const figures = {
    lapseDays: lapseGap,
    repeaters,
    historyDays: customers.asOf - firstDay + 1,
    asOf: customers.asOf,
    customers: customers.length,
    medianSpend: medianOf(customers.spend),
    windowStart: customers.windowStart,
  };
  return { ...figures, untold: untoldWhy(figures) };
}

/** Without single orders nobody knows how long a pause is unusual. */
function withoutOrders(customers: CustomerTable): Yardstick {
  const medianSpend = medianOf(customers.spend);
  const unknown = { lapseDays: null, repeaters: 0, historyDays: 0, untold: "no single orders" } as const;
  const { asOf, windowStart } = customers;
  return { ...unknown, asOf, customers: customers.length, medianSpend, windowStart };
}

function firstPurchase({ day, amount }: Timelines, asOf: number): number {
  let least = asOf;
  for (let entry = 0; entry < day.length; entry += 1) {
    if ((amount[entry] as number) > 0 && (day[entry] as number) < least) least = day[entry] as number;
  }
  return least;
}

function untoldWhy({
  lapseDays,
  repeaters,
  historyDays,
  customers,
}: Omit<Yardstick, "untold" | "windowStart" | "asOf">): Untold | null {
  if (customers < FEWEST_CUSTOMERS) return "few customers";
  if (lapseDays === null) return "nobody came back";
  if (repeaters < FEWEST_REPEATERS) return "few came back";
  return historyDays < historyNeeded(lapseDays).neededDays ? "short history" : null;
}
