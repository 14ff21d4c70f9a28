import { mayHoldAddress } from "../../basics/addresses/email-address.ts";
import type { ColumnRoles } from "../../exports/detect/columns/columns.ts";
import { optionNameOf } from "../../exports/detect/header/named-columns.ts";
import { type FilePlan, filteredFile, keptAt } from "../../exports/file-plan.ts";
import { type FilteredRow, type RowFilter, rowFilter, type UncomparedCell } from "../../exports/row-filter.ts";
import { ComparedTexts } from "../../exports/values/compared-text.ts";
import { DayReader } from "../../exports/values/day-reader.ts";
import { unwrapCell } from "../../exports/values/decimals.ts";
import { hourIn } from "../../exports/values/hours.ts";
import type { UnreadableCell } from "../../exports/values/unreadable-cell.ts";
import { reasonCode, SET_ASIDE_REASONS } from "../ledger/entries.ts";
import { CurrencyCodes } from "./currency-codes.ts";
import { ExcludedLines } from "./excluded-line.ts";
import { type Found, KeyReader } from "./key-reader.ts";
import { MoneyReader } from "./money-reader.ts";
import type { RowBuffer } from "./row-buffer.ts";
import type { ReadRow } from "./row-columns.ts";
import { hashRow, NO_HASH } from "./row-hash.ts";
import { emptyRow, type RejectedRow, type RowTexts } from "./row-table.ts";
import { StatusReader } from "./status-reader.ts";
import { type SegmentTrailer, TrailerFinder } from "./trailer-finder.ts";
import { wrongWidth } from "./wrong-width.ts";

const BLANK_LINE = reasonCode("blank line");
const WRONG_FIELDS = reasonCode("wrong number of fields");
const UNREADABLE_DATE = reasonCode("unreadable date");
const UNREADABLE_AMOUNT = reasonCode("unreadable amount");
const FILTERED = reasonCode("filtered");

/** What reading a segment of a file's rows found out beside the rows. Lines are counted from the segment's own first. */
export interface Findings {
  readonly rows: number;
  readonly rejects: readonly RejectedRow[];
  /** Rows whose amount was finer than 1/10,000 and was rounded. */
  readonly rounded: number;
  /** Every customer id (not e-mail) is a whole number, and some end in `.0`. */
  readonly wholeIds: boolean;
  readonly pointZeroIds: boolean;
  /** Pairs of an id and an e-mail address that stand in one row. */
  readonly links: readonly (readonly [string, string])[];
  readonly destroyed: Found | null;
  readonly garbled: Found | null;
  readonly trailer: SegmentTrailer;
  /** The cells of rows with the wrong number of fields that hold an address, where addresses are wanted. */
  readonly strays: readonly (readonly string[])[];
  /** The first cell of a row that counts which a condition cannot compare; the run stops there. */
  readonly uncompared: UncomparedCell | null;
}

/**
 * Understands rows, given as the texts of their cells: the one definition of what a row means. The byte scanner has short
 * cuts of its own for what is plain, and hands everything else to this.
 */
export class RowReader {
  private readonly plan: FilePlan;
  private readonly texts: RowTexts;
  private readonly buffer: RowBuffer;
  private readonly columns: ColumnRoles;
  private readonly width: number;
  /** Which of the kept columns holds the time of day. */
  private readonly hourSlot: number;
  private readonly days: DayReader;
  private readonly filter: RowFilter;
  private readonly excludedLines: ExcludedLines;
  private readonly rejects: RejectedRow[] = [];
  private readonly strays: (readonly string[])[] = [];
  private readonly allColumns: readonly number[];
  /** The form in which cells are compared; `null` for their texts. */
  private readonly comparedTexts: ComparedTexts | null;
  readonly keys: KeyReader;
  readonly money: MoneyReader;
  readonly statuses: StatusReader;
  private readonly currencies: CurrencyCodes;
  readonly trailer: TrailerFinder;
  /** Rows read so far. */
  rows = 0;

  /** @param texts where the codes of the rows' keys come from */
  constructor(plan: FilePlan, texts: RowTexts, buffer: RowBuffer) {
    this.plan = plan;
    this.texts = texts;
    this.buffer = buffer;
    this.columns = plan.layout.columns;
    this.width = plan.layout.header.length;
    this.hourSlot = keptAt(plan, "hour");
    this.allColumns = plan.layout.header.map((_, column) => column);
    this.comparedTexts = plan.comparesValues ? new ComparedTexts(plan.formats, this.columns.date) : null;
    this.days = new DayReader(plan.source.name, plan.formats, this.columns, plan.zone);
    this.money = new MoneyReader(plan.source.name, plan.formats, this.columns);
    this.keys = new KeyReader(this.columns, texts, {
      numbering: plan.numbering,
      continuesAbove: plan.layout.preset?.continuesAbove === true,
      noteLinks: plan.noteLinks,
    });
    this.statuses = new StatusReader(plan.source.name, plan.layout, texts);
    this.currencies = new CurrencyCodes(plan.source.name, plan.layout, texts.currencies);
    this.trailer = new TrailerFinder(this.columns);
    this.filter = rowFilter(filteredFile(plan), plan.filter);
    this.excludedLines = new ExcludedLines(plan);
  }

  findings(): Findings {
    return {
      rows: this.rows,
      rejects: this.rejects,
      rounded: this.money.rounded,
      wholeIds: this.keys.wholeIds,
      pointZeroIds: this.keys.pointZeroIds,
      links: [...this.keys.links.values()],
      destroyed: this.keys.destroyed,
      garbled: this.keys.garbled,
      trailer: this.trailer.ofSegment(),
      strays: this.strays,
      uncompared: this.filter.uncompared() ?? this.excludedLines.uncompared,
    };
  }

