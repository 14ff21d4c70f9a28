import { NO_DAY } from "../../basics/calendar/days.ts";
import { type OrderEntries, reasonOfCode, type SetAsideReason } from "../../orders/ledger/entries.ts";

/** One order, dated refund, or group of rows of a customer as the exports have it; money in 1/10,000 of a unit. */
export interface OwnEntry {
  readonly orderId: string;
  /** `null` where no row of it has a date that can be read. */
  readonly day: number | null;
  /** Gross less the refunded part; negative for a dated refund. */
  readonly net: number;
  /** The refunded part, ≥ 0. */
  readonly refund: number;
  /** Why it does not count; `null` where it does. */
  readonly reason: SetAsideReason | null;
}

/**
 * All that the exports hold of one customer, whatever became of it: by day, those without one first, then as they stand in
 * the files.
 *
 * @param reasons one code an entry, as of the day that is looked at
 * @param customer index into the entries' customers
 */
export function entriesOfCustomer(entries: OrderEntries, reasons: Uint8Array, customer: number): readonly OwnEntry[] {
  const own: number[] = [];
  for (let entry = 0; entry < entries.length; entry += 1) if (entries.customer[entry] === customer) own.push(entry);
  const by = (column: { readonly [entry: number]: number }, a: number, b: number): number =>
    (column[a] as number) - (column[b] as number);
  own.sort((a, b) => by(entries.day, a, b) || by(entries.file, a, b) || by(entries.line, a, b));
  return own.map((entry) => ({
    orderId: entries.orderId(entry),
    day: entries.day[entry] === NO_DAY ? null : (entries.day[entry] as number),
    net: entries.net[entry] as number,
    refund: entries.refund[entry] as number,
    reason: reasonOfCode(reasons[entry] as number),
  }));
}
