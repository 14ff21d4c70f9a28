// Takes rows from records that are plain, many at a time: those to be added up, those to be kept, and the hashes of their keys.
import { firstBytes } from "./characters";
import {
  CELL_END,
  CELL_HASH,
  CELL_MEANING,
  CELL_NUMBER,
  CELL_SIZE,
  HAS_SAME_WORDS,
  HASH_SIZE,
  IS_NUMBER,
  KEPT_CURRENCY,
  KEPT_CUSTOMER,
  KEPT_DAY,
  KEPT_LINE,
  KEPT_ORDER,
  KEPT_SIZE,
  KEPT_STATUS,
  KNOWN_BESIDE,
  KNOWN_COUNTS,
  KNOWN_CURRENCY,
  KNOWN_LENGTHS,
  KNOWN_MONEY,
  KNOWN_ROWS,
  KNOWN_SIZE,
  KNOWN_STATUS,
  LONGEST_WORD,
  MOST_KNOWN,
  NOT_PLAIN,
  PURCHASE_AMOUNT,
  PURCHASE_DAY,
  PURCHASE_KEY,
  PURCHASE_SIZE,
  RECORD_HEAD,
  RECORD_LINES,
  RECORD_PLAIN,
  TAKEN_AMOUNTS,
  TAKEN_FIRST_DAY,
  TAKEN_HEAD,
  TAKEN_KEPT,
  TAKEN_LACKS_WORDS,
  TAKEN_LINE,
  TAKEN_NEWEST_DAY,
  TAKEN_NEWEST_LINE,
  TAKEN_NEXT_NEWEST,
  TAKEN_ORDERS,
  TAKEN_OTHER_IDS,
} from "./layout";

const NO_DAY: i32 = -0x80000000;
/** Larger amounts are left to others: the sum of those of all records that are found at a time is exact below it. */
const MOST_AMOUNT: f64 = 17592186044416;

// Where a record's cells lie, counted from its first byte; 0 for none.
let dayCell: usize = 0;
let amountCell: usize = 0;
let timesCell: usize = 0;
let customerCell: usize = 0;
let orderCell: usize = 0;

let block: usize = 0;
let records: usize = 0;
let recordSize: usize = 0;
/** The slots of the words, a byte each, and how many there are. */
let wordSlots: usize = 0;
let words: usize = 0;
let taken: usize = 0;
let known: usize = 0;
let purchasesAt: usize = 0;
let ordersAt: usize = 0;
let keptAt: usize = 0;
let hashesAt: usize = 0;
/** What a 1 is, where amounts are products. */
let one: f64 = 1;
let since: i32 = 0;
let until: i32 = 0;
let takesNegative: bool = true;
let areInTurn: bool = false;
let sums: bool = false;
let sumsUntil: i32 = 0;

function cellAt(slot: i32): usize {
  return slot < 0 ? 0 : <usize>RECORD_HEAD + <usize>slot * CELL_SIZE;
}

/** Says which cells hold what; −1 for none. An amount is the product of two cells where there are two. */
export function setCellsOfRows(day: i32, amount: i32, times: i32, customer: i32, order: i32, inTurn: bool): void {
  dayCell = cellAt(day);
  amountCell = cellAt(amount);
  timesCell = cellAt(times);
  customerCell = cellAt(customer);
  orderCell = cellAt(order);
  areInTurn = inTurn;
}

/** Says where the words' slots stand, and where what is taken is written to, with room for all records that are found at a time. */
export function setWords(
  slots: usize,
  count: i32,
  to: usize,
  most: usize,
  blockAt: usize,
  recordsAt: usize,
  size: i32,
): void {
  wordSlots = slots;
  words = <usize>count;
  taken = to;
  purchasesAt = to + TAKEN_HEAD + <usize>KNOWN_SIZE * (MOST_KNOWN + 1);
  ordersAt = purchasesAt + <usize>PURCHASE_SIZE * most;
  keptAt = ordersAt + <usize>HASH_SIZE * most;
  hashesAt = keptAt + <usize>KEPT_SIZE * most;
  block = blockAt;
  records = recordsAt;
  recordSize = <usize>size;
  known = 0;
}

