import type { TypedColumn } from "../../typed/typed-table.ts";

const MOST_REMEMBERED = 100_000;

/** What the cells of a column stand for, found out once for each text; of a column that is not there, for a blank one. */
export class RememberedCode {
  private readonly known = new Map<string, number>();
  private readonly cells: TypedColumn | null;
  private readonly codeOf: (text: string) => number;
  private lastText = "";
  private lastCode = Number.NaN;

  constructor(cells: TypedColumn | null, codeOf: (text: string) => number) {
    this.cells = cells;
    this.codeOf = codeOf;
  }

  at(record: number): number {
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
