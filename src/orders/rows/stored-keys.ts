import type { ColumnRoles } from "../../exports/detect/columns/columns.ts";
import { KEY } from "../../kernel/cells.ts";
import type { CellBytes, TypedColumn } from "../../typed/typed-table.ts";
import { EntryCodes, UNKNOWN_CODE } from "./entry-codes.ts";
import type { KeyReader } from "./key-reader.ts";
import type { KeyTaker } from "./key-taker.ts";

/** A column of keys. */
interface KeyColumn {
  readonly column: number;
  readonly cells: TypedColumn;
  /** `null` where cells are only stored as something else than bytes. */
  readonly bytes: CellBytes | null;
  readonly codes: EntryCodes;
}

/** What keys are read with. */
export interface StoredKeyParts {
  readonly columns: ColumnRoles;
  /** The column at a place in the header. */
  readonly columnAt: (column: number) => TypedColumn | null;
  readonly keys: KeyReader;
  readonly customers: KeyTaker;
  readonly orderIds: KeyTaker;
  /** The record from which the places of keys are counted. */
  readonly firstRecord: number;
  /** Whether order ids stand in the table as they are, and not behind the name of their source. */
  readonly areOwnIds: boolean;
}

const [ZERO, DOT] = [0x30, 0x2e] as const;
const NO_KEY = -1;

/**
 * Customers and order ids from the bytes of cells: the short cut of {@link KeyReader}, which is given the texts of all that are not
 * written plainly. A key that many cells have is looked at once.
 */
export class StoredKeys {
  private readonly parts: StoredKeyParts;
  private readonly customerColumns: readonly KeyColumn[];
  private readonly orderColumns: readonly KeyColumn[];
  /** Whether each of the keys that a customer may have is one cell. */
  private readonly areSingle: boolean;
  private readonly cells: string[] = [];
  /** The row whose keys are read. */
  row = 0;

  constructor(parts: StoredKeyParts) {
    this.parts = parts;
    const { customer, order } = parts.columns;
    this.areSingle = customer.every((alternative) => alternative.length === 1);
    this.customerColumns = [...customer.flat()].flatMap((column) => this.keyColumn(column));
    this.orderColumns = order.flatMap((column) => this.keyColumn(column));
  }

  private keyColumn(column: number): KeyColumn | readonly [] {
    const cells = this.parts.columnAt(column);
    return cells === null ? [] : { column, cells, bytes: cells.bytes?.() ?? null, codes: new EntryCodes() };
  }

  /** The row's customer: the first of its keys that is filled. */
  customer(record: number, line: number, isRefund: boolean): number {
    if (!this.areSingle) return this.customerOfTexts(record, line, isRefund);
    const { customerColumns, row } = this;
    const { customers } = this.parts;
    for (let index = 0; index < customerColumns.length; index += 1) {
      const { bytes: cell, codes } = customerColumns[index] as KeyColumn;
      if (cell === null || !cell.seek(record)) return this.customerOfTexts(record, line, isRefund);
      const { bytes, start, end } = cell;
      if (start === end || (end - start === 1 && bytes[start] === ZERO)) continue; // no id, or that of guests
      const known = codes.at(cell);
      if (known !== UNKNOWN_CODE) {
        customers.takeText(row, known);
        return known;
      }
      const isPlain = this.isPlainCustomer(cell, index === 0);
      const code = isPlain
        ? customers.take(cell, row, this.placeOf(record, index, customerColumns.length))
        : this.customerOfTexts(record, line, isRefund);
      // A key of no use gives way to the next, which is another in each row: only the last speaks for itself.
      if (isPlain ? customers.areCodes : code !== NO_KEY && index === customerColumns.length - 1) codes.set(cell, code);
      return code;
    }
    return NO_KEY;
  }

  private placeOf(record: number, index: number, columns: number): number {
    return (record - this.parts.firstRecord) * columns + index;
  }

  /** Whether a customer's key is what its cell holds; notes where the first of them is no whole number. */
  private isPlainCustomer(cell: CellBytes, isFirst: boolean): boolean {
    const { customers, keys } = this.parts;
    const { bytes, end } = cell;
    const meaning = customers.meaning(cell);
    if ((meaning & KEY.isFast) === 0) return false;
    if ((meaning & KEY.hasCapitals) !== 0 && !customers.lowersEmails) return false; // addresses are compared without case
    if (bytes[end - 1] === ZERO && bytes[end - 2] === DOT) return false; // perhaps 17850.0
    if (isFirst && (meaning & KEY.isNumber) === 0) keys.wholeIds = false;
    return true;
  }

  private customerOfTexts(record: number, line: number, isRefund: boolean): number {
    for (const { column, cells } of this.customerColumns) this.cells[column] = cells.text(record);
    const key = this.parts.keys.customer(this.cells, line, isRefund);
    this.parts.customers.takeText(this.row, key);
    return key;
  }

  /** The row's order: the first id that is filled. */
  order(record: number, line: number): number {
    const { orderColumns, parts } = this;
    const { orderIds, areOwnIds } = parts;
    for (let index = 0; index < orderColumns.length; index += 1) {
      const { bytes: cell, codes } = orderColumns[index] as KeyColumn;
      if (!areOwnIds || cell === null || !cell.seek(record)) return this.orderOfTexts(record, line);
      if (cell.start === cell.end) continue;
      const known = orderIds.areCodes ? codes.at(cell) : UNKNOWN_CODE;
      if (known !== UNKNOWN_CODE) return known;
      if ((orderIds.meaning(cell) & KEY.isFast) === 0) return this.orderOfTexts(record, line);
      const code = orderIds.take(cell, this.row, this.placeOf(record, index, orderColumns.length));
      if (orderIds.areCodes) codes.set(cell, code);
      return code;
    }
    return NO_KEY;
  }

  private orderOfTexts(record: number, line: number): number {
    const { keys, orderIds } = this.parts;
    for (const { column, cells } of this.orderColumns) this.cells[column] = cells.text(record);
    const code = keys.order(this.cells, line);
    orderIds.takeText(this.row, code);
    return code;
  }
}
