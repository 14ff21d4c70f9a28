import { reasonCode } from "../../core/ledger/entries.ts";
import type { FilePlan } from "../read/file-plan.ts";
import type { RowBuffer } from "../read/row-buffer.ts";
import { RowHash } from "../read/row-hash.ts";
import { RowReader } from "../read/row-reader.ts";
import type { RowTexts } from "../read/row-table.ts";
import { CellCodes } from "./cell-codes.ts";
import { cellText } from "./cell-text.ts";
import { dayOfBytes, NOT_PLAIN } from "./day-bytes.ts";
import { CELL, FieldScanner, INCOMPLETE } from "./field-scanner.ts";
import { ODD_AMOUNT, PlainAmounts } from "./plain-amounts.ts";
import { ODD_KEY, PlainKeys } from "./plain-keys.ts";
import { singleByte } from "./scannable.ts";
import { StatusCodes } from "./status-codes.ts";
import { wantedColumns } from "./wanted-columns.ts";

const FILTERED = reasonCode("filtered");

/** Where a block of a file ends, and what that means. */
export interface Block {
  readonly end: number;
  /** Whether the file ends there. */
  readonly isLast: boolean;
  /** Records that begin here or later are somebody else's. */
  readonly limit: number;
}

/**
 * Reads rows straight from the bytes of a file into columns.
 *
 * A row whose cells are written plainly never becomes text: its day and amount are read from its bytes, its keys looked up
 * by theirs. Whatever is not plain goes, as text, to {@link RowReader}, which defines what a row means, so both readers
 * find the same.
 */
export class RowScanner {
  readonly reader: RowReader;
  /** The line on which the next record begins; that of the first is 1. */
  line = 1;
  private readonly plan: FilePlan;
  private readonly width: number;
  private readonly fields: FieldScanner;
  private readonly wanted: readonly number[];
  private readonly dateSlot: number;
  private readonly currencySlot: number;
  private readonly keptSlots: readonly number[];
  private readonly buffer: RowBuffer;
  private readonly amounts: PlainAmounts;
  private readonly keys: PlainKeys;
  private readonly statuses: StatusCodes;
  private readonly currencies: CellCodes;
  private readonly kept: readonly CellCodes[];
  private noCurrency = -1;
  private readonly texts: RowTexts;
  private readonly cells: string[];
  private readonly hash = new RowHash();
  /** Whether something about the file makes every row go through its text. */
  private readonly alwaysText: boolean;
  private readonly negativeAsText: boolean;
  private readonly since: number;
  private readonly until: number;
  private allFields: FieldScanner | null = null;

  constructor(plan: FilePlan, texts: RowTexts, buffer: RowBuffer, isForAnotherThread = false) {
    const { columns, header, dialect } = plan.layout;
    const { encoding } = dialect;
    this.plan = plan;
    this.texts = texts;
    this.width = header.length;
    this.buffer = buffer;
    this.reader = new RowReader(plan, texts, buffer);
    this.wanted = plan.mayOverlap ? header.map((_, column) => column) : wantedColumns(plan);
    const slotOf = (column: number): number => this.wanted.indexOf(column);
    this.fields = this.scannerOf(this.wanted);
    this.dateSlot = slotOf(columns.date);
    this.currencySlot = columns.currency === null ? -1 : slotOf(columns.currency);
    this.keptSlots = plan.kept.map((column) => (column === null ? -1 : slotOf(column)));
    this.amounts = new PlainAmounts(columns, plan.formats.decimal, slotOf);
    this.keys = new PlainKeys(texts, {
      columns,
      origin: plan.origin,
      slotOf,
      numbersStayThemselves: isForAnotherThread,
    });
    this.statuses = new StatusCodes(columns, (cells) => this.reader.statuses.read(cells), {
      encoding,
      slotOf,
      width: this.width,
    });
    this.currencies = new CellCodes(encoding, (text) => this.reader.currencyCode(text));
    this.kept = plan.kept.map((_, index) => new CellCodes(encoding, (text) => this.reader.keptCode(text, index)));
    this.cells = new Array<string>(this.width).fill("");
    this.since = plan.filter.since ?? Number.NEGATIVE_INFINITY;
    this.until = plan.filter.until ?? Number.POSITIVE_INFINITY;
    this.alwaysText =
      plan.zone.to !== null ||
      plan.noteLinks ||
      (plan.filter.where ?? []).length > 0 ||
      columns.reference !== null ||
      columns.margin !== null ||
      columns.cost !== null ||
      columns.reason !== null ||
      plan.layout.preset?.continuesAbove === true;
    this.negativeAsText = columns.refundCustomer !== null;
  }

