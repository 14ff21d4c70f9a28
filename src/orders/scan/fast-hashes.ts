import type { Encoding } from "../../csv/detect/encoding.ts";
import { CELL } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { RowHash } from "../rows/row-hash.ts";
import type { CellTexts } from "./cell-texts.ts";

/** Hashes of whole rows, by which rows are found again in other files, from the bytes of their cells where these are the text. */
export class FastHashes {
  private readonly fields: FieldScanner;
  private readonly encoding: Encoding;
  private readonly slots: number;
  private readonly hash = new RowHash();

  /** @param options.slots how many cells of a row are hashed, from the first on */
  constructor(fields: FieldScanner, { encoding, slots }: { readonly encoding: Encoding; readonly slots: number }) {
    this.fields = fields;
    this.encoding = encoding;
    this.slots = slots;
  }

  /** The hash of the selected record; it holds until the next is asked for. */
  hashOf(bytes: Uint8Array, texts: CellTexts): RowHash {
    const { hash, fields } = this;
    hash.start();
    for (let slot = 0; slot < this.slots; slot += 1) {
      const [start, end] = [fields.start(slot), fields.end(slot)];
      if (fields.kind(slot) <= CELL.quoted && (this.encoding === "utf-8" || isAllAscii(bytes, start, end))) {
        hash.cell(bytes, start, end);
      } else {
        const cell = Buffer.from(texts.cell(slot));
        hash.cell(cell, 0, cell.length);
      }
    }
    return hash;
  }
}

function isAllAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= 0x80) return false;
  return true;
}
