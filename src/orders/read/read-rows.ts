import { reasonCode, SET_ASIDE_REASONS } from "../../core/ledger/entries.ts";
import type { ColumnRoles } from "../detect/columns.ts";
import type { ContactSlot } from "../detect/contact-columns.ts";
import type { Layout } from "../detect/layout.ts";
import type { Formats } from "../detect/settle.ts";
import type { ByteSource } from "../inputs/byte-source.ts";
import { type DateZone, DayReader } from "../values/day-reader.ts";
import { unwrapCell } from "../values/decimals.ts";
import { KeyReader } from "./key-reader.ts";
import { MoneyReader } from "./money-reader.ts";
import { countedSource, type ReadMeter } from "./progress.ts";
import { readRecords } from "./records.ts";
import type { RowFilter } from "./row-filter.ts";
import { hashRow, NO_HASH } from "./row-hash.ts";
import { emptyRow, type ReadRow, type RejectedRow, type RowTable, type UnreadableCell } from "./row-table.ts";
import { StatusReader } from "./status-reader.ts";
import { TrailerFinder } from "./trailer-finder.ts";

/** One file as it is to be read. */
export interface FilePlan {
  readonly source: ByteSource;
  /** Absolute path; `null` for standard input. */
  readonly path: string | null;
  readonly layout: Layout;
  readonly formats: Formats;
  /** Index of the file among all files, in the order in which they are listed. */
  readonly file: number;
  /** Index of its source; order ids are told apart by source. */
  readonly origin: number;
  /** Whether other files of its source may hold the same rows. */
  readonly mayOverlap: boolean;
  readonly zone: DateZone;
  /** Whether ids and e-mail addresses that stand in one row are wanted as links. */
  readonly noteLinks: boolean;
  readonly filter: RowFilter;
  /** Where the kept columns stand, in the order in which they were asked for; `null` for those that the file has not. */
  readonly kept: readonly (number | null)[];
  /** What the last of the kept columns hold of the buyers; all files have the same. */
  readonly contacts: readonly ContactSlot[];
}

/** What reading one file found out beside its rows. */
export interface FileResult {
  readonly rows: number;
  readonly rejects: readonly RejectedRow[];
  /** Rows whose amount was finer than 1/10,000 and was rounded. */
  readonly rounded: number;
  /** Every customer id (not e-mail) is a whole number, and some end in `.0`. */
  readonly wholeIds: boolean;
  readonly pointZeroIds: boolean;
  /** Pairs of customer codes, an id and an e-mail address, that stand in one row. */
  readonly links: readonly (readonly [number, number])[];
  /** Ids that a spreadsheet turned into `1.2E+13`: how many, and the line of the first. */
  readonly destroyedIds: { readonly count: number; readonly line: number; readonly value: string } | null;
  /** Whether some text was read through the wrong encoding by an earlier program (`Ã¤`). */
  readonly garbled: { readonly count: number; readonly line: number } | null;
}

const BLANK_LINE = reasonCode("blank line");
const WRONG_FIELDS = reasonCode("wrong number of fields");
const UNREADABLE_DATE = reasonCode("unreadable date");
const UNREADABLE_AMOUNT = reasonCode("unreadable amount");
const FILTERED = reasonCode("filtered");

/** Reads every row of a file into the table, and tells the meter how far it is. */
export async function readRows(plan: FilePlan, table: RowTable, meter?: ReadMeter): Promise<FileResult> {
  const reader = new RowReader(plan, table);
  let [toSkip, rowsTold] = [plan.layout.recordsBeforeRows, table.length];
  const tell = (bytes: number): void => {
    meter?.advance(bytes, table.length - rowsTold);
    rowsTold = table.length;
  };
  await readRecords(countedSource(plan.source, tell), plan.layout.dialect, (cells, line) => {
    if (toSkip > 0) toSkip -= 1;
    else reader.read(cells, line);
    return true;
  });
  tell(0);
  return reader.result();
}

