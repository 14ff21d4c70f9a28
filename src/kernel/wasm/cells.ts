// What the wanted cells of a record hold: days, amounts, keys, and whether a word is that of the record before.
import { amountOf, hadCurrency, isNumber, wasRounded } from "./amounts";
import { BLANK, POINT, ZERO } from "./characters";
import { dayOf, SLOW_DAY } from "./days";
import { describeKey, describeNoKey, meaningOf } from "./keys";
import {
  AMOUNT_CELL,
  CELL_END,
  CELL_KIND,
  CELL_MEANING,
  CELL_NUMBER,
  CELL_SIZE,
  DAY_CELL,
  FLAG_CELL,
  HAS_CURRENCY,
  HAS_SAME_WORDS,
  ID_CELL,
  IS_FAST,
  IS_PLAIN,
  KEY_CELL,
  NOT_PLAIN,
  QUOTED,
  RECORD_HEAD,
  SEQUENCE_CELL,
  SPARE_CELL,
  UNQUOTED,
  WAS_ROUNDED,
  WORD_CELL,
  WRITTEN,
} from "./layout";

let trims: bool = false;

/** Where a wanted cell lies in a record, counted from its first byte; 0 for none, which is −1. */
export function cellAt(slot: i32): usize {
  return slot < 0 ? 0 : <usize>RECORD_HEAD + <usize>slot * CELL_SIZE;
}

/** Says whether blanks around days, amounts and keys are passed over; without that, such cells are not plain. */
export function setTrims(trimsBlanks: bool): void {
  trims = trimsBlanks;
}

/**
 * Writes what the cells of a record hold where they are written plainly. `before` is the record before, or 0 where it has
 * another number of fields. Returns whether the record is plain.
 */
export function understand(block: usize, types: usize, cells: i32, record: usize, before: usize): i32 {
  let cell = record + RECORD_HEAD;
  let isPlain = true;
  let hasSameWords = before !== 0;
  for (let index = 0; index < cells; index += 1, cell += CELL_SIZE) {
    const type = load<u8>(types + index);
    if (type === SPARE_CELL) continue;
    let start = block + load<i32>(cell);
    let end = block + load<i32>(cell, CELL_END);
    const kind = load<i32>(cell, CELL_KIND);
    const isWide = trims && kind === UNQUOTED && type !== WORD_CELL && type !== FLAG_CELL && isBlankAround(start, end);
    if (isWide) {
      while (start < end && load<u8>(start) === BLANK) start += 1;
      while (end > start && load<u8>(end - 1) === BLANK) end -= 1;
    }
    let isCellPlain = false;
    let isRead = false;
    if (type === DAY_CELL) {
      const day = dayOf(start, end);
      store<i32>(cell, day, CELL_MEANING);
      isRead = day !== SLOW_DAY;
      isCellPlain = isRead;
    } else if (type === AMOUNT_CELL) {
      const isBlank = start === end;
      const amount = isBlank ? NaN : amountOf(start, end);
      store<f64>(cell, amount, CELL_NUMBER);
      const currency: i32 = !isBlank && hadCurrency ? HAS_CURRENCY : 0;
      store<i32>(cell, currency | (!isBlank && wasRounded ? WAS_ROUNDED : 0), CELL_MEANING);
      const usual = before === 0 ? 0 : load<i32>(before + (cell - record), CELL_MEANING) & HAS_CURRENCY;
      isRead = isNumber(amount);
      isCellPlain = isRead || isBlank;
      if (currency !== usual) hasSameWords = false;
    } else if (type === KEY_CELL) {
      if (start < end) isCellPlain = isPlainCustomer(describeKey(cell, start, end, true), start, end);
      else isCellPlain = describeNoKey(cell);
    } else if (type === ID_CELL) isCellPlain = end > start && (describeKey(cell, start, end, false) & IS_FAST) !== 0;
    else if (type === SEQUENCE_CELL) {
      const meaning = meaningOf(start, end, false);
      store<i32>(cell, meaning, CELL_MEANING);
      isCellPlain = end > start && (meaning & IS_FAST) !== 0;
    } else if (type === WORD_CELL) {
      const isSame = before !== 0 && areEqual(block, cell, before + (cell - record));
      store<i32>(cell, isSame ? 1 : 0, CELL_MEANING);
      isCellPlain = true;
      if (!isSame) hasSameWords = false;
    } else if (type === FLAG_CELL) {
      const isFilled: i32 = start < end ? 1 : 0;
      store<i32>(cell, isFilled, CELL_MEANING);
      isCellPlain = isFilled === 0 || isPrinted(load<u8>(start));
      if (before !== 0 && load<i32>(before + (cell - record), CELL_MEANING) !== isFilled) hasSameWords = false;
    }
    const isKey = type === KEY_CELL || type === ID_CELL || type === SEQUENCE_CELL;
    if (isWide && (isKey || start === end || isRead)) {
      store<i32>(cell, start - block);
      store<i32>(cell, end - block, CELL_END);
    }
    if (!isCellPlain || (kind > QUOTED && (kind !== WRITTEN || type !== AMOUNT_CELL))) isPlain = false;
  }
  if (!isPlain) return NOT_PLAIN;
  return hasSameWords ? HAS_SAME_WORDS : IS_PLAIN;
}

/** Whether a cell that begins with this byte is filled for certain. */
function isPrinted(byte: u32): bool {
  return byte > BLANK && byte < 0x80;
}

/** Whether a cell begins or ends with a blank. */
function isBlankAround(start: usize, end: usize): bool {
  return start < end && (load<u8>(start) === BLANK || load<u8>(end - 1) === BLANK);
}

/** Writes what a spare cell holds, as a key. */
export function describeSpare(block: usize, cell: usize, lowersEmails: bool): void {
  describeKey(cell, block + load<i32>(cell), block + load<i32>(cell, CELL_END), lowersEmails);
}

/** Whether a customer's key needs no second look: `17850.0` may stand for 17850. */
function isPlainCustomer(meaning: i32, start: usize, end: usize): bool {
  if ((meaning & IS_FAST) === 0) return false;
  return end < start + 2 || load<u8>(end - 1) !== ZERO || load<u8>(end - 2) !== POINT;
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
