// What the wanted cells of a record hold: days, amounts, keys, and whether a word is that of the record before.
import { amountOf } from "./amounts";
import { dayOf } from "./days";
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
  KEY_CELL,
  QUOTED,
  RECORD_HEAD,
  SEQUENCE_CELL,
  WORD_CELL,
} from "./layout";

/**
 * Writes what the cells of a record hold where they are written plainly. `before` is the record before, or 0 where it has
 * another number of fields.
 */
export function understand(block: usize, types: usize, cells: i32, record: usize, before: usize): void {
  let cell = record + RECORD_HEAD;
  for (let index = 0; index < cells; index += 1, cell += CELL_SIZE) {
    const type = load<u8>(types + index);
    const start = block + load<i32>(cell);
    const end = block + load<i32>(cell, CELL_END);
    if (type === DAY_CELL) store<i32>(cell, dayOf(start, end), CELL_MEANING);
    else if (type === AMOUNT_CELL) store<f64>(cell, amountOf(start, end), CELL_NUMBER);
    else if (type === KEY_CELL) describeKey(cell, start, end, true);
    else if (type === ID_CELL) describeKey(cell, start, end, false);
    else if (type === SEQUENCE_CELL) store<i32>(cell, meaningOf(start, end), CELL_MEANING);
    else if (type === WORD_CELL) {
      const isSame = before !== 0 && areEqual(block, cell, before + (cell - record));
      store<i32>(cell, isSame ? 1 : 0, CELL_MEANING);
    }
  }
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
