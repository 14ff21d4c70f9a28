// Takes rows from records that are plain, many at a time: those to be added up, those to be kept, and the hashes of their keys.
import { isNumber } from "./amounts";
import { buyerOf, NOBODY, setBlockOfBuyers, UNKNOWN } from "./buyers";
import { cellAt } from "./cells";
import { beginDays, noteDay } from "./day-span";
import {
  CELL_HASH,
  CELL_MEANING,
  HAS_SAME_WORDS,
  HASH_SIZE,
  IS_NUMBER,
  KEPT_CURRENCY,
  KEPT_CUSTOMER,
  KEPT_DAY,
  KEPT_LINE,
  KEPT_ORDER,
  KEPT_REFUNDED,
  KEPT_SIZE,
  KEPT_STATUS,
  KNOWN_COUNTS,
  KNOWN_CURRENCY,
  KNOWN_FOLLOWING,
  KNOWN_MONEY,
  KNOWN_ROWS,
  KNOWN_SIZE,
  KNOWN_STATUS,
  LINE_SIZE,
  MOST_AMOUNT,
  MOST_KNOWN,
  NOT_PLAIN,
  PURCHASE_AMOUNT,
  PURCHASE_DAY,
  PURCHASE_KEY,
  PURCHASE_SIZE,
  RECORD_LINES,
  RECORD_PLAIN,
  TAKEN_AMOUNTS,
  TAKEN_ENDS_KEPT,
  TAKEN_HEAD,
  TAKEN_IS_LEFT,
  TAKEN_KEPT,
  TAKEN_KEPT_CUSTOMERS,
  TAKEN_KEPT_ORDERS,
  TAKEN_LACKS_WORDS,
  TAKEN_LINE,
  TAKEN_ORDERS,
  TAKEN_OTHER_IDS,
  TAKEN_ROUNDED,
  UNKNOWN_CUSTOMER,
} from "./layout";
import { addLine, countLine, isPackable } from "./lines";
import { amountIn, cellBesideCurrency, isRounded, refundedIn, setMoney, setMoneyCells } from "./money";
import { beginRuns, isFollower, isSameOrder, lastOfOrder, stepFrom } from "./runs";
import { beginWords, knownWords, learn } from "./words";

/** What a kept row has for a customer or an order where it has none. */
const NO_KEY: i32 = -1;

// Where a record's cells lie, counted from its first byte; 0 for none.
let dayCell: usize = 0;
let customerCell: usize = 0;
let orderCell: usize = 0;

let block: usize = 0;
let records: usize = 0;
let recordSize: usize = 0;
let taken: usize = 0;
let purchasesAt: usize = 0;
let ordersAt: usize = 0;
let keptAt: usize = 0;
let hashesAt: usize = 0;
let since: i32 = 0;
let until: i32 = 0;
let areInTurn: bool = false;
let sums: bool = false;
let sumsUntil: i32 = 0;
/** Whether rows one behind another that have the same order id are of one order. */
let areRuns: bool = false;
/** Whether rows are line items of orders, which may stand anywhere. */
let areLines: bool = false;

/** Says which cells hold what; −1 for none. An amount is the product of two cells where there are two. */
export function setCellsOfRows(
  day: i32,
  amount: i32,
  times: i32,
  refunded: i32,
  customer: i32,
  order: i32,
  inTurn: bool,
): void {
  dayCell = cellAt(day);
  setMoneyCells(cellAt(amount), cellAt(times), cellAt(refunded));
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
  taken = to;
  purchasesAt = to + TAKEN_HEAD + <usize>KNOWN_SIZE * (MOST_KNOWN + 1);
  ordersAt = purchasesAt + <usize>LINE_SIZE * most;
  keptAt = ordersAt + <usize>HASH_SIZE * most;
  hashesAt = keptAt + <usize>KEPT_SIZE * most;
  block = blockAt;
  records = recordsAt;
  recordSize = <usize>size;
  setBlockOfBuyers(blockAt);
  beginWords(slots, <usize>count, to + TAKEN_HEAD, blockAt, cellBesideCurrency());
}