  /** Whether some cell may be several lines that a stray quote ran together. */
  get suspect(): boolean {
    return this.fields.suspect;
  }

  /** Whether the last block ended inside quotes. */
  get isOpen(): boolean {
    return this.fields.isOpen;
  }

  /** Passes over a record that is no row; returns where the next one begins, or INCOMPLETE. */
  skip(bytes: Uint8Array, from: number, { end, isLast }: Block): number {
    this.fields.seal(bytes, end);
    const next = this.fields.next(bytes, from, end, isLast);
    if (next !== INCOMPLETE) this.line += 1 + this.fields.innerLineEnds;
    return next;
  }

  /** Reads the records that are whole and begin before the limit; returns where the first that was not read begins. */
  scan(bytes: Uint8Array, from: number, { end, isLast, limit }: Block): number {
    const { fields, width, alwaysText } = this;
    const stop = Math.min(end, limit);
    fields.seal(bytes, end);
    let at = from;
    while (at < stop) {
      const next = fields.next(bytes, at, end, isLast);
      if (next === INCOMPLETE) return at;
      const { innerLineEnds } = fields;
      if (alwaysText || fields.fields !== width || !this.readPlain(bytes)) this.readText(bytes, at, { end, isLast });
      this.line += 1 + innerLineEnds;
      at = next;
    }
    return at;
  }

  /** Reads the row whose bounds were found, if all that matters in it is written plainly. */
  private readPlain(bytes: Uint8Array): boolean {
    const { fields, keys, amounts, reader } = this;
    const day = this.day(bytes);
    if (day === NOT_PLAIN) return false;
    const amount = amounts.amount(bytes, fields);
    if (amount === ODD_AMOUNT || (amount < 0 && this.negativeAsText)) return false;
    const refunded = amounts.refunded(bytes, fields, amount);
    if (refunded === ODD_AMOUNT) return false;
    const customer = keys.customer(bytes, fields);
    if (customer === ODD_KEY) return false;
    const order = keys.order(bytes, fields);
    if (order === ODD_KEY) return false;
    const status = this.statuses.code(bytes, fields);
    if (status < 0) return false;
    const currency = this.currency(bytes);
    if (currency < 0) return false;
    if (keys.sawOtherId) reader.noteOtherId();
    const reason = day < this.since || day > this.until ? FILTERED : 0;
    const row = this.buffer.appendPlain(this.plan.file, this.line, day, amount);
    this.buffer.setCodes(row, order, customer, status, currency, reason);
    if (refunded !== 0) this.buffer.setRefunded(row, refunded);
    if (this.plan.mayOverlap) this.writeHash(bytes, row);
    if (this.kept.length > 0) this.writeKept(bytes, row);
    reader.rows += 1;
    reader.trailer.noteOrder(amount);
    return true;
  }

  /** The row's day; NOT_PLAIN where the cell is blank or unreadable. */
  private day(bytes: Uint8Array): number {
    const { starts, ends, kinds } = this.fields;
    const [start, end, kind] = [
      starts[this.dateSlot] as number,
      ends[this.dateSlot] as number,
      kinds[this.dateSlot] as number,
    ];
    if (start === end) return NOT_PLAIN;
    if (kind <= CELL.quoted) {
      const day = dayOfBytes(bytes, start, end, this.plan.formats.date);
      if (day !== NOT_PLAIN) return day;
    }
    return this.reader.dayOfText(this.text(bytes, this.dateSlot)) ?? NOT_PLAIN;
  }

