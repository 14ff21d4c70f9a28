import { NO_DAY, reasonCode } from "../../core/ledger/entries.ts";
import type { ColumnRoles } from "../detect/columns.ts";
import type { ReadRow } from "./row-table.ts";

/** A row after the last order of a file. */
interface TrailingRow {
  readonly row: number;
  readonly line: number;
  readonly isTotal: boolean;
}

/** What totals rows and footers begin with, in the languages that exports come in. */
const TOTAL_WORDS =
  /^(?:grand\s+|sub)?(?:total|totals|totalt|totale|totaal|sum|summa|summe|gesamt|gesamtsumme|yhteensä|loppusumma|suma|somme)(?!\p{L})|^[-=_*]{3,}$/iu;

/** What footers say in any of their cells. */
const FOOTER_WORDS = /record\(s\)|^seller id\b|^end of (?:report|file)\b/i;

/**
 * Tells the totals and footers of an export from rows that cannot be read: rows after the last order, without a date,
 * that say so in words or whose amount is the sum of all amounts before them.
 */
export class TrailerFinder {
  readonly reason = reasonCode("total row");
  private readonly columns: ColumnRoles;
  private trailing: TrailingRow[] = [];
  private sum = 0;

  constructor(columns: ColumnRoles) {
    this.columns = columns;
  }

  /** Takes the next filled row as it was understood. */
  note(row: number, cells: readonly string[], read: ReadRow): void {
    const first = cells.find((cell) => cell.trim() !== "") ?? "";
    const isTotal =
      read.day === NO_DAY &&
      (TOTAL_WORDS.test(first.trim()) || this.sumsUp(read) || cells.some((cell) => FOOTER_WORDS.test(cell.trim())));
    if (!isTotal && (read.day !== NO_DAY || this.continuesOrder(read))) {
      this.trailing = [];
      this.sum += read.amount || 0;
      return;
    }
    this.trailing.push({ row, line: read.line, isTotal });
  }

  /** The totals and footers at the end of the file. */
  rows(): readonly TrailingRow[] {
    return this.trailing.filter((row) => row.isTotal);
  }

  private sumsUp(read: ReadRow): boolean {
    return this.sum !== 0 && read.amount === this.sum && read.order < 0;
  }

  /** A line of an order whose date stands on another row. */
  private continuesOrder(read: ReadRow): boolean {
    return this.columns.order.length > 0 && read.order >= 0 && read.reason === 0;
  }
}