/** Says which rows may be taken, and which of these are to be added up. */
export function setRows(
  first: i32,
  last: i32,
  negative: bool,
  oneIs: f64,
  addsUp: bool,
  addsUntil: i32,
  lines: bool,
): void {
  since = first;
  until = last;
  setMoney(negative, oneIs);
  sums = addsUp;
  areLines = lines;
  sumsUntil = addsUntil;
}

/** Says whether rows of one order stand together; `width` is the fields of a record that has an order. */
export function setRuns(stand: bool, width: i32): void {
  areRuns = stand;
  beginRuns(block, width, orderCell, dayCell, customerCell);
}

/**
 * Remembers what a record's words stand for; false where there is no room for more, or they are too long.
 *
 * @param counts 0 where rows with them are not added up, else 1 more than their code
 */
export function learnWords(index: i32, status: i32, currency: i32, counts: i32): bool {
  return learn(records + <usize>index * recordSize, status, currency, counts);
}

function placeOfOrder(record: usize, placeOfBlock: i32): i32 {
  return placeOfBlock + load<i32>(record + orderCell);
}

/** Whether the rows behind the first of an order say nothing of their own. */
function areFollowers(record: usize, count: i32): bool {
  for (let index = 1; index <= count; index += 1) {
    if (!isFollower(record, record + <usize>index * recordSize)) return false;
  }
  return true;
}

/**
 * Takes the rows of records up to the first that is not plain, whose words are not known, or that others must look at for another reason;
 * returns which that is. Where rows of one order stand together, the first is added up if the others say nothing of their own, or all are
 * kept; those of the last order are left where more may follow.
 *
 * @param line that of the first record
 * @param placeOfBlock what is added to the place of a key in the block
 * @param direction above 0 where order ids rise, below where they fall, 0 where that is not known
 * @param keptOrders how many orders of the segment have rows that are kept
 * @param goesOn whether the first record is of the order of the row before, which is kept
 * @param mayGoOn whether more records of the last one's order may follow
 */
