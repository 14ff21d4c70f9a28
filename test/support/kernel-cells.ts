import { FieldScanner, type Holds, INCOMPLETE } from "../../src/orders/scan/field-scanner.ts";
import { Kernel } from "../../src/orders/scan/kernel.ts";
import type { DateFormat } from "../../src/orders/values/dates.ts";
import type { DecimalMark } from "../../src/orders/values/decimals.ts";

const DELIMITER = 0x1f;

/** Writes text into a scanner's block; its own bytes may go on behind it. */
export function writeBlock(fields: FieldScanner, text: Uint8Array): void {
  fields.makeRoom(text.length);
  fields.bytes.set(text);
}

/** Looks at cells on their own, with others around them whose bytes must not matter. */
export class KernelCells {
  private readonly fields: FieldScanner;

  constructor(holds: Holds, { date, decimal }: { readonly date: DateFormat; readonly decimal: DecimalMark }) {
    this.fields = new FieldScanner(Kernel.take(), {
      delimiter: DELIMITER,
      lineEnd: 0x0a,
      wanted: [1],
      contents: { holds: [holds], width: 3, date, decimal },
    });
  }

  meaning(cell: string, around: string): number {
    this.look(cell, around);
    return this.fields.meaning(0);
  }

  number(cell: string, around: string): number {
    this.look(cell, around);
    return this.fields.number(0);
  }

  hash(cell: string, around: string): number {
    this.look(cell, around);
    return this.fields.hash(0);
  }

  private look(cell: string, around: string): void {
    const delimiter = String.fromCharCode(DELIMITER);
    const record = Buffer.from(`${around}${delimiter}${cell}${delimiter}${around}\n`);
    writeBlock(this.fields, record);
    if (this.fields.next(0, record.length, true) === INCOMPLETE) throw new Error(`no record: ${cell}`);
  }
}
