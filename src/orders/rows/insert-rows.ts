import { RowBuffer } from "./row-buffer.ts";
import { emptyRow } from "./row-table.ts";

/** A row to be inserted; or several on lines one behind another, which have all but the amount in common. */
export interface InsertedRow {
  readonly line: number;
  readonly day: number;
  readonly order: number;
  readonly customer: number;
  readonly status: number;
  readonly currency: number;
  readonly rows: number;
  /** Of all of these rows: each but the first is given the least that there is, for only their sum is known. */
  readonly amount: number;
}

/** The rows of one file with others of it among them, by their lines. */
export function insertRows(into: RowBuffer, rows: readonly InsertedRow[]): RowBuffer {
  const columns = into.view();
  const all = new RowBuffer(0, { areShared: true });
  all.reserve(columns.length + rows.reduce((sum, row) => sum + row.rows, 0));
  let next = 0;
  const appendUpTo = (line: number): void => {
    for (; next < columns.length && (columns.line[next] as number) < line; next += 1) {
      all.append(columns.file[next] as number, {
        line: columns.line[next] as number,
        day: columns.day[next] as number,
        amount: columns.amount[next] as number,
        refunded: columns.refunded[next] as number,
        order: columns.order[next] as number,
        customer: columns.customer[next] as number,
        status: columns.status[next] as number,
        currency: columns.currency[next] as number,
        margin: columns.margin[next] as number,
        excluded: null,
        refersTo: (columns.refersTo[next] as number) - 1,
        reference: (columns.reference[next] as number) - 1,
        reason: columns.reason[next] as number,
        hashA: columns.hashA[next] as number,
        hashB: columns.hashB[next] as number,
        kept: [],
      });
    }
  };
  for (const { rows: count, amount, ...row } of rows.toSorted((a, b) => a.line - b.line)) {
    for (let index = 0; index < count; index += 1) {
      const line = row.line + index;
      appendUpTo(line);
      all.append(0, { ...emptyRow(line, 0), ...row, line, amount: index === 0 ? amount - (count - 1) : 1 });
    }
  }
  appendUpTo(Number.POSITIVE_INFINITY);
  return all;
}
