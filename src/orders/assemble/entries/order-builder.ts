import { NO_DAY } from "../../../basics/calendar/days.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { BLANK_LINE, BlankLines } from "./blank-lines.ts";
import { type EntryTable, firstFilled } from "./entry-columns.ts";
import type { EntryOptions } from "./entry-options.ts";
import { customerOfOrder } from "./order-customer.ts";
import { OrderMargins } from "./order-margin.ts";
import { OrderMoney, type TotalRows } from "./order-money.ts";
import { earlierDay, isLaterRefund, reasonOfNet, refundOf, takenOff } from "./order-rule.ts";

const UNREADABLE_DATE = reasonCode("unreadable date");
const NO_AMOUNT = reasonCode("no amount");
const EXCLUDED_LINE = reasonCode("excluded line");
const TWO_CUSTOMERS = reasonCode("two customers");

/** What the rows of an order that count have in common. */
interface UsedOrder {
  readonly day: number;
  readonly customer: number;
}

/**
 * Puts one order after another together from its rows, whatever is wrong with them, by the rule of an order. Rows set aside
 * keep their reason; an order-level total counts once, with the order's first row.
 */
export class OrderBuilder {
  /** Rows whose date is blank, in orders that have none. */
  readonly undated: number[] = [];
  /** `null` where no option asks for margins. */
  readonly margins: OrderMargins | null;
  private readonly rows: RowColumns;
  private readonly table: EntryTable;
  private readonly options: EntryOptions;
  private readonly money: OrderMoney;
  private readonly blankLines: BlankLines;

  constructor(rows: RowColumns, table: EntryTable, options: EntryOptions) {
    this.rows = rows;
    this.table = table;
    this.options = options;
    this.margins = options.margin === null ? null : new OrderMargins(rows, options.margin, options.isCounted);
    this.money = new OrderMoney(rows, options);
    this.blankLines = new BlankLines(rows);
  }

  /** Appends what is counted per file: its blank lines. */
  finish(): void {
    this.blankLines.appendTo(this.table);
  }

  /**
   * Appends the entries of an order: what counts, and one for each reason of the rest.
   *
   * @throws InputError when its id belongs to different customers on different days, or its totals differ
   */
  addOrder(members: Int32Array): void {
    const { rows, money } = this;
    if (rows.reason[members[0] as number] === BLANK_LINE) {
      for (const row of members) this.blankLines.add(row);
      return;
    }
    if (this.options.isCustomer(members[0] as number)) {
      this.addSetAside(members, rows.reason[members[0] as number] as number, money.totalRows(members));
      return;
    }
    this.setAsideUndated(members);
    const totals = money.totalRows(members);
    if (totals.size === 0) this.setAside(members, NO_AMOUNT);
    const day = this.earliestDay(members);
    const customer = customerOfOrder(rows, members, this.options);
    if (customer === null) this.setAside(members, TWO_CUSTOMERS);
    for (const reason of reasonsAmong(rows, members)) {
      const those = members.filter((row) => rows.reason[row] === reason);
      if (reason === 0) this.addUsed(those, { day, customer: customer ?? -1 });
      else this.addSetAside(those, reason, totals);
    }
  }

  /** Gives a reason to rows that count so far, or are set aside for one that comes later. */
  private setAside(members: Int32Array, reason: number): void {
    for (const row of members) {
      const own = this.rows.reason[row] as number;
      if (own === 0 || own > reason) this.rows.reason[row] = reason;
    }
  }

  /** Rows without a date take their order's; where no row has one, they cannot be read. */
  private setAsideUndated(members: Int32Array): void {
    const { rows, options } = this;
    if (members.some((row) => rows.day[row] !== NO_DAY && !options.isJoinedRefund(row))) return;
    const undated = members.filter((row) => !options.isWholeOrder(row));
    for (const row of undated) {
      if (options.isJoinedRefund(row)) continue;
      const own = rows.reason[row] as number;
      if (own === 0 || own > UNREADABLE_DATE) this.undated.push(row);
    }
    this.setAside(undated, UNREADABLE_DATE);
  }

