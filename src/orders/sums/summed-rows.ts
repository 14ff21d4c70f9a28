import { MOST_CODES } from "../../kernel/wasm/shared/layout.ts";
import { CannotAddUp } from "../rows/restart-reasons.ts";
import { DaySpan, type Days } from "./day-span.ts";
import type { SegmentLines, SegmentPurchases, StatusAndCurrency } from "./purchase-rows.ts";

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

/** The line items of a segment until orders are put together. */
export interface WaitingLines extends Pick<SegmentLines, "starts" | "words"> {
  /** For each of the segment's codes of statuses and currencies that of the file. */
  readonly codes: readonly number[];
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
  /** Whether rows are line items, of which orders are made when all were read. */
  readonly areLines: boolean;
  readonly lines: WaitingLines[] = [];
  private readonly codes: StatusAndCurrency[] = [];

  constructor(areLines = false) {
    this.areLines = areLines;
  }

  /** Adds the rows of a segment. Segments must come in the order of the file. */
  add({ tallies, days, lines }: SegmentPurchases, { statusOf, currencyOf, firstLine }: SegmentPlace): void {
    for (const { status, currency, following, ...own } of tallies) {
      if (!this.areLines) this.purchases += own.rows;
      this.rows += own.rows + following;
      this.money += own.money;
      addTo(this.byStatus, statusOf(status), { ...own, rows: own.rows + following });
      addTo(this.byCurrency, currencyOf(currency), own);
    }
    if (lines !== null) this.addLines(lines, { statusOf, currencyOf, firstLine });
    else if (tallies.length > 0) this.days.add({ ...days, newestAt: days.newestAt + firstLine });
  }

  private addLines({ starts, words, codes }: SegmentLines, { statusOf, currencyOf, firstLine }: SegmentPlace): void {
    const own = codes.map(({ status, currency }) => this.codeOf(statusOf(status), currencyOf(currency)));
    this.lines.push({ starts, words, codes: own, firstLine });
  }

  private codeOf(status: number, currency: number): number {
    const known = this.codes.findIndex((code) => code.status === status && code.currency === currency);
    if (known >= 0) return known;
    if (this.codes.length === MOST_CODES) throw new CannotAddUp();
    return this.codes.push({ status, currency }) - 1;
  }

  /** Adds orders that were put together of lines, and the days of these. */
  addOrders(orders: number, days: Days): void {
    this.purchases += orders;
    this.days.add(days);
  }

  /** Takes back lines that are kept after all; returns their status and currency. */
  takeBack(code: number, { rows, amount }: { readonly rows: number; readonly amount: number }): StatusAndCurrency {
    const { status, currency } = this.codes[code] as StatusAndCurrency;
    const money = -BigInt(amount);
    this.rows -= rows;
    this.money += money;
    addTo(this.byStatus, status, { rows: -rows, money });
    if (amount > 0) addTo(this.byCurrency, currency, { rows: -rows, money });
    return { status, currency };
  }
}

function addTo(tallies: Map<number, RowsAndMoney>, code: number, { rows, money }: RowsAndMoney): void {
  const known = tallies.get(code) ?? { rows: 0, money: 0n };
  const sum = { rows: known.rows + rows, money: known.money + money };
  if (sum.rows === 0) tallies.delete(code);
  else tallies.set(code, sum);
}
