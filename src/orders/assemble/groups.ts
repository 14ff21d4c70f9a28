import type { RowColumns } from "../read/row-table.ts";

/** The rows of each order, in the order in which they stand in the files; a row without an order id is its own group. */
export interface OrderGroups {
  readonly length: number;
  /** The row indexes of one group; valid until the next call. */
  readonly rowsOf: (group: number) => Int32Array;
}

/**
 * Brings the rows of each order together, wherever they stand, by one counting sort over the order codes.
 *
 * @param isWholeOrder rows for which this holds are never grouped: each is an order
 */
export function groupRows(rows: RowColumns, orderCount: number, isWholeOrder: (row: number) => boolean): OrderGroups {
  const starts = new Int32Array(orderCount + 1);
  const code = (row: number): number => (isWholeOrder(row) ? -1 : (rows.order[row] as number));
  let alone = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const order = code(row);
    if (order < 0) alone += 1;
    else starts[order + 1] = (starts[order + 1] as number) + 1;
  }
  for (let order = 0; order < orderCount; order += 1) {
    starts[order + 1] = (starts[order + 1] as number) + (starts[order] as number);
  }
  const grouped = rows.length - alone;
  const sorted = new Int32Array(rows.length);
  const next = starts.slice();
  let single = grouped;
  for (let row = 0; row < rows.length; row += 1) {
    const order = code(row);
    if (order < 0) {
      sorted[single] = row;
      single += 1;
    } else {
      sorted[next[order] as number] = row;
      next[order] = (next[order] as number) + 1;
    }
  }
  return {
    length: orderCount + alone,
    rowsOf: (group) =>
      group < orderCount
        ? sorted.subarray(starts[group], starts[group + 1])
        : sorted.subarray(grouped + group - orderCount, grouped + group - orderCount + 1),
  };
}
