import { type OrderEntries, reasonCode } from "../../orders/ledger/entries.ts";
import { keyCount } from "../../orders/order-table.ts";
import { purchasesOf } from "../../orders/sums/customer-numbers.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { firstDayThatCounts } from "../customers/customers-at.ts";

/**
 * The reason code of every entry as of a day: the reader's own, or one that the as-of date and the window give. Not to be
 * written to, for it may be the entries' own column.
 */
export function reasonsAt(entries: OrderEntries, options: CustomersAtOptions): Uint8Array {
  if (entries.areCustomers === true) return entries.reason;
  const from = firstDayThatCounts(options);
  if (areAllPurchases(entries, { asOf: options.asOf, from })) return entries.reason;
  const buyers = buyersAt(entries, { asOf: options.asOf, from: options.windowFor === "fm" ? -Infinity : from });
  const reasons = entries.reason.slice();
  const { day: days, customer: customers, net, length } = entries;
  const { asOf } = options;
  for (let entry = 0; entry < length; entry += 1) {
    if (reasons[entry] !== 0) continue;
    const day = days[entry] as number;
    const customer = customers[entry] as number;
    if (day > asOf) reasons[entry] = AFTER_AS_OF;
    else if (day < from) reasons[entry] = BEFORE_WINDOW;
    else if (customer < 0) reasons[entry] = NO_CUSTOMER;
    else if (net[entry] === 0) reasons[entry] = ZERO_AMOUNT;
    else if (buyers[customer] === 0) reasons[entry] = NO_PURCHASE;
  }
  return reasons;
}

const AFTER_AS_OF = reasonCode("after as-of");

const BEFORE_WINDOW = reasonCode("before window");

const NO_CUSTOMER = reasonCode("no customer");

const ZERO_AMOUNT = reasonCode("zero amount");

const NO_PURCHASE = reasonCode("no purchase");

/** Whether all that counts for the reader is purchases of known customers between two days, as in most exports. */
function areAllPurchases(entries: OrderEntries, { asOf, from }: { asOf: number; from: number }): boolean {
  const { day: days, customer: customers, reason, net, length } = entries;
  for (let entry = 0; entry < length; entry += 1) {
    if (reason[entry] !== 0) continue;
    const day = days[entry] as number;
    if (day > asOf || day < from || (customers[entry] as number) < 0 || !((net[entry] as number) > 0)) return false;
  }
  return true;
}

/** 1 for every customer with a purchase between two days. */
function buyersAt(entries: OrderEntries, { asOf, from }: { asOf: number; from: number }): Uint8Array {
  const buyers = new Uint8Array(keyCount(entries));
  const { day: days, customer: customers, reason, net, length, summed } = entries;
  for (let customer = 0; summed !== undefined && customer < buyers.length; customer += 1)
    if (purchasesOf(summed.numbers, customer) > 0) buyers[customer] = 1;
  for (let entry = 0; entry < length; entry += 1) {
    const customer = customers[entry] as number;
    const day = days[entry] as number;
    if (reason[entry] !== 0 || customer < 0 || (net[entry] as number) <= 0) continue;
    if (day >= from && day <= asOf) buyers[customer] = 1;
  }
  return buyers;
}
