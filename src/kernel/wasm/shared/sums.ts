// What is added up of customers, while several threads add to it at once.
import { SUM_EVER, SUM_LAST, SUM_PURCHASES, SUM_SIZE, SUM_SPEND } from "./layout";

/** What a customer's number of purchases is until it is known, and while a thread adds a purchase. */
export const IS_FREE: i32 = 1;
const IS_TAKEN: i32 = 2;

/**
 * Adds a purchase of a customer.
 *
 * @param tables where the sums of each range of customers are
 * @param customer the number in its range, the ranges taking turns
 */
export function addPurchaseOf(tables: usize, turns: u32, customer: u32, day: i32, amount: f64): void {
  const table = tables + ((<usize>(customer % turns)) << 2);
  const sum = <usize>load<u32>(table) + <usize>(customer / turns) * SUM_SIZE;
  while (atomic.cmpxchg<i32>(sum + SUM_PURCHASES, IS_FREE, IS_TAKEN) !== IS_FREE) {}
  const ever = load<i32>(sum, SUM_EVER);
  if (ever === 0 || day < load<i32>(sum)) store<i32>(sum, day);
  if (ever === 0 || day > load<i32>(sum, SUM_LAST)) store<i32>(sum, day, SUM_LAST);
  store<i32>(sum, ever + 1, SUM_EVER);
  store<f64>(sum, load<f64>(sum, SUM_SPEND) + amount, SUM_SPEND);
  atomic.store<i32>(sum + SUM_PURCHASES, IS_FREE);
}
