import { NO_DAY } from "../../basics/calendar/days.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import { singleByte } from "../../csv/scanner/single-byte.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { type Holds, LINE, SLOW_DAY } from "../../kernel/cells.ts";
import type { Block } from "../../kernel/field-layout.ts";
import { FieldScanner, INCOMPLETE } from "../../kernel/field-scanner.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { RowBuffer } from "../rows/row-buffer.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { RowTexts } from "../rows/row-table.ts";
import type { PurchaseRows } from "../sums/purchase-rows.ts";
import { wantedColumns } from "../wanted-columns.ts";
import { cellContents } from "./cell-contents.ts";
import { type CellTexts, textsOfFields, textsOfLines } from "./cell-texts.ts";
import { FastAmounts, SLOW_AMOUNT } from "./fast-amounts.ts";
import { FastHashes } from "./fast-hashes.ts";
import { FastKeys, SLOW_KEY } from "./fast-keys.ts";
import { KeptCodes } from "./kept-codes.ts";
import { KeysInRows } from "./keys-in-rows.ts";
import { needsText } from "./needs-text.ts";
import { OrderRuns } from "./order-runs.ts";
import { PlainRowTaker } from "./plain-row-taker.ts";
import { plainRowsLayout } from "./plain-rows-layout.ts";
import { RowCustomers } from "./row-customers.ts";
import { RowDays } from "./row-days.ts";
import type { RowScannerParts } from "./row-scanner-parts.ts";
import { WordCodes } from "./word-codes.ts";