/** Says which rows may be taken, and which of these are to be added up. */
export function setRows(first: i32, last: i32, negative: bool, oneIs: f64, addsUp: bool, addsUntil: i32): void {
  since = first;
  until = last;
  takesNegative = negative;
  one = oneIs;
  sums = addsUp;
  sumsUntil = addsUntil;
}

/** Writes a record's words in front of those that are known; false where one is too long. */
function copyWords(record: usize, to: usize): bool {
  for (let word: usize = 0; word < words; word += 1) {
    const cell = record + cellAt(load<u8>(wordSlots + word));
    const start = load<i32>(cell);
    const length = load<i32>(cell, CELL_END) - start;
    if (length > LONGEST_WORD) return false;
    const from = block + <usize>start;
    store<u64>(to + (word << 4), firstBytes(from, length));
    store<u64>(to + (word << 4), length > 8 ? firstBytes(from + 8, length - 8) : 0, 8);
    store<i32>(to + (word << 2), length, KNOWN_LENGTHS);
  }
  const main = timesCell === 0 ? amountCell : timesCell;
  store<i32>(to, load<i32>(record + main, CELL_MEANING), KNOWN_BESIDE);
  return true;
}

/** Where a record's words are known; 0 where they are not. */
function knownWords(record: usize): usize {
  const own = taken + TAKEN_HEAD;
  if (!copyWords(record, own)) return 0;
  let entry = own + KNOWN_SIZE;
  for (let index: usize = 0; index < known; index += 1, entry += KNOWN_SIZE) if (areSame(own, entry)) return entry;
  return 0;
}

function areSame(own: usize, entry: usize): bool {
  for (let at: usize = 0; at < words << 4; at += 16) {
    if (v128.any_true(v128.xor(v128.load(own + at), v128.load(entry + at)))) return false;
  }
  for (let at: usize = 0; at < words << 2; at += 4) {
    if (load<i32>(own + at, KNOWN_LENGTHS) !== load<i32>(entry + at, KNOWN_LENGTHS)) return false;
  }
  return load<i32>(own, KNOWN_BESIDE) === load<i32>(entry, KNOWN_BESIDE);
}

/** Remembers what a record's words stand for; false where there is no room for more, or they are too long. */
export function learnWords(index: i32, status: i32, currency: i32, counts: bool): bool {
  const entry = taken + TAKEN_HEAD + <usize>KNOWN_SIZE * (known + 1);
  if (known === MOST_KNOWN || !copyWords(records + <usize>index * recordSize, entry)) return false;
  store<i32>(entry, status, KNOWN_STATUS);
  store<i32>(entry, currency, KNOWN_CURRENCY);
  store<i32>(entry, counts ? 1 : 0, KNOWN_COUNTS);
  store<i32>(entry, 0, KNOWN_ROWS);
  store<f64>(entry, 0, KNOWN_MONEY);
  known += 1;
  return true;
}

/** The amount of a record: infinite where it is one that others must look at. Whole quantities only have exact products. */
function amountIn(record: usize): f64 {
  let amount = load<f64>(record + amountCell, CELL_NUMBER);
  if (timesCell !== 0) {
    const pieces = amount / one;
    if (floor<f64>(pieces) !== pieces || pieces * one !== amount) return Infinity;
    amount = pieces * load<f64>(record + timesCell, CELL_NUMBER) + 0;
  }
  if (amount < 0 && !takesNegative) return Infinity;
  return amount;
}