  private currency(bytes: Uint8Array): number {
    const { starts, ends, kinds } = this.fields;
    const slot = this.currencySlot;
    if (slot < 0) {
      if (this.noCurrency < 0) this.noCurrency = this.texts.currencies.code("");
      return this.noCurrency;
    }
    if ((kinds[slot] as number) > CELL.quoted) return -1;
    return this.currencies.code(bytes, starts[slot] as number, ends[slot] as number);
  }

  private writeHash(bytes: Uint8Array, row: number): void {
    const { hash, fields } = this;
    const { encoding } = this.plan.layout.dialect;
    hash.start();
    for (let slot = 0; slot < this.wanted.length; slot += 1) {
      const [start, end] = [fields.starts[slot] as number, fields.ends[slot] as number];
      if ((fields.kinds[slot] as number) <= CELL.quoted && (encoding === "utf-8" || isAllAscii(bytes, start, end))) {
        hash.cell(bytes, start, end);
      } else {
        const cell = Buffer.from(this.text(bytes, slot));
        hash.cell(cell, 0, cell.length);
      }
    }
    this.buffer.setHash(row, hash.a, hash.b);
  }

  private writeKept(bytes: Uint8Array, row: number): void {
    const { starts, ends, kinds } = this.fields;
    for (let index = 0; index < this.keptSlots.length; index += 1) {
      const slot = this.keptSlots[index] as number;
      if (slot < 0) this.buffer.setKept(row, index, -1);
      else if ((kinds[slot] as number) > CELL.quoted) {
        this.buffer.setKept(row, index, this.reader.keptCode(this.text(bytes, slot), index));
      } else {
        const code = this.kept[index]?.code(bytes, starts[slot] as number, ends[slot] as number);
        this.buffer.setKept(row, index, code ?? -1);
      }
    }
  }

  /** Reads a row through its text: only the cells that matter, where it is dated and has the usual number of cells. */
  private readText(bytes: Uint8Array, at: number, { end, isLast }: { end: number; isLast: boolean }): void {
    if (this.fields.fields !== this.width || this.day(bytes) === NOT_PLAIN) {
      this.reader.read(this.allCells(bytes, at, { end, isLast }), this.line);
      return;
    }
    for (const [slot, column] of this.wanted.entries()) this.cells[column] = this.text(bytes, slot);
    this.reader.read(this.cells, this.line);
  }

  private allCells(
    bytes: Uint8Array,
    at: number,
    { end, isLast }: { end: number; isLast: boolean },
  ): readonly string[] {
    const count = this.fields.fields;
    if (this.allFields === null || this.allFields.starts.length !== count) {
      this.allFields = this.scannerOf(Array.from({ length: count }, (_, column) => column));
    }
    const { starts, ends, kinds } = this.allFields;
    this.allFields.next(bytes, at, end, isLast);
    const { encoding } = this.plan.layout.dialect;
    return Array.from({ length: count }, (_, column) =>
      cellText(bytes, {
        start: starts[column] as number,
        end: ends[column] as number,
        kind: kinds[column] as number,
        encoding,
      }),
    );
  }

  private text(bytes: Uint8Array, slot: number): string {
    const { starts, ends, kinds } = this.fields;
    return cellText(bytes, {
      start: starts[slot] as number,
      end: ends[slot] as number,
      kind: kinds[slot] as number,
      encoding: this.plan.layout.dialect.encoding,
    });
  }

  private scannerOf(wanted: readonly number[]): FieldScanner {
    const { delimiter, encoding, lineEnd } = this.plan.layout.dialect;
    return new FieldScanner({
      delimiter: singleByte(delimiter, encoding) ?? 0,
      lineEnd: lineEnd === "\n" ? 0x0a : 0x0d,
      wanted,
    });
  }
}

function isAllAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= 0x80) return false;
  return true;
}
