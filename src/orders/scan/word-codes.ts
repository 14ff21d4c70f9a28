import { CellCodes } from "../../csv/scanner/cell-codes.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { CELL, type Holds } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { RowReader } from "../rows/row-reader.ts";
import type { CellTexts } from "./cell-texts.ts";
import { currencyBeside } from "./currency-beside.ts";
import type { FastAmounts } from "./fast-amounts.ts";
import { StatusCodes } from "./status-codes.ts";

interface RecordReaders {
  readonly fields: FieldScanner;
  readonly amounts: FastAmounts;
  readonly reader: RowReader;
}

interface WordCells {
  readonly slotOf: (column: number) => number;
  readonly holds: readonly Holds[];
}

/** What the words of records say: the codes of their statuses and currencies. */
export class WordCodes {
  /** The codes of the record that was read last; the status is −1 where that was read through its text. */
  status = -1;
  currency = -1;
  /** −1 without a currency column. */
  readonly currencySlot: number;
  private readonly readers: RecordReaders;
  private readonly statuses: StatusCodes;
  private readonly currencies: CellCodes;
  private readonly isUtf8: boolean;
  private noCurrency = -1;
  /** The code of rows whose amount has a currency beside it, where no column names it; −1 as long as none was met. */
  private besideAmounts = -1;

  constructor({ layout: { columns, dialect, header } }: FilePlan, readers: RecordReaders, cells: WordCells) {
    const { encoding } = dialect;
    const { slotOf, holds } = cells;
    const { reader } = readers;
    this.readers = readers;
    this.isUtf8 = encoding === "utf-8";
    const statusOf = (row: readonly string[]): number => reader.statuses.read(row);
    this.statuses = new StatusCodes(columns, statusOf, { ...cells, encoding, width: header.length });
    this.currencySlot = columns.currency === null ? -1 : slotOf(columns.currency);
    const slot = this.currencySlot;
    const codeOfText = (text: string): number => reader.currencyCode(text);
    this.currencies = new CellCodes({ slot, encoding, isWord: holds[slot] === "word", codeOfText });
  }

  /** The cells that decide the status. */
  get statusSlots(): readonly number[] {
    return this.statuses.slots;
  }

  /** Finds the codes of the selected record; false where a word is not written plainly. */
  read(bytes: Uint8Array): boolean {
    this.status = this.statuses.code(bytes, this.readers.fields);
    this.currency = this.status < 0 ? -1 : this.currencyCode(bytes);
    return this.currency >= 0;
  }

  /** Says that the record is read through its text. */
  forget(): void {
    this.status = -1;
  }

  private currencyCode(bytes: Uint8Array): number {
    const { currencySlot } = this;
    const { fields, amounts, reader } = this.readers;
    if (currencySlot < 0) {
      if (amounts.hasCurrency(fields)) return this.besideAmounts;
      if (this.noCurrency < 0) this.noCurrency = reader.currencyCode("");
      return this.noCurrency;
    }
    return fields.kind(currencySlot) > CELL.quoted ? -1 : this.currencies.code(bytes, fields);
  }

  /** From the first amount with a currency beside it on, all that have the same are read from their bytes. */
  noteCurrencyBeside(cells: readonly string[], texts: CellTexts): void {
    if (this.besideAmounts >= 0) return;
    const { fields, amounts, reader } = this.readers;
    const { mainSlot } = amounts;
    if (mainSlot < 0 || fields.kind(mainSlot) > CELL.quoted) return;
    const bytes = this.isUtf8 ? null : fields.bytes.subarray(fields.start(mainSlot), fields.end(mainSlot));
    const around = currencyBeside(texts.cell(mainSlot), bytes);
    if (around === null) return;
    fields.setCurrency(around.before, around.behind);
    this.besideAmounts = reader.currencyOf(cells);
  }
}