/** Above 0 where the order of a record comes after that of the one before: it is longer, or as long and its bytes are. */
function stepFrom(before: usize, record: usize): i32 {
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

function noteDay(day: i32, line: i32): void {
  const newest = load<i32>(taken, TAKEN_NEWEST_DAY);
  if (day === newest) return;
  const first = load<i32>(taken, TAKEN_FIRST_DAY);
  if (first === NO_DAY || day < first) store<i32>(taken, day, TAKEN_FIRST_DAY);
  if (day > newest) {
    store<i32>(taken, newest, TAKEN_NEXT_NEWEST);
    store<i32>(taken, day, TAKEN_NEWEST_DAY);
    store<i32>(taken, line, TAKEN_NEWEST_LINE);
  } else if (day > load<i32>(taken, TAKEN_NEXT_NEWEST)) store<i32>(taken, day, TAKEN_NEXT_NEWEST);
}

/**
 * Takes the rows of records up to the first that is not plain, whose words are not known, or that others must look at for another reason;
 * returns which that is.
 *
 * @param line that of the first record
 * @param placeOfBlock what is added to the place of a key in the block
 * @param direction above 0 where order ids rise, below where they fall, 0 where that is not known
 */
export function takeRows(from: i32, count: i32, line: i32, placeOfBlock: i32, direction: i32): i32 {
  let record = records + <usize>from * recordSize;
  let entry: usize = 0;
  let purchase = purchasesAt;
  let order = ordersAt;
  let kept = keptAt;
  let hash = hashesAt;
  let amounts: f64 = 0;
  let onlyNumbers = IS_NUMBER;
  store<i32>(taken, 0, TAKEN_LACKS_WORDS);
  store<i32>(taken, NO_DAY, TAKEN_FIRST_DAY);
  store<i32>(taken, NO_DAY, TAKEN_NEWEST_DAY);
  store<i32>(taken, -1, TAKEN_NEWEST_LINE);
  store<i32>(taken, NO_DAY, TAKEN_NEXT_NEWEST);
  let index = from;
  for (; index < count; index += 1, record += recordSize) {
    const plain = load<i32>(record, RECORD_PLAIN);
    if (plain === NOT_PLAIN) break;
    if (entry === 0 || plain !== HAS_SAME_WORDS) {
      entry = knownWords(record);
      if (entry === 0) {
        store<i32>(taken, 1, TAKEN_LACKS_WORDS);
        break;
      }
    }
    const day = load<i32>(record + dayCell, CELL_MEANING);
    const amount = amountIn(record);
    if (day < since || day > until || abs<f64>(amount) > MOST_AMOUNT) break;
    if (areInTurn && index > from) {
      const step = stepFrom(record - recordSize, record);
      if (direction === 0) direction = step;
      if (step === 0 || step > 0 !== direction > 0) break;
    }
    const customer = record + customerCell;
    const place = placeOfBlock + load<i32>(customer);
    onlyNumbers &= load<i32>(customer, CELL_MEANING);
    amounts += amount;
    if (!areInTurn) {
      v128.store(order, v128.load(record + orderCell, CELL_HASH));
      order += HASH_SIZE;
    }
    if (sums && amount > 0 && day <= sumsUntil && load<i32>(entry, KNOWN_COUNTS) !== 0) {
      v128.store(purchase, v128.load(customer, CELL_HASH));
      store<f64>(purchase, amount, PURCHASE_AMOUNT);
      store<i32>(purchase, day, PURCHASE_DAY);
      store<i32>(purchase, place, PURCHASE_KEY);
      purchase += PURCHASE_SIZE;
      store<i32>(entry, load<i32>(entry, KNOWN_ROWS) + 1, KNOWN_ROWS);
      store<f64>(entry, load<f64>(entry, KNOWN_MONEY) + amount, KNOWN_MONEY);
      noteDay(day, line);
    } else {
      store<f64>(kept, amount);
      store<i32>(kept, line, KEPT_LINE);
      store<i32>(kept, day, KEPT_DAY);
      store<i32>(kept, place, KEPT_CUSTOMER);
      store<i32>(kept, areInTurn ? 0 : placeOfBlock + load<i32>(record + orderCell), KEPT_ORDER);
      store<i32>(kept, load<i32>(entry, KNOWN_STATUS), KEPT_STATUS);
      store<i32>(kept, load<i32>(entry, KNOWN_CURRENCY), KEPT_CURRENCY);
      kept += KEPT_SIZE;
      v128.store(hash, v128.load(customer, CELL_HASH));
      hash += HASH_SIZE;
    }
    line += 1 + load<i32>(record, RECORD_LINES);
  }
  store<i32>(taken, <i32>((purchase - purchasesAt) / PURCHASE_SIZE));
  store<i32>(taken, <i32>((order - ordersAt) / HASH_SIZE), TAKEN_ORDERS);
  store<i32>(taken, <i32>((kept - keptAt) / KEPT_SIZE), TAKEN_KEPT);
  store<i32>(taken, line, TAKEN_LINE);
  store<i32>(taken, onlyNumbers === 0 ? 1 : 0, TAKEN_OTHER_IDS);
  store<f64>(taken, amounts, TAKEN_AMOUNTS);
  return index;
}
