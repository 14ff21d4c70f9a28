// Who a record's customer is: the first of its keys that is filled.

import { cellAt, describeSpare } from "./cells";
import { ZERO } from "./characters";
import { CELL_END, CELL_KIND, CELL_MEANING, IS_FAST, QUOTED } from "./layout";

// Where a record's cells lie, counted from its first byte; 0 for none.
let customerCell: usize = 0;
let otherCell: usize = 0;
/** Whether there are more keys that one may be known by. */
let hasMore: bool = false;
let block: usize = 0;

/** Nobody is named, and others must look. */
export const NOBODY: usize = 0;
export const UNKNOWN: usize = 1;

/** Says which cells hold a customer's key, the second where the first is blank, −1 without one; and whether more may tell who it is. */
export function setBuyers(customer: i32, other: i32, more: bool): void {
  customerCell = cellAt(customer);
  otherCell = cellAt(other);
  hasMore = more;
}

export function setBlockOfBuyers(blockAt: usize): void {
  block = blockAt;
}

/** Whether a cell holds no id, or that of guests. */
function isOfGuests(cell: usize): bool {
  const start = load<i32>(cell);
  const length = load<i32>(cell, CELL_END) - start;
  return length === 0 || (length === 1 && load<u8>(block + <usize>start) === ZERO);
}

/** The cell with the key of a record's customer, or {@link NOBODY}, or {@link UNKNOWN} where others must look for it. */
export function buyerOf(record: usize): usize {
  const own = record + customerCell;
  if (!isOfGuests(own)) return own;
  const other = record + otherCell;
  if (otherCell === 0 || isOfGuests(other)) return hasMore ? UNKNOWN : NOBODY;
  if (load<i32>(other, CELL_KIND) > QUOTED) return UNKNOWN;
  describeSpare(block, other, true);
  return (load<i32>(other, CELL_MEANING) & IS_FAST) === 0 ? UNKNOWN : other;
}