export function takeRows(
  from: i32,
  count: i32,
  line: i32,
  placeOfBlock: i32,
  direction: i32,
  keptOrders: i32,
  goesOn: bool,
  mayGoOn: bool,
): i32 {
  let record = records + <usize>from * recordSize;
  let entry: usize = 0;
  let purchase = purchasesAt;
  let order = ordersAt;
  let kept = keptAt;
  let hash = hashesAt;
  let amounts: f64 = 0;
  let rounded = 0;
  let onlyNumbers = IS_NUMBER;
  let isSummed = false;
  store<i32>(taken, 0, TAKEN_LACKS_WORDS);
  store<i32>(taken, 0, TAKEN_IS_LEFT);
  beginDays(taken);
  let index = from;
  for (; index < count; index += 1, record += recordSize) {
    const plain = load<i32>(record, RECORD_PLAIN);
    if (plain === NOT_PLAIN) break;
    let last = index;
    if (areRuns) {
      if (index > from) goesOn = isSameOrder(record - recordSize, record);
      if (!goesOn) {
        last = lastOfOrder(record, recordSize, index, count);
        if (mayGoOn && last === count - 1) {
          store<i32>(taken, 1, TAKEN_IS_LEFT);
          break;
        }
      }
    }
    if (entry === 0 || plain !== HAS_SAME_WORDS) {
      entry = knownWords(record);
      if (entry === 0) {
        store<i32>(taken, 1, TAKEN_LACKS_WORDS);
        break;
      }
    }
    const day = load<i32>(record + dayCell, CELL_MEANING);
    const amount = amountIn(record);
    const refunded = refundedIn(record);
    if (day < since || day > until || abs<f64>(amount) > <f64>MOST_AMOUNT || refunded === Infinity) break;
    if (areInTurn && index > from && !goesOn) {
      const step = stepFrom(record - recordSize, record);
      if (direction === 0) direction = step;
      if (step === 0 || step > 0 !== direction > 0) break;
    }
    const customer = buyerOf(record);
    const isKnown = customer > UNKNOWN;
    const nobody = customer === NOBODY ? NO_KEY : UNKNOWN_CUSTOMER - index;
    const place = isKnown ? placeOfBlock + load<i32>(customer) : nobody;
    if (customer === record + customerCell) onlyNumbers &= load<i32>(customer, CELL_MEANING);
    if (isNumber(amount)) amounts += amount;
    if (isRounded(record)) rounded += 1;
    const counts = load<i32>(entry, KNOWN_COUNTS);
    isSummed = sums && day <= sumsUntil && counts !== 0 && refunded === 0 && isKnown;
    if (areLines) isSummed = isSummed && isPackable(amount, day);
    else if (isSummed && amount > 0 && !goesOn) isSummed = last === index || areFollowers(record, last - index);
    else isSummed = false;
    if (orderCell !== 0 && !areInTurn && !goesOn && !(areLines && isSummed)) {
      v128.store(order, v128.load(record + orderCell, CELL_HASH));
      order += HASH_SIZE;
    }
    if (isSummed && areLines) {
      purchase = addLine(purchasesAt, purchase, record + orderCell, customer, place, counts - 1, day, amount, line);
      countLine(entry, amount);
    } else if (isSummed) {
      v128.store(purchase, v128.load(customer, CELL_HASH));
      store<f64>(purchase, amount, PURCHASE_AMOUNT);
      store<i32>(purchase, day, PURCHASE_DAY);
      store<i32>(purchase, place, PURCHASE_KEY);
      purchase += PURCHASE_SIZE;
      store<i32>(entry, load<i32>(entry, KNOWN_ROWS) + 1, KNOWN_ROWS);
      store<f64>(entry, load<f64>(entry, KNOWN_MONEY) + amount, KNOWN_MONEY);
      noteDay(taken, day, line);
      if (last > index) {
        store<i32>(entry, load<i32>(entry, KNOWN_FOLLOWING) + last - index, KNOWN_FOLLOWING);
        for (; index < last; index += 1, record += recordSize) line += 1 + load<i32>(record, RECORD_LINES);
        entry = 0;
      }
    } else {
      if (areRuns && !goesOn) keptOrders += 1;
      const id =
        orderCell === 0 ? NO_KEY : areRuns ? keptOrders - 1 : areInTurn ? 0 : placeOfOrder(record, placeOfBlock);
      store<f64>(kept, amount);
      store<f64>(kept, refunded, KEPT_REFUNDED);
      store<i32>(kept, line, KEPT_LINE);
      store<i32>(kept, day, KEPT_DAY);
      store<i32>(kept, place, KEPT_CUSTOMER);
      store<i32>(kept, id, KEPT_ORDER);
      store<i32>(kept, load<i32>(entry, KNOWN_STATUS), KEPT_STATUS);
      store<i32>(kept, load<i32>(entry, KNOWN_CURRENCY), KEPT_CURRENCY);
      kept += KEPT_SIZE;
      if (isKnown) {
        v128.store(hash, v128.load(customer, CELL_HASH));
        hash += HASH_SIZE;
      }
    }
    line += 1 + load<i32>(record, RECORD_LINES);
  }
  store<i32>(taken, <i32>((purchase - purchasesAt) / (areLines ? LINE_SIZE : PURCHASE_SIZE)));
  store<i32>(taken, <i32>((order - ordersAt) / HASH_SIZE), TAKEN_ORDERS);
  store<i32>(taken, <i32>((kept - keptAt) / KEPT_SIZE), TAKEN_KEPT);
  store<i32>(taken, <i32>((hash - hashesAt) / HASH_SIZE), TAKEN_KEPT_CUSTOMERS);
  store<i32>(taken, rounded, TAKEN_ROUNDED);
  store<i32>(taken, line, TAKEN_LINE);
  store<i32>(taken, onlyNumbers === 0 ? 1 : 0, TAKEN_OTHER_IDS);
  store<i32>(taken, keptOrders, TAKEN_KEPT_ORDERS);
  store<i32>(taken, isSummed ? 0 : 1, TAKEN_ENDS_KEPT);
  store<f64>(taken, amounts, TAKEN_AMOUNTS);
  return index;
}
