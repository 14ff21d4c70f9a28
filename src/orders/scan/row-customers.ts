import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { RowReader } from "../rows/row-reader.ts";
import type { CellTexts } from "./cell-texts.ts";
import { type FastKeys, SLOW_KEY } from "./fast-keys.ts";
import type { KeysInRows } from "./keys-in-rows.ts";

interface RowCustomerParts {
  readonly fields: FieldScanner;
  readonly keys: FastKeys;
  readonly keysInRows: KeysInRows;
  readonly texts: CellTexts;
  readonly reader: RowReader;
}

/**
 * The customers of rows that are read fast: from the bytes of one cell where that is written plainly, else from the texts of all
 * cells that may say who it is, and of no others. Shopify's guests are known by two cells, their name and postcode.
 */
export class RowCustomers {
  private readonly parts: RowCustomerParts;
  private readonly columns: readonly (readonly [column: number, slot: number])[];
  private readonly cells: string[] = [];

  /** @param columns those that may say who a customer is */
  constructor(parts: RowCustomerParts, columns: readonly number[], slotOf: (column: number) => number) {
    this.parts = parts;
    this.columns = columns.map((column) => [column, slotOf(column)]);
  }

  /** What a row has for the customer of the selected record. */
  find(line: number): number {
    const { fields, keys, texts, reader } = this.parts;
    const customer = keys.customer(fields.bytes, fields);
    if (keys.sawOtherId) reader.noteOtherId();
    if (customer !== SLOW_KEY) return customer;
    for (const [column, slot] of this.columns) this.cells[column] = texts.cell(slot);
    return reader.keys.customer(this.cells, line, false);
  }

  /** Notes the customer that was found last. */
  note(row: number, customer: number): void {
    this.parts.keysInRows.noteCustomer(row, customer, this.parts.keys.customerSlot);
  }

  /** Finds and notes the customer of a record. */
  take(record: number, row: number, line: number): number {
    this.parts.fields.select(record);
    const customer = this.find(line);
    this.note(row, customer);
    return customer;
  }
}
