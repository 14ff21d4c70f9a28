import { dateText, numberText } from "./cell-text.ts";
import type { CellType, TypedColumn } from "./typed-table.ts";

/** What a stored cell is. */
export const CELL_KIND = { blank: 0, text: 1, number: 2, writtenNumber: 3, date: 4, error: 5 } as const;
export type CellKind = (typeof CELL_KIND)[keyof typeof CELL_KIND];

const TYPES: readonly CellType[] = ["text", "text", "number", "number", "date", "error"];

const FIRST_ROOM = 1024;

/** Texts by their code, each kept once: the ids and words of a table repeat. */
export class CellTexts {
  readonly texts: string[] = [];
  private readonly codes = new Map<string, number>();

  code(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    this.texts.push(text);
    this.codes.set(text, code);
    return code;
  }
}

/** A column of cells in memory, nine bytes a cell; cells behind the last that was set are blank. */
export class CellColumn implements TypedColumn {
  private kinds = new Uint8Array(FIRST_ROOM);
  private values = new Float64Array(FIRST_ROOM);
  private readonly texts: CellTexts;

  constructor(texts: CellTexts) {
    this.texts = texts;
  }

  /** @param value a number, a date in milliseconds since 1970 on its own calendar, or the code of a text */
  set(record: number, kind: CellKind, value: number): void {
    if (record >= this.kinds.length) this.grow(record + 1);
    this.kinds[record] = kind;
    this.values[record] = value;
  }

  setText(record: number, kind: CellKind, text: string): void {
    this.set(record, kind, this.texts.code(text));
  }

  readonly text = (record: number): string => {
    const value = this.values[record] ?? 0;
    switch (this.kinds[record]) {
      case CELL_KIND.text:
      case CELL_KIND.writtenNumber:
        return this.texts.texts[value] ?? "";
      case CELL_KIND.number:
        return numberText(value);
      case CELL_KIND.date:
        return dateText(value, { isInstant: false });
      case CELL_KIND.error:
        return `error ${this.texts.texts[value] ?? ""}`;
      default:
        return "";
    }
  };

  readonly type = (record: number): CellType => TYPES[this.kinds[record] ?? CELL_KIND.blank] ?? "text";

  private grow(needed: number): void {
    const room = Math.max(needed, this.kinds.length * 2);
    const [kinds, values] = [new Uint8Array(room), new Float64Array(room)];
    kinds.set(this.kinds);
    values.set(this.values);
    [this.kinds, this.values] = [kinds, values];
  }
}