  /** Takes the cells of the next row and the line where it begins; returns what was understood. */
  read(cells: readonly string[], line: number): ReadRow {
    this.rows += 1;
    const row = this.understand(cells, line);
    this.buffer.append(this.plan.file, row);
    if (row.reason !== BLANK_LINE) this.trailer.note(this.buffer.length - 1, cells, row);
    return row;
  }

  /** The day of a date cell as written; `null` where it cannot be read. */
  dayOfText(text: string): number | null {
    return this.days.dayAsWritten(text);
  }

  /** Code of the currency of a row by its cell of the currency column; of a blank cell if the file has no such column. */
  currencyCode(text: string): number {
    return this.currencies.code(this.money.currencyInColumn(text));
  }

  /** Code of the currency of a row. */
  currencyOf(cells: readonly string[]): number {
    return this.currencies.code(this.money.currency(cells));
  }

  /** Code of a kept column's cell; −1 where it is blank. Of a time only the hour is kept. */
  keptCode(cell: string, index: number): number {
    return this.codeOfKept(index === this.hourSlot ? hourIn(cell) : unwrapCell(cell), index);
  }

  private codeOfKept(text: string, index: number): number {
    return text === "" ? -1 : (this.texts.kept[index]?.code(text) ?? -1);
  }

  /** Counts rows of orders that others read, with the sum of their amounts. */
  takeOrders(rows: number, amounts: number): void {
    this.rows += rows;
    this.trailer.noteOrder(amounts);
  }

  /** Counts rows whose amount was finer than 1/10,000. */
  noteRounded(rows: number): void {
    this.money.rounded += rows;
  }

  /** Notes that the first key of a row's customer is no whole number. */
  noteOtherId(): void {
    this.keys.wholeIds = false;
  }

  private understand(cells: readonly string[], line: number): ReadRow {
    if (cells.every((cell) => cell.trim() === "")) return emptyRow(line, BLANK_LINE);
    if (!this.fits(cells)) {
      const value = wrongWidth(cells.length, this.width);
      this.rejects.push({ file: this.plan.source.name, line, column: "", value, reason: "wrong number of fields" });
      if (this.plan.contacts.length > 0 && cells.some(mayHoldAddress)) this.strays.push(cells);
      return emptyRow(line, WRONG_FIELDS);
    }
    const carried = this.carriedReason(cells);
    const day = this.days.read(cells, line, carried > 0);
    const money = this.money.read(cells, line);
    const unreadable = day.reject ?? money.reject;
    if (unreadable !== null && carried === 0) this.rejectCell(cells, line, unreadable);
    const hash = this.plan.hashesRows ? this.hashOf(cells) : NO_HASH;
    const keys = this.keys.read(cells, line, money.amount < 0);
    const reason = carried > 0 ? carried : this.reason({ cells, line, day: day.day, order: keys.order }, unreadable);
    return {
      line,
      day: day.day,
      amount: money.amount,
      refunded: money.refunded,
      ...keys,
      status: this.statuses.read(cells),
      currency: this.currencies.code(this.money.currency(cells)),
      margin: money.margin,
      excluded: reason === 0 ? this.excludedLines.read(cells, line) : null,
      reason,
      hashA: hash.a,
      hashB: hash.b,
      kept: this.plan.kept.length === 0 ? NOTHING_KEPT : this.keptCodes(cells),
    };
  }

  private hashOf(cells: readonly string[]): ReturnType<typeof hashRow> {
    const { compared } = this.plan;
    const columns = compared ?? this.allColumns;
    const { comparedTexts } = this;
    if (comparedTexts !== null) {
      return hashRow(columns.map((column) => comparedTexts.text(cells[column] ?? "", column)));
    }
    return hashRow(compared === null ? cells : columns.map((column) => cells[column] ?? ""));
  }

  private reason(row: FilteredRow, unreadable: UnreadableCell | null): number {
    if (unreadable !== null) return unreadable.reason === "unreadable date" ? UNREADABLE_DATE : UNREADABLE_AMOUNT;
    return this.filter.keeps(row) ? 0 : FILTERED;
  }

  private keptCodes(cells: readonly string[]): readonly number[] {
    return this.plan.kept.map((column, index) => {
      if (column === null) return -1;
      return index === this.hourSlot
        ? this.codeOfKept(this.days.hour(cells), index)
        : this.keptCode(cells[column] ?? "", index);
    });
  }

  private rejectCell(cells: readonly string[], line: number, { column, reason }: UnreadableCell): void {
    const name = optionNameOf(this.plan.layout.header, column);
    this.rejects.push({ file: this.plan.source.name, line, column: name, value: cells[column] ?? "", reason });
  }

  /** As many cells as the header, or more that are all blank (a delimiter at the end of every line). */
  private fits(cells: readonly string[]): boolean {
    if (cells.length === this.width) return true;
    return cells.length > this.width && cells.slice(this.width).every((cell) => cell.trim() === "");
  }

  /** The reason in a row of this program's own `rfm orders` file; those that depend on the as-of date are found anew. */
  private carriedReason(cells: readonly string[]): number {
    if (this.columns.reason === null) return 0;
    const text = (cells[this.columns.reason] ?? "").trim();
    const reason = CARRIED_REASONS.find((carried) => carried === text);
    return reason === undefined ? 0 : reasonCode(reason);
  }
}

const NOTHING_KEPT: readonly number[] = [];

/** The reasons that this program's own files keep: those that do not depend on the as-of date and the window. */
const CARRIED_REASONS = SET_ASIDE_REASONS.slice(
  SET_ASIDE_REASONS.indexOf("total row"),
  SET_ASIDE_REASONS.indexOf("after as-of"),
);
