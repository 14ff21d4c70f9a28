import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { HASH_WORDS } from "../../kernel/hash-key.ts";
import { KEPT, type PlainRows, UNKNOWN_CUSTOMER } from "../../kernel/plain-rows.ts";
import type { RowReader } from "../rows/row-reader.ts";
import type { CellTexts } from "./cell-texts.ts";
import { type FastKeys, SLOW_KEY } from "./fast-keys.ts";
import type { KeysInRows } from "./keys-in-rows.ts";

/** Where rows stand that the kernel kept, and the hashes of the customers that it knows. */
type KeptRows = Pick<PlainRows, "words" | "keptAt" | "hashesAt" | "kept" | "keptCustomers">;

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

  /** Notes the customers of rows that the kernel kept, of which some may have none, or one that it cannot tell, which is found now. */
  addKept({ words, keptAt, hashesAt, kept, keptCustomers }: KeptRows, firstRow: number): void {
    const { keysInRows } = this.parts;
    if (keptCustomers === kept) {
      keysInRows.addCustomers(words, hashesAt, { count: kept, firstRow });
      return;
    }
    let at = hashesAt;
    for (let row = 0; row < kept; row += 1) {
      const own = keptAt + row * KEPT.words;
      const customer = words[own + KEPT.customer] as number;
      if (customer <= UNKNOWN_CUSTOMER) {
        const record = UNKNOWN_CUSTOMER - customer;
        words[own + KEPT.customer] = this.take(record, firstRow + row, words[own + KEPT.line] as number);
      }
      if (customer < 0) continue;
      let count = 1;
      while (row + count < kept && (words[own + count * KEPT.words + KEPT.customer] as number) >= 0) count += 1;
      keysInRows.addCustomers(words, at, { count, firstRow: firstRow + row });
      at += count * HASH_WORDS;
      row += count - 1;
    }
  }

  private take(record: number, row: number, line: number): number {
    this.parts.fields.select(record);
    const customer = this.find(line);
    this.note(row, customer);
    return customer;
  }
}
