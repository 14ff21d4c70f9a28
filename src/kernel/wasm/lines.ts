// Line items to be added up, one behind another; one that only goes on with its order's line before is added to that.
import { isNumber } from "./amounts";
import {
  AMOUNT_BITS,
  CELL_HASH,
  DAY_BITS,
  FIRST_PACKED_DAY,
  KNOWN_FOLLOWING,
  KNOWN_MONEY,
  KNOWN_ROWS,
  LINE_CODE,
  LINE_CUSTOMER,
  LINE_KEY,
  LINE_LINE,
  LINE_PACKED,
  LINE_SIZE,
  MORE_BITS,
} from "./layout";

const AMOUNTS: u64 = ((<u64>1) << AMOUNT_BITS) - 1;
const MOST_MORE: u64 = ((<u64>1) << MORE_BITS) - 1;

/** Whether a line's amount and day can be packed. */
export function isPackable(amount: f64, day: i32): bool {
  if (!isNumber(amount) || amount < 0 || amount > <f64>AMOUNTS || floor<f64>(amount) !== amount) return false;
  return day >= FIRST_PACKED_DAY && day < FIRST_PACKED_DAY + (1 << DAY_BITS);
}

/** Whether two hashes are the same. */
function isSame(a: usize, b: usize): bool {
  return !v128.any_true(v128.xor(v128.load(a), v128.load(b)));
}

/**
 * Adds the line of a record; returns where the next one goes.
 *
 * @param first where the first of these lines is
 * @param at behind the last one
 */
export function addLine(
  first: usize,
  at: usize,
  order: usize,
  customer: usize,
  key: i32,
  code: i32,
  day: i32,
  amount: f64,
  line: i32,
): usize {
  if (at > first && amount > 0 && goesOn(at - LINE_SIZE, order, customer, code, day, amount, line)) return at;
  const packedDay = <u64>(day - FIRST_PACKED_DAY);
  v128.store(at, v128.load(order, CELL_HASH));
  store<u64>(at, <u64>amount | (packedDay << (AMOUNT_BITS + MORE_BITS)), LINE_PACKED);
  store<i32>(at, line, LINE_LINE);
  store<i32>(at, code, LINE_CODE);
  v128.store(at, v128.load(customer, CELL_HASH), LINE_CUSTOMER);
  store<i32>(at, key, LINE_KEY);
  return at + LINE_SIZE;
}

/** Adds a line to the one before where they agree on everything and stand on lines one after another. */
function goesOn(before: usize, order: usize, customer: usize, code: i32, day: i32, amount: f64, line: i32): bool {
  if (!isSame(before, order + CELL_HASH) || !isSame(before + LINE_CUSTOMER, customer + CELL_HASH)) return false;
  const packed = load<u64>(before, LINE_PACKED);
  const own = packed & AMOUNTS;
  const more = (packed >> AMOUNT_BITS) & MOST_MORE;
  const packedDay = <u64>(day - FIRST_PACKED_DAY);
  if (own === 0 || own + <u64>amount > AMOUNTS || more === MOST_MORE) return false;
  if (packed >> (AMOUNT_BITS + MORE_BITS) !== packedDay || load<i32>(before, LINE_CODE) !== code) return false;
  if (load<i32>(before, LINE_LINE) + <i32>more + 1 !== line) return false;
  store<u64>(before, packed + <u64>amount + ((<u64>1) << AMOUNT_BITS), LINE_PACKED);
  return true;
}

/** Counts a line item among those of its words: one without money among those that say nothing of their own. */
export function countLine(entry: usize, amount: f64): void {
  if (amount > 0) store<i32>(entry, load<i32>(entry, KNOWN_ROWS) + 1, KNOWN_ROWS);
  else store<i32>(entry, load<i32>(entry, KNOWN_FOLLOWING) + 1, KNOWN_FOLLOWING);
  store<f64>(entry, load<f64>(entry, KNOWN_MONEY) + amount, KNOWN_MONEY);
}
