import type { DateFormat } from "../../src/basics/calendar/date-format.ts";
import type { DecimalMark } from "../../src/basics/money/decimal-mark.ts";
import type { Holds } from "../../src/kernel/cells.ts";
import { FieldScanner, INCOMPLETE } from "../../src/kernel/field-scanner.ts";
import type { HashKey } from "../../src/kernel/hash-key.ts";
import { Kernel } from "../../src/kernel/kernel.ts";

const DELIMITER = 0x1f;

/** The key of the hashes, and its bytes. */
const HASH_KEY: HashKey = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c];
export const HASH_KEY_BYTES = Buffer.from(Int32Array.from(HASH_KEY).buffer);

/** Writes text into a scanner's block; its own bytes may go on behind it. */
export function writeBlock(fields: FieldScanner, text: Uint8Array): void {
  fields.makeRoom(text.length);
  fields.bytes.set(text);
}

/** Looks at cells on their own, with others around them whose bytes must not matter. */
export class KernelCells {
  private readonly fields: FieldScanner;

  private readonly isUtf8: boolean;

  constructor(
    holds: Holds,
    {
      date,
      decimal,
      isUtf8 = true,
    }: { readonly date: DateFormat; readonly decimal: DecimalMark; readonly isUtf8?: boolean },
  ) {
    this.isUtf8 = isUtf8;
    this.fields = new FieldScanner(Kernel.take(), {
      delimiter: DELIMITER,
      lineEnd: 0x0a,
      wanted: [1],
      contents: {
        holds: [holds],
        width: 3,
        date,
        decimal,
        amountUnit: "whole",
        hashKey: HASH_KEY,
        isUtf8,
        trims: false,
      },
    });
  }

  /** Says what stands around amounts with a currency. */
  setCurrency(before: string, behind: string): void {
    this.fields.setCurrency(Buffer.from(before), Buffer.from(behind));
  }

  meaning(cell: string, around: string): number {
    this.look(cell, around);
    return this.fields.meaning(0);
  }

  number(cell: string, around: string): number {
    this.look(cell, around);
    return this.fields.number(0);
  }

  /** The 16 bytes of a plain key's hash, in hexadecimal. */
  hash(cell: string, around: string): string {
    this.look(cell, around);
    const words = new Int32Array(4);
    this.fields.copyHash(0, words, 0);
    return Buffer.from(words.buffer).toString("hex");
  }

  /** The hash of a text that is not in the block. */
  hashOfText(text: Uint8Array): string {
    const words = new Int32Array(4);
    this.fields.hashOf(text, words, 0);
    return Buffer.from(words.buffer).toString("hex");
  }

  private look(cell: string, around: string): void {
    const delimiter = String.fromCharCode(DELIMITER);
    const text = `${around}${delimiter}${cell}${delimiter}${around}\n`;
    const record = Buffer.from(text, this.isUtf8 ? "utf8" : "latin1");
    writeBlock(this.fields, record);
    if (this.fields.next(0, record.length, true) === INCOMPLETE) throw new Error(`no record: ${cell}`);
  }
}
