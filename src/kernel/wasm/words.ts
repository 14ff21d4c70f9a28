// The words of records, which say the status and the currency: what they mean is learnt once and known from then on.
import { firstBytes } from "./characters";
import {
  CELL_END,
  CELL_MEANING,
  CELL_SIZE,
  HAS_CURRENCY,
  IS_FLAG,
  KNOWN_BESIDE,
  KNOWN_COUNTS,
  KNOWN_CURRENCY,
  KNOWN_FOLLOWING,
  KNOWN_LENGTHS,
  KNOWN_MONEY,
  KNOWN_ROWS,
  KNOWN_SIZE,
  KNOWN_STATUS,
  LONGEST_WORD,
  MOST_KNOWN,
  RECORD_HEAD,
} from "./layout";

/** The slots of the words, a byte each, and how many there are. */
let slots: usize = 0;
let words: usize = 0;
/** Where the words of one record are written to; those that are known follow. */
let own: usize = 0;
let known: usize = 0;
let block: usize = 0;
/** The cell of a record that a currency may stand beside. */
let besideCell: usize = 0;

export function beginWords(slotsAt: usize, count: usize, knownAt: usize, blockAt: usize, beside: usize): void {
  slots = slotsAt;
  words = count;
  own = knownAt;
  known = 0;
  block = blockAt;
  besideCell = beside;
}

function wordCell(record: usize, word: usize): usize {
  return record + RECORD_HEAD + <usize>(load<u8>(slots + word) & (IS_FLAG - 1)) * CELL_SIZE;
}

/** Whether of a word it only matters whether it is filled. */
function isFlag(word: usize): bool {
  return (load<u8>(slots + word) & IS_FLAG) !== 0;
}

/** Writes a record's words in front of those that are known; false where one is too long. */
function copyWords(record: usize, to: usize): bool {
  for (let word: usize = 0; word < words; word += 1) {
    const cell = wordCell(record, word);
    const start = load<i32>(cell);
    const length = isFlag(word) ? load<i32>(cell, CELL_MEANING) : load<i32>(cell, CELL_END) - start;
    if (length > LONGEST_WORD) return false;
    const from = block + <usize>start;
    for (let at = 0; at < LONGEST_WORD; at += 8) {
      const isThere = at < length && !isFlag(word);
      store<u64>(to + (word << 5) + <usize>at, isThere ? firstBytes(from + <usize>at, length - at) : 0);
    }
    store<i32>(to + (word << 2), length, KNOWN_LENGTHS);
  }
  store<i32>(to, load<i32>(record + besideCell, CELL_MEANING) & HAS_CURRENCY, KNOWN_BESIDE);
  return true;
}

/** Where a record's words are known; 0 where they are not. */
export function knownWords(record: usize): usize {
  if (!copyWords(record, own)) return 0;
  let entry = own + KNOWN_SIZE;
  for (let index: usize = 0; index < known; index += 1, entry += KNOWN_SIZE) if (areSame(entry)) return entry;
  return 0;
}

function areSame(entry: usize): bool {
  for (let at: usize = 0; at < words << 5; at += 16) {
    if (v128.any_true(v128.xor(v128.load(own + at), v128.load(entry + at)))) return false;
  }
  for (let at: usize = 0; at < words << 2; at += 4) {
    if (load<i32>(own + at, KNOWN_LENGTHS) !== load<i32>(entry + at, KNOWN_LENGTHS)) return false;
  }
  return load<i32>(own, KNOWN_BESIDE) === load<i32>(entry, KNOWN_BESIDE);
}

/** Whether all words of a record are blank. */
export function areBlank(record: usize): bool {
  for (let word: usize = 0; word < words; word += 1) {
    const cell = wordCell(record, word);
    const isBlank = isFlag(word) ? load<i32>(cell, CELL_MEANING) === 0 : load<i32>(cell) === load<i32>(cell, CELL_END);
    if (!isBlank) return false;
  }
  return true;
}

/** Remembers what a record's words stand for, as rows.ts says; false where there is no room for more, or they are too long. */
export function learn(record: usize, status: i32, currency: i32, counts: i32): bool {
  const entry = own + <usize>KNOWN_SIZE * (known + 1);
  if (known === MOST_KNOWN || !copyWords(record, entry)) return false;
  store<i32>(entry, status, KNOWN_STATUS);
  store<i32>(entry, currency, KNOWN_CURRENCY);
  store<i32>(entry, counts, KNOWN_COUNTS);
  store<i32>(entry, 0, KNOWN_ROWS);
  store<i32>(entry, 0, KNOWN_FOLLOWING);
  store<f64>(entry, 0, KNOWN_MONEY);
  known += 1;
  return true;
}
