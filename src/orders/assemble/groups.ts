import type { RowColumns } from "../read/row-table.ts";

/** The rows of each order, in the order in which they stand in the files; a row without an order id is its own group. */
export interface OrderGroups {
  readonly length: number;
  /** The row indexes of one group; valid until the next call. */
  readonly rowsOf: (group: number) => Int32Array;
  /** The groups of two rows or more, ascending. */
  readonly several: Int32Array;
  /** Whether each group is the one row with its number. */
  readonly areRows: boolean;
}

/** Groups where every row is an order. */
export function groupsOfSingleRows(length: number): OrderGroups {
  const one = new Int32Array(1);
  const rowsOf = (group: number): Int32Array => {
    one[0] = group;
    return one;
  };
  return { length, rowsOf, several: new Int32Array(0), areRows: true };
}

/**
 * Brings the rows of each order together, wherever they stand, by one counting sort over the order codes; where every row
 * is an order, there is nothing to sort.
 *
 * @param isWholeOrder rows for which this holds are never grouped: each is an order; `null` where there are none
 */
export function groupRows(
  rows: RowColumns,
  orderCount: number,
  isWholeOrder: ((row: number) => boolean) | null = null,
): OrderGroups {
  if (isWholeOrder === null && areSingle(rows)) return groupsOfSingleRows(rows.length);
  const code = (row: number): number => (isWholeOrder?.(row) === true ? -1 : (rows.order[row] as number));
  const starts = new Int32Array(orderCount + 1);
  let alone = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const order = code(row);
    if (order < 0) alone += 1;
    else starts[order + 1] = (starts[order + 1] as number) + 1;
  }
  let several = 0;
  for (let order = 0; order < orderCount; order += 1) {
    if ((starts[order + 1] as number) > 1) several += 1;
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
  const withSeveral = new Int32Array(several);
  let found = 0;
  for (let order = 0; order < orderCount; order += 1) {
    if ((starts[order + 1] as number) - (starts[order] as number) < 2) continue;
    withSeveral[found] = order;
    found += 1;
  }
  return {
    length: orderCount + alone,
    rowsOf: (group) =>
      group < orderCount
        ? sorted.subarray(starts[group], starts[group + 1])
        : sorted.subarray(grouped + group - orderCount, grouped + group - orderCount + 1),
    several: withSeveral,
    areRows: false,
  };
}

/** Whether no row has an order id, or each has one of its own, numbered in the order of the rows. */
function areSingle({ length, order }: RowColumns): boolean {
  const step = length > 0 && order[0] === 0 ? 1 : 0;
  for (let row = 0; row < length; row += 1) if (order[row] !== (step === 0 ? -1 : row)) return false;
  return true;
}
