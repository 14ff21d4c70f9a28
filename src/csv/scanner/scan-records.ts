import { asBuffer } from "../../files/as-buffer.ts";
import { type ByteSource, plainBytes } from "../../files/byte-source.ts";
import { type Dialect, LONGEST_RECORD } from "../records.ts";
import { cellText } from "./cell-text.ts";
import { FieldScanner } from "./field-scanner.ts";
import { Kernel } from "./kernel.ts";
import { singleByte } from "./single-byte.ts";

/** A record whose wanted cells can be looked at until the next one is scanned. */
export interface ScannedRecord {
  readonly fields: number;
  /** The physical line on which it begins; the file's first line is 1. */
  readonly line: number;
  /** The text of one of the wanted columns; empty where the record does not reach it. */
  readonly text: (column: number) => string;
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
  if (delimiter === null || !dialect.quoting || dialect.encoding.startsWith("utf-16") || !Kernel.isThere()) {
    return null;
  }
  const lineEnd = dialect.lineEnd === "\n" ? 0x0a : 0x0d;
  const kernel = Kernel.take();
  try {
    const fields = new FieldScanner(kernel, { delimiter, lineEnd, wanted: columns });
    const scanner = new RecordScanner(fields, { dialect, columns, take });
    for await (const block of plainBytes(source, dialect.gzip)) {
      scanner.add(block);
      if (scanner.scan(false)) return "enough";
      if (scanner.waiting > LONGEST_RECORD) return null;
    }
    if (scanner.scan(true)) return "enough";
    return scanner.waiting > 0 ? "open quote" : "end";
  } finally {
    kernel.giveBack();
  }
}

const FIRST_BYTES = 1 << 16;

class RecordScanner implements ScannedRecord {
  line = 1;
  private readonly fieldScanner: FieldScanner;
  private readonly encoding: Dialect["encoding"];
  private readonly slotOf: ReadonlyMap<number, number>;
  private readonly take: (record: ScannedRecord) => boolean;
  private filled = 0;
  /** With fewer bytes, a record that was not whole is not looked at again: each look begins at its first byte. */
  private awaited = 0;
  private mayHaveMark: boolean;

  constructor(
    fieldScanner: FieldScanner,
    {
      dialect,
      columns,
      take,
    }: { dialect: Dialect; columns: readonly number[]; take: (record: ScannedRecord) => boolean },
  ) {
    this.fieldScanner = fieldScanner;
    this.encoding = dialect.encoding;
    this.mayHaveMark = dialect.encoding === "utf-8";
    this.slotOf = new Map(columns.map((column, slot) => [column, slot]));
    this.take = take;
  }

  get fields(): number {
    return this.fieldScanner.fields;
  }

  /** Bytes that belong to no whole record yet. */
  get waiting(): number {
    return this.filled;
  }

  readonly text = (column: number): string => {
    const slot = this.slotOf.get(column);
    if (slot === undefined || column >= this.fields) return "";
    return cellText(this.fieldScanner.bytes, this.fieldScanner.bounds(slot), this.encoding);
  };

  add(block: Uint8Array): void {
    const { fieldScanner, filled } = this;
    const needed = filled + block.length;
    if (needed > fieldScanner.bytes.length) fieldScanner.makeRoom(Math.max(FIRST_BYTES, needed * 2));
    fieldScanner.bytes.set(block, filled);
    this.filled = needed;
  }

  /** Takes the records that are whole; true where no more are wanted. */
  scan(isLast: boolean): boolean {
    if (this.mayHaveMark && this.filled < 3 && !isLast) return false;
    if (this.filled < this.awaited && !isLast) return false;
    const { fieldScanner, filled } = this;
    let at = this.mayHaveMark && asBuffer(fieldScanner.bytes).subarray(0, filled).indexOf("\ufeff") === 0 ? 3 : 0;
    this.mayHaveMark = false;
    for (;;) {
      const count = fieldScanner.scan(at, { end: filled, isLast, limit: filled });
      for (let record = 0; record < count; record += 1) {
        fieldScanner.select(record);
        if (!this.take(this)) return true;
        this.line += 1 + fieldScanner.innerLineEnds;
      }
      at = fieldScanner.resumeAt;
      if (count === 0) break;
    }
    fieldScanner.bytes.copyWithin(0, at, filled);
    this.filled -= at;
    this.awaited = this.filled * 2;
    return false;
  }
}
