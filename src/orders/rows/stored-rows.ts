import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { type FilePlan, keptAt } from "../../exports/file-plan.ts";
import type { TypedColumn } from "../../typed/typed-table.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { KeyTaker } from "./key-taker.ts";
import { RememberedCode } from "./remembered-code.ts";
import type { RowBuffer } from "./row-buffer.ts";
import type { RowReader } from "./row-reader.ts";
import { StoredDays } from "./stored-days.ts";
import { StoredKeys } from "./stored-keys.ts";
import { StoredNumbers } from "./stored-numbers.ts";

/** A column that was loaded, with its place in the header. */
export interface PlacedColumn {
  readonly column: number;
  readonly cells: TypedColumn;
}

/** What rows are read with. */
export interface StoredRowParts {
  readonly reader: RowReader;
  readonly buffer: RowBuffer;
  readonly customers: KeyTaker;
  readonly orderIds: KeyTaker;
  /** The records that are read: the first, and the one behind the last. */
  readonly firstRecord: number;
  readonly end: number;
  readonly loaded: readonly PlacedColumn[];
}

const FILTERED = reasonCode("filtered");

/** A row's money in whole 1/10,000; NaN where it is not exactly that. */
interface StoredAmount {
  readonly at: (record: number) => number;
}

/**
 * Reads the rows of a typed table whose day and amount need not become text: a short cut past {@link RowReader}, which defines
 * what a row means and takes every row that is not plain. Words that repeat, such as statuses, are looked up once.
 */
export class StoredRows {
  private readonly file: number;
  private readonly reader: RowReader;
  private readonly buffer: RowBuffer;
  private readonly day: StoredDays;
  private readonly amount: StoredAmount;
  private readonly keys: StoredKeys;
  private readonly status: RememberedCode;
  private readonly currency: RememberedCode;
  private readonly kept: readonly RememberedCode[];
  private readonly negativeAsText: boolean;
  private readonly since: number;
  private readonly until: number;

  /** The reader of such rows; `null` where the plan or the columns ask for the text of every row. */
  static of(plan: FilePlan, parts: StoredRowParts): StoredRows | null {
    if (needsTexts(plan)) return null;
    const { columns } = plan.layout;
    const days = cellsAt(parts.loaded, columns.date)?.stored?.days;
    const amount = amountOf(plan, parts);
    if (days === undefined || amount === null) return null;
    return new StoredRows(plan, parts, { day: new StoredNumbers(days, parts.end), amount });
  }

  private constructor(
    plan: FilePlan,
    parts: StoredRowParts,
    { day, amount }: { readonly day: StoredNumbers; readonly amount: StoredAmount },
  ) {
    const { reader, buffer, loaded, customers, orderIds, firstRecord } = parts;
    const { columns, header } = plan.layout;
    this.file = plan.file;
    this.reader = reader;
    this.buffer = buffer;
    this.day = new StoredDays(day, reader);
    this.amount = amount;
    this.keys = new StoredKeys({
      columns,
      columnAt: (column) => cellsAt(loaded, column),
      keys: reader.keys,
      customers,
      orderIds,
      firstRecord,
      areOwnIds: plan.numbering === 0 || !orderIds.areCodes,
    });
    this.status = new RememberedCode(cellsAt(loaded, columns.status), (text) => {
      const own = header.map((_, column) => (column === columns.status ? text : ""));
      return reader.statuses.read(own);
    });
    this.currency = new RememberedCode(cellsAt(loaded, columns.currency), (text) => reader.currencyCode(text));
    this.kept = plan.kept.map(
      (column, index) => new RememberedCode(cellsAt(loaded, column), (text) => reader.keptCode(text, index)),
    );
    this.negativeAsText = columns.refundCustomer !== null;
    this.since = plan.filter.since ?? Number.NEGATIVE_INFINITY;
    this.until = plan.filter.until ?? Number.POSITIVE_INFINITY;
  }

  /** Reads a record; false where it is not plain, and its cells are needed as text. */
  read(record: number, line: number): boolean {
    const day = this.day.at(record);
    const amount = this.amount.at(record);
    if (Number.isNaN(day) || Number.isNaN(amount) || (amount < 0 && this.negativeAsText)) return false;
    const { reader, buffer, keys, kept } = this;
    const reason = day < this.since || day > this.until ? FILTERED : 0;
    reader.rows += 1;
    keys.row = buffer.length;
    const order = keys.order(record, line);
    const customer = keys.customer(record, line, amount < 0);
    const row = buffer.appendNumbers(this.file, line, day, amount);
    buffer.setCodes(row, order, customer, this.status.at(record), this.currency.at(record), reason);
    for (let index = 0; index < kept.length; index += 1) buffer.setKept(row, index, kept[index]?.at(record) ?? -1);
    reader.trailer.noteOrder(amount);
    return true;
  }
}

function cellsAt(loaded: readonly PlacedColumn[], column: number | null): TypedColumn | null {
  return loaded.find((one) => one.column === column)?.cells ?? null;
}

/** Whether something about the file makes every row go through its text, as in the scanner of delimited text. */
function needsTexts(plan: FilePlan): boolean {
  const { columns, preset } = plan.layout;
  const { where = [], excludeLines = [] } = plan.filter;
  return (
    plan.hashesRows ||
    plan.formats.amountUnit !== "whole" ||
    plan.zone.to !== null ||
    plan.noteLinks ||
    plan.contacts.length > 0 ||
    where.length > 0 ||
    excludeLines.length > 0 ||
    columns.rules.length > 0 ||
    columns.reference !== null ||
    columns.refunded !== null ||
    columns.margin !== null ||
    columns.cost !== null ||
    columns.reason !== null ||
    keptAt(plan, "hour") >= 0 ||
    preset?.continuesAbove === true
  );
}

/** `null` where no column or product of two holds a row's money. */
function amountOf(plan: FilePlan, { loaded, end }: StoredRowParts): StoredAmount | null {
  const { amount } = plan.layout.columns;
  const stored = (column: number): StoredNumbers | null => {
    const amounts = cellsAt(loaded, column)?.stored?.amounts;
    return amounts === undefined ? null : new StoredNumbers(amounts, end);
  };
  if (amount.kind === "product") return productOf(stored(amount.quantity), stored(amount.price));
  if (amount.kind !== "sum" || amount.minus.length > 0 || (amount.minusWhere ?? []).length > 0) return null;
  const [only, ...others] = amount.plus;
  return only === undefined || others.length > 0 ? null : stored(only);
}

/** Quantity × price, where the quantity is a whole number and nothing has to be rounded. */
function productOf(quantity: StoredNumbers | null, price: StoredNumbers | null): StoredAmount | null {
  if (quantity === null || price === null) return null;
  const at = (record: number): number => {
    const pieces = quantity.at(record) / AMOUNT_SCALE;
    const product = pieces * price.at(record);
    return Number.isInteger(pieces) && Number.isSafeInteger(product) ? product + 0 : Number.NaN;
  };
  return { at };
}
