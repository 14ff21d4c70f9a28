import { NO_DAY } from "../../../basics/calendar/days.ts";
import { formatAmount, LARGEST_AMOUNT } from "../../../basics/money/amount.ts";
import { lineOf, placeOf } from "../../../basics/text/place.ts";
import { InputError } from "../../../errors.ts";
import type { ReadonlyColumn, ReadonlyRows } from "../readonly-rows.ts";
import type { EntryOptions } from "./entry-options.ts";
import { refundedWith } from "./order-rule.ts";

/** The rows of an order that carry its total, one for each file that has a version of it. */
export type TotalRows = ReadonlyMap<number, number>;

/** What rows come to before refunds, and what they state as refunded. */
export interface OrderAmounts {
  readonly gross: number;
  readonly refunded: number;
}

/** Adds up the money of an order's rows, exactly or not at all. */
export class OrderMoney {
  private readonly rows: ReadonlyRows;
  private readonly options: EntryOptions;

  constructor(rows: ReadonlyRows, options: EntryOptions) {
    this.rows = rows;
    this.options = options;
  }

  /**
   * The rows that carry the order's total, one for each file's version: the first that is not negative and counts; else the first
   * that is not negative; else one that takes money back. Refunds of another table are none. Empty where no row has an amount.
   */
  totalRows(members: Int32Array): TotalRows {
    const { file, amount, reason } = this.rows;
    const rank = (row: number): number => (reason[row] === 0 ? 0 : 1) + ((amount[row] as number) < 0 ? 2 : 0);
    const totals = new Map<number, number>();
    for (const row of members) {
      if (Number.isNaN(amount[row]) || this.options.isJoinedRefund(row)) continue;
      const best = totals.get(file[row] as number);
      if (best === undefined || rank(row) < rank(best)) totals.set(file[row] as number, row);
    }
    return totals;
  }

  /**
   * The amounts of the rows of an order that count: its total once, and what rows that are no part of that add.
   *
   * @throws InputError when its totals differ, or a sum would not be exact
   */
  ofUsed(own: Int32Array): OrderAmounts {
    const { totals, others } = this.partsOf(own);
    const beside = this.ofLines(others);
    return totals.length === 0
      ? beside
      : {
          gross: this.agreedTotal(totals) + beside.gross,
          refunded: this.largestRefund(totals) + beside.refunded,
        };
  }

  /** Rows that carry their order's total, and those that carry amounts of their own. */
  private partsOf(those: Int32Array): { readonly totals: Int32Array; readonly others: Int32Array } {
    const { isOrderTotal } = this.options;
    return { totals: those.filter(isOrderTotal), others: those.filter((row) => !isOrderTotal(row)) };
  }

  /** The amounts of rows that are set aside: of a total those that its carriers among them have, and what was taken back. */
  ofSetAside(those: Int32Array, carriers: TotalRows): OrderAmounts {
    const { file, amount } = this.rows;
    const { totals, others } = this.partsOf(those);
    let { gross, refunded } = this.ofLines(others);
    for (const [own, row] of carriers) {
      const version = totals.filter((member) => file[member] === own);
      gross += this.sum(
        version.filter((member) => this.isTakenBack(member, row)),
        amount,
      );
      if (!totals.includes(row)) continue;
      gross += amount[row] as number;
      refunded += this.largestRefund(version);
    }
    return { gross, refunded };
  }

  /**
   * Whether a row takes money back, beside the carrier of its order's total: it is negative, and does not repeat that, as a row
   * of the same day or of an unreadable one may.
   */
  private isTakenBack(row: number, carrier: number): boolean {
    const { amount, day } = this.rows;
    const mayBeOneDay = day[row] === day[carrier] || day[row] === NO_DAY || day[carrier] === NO_DAY;
    return (amount[row] as number) < 0 && !(amount[row] === amount[carrier] && mayBeOneDay);
  }

  /** The amounts of rows of which each carries its own, whatever the others of its order do. */
  ofLines(those: Int32Array): OrderAmounts {
    const { amount, refunded } = this.rows;
    return { gross: this.sum(those, amount), refunded: this.sum(those, refunded) };
  }

  sum(those: Int32Array, values: ReadonlyColumn): number {
    let sum = 0;
    for (const row of those) {
      sum += values[row] || 0;
      if (Math.abs(sum) > LARGEST_AMOUNT) throw this.tooLarge(row);
    }
    return sum;
  }

  private largestRefund(those: Int32Array): number {
    const { refunded } = this.rows;
    return those.reduce((known, row) => refundedWith(known, refunded[row] as number, true), 0);
  }

  /** The total that the rows agree on, with the negative rows of the order's own day taken off. */
  private agreedTotal(own: Int32Array): number {
    const { amount } = this.rows;
    const positive = own.filter((row) => (amount[row] as number) >= 0);
    const negative = own.filter((row) => (amount[row] as number) < 0);
    return positive.length === 0 ? this.sameAmount(negative) : this.sameAmount(positive) + this.sum(negative, amount);
  }

  private sameAmount(filled: Int32Array): number {
    const { rows, options } = this;
    const [first] = filled;
    if (first === undefined) return 0;
    const total = rows.amount[first] as number;
    const other = filled.find((row) => rows.amount[row] !== total);
    if (other === undefined) return total;
    const amount = rows.amount[other] as number;
    throw new InputError(
      `order ${options.orderId(rows.order[other] as number)} has two totals, ${formatAmount(total)} and ${formatAmount(amount)} (${placeOf(options.fileName(rows.file[other] as number), rows.line[other] as number)})`,
      { hint: "if the column holds line amounts, pass --amount-per line" },
    );
  }

  private tooLarge(row: number): InputError {
    const { rows, options } = this;
    return new InputError(
      `${options.fileName(rows.file[row] as number)}: ${lineOf(options.fileName(rows.file[row] as number), rows.line[row] as number)} makes its order too large to add up exactly`,
      { hint: "check the amount column: it may hold something other than money" },
    );
  }
}
