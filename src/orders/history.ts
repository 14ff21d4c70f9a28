import { formatDay, NO_DAY } from "../basics/calendar/days.ts";
import { lineOf } from "../basics/text/place.ts";
import { EmptyInputError, InputError } from "../errors.ts";
import type { OrderEntries } from "./ledger/entries.ts";
import type { OrderTable } from "./order-table.ts";
import type { RejectedRow } from "./rows/row-table.ts";
import type { Understanding } from "./understanding.ts";

/** Everything that was read from the exports. */
export interface OrderHistory {
  /** Purchases and refunds of known customers: what the analyses work on. */
  readonly orders: OrderTable;
  /** Every order, refund and set-aside row: what the ledger adds up. */
  readonly entries: OrderEntries;
  readonly understanding: Understanding;
  readonly rejects: readonly RejectedRow[];
  /** All rows read. */
  readonly rows: number;
  /** The newest day of any readable row that is not a test order, and the next newest. */
  readonly newest: { readonly day: number; readonly file: string; readonly line: number };
  readonly nextNewestDay: number | null;
}

/** How far the newest day may lie ahead of the next newest before it looks like a typing error. */
const LONGEST_GAP_DAYS = 366;

/**
 * The as-of date where the user names none: the newest day in the data, never the clock.
 *
 * @throws InputError when that day lies more than a year ahead of the next newest, which is a typing error most likely
 */
export function defaultAsOf({ newest, nextNewestDay, orders }: OrderHistory): number {
  if (orders.customers !== undefined && orders.customers.lastDay === null) {
    throw new InputError("the table says how many days ago customers last ordered, and not the day", {
      hint: "say as of which day it was made: --as-of 2024-06-30",
    });
  }
  if (newest.day === NO_DAY) {
    throw new EmptyInputError("no row that counts has a readable date", {
      hint: "rfm inspect --as-of DAY shows how the file was read; it may contain only test orders",
    });
  }
  if (nextNewestDay === null || newest.day - nextNewestDay <= LONGEST_GAP_DAYS) return newest.day;
  const [day, next] = [formatDay(newest.day), formatDay(nextNewestDay)];
  throw new InputError(
    `${newest.file}: ${lineOf(newest.file, newest.line)} is dated ${day}, more than a year after the next newest day, ${next}`,
    { hint: `correct the row, or say which day is the last with --as-of ${next} (or --as-of ${day})` },
  );
}
