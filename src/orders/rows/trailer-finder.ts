import { NO_DAY } from "../../basics/calendar/days.ts";
import type { ColumnRoles } from "../../exports/detect/columns/columns.ts";
import type { ReadRow } from "./row-columns.ts";

/** A row without an order id; where ids are hashed, that of one with an id is below. */
const NO_ORDER = -1;

/** A row after the last order of a segment of rows: a total by its words, or perhaps by its amount. */
interface TrailingRow {
  readonly row: number;
  readonly line: number;
  readonly saysSo: boolean;
  /** The amount that may be the sum of all before it, and that sum within the segment; `null` where it cannot. */
  readonly sumsUp: { readonly amount: number; readonly before: number } | null;
}

/** What a segment of rows knows of the end of its file. */
export interface SegmentTrailer {
  /** The amounts of the segment's orders. */
  readonly sum: number;
  /** Whether the segment has an order, so that rows before it are not at the end of the file. */
  readonly hasOrder: boolean;
  readonly trailing: readonly TrailingRow[];
}

const WORDS =
  "(?:grand\\s+|sub)?(?:total|totals|totalt|totale|totaal|sum|summa|summe|gesamt|gesamtsumme|yhteensä|loppusumma|suma|somme)(?!\\p{L})";

/** What totals rows and footers begin with, in the languages that exports come in. */
const TOTAL_WORDS = new RegExp(`^${WORDS}|^[-=_*]{3,}$`, "iu");

/** What footers say in any of their cells. */
const FOOTER_WORDS = /record\(s\)|^seller id\b|^end of (?:report|file)\b/i;

/** What a record holds somewhere if one of its cells says so. */
const SOMEWHERE = new RegExp(`(?<!\\p{L})${WORDS}|[-=_*]{3,}|record\\(s\\)|seller id|end of (?:report|file)`, "iu");

/** Whether a record may be a total or a footer by the words of its cells, given in one text, so that a look at each is needed. */
export function maySayTotal(record: string): boolean {
  return SOMEWHERE.test(record);
}

/**
 * Tells the totals and footers of an export from rows that cannot be read: rows after the last order, without a date,
 * that say so in words or whose amount is the sum of all amounts before them.
 */
export class TrailerFinder {
  private readonly columns: ColumnRoles;
  private trailing: TrailingRow[] = [];
  private hasOrder = false;
  private sum = 0;

  constructor(columns: ColumnRoles) {
    this.columns = columns;
  }

  /** Takes the next filled row as it was understood. */
  note(
    row: number,
    cells: readonly string[],
    read: Pick<ReadRow, "day" | "amount" | "order" | "reason" | "line">,
  ): void {
    if (read.day !== NO_DAY) {
      this.noteOrder(read.amount);
      return;
    }
    const first = cells.find((cell) => cell.trim() !== "") ?? "";
    const saysSo = TOTAL_WORDS.test(first.trim()) || cells.some((cell) => FOOTER_WORDS.test(cell.trim()));
    if (!saysSo && this.continuesOrder(read)) {
      this.noteOrder(read.amount);
      return;
    }
    const sumsUp = read.order === NO_ORDER ? { amount: read.amount, before: this.sum } : null;
    this.trailing.push({ row, line: read.line, saysSo, sumsUp });
  }

  /** Takes the amount of a row that belongs to an order; NaN where it is blank. */
  noteOrder(amount: number): void {
    this.hasOrder = true;
    this.sum += amount || 0;
    if (this.trailing.length > 0) this.trailing = [];
  }

  ofSegment(): SegmentTrailer {
    return { sum: this.sum, hasOrder: this.hasOrder, trailing: this.trailing };
  }

  /** A line of an order whose date stands on another row. */
  private continuesOrder(read: Pick<ReadRow, "order" | "reason">): boolean {
    return this.columns.order.length > 0 && read.order !== NO_ORDER && read.reason === 0;
  }
}

/** The totals and footers at the end of a file, from its segments in their order. */
export function trailingTotals(
  segments: readonly SegmentTrailer[],
): readonly { readonly segment: number; readonly row: number; readonly line: number }[] {
  let before = 0;
  let found: { segment: number; row: number; line: number }[] = [];
  for (const [segment, { sum, hasOrder, trailing }] of segments.entries()) {
    if (hasOrder) found = [];
    for (const { row, line, saysSo, sumsUp } of trailing) {
      const total = before + (sumsUp?.before ?? 0);
      if (saysSo || (sumsUp !== null && total !== 0 && sumsUp.amount === total)) found.push({ segment, row, line });
    }
    before += sum;
  }
  return found;
}
