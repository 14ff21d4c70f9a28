import { NO_DAY } from "../../basics/calendar/days.ts";
import { CELL, SLOW_DAY } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { RowReader } from "../rows/row-reader.ts";
import { maySayTotal } from "../rows/trailer-finder.ts";
import type { CellTexts } from "./cell-texts.ts";
import { type FastKeys, NO_KEY } from "./fast-keys.ts";

interface RowDayParts {
  readonly fields: FieldScanner;
  readonly keys: FastKeys;
  readonly texts: CellTexts;
  readonly reader: RowReader;
}

/** The days of rows, from the cells with their dates. */
export class RowDays {
  private readonly parts: RowDayParts;
  private readonly slot: number;

  /** @param slot the cell with the date */
  constructor(parts: RowDayParts, slot: number) {
    this.parts = parts;
    this.slot = slot;
  }

  /** The selected row's day; SLOW_DAY where the cell is blank or unreadable. */
  day(): number {
    const { slot } = this;
    const { fields, reader, texts } = this.parts;
    if (fields.start(slot) === fields.end(slot)) return SLOW_DAY;
    if (fields.kind(slot) <= CELL.quoted) {
      const day = fields.meaning(slot);
      if (day !== SLOW_DAY) return day;
    }
    return reader.dayOfText(texts.cell(slot)) ?? SLOW_DAY;
  }

  /** As {@link day}, but NO_DAY where the cell is blank and the row is a line of an order whose other rows know it, and no total. */
  dayOrNone(): number {
    const day = this.day();
    const { slot } = this;
    const { fields, keys, texts } = this.parts;
    if (day !== SLOW_DAY || fields.start(slot) !== fields.end(slot)) return day;
    return keys.order(fields.bytes, fields) === NO_KEY || maySayTotal(texts.record()) ? SLOW_DAY : NO_DAY;
  }
}
