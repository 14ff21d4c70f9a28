import { formatDay } from "../../core/calendar/days.ts";
import { NO_DAY, reasonCode } from "../../core/ledger/entries.ts";
import { formatAmount } from "../../core/money/amount.ts";
import { InputError } from "../../errors.ts";
import { float64Column, int32Column, uint8Column, uint16Column, uint32Column } from "../read/growing.ts";
import type { RowColumns } from "../read/row-table.ts";
import type { OrderGroups } from "./groups.ts";

export interface EntryOptions {
  /** Whether a row's amount is the total of its order, to be counted once. */
  readonly isOrderTotal: (row: number) => boolean;
  readonly refunds: "net" | "ignore";
  readonly orderId: (order: number) => string;
  readonly fileName: (file: number) => string;
}

/** One entry an order, a dated refund, or the rows of an order set aside for one reason; in columns. */
export interface EntryColumns {
  readonly length: number;
  readonly order: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly refund: Float64Array;
  readonly rows: Int32Array;
  readonly file: Uint16Array;
  readonly line: Uint32Array;
  readonly reason: Uint8Array;
  /** Codes of the kept columns: the first value that is not blank among the entry's rows; −1 where all are. */
  readonly kept: readonly Int32Array[];
}

const UNREADABLE_DATE = reasonCode("unreadable date");
const NO_AMOUNT = reasonCode("no amount");
const TWO_CUSTOMERS = reasonCode("two customers");
const REFUND_IGNORED = reasonCode("refund ignored");
const BLANK_LINE = reasonCode("blank line");

/**
 * Puts orders together from their rows.
 *
 * An order's day is its earliest row's, its customer the one that its rows name. Negative rows on a later day, and orders
 * whose sum is negative, become refunds on their own day. Rows set aside keep their reason; an order-level total counts
 * once, with the order's first row.
 *
 * @throws InputError when one order id belongs to different customers on different days, or an order's totals differ
 */
export function buildEntries(
  rows: RowColumns,
  groups: OrderGroups,
  options: EntryOptions,
): { readonly entries: EntryColumns; readonly undated: readonly number[] } {
  const builder = new EntryBuilder(rows, options);
  for (let group = 0; group < groups.length; group += 1) {
    const members = groups.rowsOf(group);
    if (members.length > 0) builder.addOrder(members);
  }
  return { entries: builder.view(), undated: builder.undated };
}

class EntryBuilder {
  private readonly rows: RowColumns;
  private readonly options: EntryOptions;
  /** Rows whose date is blank, in orders that have none. */
  readonly undated: number[] = [];
  private readonly blankLines = new Map<number, { rows: number; first: number }>();
  private readonly columns = {
    order: int32Column(),
    customer: int32Column(),
    day: int32Column(),
    net: float64Column(),
    refund: float64Column(),
    rows: int32Column(),
    file: uint16Column(),
    line: uint32Column(),
    reason: uint8Column(),
  };
  private readonly kept: readonly ReturnType<typeof int32Column>[];

  constructor(rows: RowColumns, options: EntryOptions) {
    this.rows = rows;
    this.options = options;
    this.kept = rows.kept.map(() => int32Column());
  }

  view(): EntryColumns {
    for (const [file, { rows, first }] of this.blankLines) {
      this.push({
        row: first,
        members: [first],
        file,
        customer: -1,
        day: NO_DAY,
        net: 0,
        refund: 0,
        rows,
        reason: BLANK_LINE,
      });
    }
    this.blankLines.clear();
    const { columns } = this;
    return {
      length: columns.order.length,
      order: columns.order.view(),
      customer: columns.customer.view(),
      day: columns.day.view(),
      net: columns.net.view(),
      refund: columns.refund.view(),
      rows: columns.rows.view(),
      file: columns.file.view(),
      line: columns.line.view(),
      reason: columns.reason.view(),
      kept: this.kept.map((column) => column.view()),
    };
  }

  addOrder(members: Int32Array): void {
    const { rows } = this;
    if (rows.reason[members[0] as number] === BLANK_LINE) {
      for (const row of members) this.countBlankLine(row);
      return;
    }
    const day = this.earliestDay(members);
    if (day === NO_DAY) {
      for (const row of members) if (rows.reason[row] === 0 && rows.day[row] === NO_DAY) this.undated.push(row);
      this.setAside(members, UNREADABLE_DATE, (row) => rows.day[row] === NO_DAY);
    }
    const totalAt = this.totalRow(members);
    if (totalAt < 0) this.setAside(members, NO_AMOUNT, (row) => Number.isNaN(rows.amount[row]));
    const customer = this.oneCustomer(members);
    for (const reason of reasonsAmong(rows, members)) {
      const those = members.filter((row) => rows.reason[row] === reason);
      if (reason === 0) this.addUsed(those, { day, customer, totalAt });
      else this.addSetAside(those, reason, totalAt);
    }
  }