  private earliestDay(members: Int32Array): number {
    const { day, reason } = this.rows;
    let earliest = NO_DAY;
    for (const row of members) if (reason[row] === 0) earliest = earlierDay(earliest, day[row] as number);
    return earliest;
  }

  /** Appends the order, and its refunds of later days. */
  private addUsed(used: Int32Array, order: UsedOrder): void {
    const { rows } = this;
    const isLater = (row: number): boolean =>
      isLaterRefund(rows.amount[row] as number, rows.day[row] as number, order.day);
    const later = used.filter(isLater);
    const own = later.length === 0 ? used : used.filter((row) => !isLater(row));
    if (own.length > 0) this.addPurchase(own, order);
    for (const day of new Set(Array.from(later, (row) => rows.day[row] as number))) {
      const members = later.filter((row) => rows.day[row] === day);
      const net = members.reduce((sum, row) => sum + (rows.amount[row] as number), 0);
      const margin = this.margins?.ofRefund(members, net) ?? 0;
      const reason = reasonOfNet(net, this.options.refunds);
      this.push({ members, customer: order.customer, day, net, refund: refundOf(net, 0), margin, reason });
    }
  }

  private addPurchase(members: Int32Array, { day, customer }: UsedOrder): void {
    const { refunds } = this.options;
    const { gross, refunded } = this.money.ofUsed(members);
    const taken = takenOff(refunded, refunds);
    const net = gross - taken;
    const reason = reasonOfNet(net, refunds);
    const margin = reason === 0 ? this.marginOf(members, { day, gross, refunded: taken }) : 0;
    this.push({ members, customer, day, net, refund: refundOf(net, taken), margin, reason });
  }

  /** The margin of an order, which refunds of another table lower by what they give back. */
  private marginOf(
    members: Int32Array,
    { day, gross, refunded }: { readonly day: number; readonly gross: number; readonly refunded: number },
  ): number {
    if (this.margins === null) return 0;
    const { isJoinedRefund } = this.options;
    const back = -this.money.sum(members.filter(isJoinedRefund), this.rows.amount);
    const own = members.filter((row) => !isJoinedRefund(row));
    return this.margins.ofOrder({ own, day, gross: gross + back, refunded: refunded + back });
  }

  private addSetAside(members: Int32Array, reason: number, totals: TotalRows): void {
    const { rows } = this;
    const { gross, refunded } =
      reason === EXCLUDED_LINE ? this.money.ofLines(members) : this.money.ofSetAside(members, totals);
    const taken = takenOff(refunded, this.options.refunds);
    const net = gross - taken;
    const customer = members.reduce((known, row) => (known >= 0 ? known : (rows.customer[row] as number)), -1);
    const day = members.reduce((known, row) => (known === NO_DAY ? (rows.day[row] as number) : known), NO_DAY);
    this.push({ members, customer, day, net, refund: refundOf(net, taken), margin: 0, reason });
  }

  /** Appends an entry for some rows; its place is that of the first. */
  private push(entry: {
    readonly members: Int32Array;
    readonly customer: number;
    readonly day: number;
    readonly net: number;
    readonly refund: number;
    readonly margin: number;
    readonly reason: number;
  }): void {
    const { order, file, line, kept } = this.rows;
    const { members, customer, day, net, refund, margin, reason } = entry;
    const row = members[0] as number;
    const place = { order: order[row] as number, file: file[row] as number, line: line[row] as number };
    const of = kept.map((codes) => firstFilled(members, codes));
    this.table.append({ ...place, customer, day, net, refund, margin, reason, rows: members.length, kept: of });
  }
}

/** The distinct reasons of an order's rows, ascending; nearly always one. */
function reasonsAmong(rows: RowColumns, members: Int32Array): readonly number[] {
  const first = rows.reason[members[0] as number] as number;
  if (members.every((row) => rows.reason[row] === first)) return [first];
  return [...new Set(Array.from(members, (row) => rows.reason[row] as number))].sort((a, b) => a - b);
}
