/*
 * Records of delimited text as the kernel finds them: their cells as texts, and codes for cells that were met before.
 */

import { asBuffer } from "../../files/as-buffer.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import { FieldScanner } from "../../kernel/field-scanner.ts";
import { Kernel } from "../../kernel/kernel.ts";
import { TextBlock, WAIT } from "../../kernel/text-block.ts";
import type { CellType } from "../../typed/typed-table.ts";
import { scannedText } from "../decode.ts";
import type { Encoding } from "../detect/encoding.ts";
import { type Dialect, LONGEST_RECORD } from "../records.ts";
import { cellText } from "./cell-text.ts";
import { singleByte } from "./single-byte.ts";

/** A record whose wanted cells can be looked at until the next one is scanned. */
export interface ScannedRecord {
  readonly fields: number;
  /** The physical line on which it begins; the file's first line is 1. */
  readonly line: number;
  /** The text of one of the wanted columns; empty where the record does not reach it. */
  readonly text: (column: number) => string;
  /** The type of a wanted cell, where cells have types. */
  readonly type?: (column: number) => CellType;
}

/** How the scanning ended: at the end of the text, when no more was wanted, or inside quotes. */
export type ScanEnd = "end" | "enough" | "open quote";

/**
 * Scans records one after another, without understanding them, until `take` returns false.
 *
 * @returns `null` where the tolerant reader must look at the text: a dialect that is not the scanner's, a record without end, a machine without room for it
 */
export async function scanRecords(
  source: ByteSource,
  { dialect, columns }: { readonly dialect: Dialect; readonly columns: readonly number[] },
  take: (record: ScannedRecord) => boolean,
): Promise<ScanEnd | null> {
  const delimiter = singleByte(dialect.delimiter, dialect.encoding);
  if (delimiter === null || !Kernel.isThere()) return null;
  const lineEnd = dialect.lineEnd === "\n" ? 0x0a : 0x0d;
  const kernel = Kernel.take();
  try {
    const fields = new FieldScanner(kernel, { delimiter, lineEnd, quoting: dialect.quoting, wanted: columns });
    const { blocks, encoding } = scannedText(source, dialect);
    const scanner = new RecordScanner(fields, { encoding, columns, take });
    for await (const block of blocks) {
      scanner.block.add(block);
      if (scanner.scan(false)) return "enough";
      if (scanner.block.filled > LONGEST_RECORD) return null;
    }
    if (scanner.scan(true)) return "enough";
    return scanner.block.filled > 0 ? "open quote" : "end";
  } finally {
    kernel.giveBack();
  }
}

class RecordScanner implements ScannedRecord {
  line = 1;
  readonly block: TextBlock;
  private readonly fieldScanner: FieldScanner;
  private readonly encoding: Encoding;
  private readonly slotOf: ReadonlyMap<number, number>;
  /** The scanner's bytes as they were last seen, and as a Node buffer, which is made for all cells at once. */
  private seen: Uint8Array = new Uint8Array(0);
  private bytes: Uint8Array = this.seen;
  private readonly take: (record: ScannedRecord) => boolean;

  constructor(
    fieldScanner: FieldScanner,
    {
      encoding,
      columns,
      take,
    }: { encoding: Encoding; columns: readonly number[]; take: (record: ScannedRecord) => boolean },
  ) {
    this.fieldScanner = fieldScanner;
    this.encoding = encoding;
    this.block = new TextBlock(fieldScanner, { mayHaveMark: encoding === "utf-8" });
    this.slotOf = new Map(columns.map((column, slot) => [column, slot]));
    this.take = take;
  }

  get fields(): number {
    return this.fieldScanner.fields;
  }

  readonly text = (column: number): string => {
    const slot = this.slotOf.get(column);
    if (slot === undefined || column >= this.fields) return "";
    if (this.seen !== this.fieldScanner.bytes) {
      this.seen = this.fieldScanner.bytes;
      this.bytes = asBuffer(this.seen);
    }
    return cellText(this.bytes, this.fieldScanner.bounds(slot), this.encoding);
  };

  /** Takes the records that are whole; true where no more are wanted. */
  scan(isLast: boolean): boolean {
    const { fieldScanner, block } = this;
    let at = block.begin(isLast);
    if (at === WAIT) return false;
    for (;;) {
      const count = fieldScanner.scan(at, { end: block.filled, isLast, limit: block.filled });
      for (let record = 0; record < count; record += 1) {
        fieldScanner.select(record);
        if (!this.take(this)) return true;
        this.line += 1 + fieldScanner.innerLineEnds;
      }
      at = fieldScanner.resumeAt;
      if (count === 0) break;
    }
    block.keepFrom(at);
    return false;
  }
}
