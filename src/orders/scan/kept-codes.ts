import type { Encoding } from "../../csv/detect/encoding.ts";
import { CellCodes } from "../../csv/scanner/cell-codes.ts";
import { CELL, type Holds } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { RowBuffer } from "../rows/row-buffer.ts";
import type { RowReader } from "../rows/row-reader.ts";
import type { CellTexts } from "./cell-texts.ts";

interface KeptCellOptions {
  readonly encoding: Encoding;
  readonly holds: readonly Holds[];
  readonly slotOf: (column: number) => number;
}

interface KeptRow {
  readonly fields: FieldScanner;
  readonly texts: CellTexts;
  readonly buffer: RowBuffer;
  readonly row: number;
}

/** The codes of the cells of kept columns. */
export class KeptCodes {
  private readonly slots: readonly number[];
  private readonly codes: readonly CellCodes[];
  private readonly reader: RowReader;

  /** @param columns `null` for one that the file does not have */
  constructor(columns: readonly (number | null)[], reader: RowReader, { encoding, holds, slotOf }: KeptCellOptions) {
    this.reader = reader;
    this.slots = columns.map((column) => (column === null ? -1 : slotOf(column)));
    this.codes = this.slots.map((slot, index) => {
      const codeOfText = (text: string): number => reader.keptCode(text, index);
      return new CellCodes({ slot, encoding, isWord: holds[slot] === "word", codeOfText });
    });
  }

  /** Writes those of the selected record into a row. */
  write(bytes: Uint8Array, { fields, texts, buffer, row }: KeptRow): void {
    for (let index = 0; index < this.slots.length; index += 1) {
      const slot = this.slots[index] as number;
      if (slot < 0) buffer.setKept(row, index, -1);
      else if (fields.kind(slot) > CELL.quoted) {
        buffer.setKept(row, index, this.reader.keptCode(texts.cell(slot), index));
      } else {
        buffer.setKept(row, index, this.codes[index]?.code(bytes, fields) ?? -1);
      }
    }
  }
}
