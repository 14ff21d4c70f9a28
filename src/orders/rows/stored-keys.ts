import type { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import type { ColumnRoles } from "../../exports/detect/columns/columns.ts";
import type { CellBytes, TypedColumn } from "../../typed/typed-table.ts";
import { EntryCodes, UNKNOWN_CODE } from "./entry-codes.ts";
import type { KeyReader } from "./key-reader.ts";
import type { OrderIdTaker } from "./order-ids.ts";
import { HOLDS, holdsOf } from "./plain-bytes.ts";

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
  readonly customers: KeyDictionary;
  readonly orderIds: OrderIdTaker;
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
    const { customerColumns } = this;
    for (let index = 0; index < customerColumns.length; index += 1) {
      const { bytes: cell, codes } = customerColumns[index] as KeyColumn;
      if (cell === null || !cell.seek(record)) return this.customerOfTexts(record, line, isRefund);
      const { bytes, start, end } = cell;
      if (start === end || (end - start === 1 && bytes[start] === ZERO)) continue; // no id, or that of guests
      const known = codes.at(cell);
      if (known !== UNKNOWN_CODE) return known;
      const isPlain = this.isPlainCustomer(cell, index === 0);
      const code = isPlain
        ? this.parts.customers.codeOf(bytes, start, end)
        : this.customerOfTexts(record, line, isRefund);
      // A key of no use gives way to the next, which is another in each row: only the last speaks for itself.
      if (code >= 0 && (isPlain || index === customerColumns.length - 1)) codes.set(cell, code);
      return code;
    }
    return NO_KEY;
  }

  /** Whether a customer's key is what its cell holds; notes where the first of them is no whole number. */
  private isPlainCustomer({ bytes, start, end }: CellBytes, isFirst: boolean): boolean {
    const holds = holdsOf(bytes, start, end);
    if ((holds & HOLDS.unknown) !== 0) return false;
    if ((holds & HOLDS.at) !== 0 && (holds & HOLDS.capitals) !== 0) return false; // addresses are compared without case
    if (bytes[end - 1] === ZERO && bytes[end - 2] === DOT) return false; // perhaps 17850.0
    if (isFirst && holds !== HOLDS.digits) this.parts.keys.wholeIds = false;
    return true;
  }

  private customerOfTexts(record: number, line: number, isRefund: boolean): number {
    for (const { column, cells } of this.customerColumns) this.cells[column] = cells.text(record);
    return this.parts.keys.customer(this.cells, line, isRefund);
  }

  /** The row's order: the first id that is filled. */
  order(record: number, line: number): number {
    const { orderColumns, parts } = this;
    const { orderIds, areOwnIds } = parts;
    for (let index = 0; index < orderColumns.length; index += 1) {
      const { bytes: cell, codes } = orderColumns[index] as KeyColumn;
      if (!areOwnIds || cell === null || !cell.seek(record)) return this.orderOfTexts(record, line);
      const { bytes, start, end } = cell;
      if (start === end) continue;
      const known = orderIds.areCodes ? codes.at(cell) : UNKNOWN_CODE;
      if (known !== UNKNOWN_CODE) return known;
      if ((holdsOf(bytes, start, end) & HOLDS.unknown) !== 0) return this.orderOfTexts(record, line);
      const code = orderIds.take(bytes, start, end);
      if (orderIds.areCodes) codes.set(cell, code);
      return code;
    }
    return NO_KEY;
  }

  private orderOfTexts(record: number, line: number): number {
    const { keys, orderIds } = this.parts;
    for (const { column, cells } of this.orderColumns) this.cells[column] = cells.text(record);
    const code = keys.order(this.cells, line);
    if (code >= 0) orderIds.takeText();
    return code;
  }
}
