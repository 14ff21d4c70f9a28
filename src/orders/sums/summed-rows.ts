import { DaySpan } from "./day-span.ts";
import type { SegmentPurchases } from "./purchase-rows.ts";

/** How many rows something has, and what they come to in whole 1/10,000 of a unit. */
export interface RowsAndMoney {
  readonly rows: number;
  readonly money: bigint;
}

/** The codes of the table for those of a thread, and how many lines stand before the thread's segment. */
interface SegmentPlace {
  readonly statusOf: (code: number) => number;
  readonly currencyOf: (code: number) => number;
  readonly firstLine: number;
}

/**
 * The rows of a file that were added up while it was read, and are not in the table: purchases that count, one order each, and rows
 * of these that say nothing of their own.
 */
export class SummedRows {
  purchases = 0;
  /** With those that say nothing of their own. */
  rows = 0;
  money = 0n;
  /** By the table's codes; rows without money have no currency. */
  readonly byStatus = new Map<number, RowsAndMoney>();
  readonly byCurrency = new Map<number, RowsAndMoney>();
  /** Their days, by lines of the file. */
  readonly days = new DaySpan();
  /** The numbers of all customers of the table, one after another; known when the files are read. */
  numbers: Int32Array = new Int32Array(0);

  /** Adds the rows of a segment. Segments must come in the order of the file. */
  add({ tallies, days }: SegmentPurchases, { statusOf, currencyOf, firstLine }: SegmentPlace): void {
    for (const { status, currency, following, ...own } of tallies) {
      this.purchases += own.rows;
      this.rows += own.rows + following;
      this.money += own.money;
      addTo(this.byStatus, statusOf(status), { ...own, rows: own.rows + following });
      addTo(this.byCurrency, currencyOf(currency), own);
    }
    if (tallies.length > 0) this.days.add({ ...days, newestAt: days.newestAt + firstLine });
  }
}

function addTo(tallies: Map<number, RowsAndMoney>, code: number, { rows, money }: RowsAndMoney): void {
  const known = tallies.get(code);
  tallies.set(code, known === undefined ? { rows, money } : { rows: known.rows + rows, money: known.money + money });
}