class RowReader {
  private readonly plan: FilePlan;
  private readonly table: RowTable;
  private readonly columns: ColumnRoles;
  private readonly width: number;
  private readonly days: DayReader;
  private readonly money: MoneyReader;
  private readonly keys: KeyReader;
  private readonly statuses: StatusReader;
  private readonly trailer: TrailerFinder;
  private readonly rejects: RejectedRow[] = [];
  private rows = 0;

  constructor(plan: FilePlan, table: RowTable) {
    this.plan = plan;
    this.table = table;
    this.columns = plan.layout.columns;
    this.width = plan.layout.header.length;
    this.days = new DayReader(plan.source.name, plan.formats, this.columns, plan.zone);
    this.money = new MoneyReader(plan.source.name, plan.formats, this.columns);
    this.keys = new KeyReader(this.columns, table, {
      origin: plan.origin,
      continuesAbove: plan.layout.preset?.continuesAbove === true,
      noteLinks: plan.noteLinks,
    });
    this.statuses = new StatusReader(plan.source.name, plan.layout, table);
    this.trailer = new TrailerFinder(this.columns);
  }

  result(): FileResult {
    const trailing = this.trailer.rows();
    for (const { row } of trailing) this.table.setReason(row, this.trailer.reason);
    const lines = new Set(trailing.map(({ line }) => line));
    return {
      rows: this.rows,
      rejects: this.rejects.filter((reject) => !lines.has(reject.line)),
      rounded: this.money.rounded,
      wholeIds: this.keys.wholeIds,
      pointZeroIds: this.keys.pointZeroIds,
      links: [...this.keys.links.values()],
      destroyedIds: this.keys.destroyed,
      garbled: this.keys.garbled,
    };
  }

  read(cells: readonly string[], line: number): void {
    this.rows += 1;
    const row = this.understand(cells, line);
    this.table.append(this.plan.file, row);
    if (row.reason !== BLANK_LINE) this.trailer.note(this.table.length - 1, cells, row);
  }

  private understand(cells: readonly string[], line: number): ReadRow {
    if (cells.every((cell) => cell.trim() === "")) return emptyRow(line, BLANK_LINE);
    if (!this.fits(cells)) {
      const value = `${cells.length} fields, ${this.width} in the header`;
      this.rejects.push({ file: this.plan.source.name, line, column: "", value, reason: "wrong number of fields" });
      return emptyRow(line, WRONG_FIELDS);
    }
    const carried = this.carriedReason(cells);
    const day = this.days.read(cells, line, carried > 0);
    const money = this.money.read(cells, line);
    const unreadable = day.reject ?? money.reject;
    if (unreadable !== null && carried === 0) this.rejectCell(cells, line, unreadable);
    const hash = this.plan.mayOverlap ? hashRow(cells) : NO_HASH;
    const keys = this.keys.read(cells, line, money.amount < 0);
    return {
      line,
      day: day.day,
      amount: money.amount,
      refunded: money.refunded,
      ...keys,
      status: this.statuses.read(cells),
      currency: this.table.currencies.code(this.money.currency(cells)),
      margin: money.margin,
      reason: carried > 0 ? carried : this.reason(cells, { day: day.day, order: keys.order, unreadable }),
      hashA: hash.a,
      hashB: hash.b,
      kept: this.plan.kept.length === 0 ? NOTHING_KEPT : this.keptCodes(cells),
    };
  }

  private reason(
    cells: readonly string[],
    read: { day: number; order: number; unreadable: UnreadableCell | null },
  ): number {
    if (read.unreadable !== null)
      return read.unreadable.reason === "unreadable date" ? UNREADABLE_DATE : UNREADABLE_AMOUNT;
    return this.plan.filter.keeps(cells, read.day, read.order) ? 0 : FILTERED;
  }

  private keptCodes(cells: readonly string[]): readonly number[] {
    return this.plan.kept.map((column, index) => {
      const text = column === null ? "" : unwrapCell(cells[column] ?? "");
      return text === "" ? -1 : (this.table.kept[index]?.values.code(text) ?? -1);
    });
  }

  private rejectCell(cells: readonly string[], line: number, { column, reason }: UnreadableCell): void {
    const name = this.plan.layout.header[column]?.trim() ?? "";
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
