import type { CellBytes, CellType, StoredValues, TypedColumn } from "../typed-table.ts";
import { amountOf, type CellValue, dayOf, valueText, valueType } from "./cell-value.ts";
import { ColumnBytes } from "./column-bytes.ts";
import type { ColumnKind } from "./column-kind.ts";
import type { EntryCells, Page, Pages, Texts } from "./pages/cells.ts";
import { utf8Text } from "./pages/stored-value.ts";

const MOST_REMEMBERED = 100_000;
const NO_PAGE: Page = { first: 0, length: 0, cells: { values: [] } };

/** A column of a Parquet file; its values stay as they were decoded until their text is asked for. */
export class ParquetColumn implements TypedColumn {
  private readonly pages: Pages;
  private readonly kind: ColumnKind;
  private readonly texts = new Map<number, string>();
  private page = NO_PAGE;
  private numbers: Float64Array | null = null;

  constructor(kind: ColumnKind, pages: Pages) {
    this.kind = kind;
    this.pages = pages;
  }

  readonly text = (record: number): string => {
    const value = this.value(record);
    return typeof value === "number" ? this.numberText(value) : valueText(value, this.kind);
  };

  readonly type = (record: number): CellType => valueType(this.value(record), this.kind);

  get stored(): StoredValues {
    const { kind } = this.kind;
    const isDate = kind === "date" || kind === "moment" || kind === "instant";
    return {
      days: isDate ? (first, into) => this.fill(first, into, dayOf) : notThere,
      // of "single", the shortest text is another number
      amounts: hasAmounts(kind) ? (first, into) => this.fill(first, into, amountOf) : notThere,
    };
  }

  /** Writes what is made of the numbers in cells, NaN for others, page by page. */
  private fill(first: number, into: Float64Array, of: (number: number) => number): void {
    for (let done = 0; done < into.length; ) {
      const at = this.turnTo(first + done);
      const end = Math.min(into.length, done + this.page.length - at);
      const { numbers } = this;
      for (let index = done; index < end; index += 1) {
        const value = numbers === null ? this.valueIn(at + index - done) : (numbers[at + index - done] as number);
        into[index] = typeof value === "number" ? of(value) : Number.NaN;
      }
      done = end;
    }
  }

  readonly bytes = (): CellBytes => new ColumnBytes(this.pages, this.kind);

  /** Prices and days repeat, and their text takes long to make. */
  private numberText(value: number): string {
    const known = this.texts.get(value);
    if (known !== undefined && value !== 0) return known; // −0 is another text
    const text = valueText(value, this.kind);
    if (this.texts.size >= MOST_REMEMBERED) this.texts.clear();
    this.texts.set(value, text);
    return text;
  }

  private value(record: number): CellValue {
    return this.valueIn(this.turnTo(record));
  }

  private valueIn(at: number): CellValue {
    const { cells } = this.page;
    if ("numbers" in cells) return cells.numbers[at] as number;
    if ("values" in cells) return cells.values[at] ?? null;
    return "texts" in cells ? textAt(cells.texts, at) : entryText(cells, at);
  }

  /** Turns to the page of a record; returns the record's place in it. */
  private turnTo(record: number): number {
    const { first, length } = this.page;
    if (record >= first && record < first + length) return record - first;
    this.page = this.pages.pageAt(record);
    this.numbers = "numbers" in this.page.cells ? this.page.cells.numbers : null;
    return record - this.page.first;
  }
}

function notThere(_: number, into: Float64Array): void {
  into.fill(Number.NaN);
}

function hasAmounts(kind: ColumnKind["kind"]): boolean {
  return kind === "number" || kind === "unsigned" || kind === "decimal";
}

function entryText({ dictionary, entries }: EntryCells, at: number): string | null {
  const entry = entries[at] as number;
  return entry < 0 ? null : textAt(dictionary, entry);
}

function textAt({ bytes, starts, ends }: Texts, at: number): string {
  return utf8Text(bytes, starts[at] as number, ends[at] as number);
}
