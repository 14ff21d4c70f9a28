import { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import type { CellBytes, TypedColumn } from "../../typed/typed-table.ts";
import { EntryCodes, UNKNOWN_CODE } from "./entry-codes.ts";

const MOST_REMEMBERED = 100_000;

/** What the cells of a column stand for, found out once for each text; of a column that is not there, for a blank one. */
export class RememberedCode {
  private readonly known = new Map<string, number>();
  private readonly cells: TypedColumn | null;
  private readonly bytes: CellBytes | null;
  private readonly entries = new EntryCodes();
  private readonly codeOf: (text: string) => number;
  private byteTexts = new KeyDictionary();
  private readonly byteCodes = new Map<number, number>();
  private lastText = "";
  private lastCode = Number.NaN;

  constructor(cells: TypedColumn | null, codeOf: (text: string) => number) {
    this.cells = cells;
    this.bytes = cells?.bytes?.() ?? null;
    this.codeOf = codeOf;
  }

  at(record: number): number {
    const { bytes } = this;
    if (bytes === null || !bytes.seek(record)) return this.ofText(record);
    const known = bytes.entry < 0 ? this.ofBytes(bytes) : this.entries.at(bytes);
    if (known !== UNKNOWN_CODE) return known;
    const code = this.ofText(record);
    if (bytes.entry < 0) this.byteCodes.set(this.byteTexts.length - 1, code);
    else this.entries.set(bytes, code);
    return code;
  }

  /** The code of a cell by its bytes; where they are new, the last number of these texts is theirs. */
  private ofBytes({ bytes, start, end }: CellBytes): number {
    if (this.byteTexts.length >= MOST_REMEMBERED) {
      this.byteTexts = new KeyDictionary();
      this.byteCodes.clear();
    }
    return this.byteCodes.get(this.byteTexts.codeOf(bytes, start, end)) ?? UNKNOWN_CODE;
  }

  private ofText(record: number): number {
    const text = this.cells === null ? "" : this.cells.text(record);
    if (text === this.lastText && !Number.isNaN(this.lastCode)) return this.lastCode;
    const code = this.known.get(text) ?? this.remember(text);
    this.lastText = text;
    this.lastCode = code;
    return code;
  }

  private remember(text: string): number {
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    const code = this.codeOf(text);
    this.known.set(text, code);
    return code;
  }
}
