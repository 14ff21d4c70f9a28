import { NO_DAY } from "../../../basics/calendar/days.ts";
import { LARGEST_AMOUNT } from "../../../basics/money/amount.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";
import { BLANK_LINE } from "./blank-lines.ts";
import { type EntryTable, firstFilled } from "./entry-columns.ts";
import type { EntryOptions } from "./entry-options.ts";
import { earlierDay, type Refunds, reasonOfNet, refundedWith, refundOf, takenOff } from "./order-rule.ts";

/** Appends orders that need no second look at their rows; what it makes of them is what {@link OrderBuilder} would. */
export class SimpleOrders {
  private readonly rows: ReadonlyRows;
  private readonly table: EntryTable;
  private readonly refunds: Refunds;
  private readonly isOrderTotal: (row: number) => boolean;

  constructor(rows: ReadonlyRows, table: EntryTable, { refunds, isOrderTotal }: EntryOptions) {
    this.rows = rows;
    this.table = table;
    this.refunds = refunds;
    this.isOrderTotal = isOrderTotal;
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

  /** Appends an order of several rows that all count: dated, of one customer, nothing negative, its total the same on all. */
  addRows(members: Int32Array): boolean {
    const { rows, table } = this;
    const isTotal = this.isOrderTotal(members[0] as number);
    let [day, customer, amount, refunded] = [NO_DAY, -1, Number.NaN, 0];
    for (let index = 0; index < members.length; index += 1) {
      const row = members[index] as number;
      const own = rows.amount[row] as number;
      if (rows.reason[row] !== 0 || own < 0 || this.isOrderTotal(row) !== isTotal) return false;
      day = earlierDay(day, rows.day[row] as number);
      const buyer = rows.customer[row] as number;
      if (buyer >= 0 && customer >= 0 && buyer !== customer) return false;
      if (buyer >= 0) customer = buyer;
      if (!Number.isNaN(own)) {
        if (Number.isNaN(amount)) amount = own;
        else if (!isTotal) amount += own;
        else if (own !== amount) return false;
      }
      refunded = refundedWith(refunded, rows.refunded[row] as number, isTotal);
      // Row by row, for a sum may come back from where it is no longer exact.
      if (amount > LARGEST_AMOUNT || refunded > LARGEST_AMOUNT) return false;
    }
    const taken = takenOff(refunded, this.refunds);
    const net = amount - taken;
    if (day === NO_DAY || Number.isNaN(amount) || net < 0) return false;
    const at = this.appendAt(members[0] as number, customer, day, net);
    table.setRest(at, taken, 0, members.length, 0);
    for (let index = 0; index < rows.kept.length; index += 1) {
      table.setKept(at, index, firstFilled(members, rows.kept[index] ?? new Int32Array(0)));
    }
    return true;
  }

  /** Begins an entry at the place of its first row. */
  private appendAt(first: number, customer: number, day: number, net: number): number {
    const { order, file, line } = this.rows;
    const at = this.table.appendPlace(order[first] as number, file[first] as number, line[first] as number);
    this.table.setOrder(at, customer, day, net);
    return at;
  }
}
