import { NO_DAY, reasonCode } from "../../core/ledger/entries.ts";
import { InputError } from "../../errors.ts";
import type { ColumnRoles } from "../detect/columns.ts";
import type { Layout } from "../detect/layout.ts";
import { contradictoryDates, contradictoryNumbers, type Formats } from "../detect/settle.ts";
import { contradictsMark } from "../detect/survey.ts";
import type { ByteSource } from "../inputs/byte-source.ts";
import { AmountColumn } from "../values/amount-column.ts";
import { DateColumn, dateEvidence } from "../values/dates.ts";
import { currencyBeside, unwrapCell } from "../values/decimals.ts";
import { readRecords } from "./records.ts";
import { emptyRow, type ReadRow, type RejectedRow, type RowTable } from "./row-table.ts";

/** One file as it is to be read. */
export interface FilePlan {
  readonly source: ByteSource;
  readonly layout: Layout;
  readonly formats: Formats;
  /** Index of the file among all files, in the order in which they are listed. */
  readonly file: number;
  /** Index of its source; order ids are told apart by source. */
  readonly origin: number;
  /** Whether other files of its source may hold the same rows. */
  readonly mayOverlap: boolean;
  /** Where the kept columns stand, in the order in which they were asked for; `null` for those that the file has not. */
  readonly kept: readonly (number | null)[];
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
}

const BLANK_LINE = reasonCode("blank line");
const WRONG_FIELDS = reasonCode("wrong number of fields");
const UNREADABLE_DATE = reasonCode("unreadable date");
const UNREADABLE_AMOUNT = reasonCode("unreadable amount");
const MOST_STATUSES = 1000;

/** Reads every row of a file into the table. */
export async function readRows(plan: FilePlan, table: RowTable): Promise<FileResult> {
  const reader = new RowReader(plan, table);
  let toSkip = plan.layout.recordsBeforeHeader + 1;
  await readRecords(plan.source, plan.layout.dialect, (cells, line) => {
    if (toSkip > 0) toSkip -= 1;
    else reader.read(cells, line);
    return true;
  });
  return reader.result();
}

class RowReader {
  private readonly plan: FilePlan;
  private readonly table: RowTable;
  private readonly columns: ColumnRoles;
  private readonly width: number;
  private readonly dates: DateColumn;
  private readonly amounts: AmountColumn;
  private readonly rejects: RejectedRow[] = [];
  private rows = 0;
  private rounded = 0;
  private wholeIds = true;
  private pointZeroIds = false;

  constructor(plan: FilePlan, table: RowTable) {
    this.plan = plan;
    this.table = table;
    this.columns = plan.layout.columns;
    this.width = plan.layout.header.length;
    this.dates = new DateColumn(plan.formats.date);
    this.amounts = new AmountColumn(plan.formats.decimal);
  }

  result(): FileResult {
    const { rows, rejects, rounded, wholeIds, pointZeroIds } = this;
    return { rows, rejects, rounded, wholeIds, pointZeroIds };
  }

  read(cells: readonly string[], line: number): void {
    this.rows += 1;
    this.table.append(this.plan.file, this.understand(cells, line));
  }

  private understand(cells: readonly string[], line: number): ReadRow {
    if (cells.every((cell) => cell.trim() === "")) return emptyRow(line, BLANK_LINE);
    if (!this.fits(cells)) {
      const value = `${cells.length} fields, ${this.width} in the header`;
      this.reject({ line, column: "", value, reason: "wrong number of fields" });
      return emptyRow(line, WRONG_FIELDS);
    }
    const reasonGiven = this.reasonGiven(cells);
    const amount = this.readAmount(cells, line);
    const refunded = this.readRefunded(cells, line);
    const day = this.readDay(cells, line, reasonGiven > 0);
    const unreadable = day === null ? UNREADABLE_DATE : amount === null || refunded === null ? UNREADABLE_AMOUNT : 0;
    const hash = this.plan.mayOverlap ? hashRow(cells) : NO_HASH;
    return {
      line,
      day: day ?? NO_DAY,
      amount: amount ?? Number.NaN,
      refunded: refunded ?? 0,
      order: this.orderCode(cells),
      customer: this.customerCode(cells),
      status: this.statusCode(cells),
      currency: this.currencyCode(cells),
      reason: reasonGiven > 0 ? reasonGiven : unreadable,
      hashA: hash.a,
      hashB: hash.b,
      kept: this.plan.kept.length === 0 ? NOTHING_KEPT : this.keptCodes(cells),
    };
  }

