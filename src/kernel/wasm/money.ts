// What a record's cells of money come to.
import { isNumber } from "./amounts";
import { cellAt } from "./cells";
import { CELL_MEANING, CELL_NUMBER, WAS_ROUNDED } from "./layout";

// Where these lie in a record, counted from its first byte; 0 for none. An amount is the product of two cells where there are two.
let amountCell: usize = 0;
let timesCell: usize = 0;
let refundedCell: usize = 0;
/** The totals by whose ratio refunds are converted; where they are equal, or nothing was refunded, there is nothing to convert. */
let scaleFrom: usize = 0;
let scaleTo: usize = 0;
/** What a 1 is, where amounts are products. */
let one: f64 = 1;
let takesNegative: bool = true;

export function setMoneyCells(amount: usize, times: usize, refunded: usize): void {
  amountCell = amount;
  timesCell = times;
  refundedCell = refunded;
}

/** Says which cells hold the totals by whose ratio refunds are converted; −1 where they are not. */
export function setScale(from: i32, to: i32): void {
  scaleFrom = cellAt(from);
  scaleTo = cellAt(to);
}

export function setMoney(negative: bool, oneIs: f64): void {
  takesNegative = negative;
  one = oneIs;
}

/** The cell of a record that a currency may stand beside. */
export function cellBesideCurrency(): usize {
  return timesCell === 0 ? amountCell : timesCell;
}

/** The amount of a record, NaN where it is blank: infinite where others must look at it. Whole quantities only have exact products. */
export function amountIn(record: usize): f64 {
  let amount = load<f64>(record + amountCell, CELL_NUMBER);
  if (timesCell !== 0) {
    if (wasRounded(record + amountCell) || wasRounded(record + timesCell)) return Infinity; // only their product is
    const pieces = amount / one;
    if (floor<f64>(pieces) !== pieces || pieces * one !== amount) return Infinity;
    amount = pieces * load<f64>(record + timesCell, CELL_NUMBER) + 0;
  }
  if (amount < 0 && !takesNegative) return Infinity;
  return amount;
}

/** Whether a record's amount was finer than 1/10,000. */
export function isRounded(record: usize): bool {
  return wasRounded(record + amountCell);
}

function wasRounded(cell: usize): bool {
  return (load<i32>(cell, CELL_MEANING) & WAS_ROUNDED) !== 0;
}

/** What of a record's amount was refunded, 0 where nothing says so: infinite where others must convert it. */
export function refundedIn(record: usize): f64 {
  if (refundedCell === 0) return 0;
  const refunded = load<f64>(record + refundedCell, CELL_NUMBER);
  if (!isNumber(refunded) || refunded === 0) return 0;
  if (scaleFrom !== 0 && load<f64>(record + scaleFrom, CELL_NUMBER) !== load<f64>(record + scaleTo, CELL_NUMBER))
    return Infinity;
  return abs<f64>(refunded);
}

/** Whether some cell of a record's money is filled. */
export function hasMoney(record: usize): bool {
  return isFilled(record, amountCell) || isFilled(record, timesCell) || isFilled(record, refundedCell);
}

function isFilled(record: usize, cell: usize): bool {
  return cell !== 0 && isNumber(load<f64>(record + cell, CELL_NUMBER));
}
