// What the wanted cells of a record hold: days, amounts, keys, and whether a word is that of the record before.
import { amountOf } from "./amounts";
import { POINT, ZERO } from "./characters";
import { dayOf, SLOW_DAY } from "./days";
import { describeKey, meaningOf } from "./keys";
import {
  AMOUNT_CELL,
  CELL_END,
  CELL_KIND,
  CELL_MEANING,
  CELL_NUMBER,
  CELL_SIZE,
  DAY_CELL,
  ID_CELL,
  IS_FAST,
  KEY_CELL,
  QUOTED,
  RECORD_HEAD,
  SEQUENCE_CELL,
  SPARE_CELL,
  WORD_CELL,
  WRITTEN,
} from "./layout";

/**
 * Writes what the cells of a record hold where they are written plainly. `before` is the record before, or 0 where it has
 * another number of fields. Returns whether the record is plain.
 */
export function understand(block: usize, types: usize, cells: i32, record: usize, before: usize): bool {
  let cell = record + RECORD_HEAD;
  let isPlain = true;
  for (let index = 0; index < cells; index += 1, cell += CELL_SIZE) {
    const type = load<u8>(types + index);
    if (type === SPARE_CELL) continue;
    const start = block + load<i32>(cell);
    const end = block + load<i32>(cell, CELL_END);
    let isCellPlain = false;
    if (type === DAY_CELL) {
      const day = dayOf(start, end);
      store<i32>(cell, day, CELL_MEANING);
      isCellPlain = day !== SLOW_DAY;
    } else if (type === AMOUNT_CELL) {
      const amount = amountOf(start, end);
      store<f64>(cell, amount, CELL_NUMBER);
      isCellPlain = abs<f64>(amount) >= 0; // which NaN is not
    } else if (type === KEY_CELL) isCellPlain = isPlainCustomer(describeKey(cell, start, end, true), start, end);
    else if (type === ID_CELL) isCellPlain = end > start && (describeKey(cell, start, end, false) & IS_FAST) !== 0;
    else if (type === SEQUENCE_CELL) {
      const meaning = meaningOf(start, end);
      store<i32>(cell, meaning, CELL_MEANING);
      isCellPlain = end > start && (meaning & IS_FAST) !== 0;
    } else if (type === WORD_CELL) {
      isCellPlain = before !== 0 && areEqual(block, cell, before + (cell - record));
      store<i32>(cell, isCellPlain ? 1 : 0, CELL_MEANING);
    }
    const kind = load<i32>(cell, CELL_KIND);
    if (!isCellPlain || (kind > QUOTED && (kind !== WRITTEN || type !== AMOUNT_CELL))) isPlain = false;
  }
  return isPlain;
}

/** Writes what a spare cell holds, as a key. */
export function describeSpare(block: usize, cell: usize, lowersEmails: bool): void {
  describeKey(cell, block + load<i32>(cell), block + load<i32>(cell, CELL_END), lowersEmails);
}

/** Whether a customer's key needs no second look: `0` may stand for guests, and `17850.0` for 17850. */
function isPlainCustomer(meaning: i32, start: usize, end: usize): bool {
  if (end < start + 2 || (meaning & IS_FAST) === 0) return false;
  return load<u8>(end - 1) !== ZERO || load<u8>(end - 2) !== POINT;
}

/** Whether two cells without quotes inside have the same bytes. */
function areEqual(block: usize, cell: usize, other: usize): bool {
  if (load<i32>(cell, CELL_KIND) > QUOTED || load<i32>(other, CELL_KIND) > QUOTED) return false;
  let a = block + load<i32>(cell);
  let b = block + load<i32>(other);
  let left = load<i32>(cell, CELL_END) - load<i32>(cell);
  if (load<i32>(other, CELL_END) - load<i32>(other) !== left) return false;
  for (; left >= 8; left -= 8, a += 8, b += 8) if (load<u64>(a) !== load<u64>(b)) return false;
  return left === 0 || (load<u64>(a) ^ load<u64>(b)) << (64 - (left << 3)) === 0;
}
