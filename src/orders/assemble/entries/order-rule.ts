/*
 * The rule of an order, which simple orders and all others follow. An order has the day of its earliest row. A negative row on
 * that day is part of the order's sum; on a later day it is a refund of its own. What a column states as refunded is taken off
 * on the order's day. Where that leaves a negative amount, the whole is a refund.
 */
import { NO_DAY } from "../../../basics/calendar/days.ts";
import { reasonCode } from "../../ledger/entries.ts";

/** Whether refunds lower what was spent, or are left out of it. */
export type Refunds = "net" | "ignore";

const REFUND_IGNORED = reasonCode("refund ignored");

/** The order's day so far, with another of its rows that count; a row without a date changes nothing. */
export function earlierDay(known: number, day: number): number {
  return day !== NO_DAY && (known === NO_DAY || day < known) ? day : known;
}

/** Whether a row is a refund of its own day; one without a date is of its order's day. */
export function isLaterRefund(amount: number, day: number, orderDay: number): boolean {
  return amount < 0 && day !== NO_DAY && day > orderDay;
}

/** The refunded part so far, with another row's: beside an order's total it counts once, the largest; lines' add up. */
export function refundedWith(known: number, own: number, isOrderTotal: boolean): number {
  return isOrderTotal ? Math.max(known, own) : known + own;
}

/** How much of the refunded part is taken off the amount. */
export function takenOff(refunded: number, refunds: Refunds): number {
  return refunds === "ignore" ? 0 : refunded;
}

/** The refund of an entry, ≥ 0: what was taken off, or all of it where it is negative by itself. */
export function refundOf(net: number, taken: number): number {
  return net < 0 && taken === 0 ? -net : taken;
}

/** The reason of an entry whose rows count: 0, unless it is a refund that is to be ignored. */
export function reasonOfNet(net: number, refunds: Refunds): number {
  return net < 0 && refunds === "ignore" ? REFUND_IGNORED : 0;
}
