/*
 * Tables with one row per customer: summary-rows.ts reads their rows, read-customer-tables.ts makes customers and the account of
 * every row of them.
 */

import { NO_DAY } from "../../basics/calendar/days.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { ScannedRecord } from "../../csv/scanner/scan-records.ts";
import { type FilePlan, filteredFile } from "../../exports/file-plan.ts";
import { type RowFilter, rowFilter } from "../../exports/row-filter.ts";
import { AmountColumn } from "../../exports/values/amount-column.ts";
import { DayReader } from "../../exports/values/day-reader.ts";
import { unwrapCell } from "../../exports/values/decimals.ts";
import type { SetAsideReason } from "../ledger/entries.ts";
import { MoneyReader } from "../rows/money-reader.ts";
import type { RejectedRow } from "../rows/row-table.ts";
import { wrongWidth } from "../rows/wrong-width.ts";

/** One row of a table of customers, as it was understood. */
export interface SummaryRow {
  readonly file: number;
  readonly line: number;
  /** "" without one. */
  readonly key: string;
  readonly orders: number;
  /** Civil day, or NO_DAY; the days since it where the table has those. */
  readonly last: number;
  readonly first: number;
  /** Whole 1/10,000 of a unit; NaN where blank, 0 where there is no money. */
  readonly spend: number;
  readonly currency: string;
  /** The texts of the columns that are carried along. */
  readonly carried: readonly string[];
  readonly reason: SetAsideReason | null;
}

/** A cell that cannot be used, with the reason. */
interface Fault {
  readonly column: number;
  readonly reason: Extract<RejectedRow["reason"], SetAsideReason>;
}

/** No customer has ordered more often. */
const MOST_ORDERS = 1_000_000_000;

/** Takes the records of a table of customers, one by one. */
export class SummaryRows {
  readonly rows: SummaryRow[] = [];
  readonly rejects: RejectedRow[] = [];
  /** The cells of rows with too many or too few of them. */
  readonly strays: (readonly string[])[] = [];
  private readonly plan: FilePlan;
  private readonly filter: RowFilter;
  private readonly days: DayReader;
  private readonly counts: AmountColumn;
  readonly money: MoneyReader;
  private toSkip: number;

  constructor(plan: FilePlan) {
    const { source, formats, layout, zone } = plan;
    this.plan = plan;
    this.filter = rowFilter(filteredFile(plan), plan.filter);
    this.days = new DayReader(source.name, formats, { ...layout.columns, order: [] }, zone);
    this.counts = new AmountColumn(formats.decimal);
    this.money = new MoneyReader(source.name, formats, layout.columns);
    this.toSkip = layout.recordsBeforeRows;
  }