  private countBlankLine(row: number): void {
    const file = this.rows.file[row] as number;
    const known = this.blankLines.get(file);
    if (known === undefined) this.blankLines.set(file, { rows: 1, first: row });
    else known.rows += 1;
  }

  private setAside(members: Int32Array, reason: number, test: (row: number) => boolean): void {
    for (const row of members) if (this.rows.reason[row] === 0 && test(row)) this.rows.reason[row] = reason;
  }

  private earliestDay(members: Int32Array): number {
    let earliest = NO_DAY;
    for (const row of members) {
      const day = this.rows.day[row] as number;
      if (day === NO_DAY || this.rows.reason[row] !== 0) continue;
      if (earliest === NO_DAY || day < earliest) earliest = day;
    }
    return earliest;
  }

  /** The row that carries the order's amount: for totals the first that counts and has one; −1 where none has. */
  private totalRow(members: Int32Array): number {
    const { rows } = this;
    const used = members.find((row) => rows.reason[row] === 0 && !Number.isNaN(rows.amount[row]));
    if (used !== undefined) return used;
    return members.find((row) => !Number.isNaN(rows.amount[row])) ?? -1;
  }

  /** The customer that the rows agree on, −1 where none is named; rows of orders with two are set aside. */
  private oneCustomer(members: Int32Array): number {
    const { rows } = this;
    const names = (row: number): boolean => rows.reason[row] === 0 && (rows.customer[row] as number) >= 0;
    const known = members.find(names);
    if (known === undefined) return -1;
    const customer = rows.customer[known] as number;
    if (!members.some((row) => names(row) && rows.customer[row] !== customer)) return customer;
    this.refuseReuse(members, known);
    this.setAside(members, TWO_CUSTOMERS, () => true);
    return -1;
  }

  private refuseReuse(members: Int32Array, known: number): void {
    const { rows, options } = this;
    const elsewhere = members.find(
      (row) =>
        rows.reason[row] === 0 &&
        (rows.customer[row] as number) >= 0 &&
        rows.customer[row] !== rows.customer[known] &&
        rows.day[row] !== rows.day[known] &&
        rows.day[row] !== NO_DAY,
    );
    if (elsewhere === undefined || rows.day[known] === NO_DAY) return;
    const place = (row: number): string =>
      `${formatDay(rows.day[row] as number)} (${options.fileName(rows.file[row] as number)} line ${rows.line[row]})`;
    throw new InputError(
      `order ${options.orderId(rows.order[known] as number)} belongs to different customers on different days, ${place(known)} and ${place(elsewhere)}: the numbering was used twice`,
      { hint: "read the exports of each numbering on its own, or name another column with --order" },
    );
  }

  private addUsed(used: Int32Array, order: { day: number; customer: number; totalAt: number }): void {
    const { rows, options } = this;
    const dated = (row: number): number => (rows.day[row] === NO_DAY ? order.day : (rows.day[row] as number));
    const isLaterRefund = (row: number): boolean => (rows.amount[row] as number) < 0 && dated(row) > order.day;
    const later = used.filter(isLaterRefund);
    const own = later.length === 0 ? used : used.filter((row) => !isLaterRefund(row));
    if (own.length > 0) this.addPurchase(own, order);
    for (const day of new Set(later.map(dated))) {
      const refunds = later.filter((row) => dated(row) === day);
      const net = refunds.reduce((sum, row) => sum + (rows.amount[row] as number), 0);
      const reason = options.refunds === "ignore" ? REFUND_IGNORED : 0;
      const [row, customer] = [refunds[0] as number, order.customer];
      this.push({ row, members: refunds, customer, day, net, refund: -net, rows: refunds.length, reason });
    }
  }