const FILTERED = reasonCode("filtered");
const NO_HASH_KEY: HashKey = [0, 0, 0, 0];

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
  private readonly isJson: boolean;
  private readonly texts: CellTexts;
  private readonly wanted: readonly number[];
  private readonly dateSlot: number;
  private readonly buffer: RowBuffer;
  private readonly purchases: PurchaseRows | null;
  private readonly amounts: FastAmounts;
  private readonly keys: FastKeys;
  private readonly keysInRows: KeysInRows;
  private readonly customers: RowCustomers;
  private readonly days: RowDays;
  private readonly words: WordCodes;
  private readonly kept: KeptCodes;
  private readonly cells: string[];
  private readonly hashes: FastHashes;
  private readonly plainRows: PlainRowTaker | null;
  /** Where rows of one order stand one behind another. */
  readonly runs: OrderRuns | null;
  /** Whether something about the file makes every row go through its text. */
  private readonly alwaysText: boolean;
  private readonly negativeAsText: boolean;
  private readonly since: number;
  private readonly until: number;

  constructor(
    plan: FilePlan,
    { texts, buffer, kernel, hashKey = NO_HASH_KEY, lines = null, purchases = null }: RowScannerParts,
  ) {
    const { columns, header, dialect } = plan.layout;
    const { encoding } = dialect;
    this.plan = plan;
    this.width = header.length;
    this.buffer = buffer;
    this.purchases = purchases;
    this.reader = new RowReader(plan, texts, buffer);
    this.wanted = plan.hashesRows ? header.map((_, column) => column) : wantedColumns(plan);
    const { wanted } = this;
    const { holds, isContested } = cellContents(plan, wanted, texts.orders instanceof KeySequence ? "in turn" : "id");
    this.alwaysText = isContested || needsText(plan);
    this.fields = new FieldScanner(kernel, {
      delimiter: singleByte(dialect.delimiter, encoding) ?? 0,
      lineEnd: dialect.lineEnd === "\n" ? 0x0a : 0x0d,
      quoting: dialect.quoting,
      wanted,
      json: lines?.keys ?? null,
      contents: {
        ...{ holds, width: this.width, hashKey, ...plan.formats },
        ...{ isUtf8: encoding === "utf-8", trims: !this.alwaysText && !plan.hashesRows },
      },
    });
    this.isJson = lines !== null;
    this.texts = lines === null ? textsOfFields(this.fields, encoding) : textsOfLines(this.fields, lines);
    this.hashes = new FastHashes(this.fields, { encoding, slots: wanted.length });
    const slotOf = (column: number): number => wanted.indexOf(column);
    this.dateSlot = slotOf(columns.date);
    this.amounts = new FastAmounts(columns, plan.formats.amountUnit, slotOf);
    this.keys = new FastKeys(texts, { columns, numbering: plan.numbering, slotOf });
    const orderSlot = slotOf(columns.order[0] ?? -1);
    this.runs = purchases?.areRuns ? new OrderRuns(this.fields, { slot: orderSlot, width: this.width }) : null;
    this.keysInRows = new KeysInRows(texts, this.fields, this.runs);
    const { fields, amounts, reader, keys, keysInRows } = this;
    const parts = { fields, keys, keysInRows, texts: this.texts, reader };
    this.days = new RowDays(parts, this.dateSlot);
    this.customers = new RowCustomers(parts, columns.customer.flat(), slotOf);
    this.words = new WordCodes(plan, { fields, amounts, reader }, { slotOf, holds });
    this.kept = new KeptCodes(plan.kept, this.reader, { encoding, holds, slotOf });
    this.cells = new Array<string>(this.width).fill("");
    this.since = plan.filter.since ?? Number.NEGATIVE_INFINITY;
    this.until = plan.filter.until ?? Number.POSITIVE_INFINITY;
    this.negativeAsText = columns.refundCustomer !== null;
    this.plainRows = this.plainRowTaker(holds, texts.orders);
  }

  /** Takes plain rows, where rows are nothing but these and keys are hashed. */
  private plainRowTaker(holds: readonly Holds[], orders: RowTexts["orders"]): PlainRowTaker | null {
    const { plan, fields, buffer, purchases, reader, amounts, keys, dateSlot, runs, width } = this;
    if (this.alwaysText) return null;
    const words = { statusSlots: this.words.statusSlots, currencySlot: this.words.currencySlot };
    const layout = plainRowsLayout(plan, { holds, amounts, keys, dateSlot, ...words, orders, purchases, width });
    if (layout === null) return null;
    const sequence = orders instanceof KeySequence ? orders : null;
    const { keysInRows, customers } = this;
    const sinks = { buffer, purchases, keys: keysInRows, customers, reader, sequence, runs };
    return new PlainRowTaker(fields, layout, sinks);
  }

  /** Says where the block begins in the segment. */
  placeBlock(at: number): void {
    this.keys.blockAt = at;
  }

  /** The block of the file that is scanned; its bytes are written here. */
  get bytes(): Uint8Array {
    return this.fields.bytes;
  }

  /** Makes the block so large; what it holds stays. */
  makeRoom(bytes: number): void {
    this.fields.makeRoom(bytes);
  }

  /** Whether some cell may be several lines that a stray quote ran together. */
  get suspect(): boolean {
    return this.fields.suspect;
  }

  /** Whether some of the bytes that were scanned since the last call may be other than ASCII, or NUL. */
  sawUnusual(): boolean {
    return this.fields.sawUnusual();
  }

  /** Whether the record that would begin at `from` looks like a row: as many fields as the header, and of JSON a line. */
  seemsRow(from: number, block: Block): boolean {
    return this.isJson || this.fields.fieldsFrom(from, block) === this.width;
  }

  /** Passes over a record that is no row; returns where the next one begins, or INCOMPLETE. */
  skip(from: number, { end, isLast }: Block): number {
    const next = this.fields.next(from, end, isLast);
    if (next !== INCOMPLETE) this.line += 1 + this.fields.innerLineEnds;
    return next;
  }

  /** Reads the records that are whole and begin before the limit; returns where the first that was not read begins. */
  scan(from: number, block: Block): number {
    const { fields, runs } = this;
    const whole = runs === null ? block : { ...block, limit: block.end };
    for (let at = from; ; at = fields.resumeAt) {
      const found = fields.scan(at, whole);
      if (found === 0) return at;
      const isFull = found === fields.most;
      const count = runs?.own(found, block.limit) ?? found;
      const mayGoOn = runs !== null && count === found && (isFull || !block.isLast);
      const next = this.read(block, { count, mayGoOn, leavesFirst: !isFull });
      if (next === found) continue;
      fields.select(next);
      if (runs?.hasEnded || next === 0) return fields.recordStart;
      fields.resumeAt = fields.recordStart;
    }
  }

  /** Reads records that were found; returns the first that was not read: all were, or more of the last one's order may follow. */
  private read(
    block: Block,
    {
      count,
      mayGoOn,
      leavesFirst,
    }: { readonly count: number; readonly mayGoOn: boolean; readonly leavesFirst: boolean },
  ): number {
    const { fields, width, alwaysText, plainRows, runs } = this;
    const { bytes } = fields;
    for (let record = 0; record < count; record += 1) {
      if (plainRows !== null) {
        const place = { line: this.line, placeOfBlock: this.keys.blockAt, mayGoOn };
        const next = plainRows.take(record, count, place);
        if (next > record) this.line = plainRows.line;
        record = next;
        if (record === count || (plainRows.isLeft && (record > 0 || leavesFirst))) return record;
        fields.select(record);
        if (plainRows.lacksWords && this.words.read(bytes)) {
          const { status, currency } = this.words;
          if (plainRows.learn(record, status, currency)) {
            record -= 1; // which is taken now
            continue;
          }
        }
      } else fields.select(record);
      const { innerLineEnds } = fields;
      const isBlank = fields.fields === LINE.blank;
      if (!isBlank && (alwaysText || fields.fields !== width || !this.readFast(bytes))) this.readText(block);
      this.line += 1 + innerLineEnds;
      runs?.noteLast(record);
    }
    return count;
  }

  /** Reads the selected record, if all that matters in it is written plainly. */
  private readFast(bytes: Uint8Array): boolean {
    const { fields, keys, amounts, reader, line } = this;
    const day = this.days.dayOrNone();
    if (day === SLOW_DAY) return false;
    const amount = amounts.amount(fields);
    if (amount === SLOW_AMOUNT || (amount < 0 && this.negativeAsText)) return false;
    const refunded = amounts.refunded(fields, amount);
    if (refunded === SLOW_AMOUNT) return false;
    const order = keys.order(bytes, fields);
    if (order === SLOW_KEY) return false;
    if (!this.words.read(bytes)) return false;
    const customer = this.customers.find(line);
    if (amounts.wasRounded) reader.noteRounded(1);
    const reason = day !== NO_DAY && (day < this.since || day > this.until) ? FILTERED : 0;
    const orderOfRow = this.keysInRows.noteOrder(this.buffer.length, order, keys.orderSlot);
    if (refunded !== 0 || reason !== 0 || order < 0 || !this.isAddedUp(day, amount, customer)) {
      const row = this.buffer.appendNumbers(this.plan.file, line, day, amount);
      this.buffer.setCodes(row, orderOfRow, customer, this.words.status, this.words.currency, reason);
      this.customers.note(row, customer);
      if (refunded !== 0) this.buffer.setRefunded(row, refunded);
      if (this.plan.hashesRows) {
        const { a, b } = this.hashes.hashOf(bytes, this.texts);
        this.buffer.setHash(row, a, b);
      }
      this.kept.write(bytes, { fields, texts: this.texts, buffer: this.buffer, row });
    }
    reader.rows += 1;
    reader.trailer.noteOrder(amount);
    return true;
  }

  /** Hands over a row that is only to be added up; false where it is to be kept, as it is where others may be of its order. */
  private isAddedUp(day: number, amount: number, customer: number): boolean {
    const { purchases } = this;
    const { status, currency } = this.words;
    if (purchases === null || this.runs !== null || customer < 0 || day === NO_DAY) return false;
    if (!purchases.takes({ day, amount, status, currency })) return false;
    const at = purchases.add(this.line, day, amount, customer);
    this.fields.copyHash(this.keys.customerSlot, purchases.words, at);
    purchases.tally(status, currency, amount);
    return true;
  }

  /** Reads a row through its text: only the cells that matter, where it is dated and has the usual number of cells. */
  private readText(block: Block): void {
    const { fields, cells, wanted } = this;
    this.words.forget();
    if (fields.fields !== this.width || this.days.day() === SLOW_DAY) {
      const all = this.texts.all(block);
      if (all !== null) this.readCells(all);
      return;
    }
    for (let slot = 0; slot < wanted.length; slot += 1) cells[wanted[slot] as number] = this.text(slot);
    this.readCells(cells);
    if (!this.alwaysText) this.words.noteCurrencyBeside(cells, this.texts);
  }

  private readCells(cells: readonly string[]): void {
    const row = this.buffer.length;
    const order = this.keysInRows.noteTexts(row, this.reader.read(cells, this.line));
    if (this.runs !== null) this.buffer.setOrder(row, order);
  }

  private text(slot: number): string {
    return this.texts.cell(slot);
  }
}
