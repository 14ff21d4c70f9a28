// Order ids one behind another: which comes after which, which rows are of one order, and whether those behind the first say nothing of their own.
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

/** Above 0 where the order of a record comes after that of the one before: it is longer, or as long and its bytes are. */
export function stepFrom(before: usize, record: usize): i32 {
  let a = block + <usize>load<i32>(before + orderCell);
  let b = block + <usize>load<i32>(record + orderCell);
  const end = block + <usize>load<i32>(record + orderCell, CELL_END);
  const longer = <i32>(end - b) - (load<i32>(before + orderCell, CELL_END) - load<i32>(before + orderCell));
  if (longer !== 0) return longer;
  for (; b < end; a += 1, b += 1) {
    const step = <i32>load<u8>(b) - <i32>load<u8>(a);
    if (step !== 0) return step;
  }
  return 0;
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