  private addPurchase(
    own: Int32Array,
    { day, customer, totalAt }: { day: number; customer: number; totalAt: number },
  ): void {
    const { rows, options } = this;
    const first = own[0] as number;
    const gross = options.isOrderTotal(first) ? this.agreedTotal(own, totalAt) : this.sum(own, rows.amount);
    const refunded = options.isOrderTotal(first)
      ? own.reduce((largest, row) => Math.max(largest, rows.refunded[row] as number), 0)
      : this.sum(own, rows.refunded);
    const counted = options.refunds === "ignore" ? 0 : refunded;
    const net = gross - counted;
    const isRefund = net < 0;
    const reason = isRefund && options.refunds === "ignore" ? REFUND_IGNORED : 0;
    const refund = isRefund && counted === 0 ? -net : counted;
    this.push({ row: first, members: own, customer, day, net, refund, rows: own.length, reason });
  }

  private agreedTotal(own: Int32Array, totalAt: number): number {
    const { rows, options } = this;
    const total = own.includes(totalAt) ? (rows.amount[totalAt] as number) : 0;
    for (const row of own) {
      const amount = rows.amount[row] as number;
      if (Number.isNaN(amount) || amount === total) continue;
      throw new InputError(
        `order ${options.orderId(rows.order[row] as number)} has two totals, ${formatAmount(total)} and ${formatAmount(amount)} (${options.fileName(rows.file[row] as number)} line ${rows.line[row]})`,
        { hint: "if the column holds line amounts, pass --amount-per line" },
      );
    }
    return total;
  }

  private addSetAside(those: Int32Array, reason: number, totalAt: number): void {
    const { rows, options } = this;
    const first = those[0] as number;
    const perOrder = options.isOrderTotal(first);
    const carried = perOrder ? this.carriedTotal(those, reason, totalAt) : this.sum(those, rows.amount);
    const takenOff = perOrder
      ? carried === 0
        ? 0
        : those.reduce((largest, row) => Math.max(largest, rows.refunded[row] as number), 0)
      : this.sum(those, rows.refunded);
    const counted = options.refunds === "ignore" ? 0 : takenOff;
    const net = carried - counted;
    const customer = those.reduce((known, row) => (known >= 0 ? known : (rows.customer[row] as number)), -1);
    const day = those.reduce((known, row) => (known === NO_DAY ? (rows.day[row] as number) : known), NO_DAY);
    this.push({
      row: first,
      members: those,
      customer,
      day,
      net,
      refund: net < 0 && counted === 0 ? -net : counted,
      rows: those.length,
      reason,
    });
  }

  /** What rows set aside carry of an order's total: all of it where they hold its first amount, or another version of it. */
  private carriedTotal(those: Int32Array, reason: number, totalAt: number): number {
    const { rows } = this;
    if (those.includes(totalAt)) return rows.amount[totalAt] as number;
    if (reason !== DUPLICATE) return 0;
    const version = those.find((row) => !Number.isNaN(rows.amount[row]));
    return version === undefined ? 0 : (rows.amount[version] as number);
  }

  private sum(those: Int32Array, values: Float64Array): number {
    let sum = 0;
    for (const row of those) sum += values[row] || 0;
    return sum;
  }

  private push(entry: {
    row: number;
    members: Iterable<number>;
    file?: number;
    customer: number;
    day: number;
    net: number;
    refund: number;
    rows: number;
    reason: number;
  }): void {
    const { columns, rows } = this;
    columns.order.push(rows.order[entry.row] as number);
    columns.customer.push(entry.customer);
    columns.day.push(entry.day);
    columns.net.push(entry.net);
    columns.refund.push(entry.refund);
    columns.rows.push(entry.rows);
    columns.file.push(entry.file ?? (rows.file[entry.row] as number));
    columns.line.push(rows.line[entry.row] as number);
    columns.reason.push(entry.reason);
    for (const [index, column] of this.kept.entries()) column.push(firstFilled(entry.members, rows.kept[index]));
  }
}

/** The first code among rows that stands for a value; −1 where all cells are blank. */
function firstFilled(members: Iterable<number>, codes: Int32Array | undefined): number {
  for (const row of members) if ((codes?.[row] ?? -1) >= 0) return codes?.[row] ?? -1;
  return -1;
}

const DUPLICATE = reasonCode("duplicate");

/** The distinct reasons of an order's rows; nearly always one. */
function reasonsAmong(rows: RowColumns, members: Int32Array): readonly number[] {
  const first = rows.reason[members[0] as number] as number;
  if (members.every((row) => rows.reason[row] === first)) return [first];
  return [...new Set(Array.from(members, (row) => rows.reason[row] as number))].sort((a, b) => a - b);
}
