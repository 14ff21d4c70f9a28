import { NO_DAY } from "../../../basics/calendar/days.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";
import type { EntryTable } from "./entry-columns.ts";

export const BLANK_LINE = reasonCode("blank line");

/** Counts blank lines, which become one entry per file. */
export class BlankLines {
  private readonly rows: ReadonlyRows;
  private readonly found = new Map<number, { rows: number; readonly first: number }>();

  constructor(rows: ReadonlyRows) {
    this.rows = rows;
  }

  add(row: number): void {
    const file = this.rows.file[row] as number;
    const known = this.found.get(file);
    if (known === undefined) this.found.set(file, { rows: 1, first: row });
    else known.rows += 1;
  }

  /** Appends the entries, each where its file's first blank line stands. */
  appendTo(table: EntryTable): void {
    const { order, line, kept } = this.rows;
    for (const [file, { rows, first }] of this.found) {
      const place = { order: order[first] as number, file, line: line[first] as number, customer: -1, day: NO_DAY };
      const codes = kept.map((column) => column[first] as number);
      table.append({ ...place, net: 0, refund: 0, margin: 0, rows, reason: BLANK_LINE, kept: codes });
    }
    this.found.clear();
  }
}
