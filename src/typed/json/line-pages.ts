import { withFile } from "../../files/file-pieces.ts";
import { changedWhileRead } from "../../files/refuse-changed.ts";
import { LINE } from "../../kernel/cells.ts";
import { FieldScanner } from "../../kernel/field-scanner.ts";
import { Kernel } from "../../kernel/kernel.ts";
import type { CellType, TypedColumn } from "../typed-table.ts";
import type { FlatValues } from "./flat-record.ts";
import type { IndexedLines, LinePart } from "./index-lines.ts";
import { flatLine, jsonCellText, jsonCellType, valueText, valueType } from "./json-cell.ts";
import { scannedText } from "./scanned-text.ts";

/** A file of JSON lines whose lines are known. */
export interface LineFile {
  readonly path: string;
  readonly name: string;
  readonly index: IndexedLines;
}

/** The cells of some records, row by row. */
interface LinePage {
  readonly first: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** Start, end and kind of each wanted cell. */
  readonly cells: Int32Array;
  /** The records that had to be parsed. */
  readonly parsed: ReadonlyMap<number, FlatValues>;
}

const CELL_WORDS = 3;

/** The cells of some columns of JSON lines, a part of the file at a time, which is the fastest where records come in their order. */
export class LinePages {
  private readonly file: LineFile;
  private readonly wanted: readonly number[];
  private page: LinePage | null = null;

  constructor(file: LineFile, wanted: readonly number[]) {
    this.file = file;
    this.wanted = wanted;
  }

  /** @param slot which of the wanted columns it is */
  column(slot: number): TypedColumn {
    const name = this.file.index.names[this.wanted[slot] ?? -1] ?? "";
    return {
      text: (record) => this.textAt(record, slot, name),
      type: (record) => this.typeAt(record, slot, name),
    };
  }

  private textAt(record: number, slot: number, name: string): string {
    const page = this.pageAt(record);
    const parsed = page.parsed.get(record);
    return parsed === undefined
      ? jsonCellText(page.bytes, this.bounds(page, record, slot))
      : valueText(parsed.get(name));
  }

  private typeAt(record: number, slot: number, name: string): CellType {
    const page = this.pageAt(record);
    const parsed = page.parsed.get(record);
    return parsed === undefined
      ? jsonCellType(page.bytes, this.bounds(page, record, slot))
      : valueType(parsed.get(name));
  }

  private bounds(
    { first, cells }: LinePage,
    record: number,
    slot: number,
  ): { start: number; end: number; kind: number } {
    const at = ((record - first) * this.wanted.length + slot) * CELL_WORDS;
    const [start = 0, end = 0, kind = 0] = cells.subarray(at, at + CELL_WORDS);
    return { start, end, kind };
  }

  private pageAt(record: number): LinePage {
    const { page } = this;
    if (page !== null && record >= page.first && record < page.first + page.length) return page;
    const { parts, lines } = this.file.index;
    const next = parts.findIndex((part) => part.record > record);
    const part = parts[next < 0 ? parts.length - 1 : next - 1];
    if (part === undefined || record >= lines.length) throw new RangeError("there are not so many records");
    const read = this.read(part);
    if (record >= read.first + read.length) {
      throw changedWhileRead(this.file.name);
    }
    this.page = read;
    return read;
  }

  private read({ start, end, record: first }: LinePart): LinePage {
    const kernel = Kernel.take();
    try {
      const { keys } = this.file.index;
      const fields = new FieldScanner(kernel, { delimiter: 0, lineEnd: 0, wanted: this.wanted, json: keys });
      fields.makeRoom(end - start);
      const filled = withFile(this.file, (read) => read(fields.bytes, start));
      return { first, ...this.cellsOf(fields, filled, first), bytes: fields.bytes.slice(0, filled) };
    } finally {
      kernel.giveBack();
    }
  }

  private cellsOf(fields: FieldScanner, end: number, first: number): Pick<LinePage, "length" | "cells" | "parsed"> {
    const { keys } = this.file.index;
    const words: number[] = [];
    const parsed = new Map<number, FlatValues>();
    let length = 0;
    for (let at = 0; at < end; at = fields.resumeAt) {
      const count = fields.scan(at, { end, isLast: true, limit: end });
      for (let record = 0; record < count; record += 1) {
        fields.select(record);
        const values = fields.fields === LINE.other ? flatLine(scannedText(fields, keys.isList)) : null;
        if (fields.fields === LINE.blank || (fields.fields === LINE.other && values === null)) continue;
        if (values !== null) parsed.set(first + length, values);
        for (let slot = 0; slot < this.wanted.length; slot += 1) {
          words.push(fields.start(slot), fields.end(slot), fields.kind(slot));
        }
        length += 1;
      }
    }
    return { length, cells: Int32Array.from(words), parsed };
  }
}
