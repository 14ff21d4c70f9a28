import { MOST_CURRENCIES } from "../rows/currency-codes.ts";
import type { PackedRows } from "../rows/row-buffer.ts";
import type { RowTable } from "../rows/row-table.ts";
import { MOST_STATUSES } from "../rows/status-reader.ts";
import { TextMap } from "./code-map.ts";
import type { SegmentRows } from "./read-segment.ts";

/** What one thread's codes are in the table. */
export class ThreadCodes {
  private readonly table: RowTable;
  private readonly statuses: TextMap;
  private readonly currencies: TextMap;
  private readonly references: TextMap;
  private readonly kept: readonly TextMap[];

  constructor(table: RowTable) {
    this.table = table;
    this.statuses = new TextMap(table.statuses);
    this.currencies = new TextMap(table.currencies);
    this.references = new TextMap(table.references);
    this.kept = table.kept.map((dictionary) => new TextMap(dictionary));
  }

  /** Takes what new codes of the thread stand for. Segments must come in the order in which the thread made them. */
  learn(segment: SegmentRows): void {
    this.statuses.add(segment.statuses);
    this.currencies.add(segment.currencies);
    this.references.add(segment.references);
    for (const [index, texts] of segment.kept.entries()) this.kept[index]?.add(texts);
  }

  /**
   * Appends the rows of a segment to the table, with the table's codes and the lines of the file. Segments must come in the order of
   * the file.
   */
  append(
    { rows, purchases }: SegmentRows,
    { file, firstLine }: { readonly file: number; readonly firstLine: number },
  ): void {
    this.statuses.replaceFew(rows.status);
    this.currencies.replaceFew(rows.currency.values);
    if (this.references.isUsed) this.replaceReferences(rows);
    for (const [index, codes] of rows.kept.entries()) this.kept[index]?.replace(codes);
    if (firstLine > 0) addLines(rows.line.values, firstLine);
    this.table.rows.appendRows(rows, file);
    if (purchases === null) return;
    const statusOf = (code: number): number => this.statuses.at(code);
    const currencyOf = (code: number): number => this.currencies.at(code);
    this.table.summed?.add(purchases, { statusOf, currencyOf, firstLine });
  }

  get hasTooManyStatuses(): boolean {
    return this.table.statuses.length > MOST_STATUSES + 1;
  }

  get hasTooManyCurrencies(): boolean {
    return this.table.currencies.length > MOST_CURRENCIES + 1;
  }

  /** References are held as code + 1, 0 for none. */
  private replaceReferences({ sparse }: PackedRows): void {
    for (const column of [sparse.refersTo, sparse.reference]) {
      if (column === undefined) continue;
      for (let row = 0; row < column.length; row += 1) {
        const code = (column[row] as number) - 1;
        if (code >= 0) column[row] = this.references.at(code) + 1;
      }
    }
  }
}

function addLines(lines: Uint32Array, firstLine: number): void {
  for (let row = 0; row < lines.length; row += 1) lines[row] = (lines[row] as number) + firstLine;
}
