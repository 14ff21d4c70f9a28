import type { EntryColumns } from "../assemble/entries/entry-columns.ts";
import type { RowColumns } from "../rows/row-columns.ts";

/**
 * The purchase or dated refund that each row is part of, as an index among the first `length` entries; −1 for rows that
 * count for none of them. Negative rows of a later day than their order's are a refund of their own.
 *
 * @param isLineBeside whether a row is a line item of a table beside its order, whose amount the order has already
 * @param entries with the usable ones first, each part in the order in which it was made
 */
export function entryOfRow(
  rows: RowColumns,
  { entries, length }: { readonly entries: EntryColumns; readonly length: number },
  isLineBeside: (row: number) => boolean = () => false,
): Int32Array {
  const found = new Int32Array(rows.length).fill(-1);
  if (entries.day.buffer === rows.day.buffer) return found.map((_, row) => (row < length ? row : -1)); // rows are entries
  const purchases = new Map<number, number>();
  const refunds = new Map<string, number>();
  const alone: number[] = [];
  for (let entry = 0; entry < length; entry += 1) {
    const order = entries.order[entry] as number;
    if (order < 0) alone.push(entry);
    else if (!purchases.has(order)) purchases.set(order, entry);
    else refunds.set(`${order} ${entries.day[entry]}`, entry);
  }
  let next = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const order = rows.order[row] as number;
    if (rows.reason[row] !== 0) {
      if (order >= 0 && isLineBeside(row)) found[row] = purchases.get(order) ?? -1;
      continue;
    }
    if (order >= 0) {
      found[row] = refunds.get(`${order} ${rows.day[row]}`) ?? -1;
      if (found[row] === -1 || (rows.amount[row] as number) >= 0) found[row] = purchases.get(order) ?? -1;
      continue;
    }
    const entry = alone[next];
    if (entry === undefined || entries.line[entry] !== rows.line[row] || entries.file[entry] !== rows.file[row])
      continue;
    found[row] = entry;
    next += 1;
  }
  return found;
}
