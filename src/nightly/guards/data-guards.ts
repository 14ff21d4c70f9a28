import { formatDay } from "../../basics/calendar/days.ts";
import { formatAmount } from "../../basics/money/amount.ts";
import { peopleCount, plural } from "../../basics/text/words.ts";
import { type GuardedRun, type GuardFinding, type LastRun, percent, withoutLast } from "./finding.ts";

/** The data's days are the shop's and the clock's are the machine's, which may be a day apart. */
export function newestOrder({ newestDay, today }: GuardedRun, most: number): GuardFinding {
  const age = today - newestDay;
  const guard = "newest-order-days";
  const when = `the newest order is dated ${formatDay(newestDay)}`;
  if (age < -1) {
    const text = `${when}, ${plural(-age, "day")} after the machine's date, ${formatDay(today)}: one of the two is wrong`;
    return { guard, passed: false, text };
  }
  const text = `${when}, ${plural(Math.max(0, age), "day")} old (at most ${peopleCount(most)})`;
  return { guard, passed: age <= most, text };
}

export function rejects({ rows, rejects: count }: GuardedRun, most: number): GuardFinding {
  const share = rows === 0 ? 0 : (count / rows) * 100;
  const text = `${plural(count, "row")} of ${peopleCount(rows)} cannot be read, ${percent(share)} (at most ${percent(most)})`;
  return { guard: "rejects-percent", passed: share <= most, text };
}

export function rowsGuard({ rows }: GuardedRun, last: LastRun, least: number): GuardFinding {
  const guard = "rows-percent";
  if (typeof last === "string") return withoutLast(guard, last);
  const share = last.rows === 0 ? 100 : (rows / last.rows) * 100;
  const text = `${plural(rows, "row")}, ${percent(share)} of the ${peopleCount(last.rows)} of the last run (at least ${percent(least)})`;
  return { guard, passed: share >= least, text };
}

/** Of the rows that would count if each had a customer: guest orders, and orders of a column that went. */
export function rowsWithoutCustomer({ usedRows, withoutCustomer: { rows } }: GuardedRun, most: number): GuardFinding {
  const all = usedRows + rows;
  const share = all === 0 ? 0 : (rows / all) * 100;
  const text = `${plural(rows, "row")} of ${peopleCount(all)} that would count have no customer, ${percent(share)} (at most ${percent(most)})`;
  return { guard: "no-customer-rows-percent", passed: share <= most, text };
}

/** The same of their money. Where refunds outweigh sales on one side, its amount counts without its sign. */
export function moneyWithoutCustomer(
  { revenue, withoutCustomer: { money }, currency }: GuardedRun,
  most: number,
): GuardFinding {
  const [without, counted] = [sizeOf(money), sizeOf(revenue)];
  const share = without + counted === 0 ? 0 : (without / (without + counted)) * 100;
  const text = `${amountText(money, currency)} has no customer, ${percent(share)} of what would count (at most ${percent(most)})`;
  return { guard: "no-customer-money-percent", passed: share <= most, text };
}

function sizeOf(money: bigint): number {
  return Math.abs(Number(money));
}

/**
 * Compares the money of all rows that count, as the ledger has it: with a window that of the window. Amounts in another
 * unit, a missing file and one that is there twice change it; an ordinary night hardly does.
 */
export function revenueChange({ revenue, currency, window }: GuardedRun, last: LastRun, most: number): GuardFinding {
  const guard = "revenue-change-percent";
  if (typeof last === "string") return withoutLast(guard, last);
  if (last.window !== window) return { guard, passed: true, text: "the last run had another window: not compared" };
  if (last.currency !== null && last.currency !== currency) {
    const text = `revenue is in ${nameOf(currency)}, and was in ${nameOf(last.currency)} in the last run`;
    return { guard, passed: false, text };
  }
  const change = Number(revenue - last.revenue);
  const share = last.revenue === 0n ? null : (Math.abs(change) / sizeOf(last.revenue)) * 100;
  const more = change === 0 ? "the same" : `${percent(share ?? 0)} ${change < 0 ? "less" : "more"}`;
  const difference = share === null ? "there was none" : more;
  const text = `revenue ${amountText(revenue, currency)}, ${amountText(last.revenue, currency)} in the last run: ${difference} (at most ${percent(most)})`;
  return { guard, passed: change === 0 || (share !== null && share <= most), text };
}

function nameOf(currency: string): string {
  return currency === "" ? "no named currency" : currency;
}

function amountText(money: bigint, currency: string): string {
  const [whole = "", cents] = formatAmount(money).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${cents === undefined ? "" : `.${cents}`}${currency === "" ? "" : ` ${currency}`}`;
}