  /** Takes the next record. */
  take({ fields, line, text }: ScannedRecord): boolean {
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return true;
    }
    const cells = Array.from({ length: fields }, (_, column) => text(column));
    this.rows.push(this.understand(cells, line));
    return true;
  }

  private understand(cells: readonly string[], line: number): SummaryRow {
    const { layout, file, source } = this.plan;
    const blank = { file, line, key: "", orders: 0, last: NO_DAY, first: NO_DAY, spend: Number.NaN, currency: "" };
    const empty = { ...blank, carried: this.plan.kept.map(() => "") };
    if (cells.every((cell) => cell.trim() === "")) return { ...empty, reason: "blank line" };
    const width = layout.header.length;
    if (cells.length !== width && !(cells.length > width && cells.slice(width).every((cell) => cell.trim() === ""))) {
      const value = wrongWidth(cells.length, width);
      this.rejects.push({ file: source.name, line, column: "", value, reason: "wrong number of fields" });
      this.strays.push(cells);
      return { ...empty, reason: "wrong number of fields" };
    }
    return this.customer(cells, line, empty);
  }

  private customer(cells: readonly string[], line: number, empty: Omit<SummaryRow, "reason">): SummaryRow {
    const orders = this.orders(cells);
    const hasOrdered = orders !== 0;
    const [last, first] = [hasOrdered ? this.last(cells, line) : NO_DAY, this.first(cells)];
    const money = this.money.read(cells, line);
    const row = {
      ...empty,
      key: this.key(cells),
      orders: orders ?? 0,
      last: last ?? NO_DAY,
      first: first ?? NO_DAY,
      spend: money.amount,
      currency: this.money.currency(cells),
      carried: this.plan.kept.map((column) => (column === null ? "" : unwrapCell(cells[column] ?? ""))),
    };
    const fault = hasOrdered ? this.faultOf({ orders, last, first, money: money.reject !== null }) : null;
    if (!this.filter.keeps({ cells, line, day: NO_DAY, order: -1 })) return { ...row, reason: "filtered" };
    if (fault !== null) return { ...row, reason: this.reject(cells, line, fault) };
    return { ...row, reason: reasonOf(row) };
  }

  private faultOf(read: {
    readonly orders: number | null;
    readonly last: number | null;
    readonly first: number | null;
    readonly money: boolean;
  }): Fault | null {
    const { date, amount, summary } = this.plan.layout.columns;
    if (read.orders === null) return { column: summary?.count ?? 0, reason: "unreadable number of orders" };
    if (read.last === null) return { column: summary?.daysSince ?? date, reason: "unreadable date" };
    const isLater =
      read.first !== null && read.first !== NO_DAY && summary?.daysSince === null && read.first > read.last;
    if (read.first === null || isLater) return { column: summary?.first ?? date, reason: "unreadable date" };
    return read.money
      ? { column: amount.kind === "sum" ? (amount.plus[0] ?? 0) : 0, reason: "unreadable amount" }
      : null;
  }

  private reject(cells: readonly string[], line: number, { column, reason }: Fault): Fault["reason"] {
    const { source, layout } = this.plan;
    const name = layout.header[column]?.trim() ?? "";
    this.rejects.push({ file: source.name, line, column: name, value: (cells[column] ?? "").trim(), reason });
    return reason;
  }

  /** A whole number, 0 where the cell is blank and no last order is named; `null` where it is none. */
  private orders(cells: readonly string[]): number | null {
    const { summary, date } = this.plan.layout.columns;
    const text = unwrapCell(cells[summary?.count ?? -1] ?? "");
    const named = unwrapCell(cells[summary?.daysSince ?? date] ?? "");
    if (text === "") return named === "" ? 0 : null;
    return this.whole(text);
  }

  private whole(text: string): number | null {
    const read = this.counts.parse(text);
    if (read === null || read === "unreadable" || read.rounded) return null;
    const value = read.amount / AMOUNT_SCALE;
    return Number.isInteger(value) && value >= 0 && value <= MOST_ORDERS ? value : null;
  }

  private last(cells: readonly string[], line: number): number | null {
    const { summary } = this.plan.layout.columns;
    if (summary !== null && summary.daysSince !== null) return this.whole(unwrapCell(cells[summary.daysSince] ?? ""));
    const { day, reject } = this.days.read(cells, line, false);
    return reject === null ? day : null;
  }

  /** NO_DAY where it is blank; `null` where it cannot be read. */
  private first(cells: readonly string[]): number | null {
    const text = unwrapCell(cells[this.plan.layout.columns.summary?.first ?? -1] ?? "");
    return text === "" ? NO_DAY : this.days.dayAsWritten(text);
  }

  private key(cells: readonly string[]): string {
    for (const columns of this.plan.layout.columns.customer) {
      const parts = columns.map((column) => unwrapCell(cells[column] ?? ""));
      if (parts.some((part) => part === "")) continue;
      const key = parts.join(" ");
      return key.includes("@") ? key.toLowerCase() : key;
    }
    return "";
  }
}

function reasonOf({ orders, key, spend }: Pick<SummaryRow, "orders" | "key" | "spend">): SetAsideReason | null {
  if (orders === 0) return "never ordered";
  if (Number.isNaN(spend)) return "no amount";
  return key === "" ? "no customer" : null;
}