  private keptCodes(cells: readonly string[]): readonly number[] {
    return this.plan.kept.map((column, index) => this.keptCode(this.cell(cells, column), index));
  }

  private keptCode(cell: string, index: number): number {
    const text = unwrapCell(cell);
    return text === "" ? -1 : (this.table.kept[index]?.values.code(text) ?? -1);
  }

  /** As many cells as the header, or more that are all blank (a delimiter at the end of every line). */
  private fits(cells: readonly string[]): boolean {
    if (cells.length === this.width) return true;
    return cells.length > this.width && cells.slice(this.width).every((cell) => cell.trim() === "");
  }

  private cell(cells: readonly string[], column: number | null): string {
    return column === null ? "" : (cells[column] ?? "");
  }

  /** The reason in a row of this program's own `rfm orders` file; those that depend on the as-of date are found anew. */
  private reasonGiven(cells: readonly string[]): number {
    const text = this.cell(cells, this.columns.reason).trim();
    const reason = CARRIED_REASONS.find((carried) => carried === text);
    return reason === undefined ? 0 : reasonCode(reason);
  }

  private readDay(cells: readonly string[], line: number, mayBeBlank: boolean): number | null {
    const text = this.cell(cells, this.columns.date);
    if (text.trim() === "" && (mayBeBlank || this.columns.order !== null)) return NO_DAY; // the order's other rows may know
    const day = this.dates.parse(text);
    if (day !== null || mayBeBlank) return day ?? NO_DAY;
    this.refuseContradiction(text, line);
    this.reject({ line, column: this.name(this.columns.date), value: text, reason: "unreadable date" });
    return null;
  }

  private refuseContradiction(value: string, line: number): void {
    const { date, dateShownBy } = this.plan.formats;
    const evidence = dateEvidence(value);
    if (evidence === null || dateShownBy === null || evidence.order === date.order) return;
    if (evidence.order !== "dmy" && evidence.order !== "mdy") return;
    const here = { value, line };
    const [dayFirst, monthFirst] = evidence.order === "dmy" ? [here, dateShownBy] : [dateShownBy, here];
    throw contradictoryDates(this.plan.source.name, dayFirst, monthFirst);
  }

  /** The row's money; NaN where blank, `null` where unreadable. */
  private readAmount(cells: readonly string[], line: number): number | null {
    const { amount } = this.columns;
    const parsed =
      amount.kind === "column"
        ? this.amounts.parse(this.cell(cells, amount.column))
        : this.amounts.parseProduct(this.cell(cells, amount.quantity), this.cell(cells, amount.price));
    if (parsed === null) return Number.NaN;
    if (parsed !== "unreadable") {
      if (parsed.rounded) this.rounded += 1;
      return parsed.amount;
    }
    const suspects = amount.kind === "column" ? [amount.column] : [amount.quantity, amount.price];
    const column = suspects.find((at) => this.amounts.parse(this.cell(cells, at)) === "unreadable") ?? suspects[0] ?? 0;
    this.rejectAmount(cells, column, line);
    return null;
  }

