import type { Encoding } from "../../csv/detect/encoding.ts";
import { cellText } from "../../csv/scanner/cell-text.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import { CELL, type CellBounds } from "../../kernel/cells.ts";
import type { Block } from "../../kernel/field-layout.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { flatLine, jsonCellText, valueText } from "../../typed/json/json-cell.ts";
import { scannedText } from "../../typed/json/scanned-text.ts";
import type { ScannedLines } from "../../typed/typed-table.ts";

/** The text of a scanned record's cells, where they are not written plainly. */
export interface CellTexts {
  /** The text of a wanted cell of a record that the kernel read. */
  readonly cell: (slot: number) => string;
  /** What all cells of the selected record say, in one text. */
  readonly record: () => string;
  /** The text of every cell of any record; `null` where it is a line that is blank after all. */
  readonly all: (block: Block) => readonly string[] | null;
}

/** Of records of delimited text. */
export function textsOfFields(fields: FieldScanner, encoding: Encoding): CellTexts {
  let seen = fields.bytes;
  let buffer = asBuffer(seen); // made for all cells at once
  const bytes = (): Uint8Array => {
    if (seen !== fields.bytes) {
      seen = fields.bytes;
      buffer = asBuffer(seen);
    }
    return buffer;
  };
  return {
    cell: (slot) => cellText(bytes(), fields.bounds(slot), encoding),
    record: () => cellText(bytes(), recordBounds(fields), encoding),
    all: (block) => fields.allCells(block).map((cell) => cellText(bytes(), cell, encoding)),
  };
}

/** Of records of JSON, whose columns have these names. */
export function textsOfLines(fields: FieldScanner, { names, keys }: ScannedLines): CellTexts {
  const all = (): readonly string[] | null => {
    const values = flatLine(scannedText(fields, keys.isList));
    return values === null ? null : names.map((name) => valueText(values.get(name)));
  };
  const cell = (slot: number): string => jsonCellText(fields.bytes, fields.bounds(slot));
  return { cell, all, record: () => (all() ?? []).join("\n") };
}

function recordBounds({ recordStart, recordEnd }: FieldScanner): CellBounds {
  return { start: recordStart, end: recordEnd, kind: CELL.unquoted };
}
