// Rows of one order that stand one behind another: which they are, and whether those behind the first say nothing of their own.
import { CELL_END, CELL_HASH, CELL_MEANING, NOT_PLAIN, RECORD_FIELDS, RECORD_PLAIN } from "./layout";
import { hasMoney } from "./money";
import { areBlank } from "./words";

// Where a record's cells lie, counted from its first byte; 0 for none.
let orderCell: usize = 0;
let dayCell: usize = 0;
let customerCell: usize = 0;
let block: usize = 0;
/** The fields of a record whose cells were looked into. */
let width: i32 = 0;

export function beginRuns(blockAt: usize, fields: i32, order: usize, day: usize, customer: usize): void {
  block = blockAt;
  width = fields;
  orderCell = order;
  dayCell = day;
  customerCell = customer;
}

/** Whether two records have the same order id, byte by byte. */
export function isSameOrder(record: usize, other: usize): bool {
  if (load<i32>(record, RECORD_FIELDS) !== width || load<i32>(other, RECORD_FIELDS) !== width) return false;
  let a = block + <usize>load<i32>(record + orderCell);
  let b = block + <usize>load<i32>(other + orderCell);
  const end = block + <usize>load<i32>(other + orderCell, CELL_END);
  if (end - b !== block + <usize>load<i32>(record + orderCell, CELL_END) - a) return false;
  for (; b < end; a += 1, b += 1) if (load<u8>(a) !== load<u8>(b)) return false;
  return true;
}

/** The last of the records from one on that have its order id. */
export function lastOfOrder(record: usize, size: usize, index: i32, count: i32): i32 {
  for (; index + 1 < count && isSameOrder(record, record + size); record += size) index += 1;
  return index;
}

/** Whether a row behind the first of its order only repeats the day and the customer, and has neither money nor words. */
export function isFollower(first: usize, record: usize): bool {
  if (load<i32>(record, RECORD_PLAIN) === NOT_PLAIN) return false;
  if (hasMoney(record) || !areBlank(record)) return false;
  if (load<i32>(first + dayCell, CELL_MEANING) !== load<i32>(record + dayCell, CELL_MEANING)) return false;
  const hash = v128.load(first + customerCell, CELL_HASH);
  return !v128.any_true(v128.xor(hash, v128.load(record + customerCell, CELL_HASH)));
}