  private readRefunded(cells: readonly string[], line: number): number | null {
    const { refunded } = this.columns;
    if (refunded === null) return 0;
    const parsed = this.amounts.parse(this.cell(cells, refunded));
    if (parsed === null) return 0;
    if (parsed !== "unreadable") return Math.abs(parsed.amount);
    this.rejectAmount(cells, refunded, line);
    return null;
  }

  private rejectAmount(cells: readonly string[], column: number, line: number): void {
    const value = this.cell(cells, column);
    const { decimal, decimalShownBy } = this.plan.formats;
    if (decimalShownBy !== null && contradictsMark(value, decimal)) {
      const here = { value, line };
      const [point, comma] = decimal === "." ? [decimalShownBy, here] : [here, decimalShownBy];
      throw contradictoryNumbers(this.plan.source.name, point, comma);
    }
    this.reject({ line, column: this.name(column), value, reason: "unreadable amount" });
  }

  private name(column: number): string {
    return this.plan.layout.header[column]?.trim() ?? "";
  }

  private reject(row: Omit<RejectedRow, "file">): void {
    if (this.rejects.at(-1)?.line === row.line) return; // a row is rejected once
    this.rejects.push({ file: this.plan.source.name, ...row });
  }

  private orderCode(cells: readonly string[]): number {
    const id = unwrapCell(this.cell(cells, this.columns.order));
    if (id === "") return -1;
    return this.table.orders.code(this.plan.origin === 0 ? id : `${this.plan.origin}${ORIGIN_MARK}${id}`);
  }

  private customerCode(cells: readonly string[]): number {
    const id = unwrapCell(this.cell(cells, this.columns.customer));
    const guest = id === "" || id === "0" || id === "0.0";
    const key = guest ? unwrapCell(this.cell(cells, this.columns.email)) : id;
    if (!guest) this.noteId(id);
    if (key === "") return -1;
    return this.table.customers.code(key.includes("@") ? key.toLowerCase() : key);
  }

  private noteId(id: string): void {
    if (!this.wholeIds) return;
    if (!/^\d+(?:\.0)?$/.test(id)) this.wholeIds = false;
    else if (id.endsWith(".0")) this.pointZeroIds = true;
  }

  private statusCode(cells: readonly string[]): number {
    const code = this.table.statuses.code(this.cell(cells, this.columns.status).trim());
    if (code > MOST_STATUSES) {
      throw new InputError(
        `${this.plan.source.name}: column "${this.name(this.columns.status ?? 0)}" has over ${MOST_STATUSES} different values: it does not look like a status`,
        { hint: "name the status column with --status" },
      );
    }
    return code;
  }

  private currencyCode(cells: readonly string[]): number {
    const { currency, amount } = this.columns;
    const cell =
      currency === null
        ? currencyBeside(this.cell(cells, amount.kind === "column" ? amount.column : amount.price))
        : this.cell(cells, currency);
    const code = cell.trim().toUpperCase();
    return this.table.currencies.code(SYMBOLS[code] ?? code);
  }
}

/** Separates the number of a source from an order id in the dictionary of order ids. */
export const ORIGIN_MARK = "\u0001";

/** Symbols that name one currency; others (`$`, `KR`) are kept as written. */
const SYMBOLS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₽": "RUB",
};

const CARRIED_REASONS = [
  "wrong number of fields",
  "unreadable date",
  "unreadable amount",
  "no amount",
  "test order",
  "status",
  "filtered",
  "duplicate",
  "two customers",
  "refund ignored",
] as const;

const NO_HASH = { a: 0, b: 0 };
const NOTHING_KEPT: readonly number[] = [];

/** Two independent hashes of a row's cells: FNV-1a and a multiplicative one, 64 bits together. */
function hashRow(cells: readonly string[]): { a: number; b: number } {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) {
      const unit = cell.charCodeAt(index);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ (b >>> 15) ^ unit, 0x85ebca6b);
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ (b >>> 13) ^ 0x1f, 0xc2b2ae35);
  }
  return { a: a | 0, b: b | 0 };
}
