import type { ReadonlyColumn, ReadonlyRows } from "../readonly-rows.ts";

/** The rows of each order, in the order in which they stand in the files; a row without an order id is its own group. */
export interface OrderGroups {
  /** The orders by their code, some of which may have no row, and then the rows that are orders of their own. */
  readonly length: number;
  readonly orderCount: number;
  /** The order of each row; −1 where the row is an order of its own. Empty where all are. */
  readonly orderOf: ReadonlyColumn;
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
  const none = new Int32Array(0);
  return { length, orderCount: 0, orderOf: none, rowsOf, several: none, areRows: true };
}

/**
 * Brings the rows of each order together, wherever they stand; where every row is an order, there is nothing to bring
 * together.
 *
 * @param isWholeOrder rows for which this holds are never grouped: each is an order; `null` where there are none
 */
export function groupRows(
  rows: ReadonlyRows,
  orderCount: number,
  isWholeOrder: ((row: number) => boolean) | null = null,
): OrderGroups {
  if (isWholeOrder === null && areSingle(rows)) return groupsOfSingleRows(rows.length);
  const orderOf =
    isWholeOrder === null ? rows.order : Int32Array.from(rows.order, (order, row) => (isWholeOrder(row) ? -1 : order));
  return new SharedOrders(orderOf, orderCount);
}

/** Groups that are made when one of them is asked for: most of what is to be known of orders needs none. */
class SharedOrders implements OrderGroups {
  readonly orderCount: number;
  readonly orderOf: ReadonlyColumn;
  readonly areRows = false;
  private made: RowsByOrder | null = null;

  constructor(orderOf: ReadonlyColumn, orderCount: number) {
    this.orderOf = orderOf;
    this.orderCount = orderCount;
  }

  get length(): number {
    const { orderOf, orderCount } = this;
    let alone = 0;
    for (let row = 0; row < orderOf.length; row += 1) if ((orderOf[row] as number) < 0) alone += 1;
    return orderCount + alone;
  }

  rowsOf(group: number): Int32Array {
    const { starts, sorted } = this.groups;
    if (group < this.orderCount) return sorted.subarray(starts[group], starts[group + 1]);
    const alone = (starts[this.orderCount] as number) + group - this.orderCount;
    return sorted.subarray(alone, alone + 1);
  }

  get several(): Int32Array {
    const { starts } = this.groups;
    const several: number[] = [];
    for (let order = 0; order < this.orderCount; order += 1) {
      if ((starts[order + 1] as number) - (starts[order] as number) > 1) several.push(order);
    }
    return Int32Array.from(several);
  }

  private get groups(): RowsByOrder {
    this.made ??= rowsByOrder(this.orderOf, this.orderCount);
    return this.made;
  }
}

/** Rows sorted by their orders: those of order n from `starts[n]` up to `starts[n + 1]`, those without an order last. */
export interface RowsByOrder {
  readonly starts: Int32Array;
  readonly sorted: Int32Array;
}

/** None of any order. */
export const NO_ROWS: RowsByOrder = { starts: new Int32Array(0), sorted: new Int32Array(0) };

/**
 * Sorts rows by their orders, by counting.
 *
 * @param wanted 1 for each order whose rows are wanted, and no rows without an order then; all rows without it
 */
export function rowsByOrder(
  orderOf: ReadonlyColumn,
  orderCount: number,
  wanted: Uint8Array | null = null,
): RowsByOrder {
  const starts = new Int32Array(orderCount + 1);
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order >= 0 && (wanted === null || wanted[order] === 1)) starts[order + 1] = (starts[order + 1] as number) + 1;
  }
  for (let order = 0; order < orderCount; order += 1) {
    starts[order + 1] = (starts[order + 1] as number) + (starts[order] as number);
  }
  const grouped = starts[orderCount] as number;
  const sorted = new Int32Array(wanted === null ? orderOf.length : grouped);
  const next = starts.slice();
  let alone = grouped;
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order >= 0 && (wanted === null || wanted[order] === 1)) {
      sorted[next[order] as number] = row;
      next[order] = (next[order] as number) + 1;
    } else if (wanted === null) {
      sorted[alone] = row;
      alone += 1;
    }
  }
  return { starts, sorted };
}

/** Gives rows whose code is 0, which is blank, that of their order's first row that has another. */
export function fillWithinOrders(codes: Uint16Array, { orderOf, orderCount }: OrderGroups): void {
  if (orderOf.length === 0 || !codes.includes(0)) return;
  const first = new Uint16Array(orderCount);
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order >= 0 && codes[row] !== 0 && first[order] === 0) first[order] = codes[row] as number;
  }
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order >= 0 && codes[row] === 0) codes[row] = first[order] as number;
  }
}

/** Whether no row has an order id, or each has one of its own, numbered in the order of the rows. */
function areSingle({ length, order }: ReadonlyRows): boolean {
  const step = length > 0 && order[0] === 0 ? 1 : 0;
  for (let row = 0; row < length; row += 1) if (order[row] !== (step === 0 ? -1 : row)) return false;
  return true;
}
