import { NO_DAY } from "../../../basics/calendar/days.ts";
import { LARGEST_AMOUNT } from "../../../basics/money/amount.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { ReadonlyColumn, ReadonlyRows } from "../readonly-rows.ts";
import { BLANK_LINE } from "./blank-lines.ts";
import type { EntryTable } from "./entry-columns.ts";
import { earlierDay } from "./order-rule.ts";

const BITS = 3;
/** Where an order's numbers lie, in whole numbers of 32 bits; the amount takes two of them. */
const AT = { rows: 0, day: 1, customer: 2, firstRow: 3, state: 4, amount: 3 } as const;
/** An order's state is the reason of all its rows and, above these bits, the file of the first; or this. */
const REASON_BITS = 8;
const NOT_SIMPLE = -1;

/** So many rows are added at a time, once their orders' numbers were looked at. */
const TOGETHER = 64;

const DUPLICATE = reasonCode("duplicate");
/** Each carries its own amount, even where the others of its order repeat a total. */
const EXCLUDED_LINE = reasonCode("excluded line");

/**
 * What the rows of simple orders come to, row by row as they stand in the files: orders whose rows all count, or are all set
 * aside for one reason, and agree on what they must agree on. Nearly all orders are simple, and none of their rows is looked
 * at a second time. Of the others, it only tells which they are.
 *
 * An order's numbers lie side by side in 32 bytes, and are looked at some rows ahead, because with millions of orders in
 * any order it is the waiting for memory that costs: five million shuffled rows took less than half the time of going
 * through the rows of one order after another.
 */
export class OrderSums {
  private readonly numbers: Int32Array;
  private readonly amounts: Float64Array;
  private readonly isOrderTotal: (row: number) => boolean;
  readonly orders: number;
  /** How many rows belong to no order. */
  rowsAlone = 0;
  /** Of no meaning: what was only read would not be read at all. */
  private seen = 0;

  constructor(orders: number, isOrderTotal: (row: number) => boolean) {
    this.orders = orders;
    const memory = new ArrayBuffer((orders << BITS) * Int32Array.BYTES_PER_ELEMENT);
    this.numbers = new Int32Array(memory);
    this.amounts = new Float64Array(memory);
    this.isOrderTotal = isOrderTotal;
  }

  /** Adds all rows that belong to an order. */
  addRows(rows: ReadonlyRows, orderOf: ReadonlyColumn): void {
    for (let start = 0; start < rows.length; start += TOGETHER) {
      const end = Math.min(rows.length, start + TOGETHER);
      this.lookAt(orderOf, start, end);
      this.addSome(rows, orderOf, start, end);
    }
  }

  private lookAt(orderOf: ReadonlyColumn, start: number, end: number): void {
    const { numbers } = this;
    let seen = 0;
    for (let row = start; row < end; row += 1) {
      const order = orderOf[row] as number;
      if (order >= 0) seen |= numbers[order << BITS] as number;
    }
    this.seen |= seen;
  }

  private addSome(rows: ReadonlyRows, orderOf: ReadonlyColumn, start: number, end: number): void {
    const { numbers } = this;
    for (let row = start; row < end; row += 1) {
      const order = orderOf[row] as number;
      if (order < 0) {
        this.rowsAlone += 1;
        continue;
      }
      const at = order << BITS;
      const before = numbers[at + AT.rows] as number;
      numbers[at + AT.rows] = before + 1;
      if (before > 0 && numbers[at + AT.state] === NOT_SIMPLE) continue;
      const isSimple = canBeSimple(rows, row) && (before === 0 ? this.begin(rows, row, at) : this.goOn(rows, row, at));
      if (!isSimple) numbers[at + AT.state] = NOT_SIMPLE;
    }
  }

  private begin(rows: ReadonlyRows, row: number, at: number): boolean {
    const { numbers } = this;
    numbers[at + AT.day] = rows.day[row] as number;
    numbers[at + AT.customer] = rows.customer[row] as number;
    numbers[at + AT.firstRow] = row;
    numbers[at + AT.state] = stateOf(rows, row);
    this.amounts[(at >> 1) + AT.amount] = rows.amount[row] as number;
    return true;
  }

  /** Takes another row of an order; false where it does not agree with those before. */
  private goOn(rows: ReadonlyRows, row: number, at: number): boolean {
    const { numbers } = this;
    const state = numbers[at + AT.state] as number;
    const day = rows.day[row] as number;
    const knownDay = numbers[at + AT.day] as number;
    if (rows.reason[row] !== 0) {
      if (state !== stateOf(rows, row) || day !== knownDay) return false;
    } else {
      if (reasonIn(state) !== 0) return false;
      numbers[at + AT.day] = earlierDay(knownDay, day);
    }
    return this.agreesOnCustomer(rows.customer[row] as number, at) && this.addAmount(rows, row, at);
  }

  private agreesOnCustomer(customer: number, at: number): boolean {
    const known = this.numbers[at + AT.customer] as number;
    if (known < 0) this.numbers[at + AT.customer] = customer;
    return known < 0 || customer < 0 || customer === known;
  }

  private addAmount(rows: ReadonlyRows, row: number, at: number): boolean {
    const own = rows.amount[row] as number;
    if (Number.isNaN(own)) return true;
    const place = (at >> 1) + AT.amount;
    const known = this.amounts[place] as number;
    if (!Number.isNaN(known) && this.isOrderTotal(row)) return own === known;
    const sum = Number.isNaN(known) ? own : known + own;
    this.amounts[place] = sum;
    return sum <= LARGEST_AMOUNT;
  }

  /** Whether all orders are simple. */
  get areSimple(): boolean {
    for (let order = 0; order < this.orders; order += 1) if (!this.isSimple(order)) return false;
    return true;
  }

  isSimple(order: number): boolean {
    const at = order << BITS;
    const { numbers } = this;
    if (numbers[at + AT.rows] === 0 || numbers[at + AT.state] === NOT_SIMPLE) return false;
    return numbers[at + AT.day] !== NO_DAY && !Number.isNaN(this.amounts[(at >> 1) + AT.amount]);
  }

  /** Appends the entry of a simple order. */
  appendTo(table: EntryTable, order: number, lineOf: (row: number) => number): void {
    const { numbers } = this;
    const at = order << BITS;
    const state = numbers[at + AT.state] as number;
    const entry = table.appendPlace(order, state >> REASON_BITS, lineOf(numbers[at + AT.firstRow] as number));
    const amount = this.amounts[(at >> 1) + AT.amount] as number;
    table.setOrder(entry, numbers[at + AT.customer] as number, numbers[at + AT.day] as number, amount);
    table.setRest(entry, 0, 0, numbers[at + AT.rows] as number, reasonIn(state));
  }
}

/** Whether an order with this row can be simple: an order with anything unusual needs a look at all its rows. */
function canBeSimple({ kept, day, amount, refunded, reason }: ReadonlyRows, row: number): boolean {
  const own = reason[row] as number;
  if (own === BLANK_LINE || own === DUPLICATE || own === EXCLUDED_LINE) return false;
  if (own !== 0 && day[row] === NO_DAY) return false;
  return !((amount[row] as number) < 0) && refunded[row] === 0 && kept.length === 0;
}

function stateOf({ reason, file }: ReadonlyRows, row: number): number {
  return ((file[row] as number) << REASON_BITS) | (reason[row] as number);
}

function reasonIn(state: number): number {
  return state & (2 ** REASON_BITS - 1);
}
