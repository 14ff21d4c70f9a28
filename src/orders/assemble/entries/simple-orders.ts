import { NO_DAY } from "../../../basics/calendar/days.ts";
import { LARGEST_AMOUNT } from "../../../basics/money/amount.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";
import { BLANK_LINE } from "./blank-lines.ts";
import { type EntryTable, firstFilled } from "./entry-columns.ts";
import type { EntryOptions } from "./entry-options.ts";
import {
  earlierDay,
  isLaterRefund,
  type Refunds,
  reasonOfNet,
  refundedWith,
  refundOf,
  takenOff,
} from "./order-rule.ts";

const NO_MEMBERS = new Int32Array(0);

/** Appends orders that need no second look at their rows; what it makes of them is what {@link OrderBuilder} would. */
export class SimpleOrders {
  private readonly rows: ReadonlyRows;
  private readonly table: EntryTable;
  private readonly refunds: Refunds;
  private readonly isOrderTotal: EntryOptions["isOrderTotal"];
  private readonly isJoinedRefund: EntryOptions["isJoinedRefund"];

  constructor(rows: ReadonlyRows, table: EntryTable, { refunds, isOrderTotal, isJoinedRefund }: EntryOptions) {
    this.rows = rows;
    this.table = table;
    this.refunds = refunds;
    this.isOrderTotal = isOrderTotal;
    this.isJoinedRefund = isJoinedRefund;
  }

  /** Appends an order of one row, counting or set aside; false where it lacks a day or an amount. */
  addRow(row: number): boolean {
    const { rows, table, refunds } = this;
    const day = rows.day[row] as number;
    const amount = rows.amount[row] as number;
    const reason = rows.reason[row] as number;
    if (day === NO_DAY || Number.isNaN(amount) || reason === BLANK_LINE) return false;
    const taken = takenOff(rows.refunded[row] as number, refunds);
    const net = amount - taken;
    const at = this.appendAt(row, rows.customer[row] as number, day, net);
    table.setRest(at, refundOf(net, taken), 0, 1, reason === 0 ? reasonOfNet(net, refunds) : reason);
    for (let index = 0; index < rows.kept.length; index += 1) {
      table.setKept(at, index, rows.kept[index]?.[row] as number);
    }
    return true;
  }

  /**
   * Appends an order of several rows that all count: dated, of one customer, its total the same on all that are not negative, and its
   * refunds of later days.
   */
  addRows(members: Int32Array): boolean {
    const { rows } = this;
    const isTotal = this.isOrderTotal(members[0] as number);
    let [day, customer, hasNegative] = [NO_DAY, -1, false];
    for (let index = 0; index < members.length; index += 1) {
      const row = members[index] as number;
      if (rows.reason[row] !== 0 || this.isOrderTotal(row) !== isTotal || this.isJoinedRefund(row)) return false;
      day = earlierDay(day, rows.day[row] as number);
      const buyer = rows.customer[row] as number;
      if (buyer >= 0 && customer >= 0 && buyer !== customer) return false;
      if (buyer >= 0) customer = buyer;
      if ((rows.amount[row] as number) < 0) hasNegative = true;
    }
    if (day === NO_DAY) return false;
    if (!hasNegative) return this.addPurchase(members, { day, customer, isTotal });
    const isLater = (row: number): boolean => isLaterRefund(rows.amount[row] as number, rows.day[row] as number, day);
    const own = members.filter((row) => !isLater(row));
    if (own.length === 0 || !this.addPurchase(own, { day, customer, isTotal })) return false;
    if (own.length < members.length) this.addRefunds(members.filter(isLater), customer);
    return true;
  }

  /** Appends what the rows come to that are no later refunds; false where they do not agree on the total. */
  private addPurchase(
    own: Int32Array,
    { day, customer, isTotal }: { readonly day: number; readonly customer: number; readonly isTotal: boolean },
  ): boolean {
    const { rows } = this;
    let [amount, back, refunded] = [Number.NaN, 0, 0];
    for (let index = 0; index < own.length; index += 1) {
      const row = own[index] as number;
      const added = rows.amount[row] as number;
      if (added < 0) back -= added;
      else if (!Number.isNaN(added)) {
        if (Number.isNaN(amount)) amount = added;
        else if (!isTotal) amount += added;
        else if (added !== amount) return false;
      }
      refunded = refundedWith(refunded, rows.refunded[row] as number, isTotal);
      // Row by row, for a sum may come back from where it is no longer exact.
      if (amount > LARGEST_AMOUNT || back > LARGEST_AMOUNT || refunded > LARGEST_AMOUNT) return false;
    }
    const taken = takenOff(refunded, this.refunds);
    if (Number.isNaN(amount) && back > 0 && !isTotal) amount = 0;
    if (Number.isNaN(amount)) return false;
    const net = amount - back - taken;
    const at = this.appendAt(own[0] as number, customer, day, net);
    this.setRest(at, own, refundOf(net, taken), reasonOfNet(net, this.refunds));
    return true;
  }

  /** Appends the refunds of each day. */
  private addRefunds(later: Int32Array, customer: number): void {
    const { rows, refunds } = this;
    for (let rest = later; rest.length > 0; ) {
      const day = rows.day[rest[0] as number] as number;
      const members = rest.length === 1 ? rest : rest.filter((row) => rows.day[row] === day);
      let net = 0;
      for (let index = 0; index < members.length; index += 1) net += rows.amount[members[index] as number] as number;
      const at = this.appendAt(members[0] as number, customer, day, net);
      this.setRest(at, members, refundOf(net, 0), reasonOfNet(net, refunds));
      rest = members.length === rest.length ? NO_MEMBERS : rest.filter((row) => rows.day[row] !== day);
    }
  }

  private setRest(at: number, members: Int32Array, refund: number, reason: number): void {
    const { rows, table } = this;
    table.setRest(at, refund, 0, members.length, reason);
    for (let index = 0; index < rows.kept.length; index += 1) {
      table.setKept(at, index, firstFilled(members, rows.kept[index] ?? NO_MEMBERS));
    }
  }

  /** Begins an entry at the place of its first row. */
  private appendAt(first: number, customer: number, day: number, net: number): number {
    const { order, file, line } = this.rows;
    const at = this.table.appendPlace(order[first] as number, file[first] as number, line[first] as number);
    this.table.setOrder(at, customer, day, net);
    return at;
  }
}
