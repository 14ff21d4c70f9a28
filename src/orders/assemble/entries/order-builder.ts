import { formatDay, NO_DAY } from "../../../basics/calendar/days.ts";
import { formatAmount, LARGEST_AMOUNT } from "../../../basics/money/amount.ts";
import { InputError } from "../../../errors.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { type EntryTable, firstFilled } from "./entry-columns.ts";
import { type MarginRule, OrderMargins } from "./order-margin.ts";

export interface EntryOptions {
  /** Whether a row's amount is the total of its order, to be counted once. */
  readonly isOrderTotal: (row: number) => boolean;
  /** Whether a row is a whole order already, as in this program's own `rfm orders` files. */
  readonly isWholeOrder: (row: number) => boolean;
  readonly refunds: "net" | "ignore";
  /** How margins are made; `null` where no option asks for them. */
  readonly margin: MarginRule | null;
  readonly orderId: (order: number) => string;
  readonly fileName: (file: number) => string;
}

const UNREADABLE_DATE = reasonCode("unreadable date");
const NO_AMOUNT = reasonCode("no amount");
const TWO_CUSTOMERS = reasonCode("two customers");
const REFUND_IGNORED = reasonCode("refund ignored");
const BLANK_LINE = reasonCode("blank line");

/** What the rows of an order that count have in common. */
interface UsedOrder {
  readonly day: number;
  readonly customer: number;
}

/**
 * Puts the rows of one order after another together, whatever is the matter with them: an order's day is its earliest
 * row's, its customer the one that its rows name. Negative rows on a later day, and orders whose sum is negative, become
 * refunds on their own day. Rows set aside keep their reason; an order-level total counts once, with the order's first row.
 */
export class OrderBuilder {
  private readonly rows: RowColumns;
  private readonly options: EntryOptions;
  /** Rows whose date is blank, in orders that have none. */
  readonly undated: number[] = [];
  private readonly blankLines = new Map<number, { rows: number; first: number }>();
  private readonly table: EntryTable;
  /** `null` where no option asks for margins. */
  readonly margins: OrderMargins | null;

  constructor(rows: RowColumns, table: EntryTable, options: EntryOptions) {
    this.rows = rows;
    this.options = options;
    this.table = table;
    this.margins = options.margin === null ? null : new OrderMargins(rows, options.margin);
  }

  /** Appends what is counted per file: its blank lines. */
  finish(): void {
    for (const [file, { rows, first }] of this.blankLines) {
      this.push({
        members: Int32Array.of(first),
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
  }

  /**
   * Appends the entries of an order.
   *
   * @throws InputError when its id belongs to different customers on different days, or its totals differ
   */
  addOrder(members: Int32Array): void {
    const { rows } = this;
    if (rows.reason[members[0] as number] === BLANK_LINE) {
      for (const row of members) this.countBlankLine(row);
      return;
    }
    this.setAsideUndated(members);
    const totals = this.totalRows(members);
    if (totals.size === 0) this.setAside(members, NO_AMOUNT, () => true);
    const order = { day: this.earliestDay(members), customer: this.oneCustomer(members), totals };
    for (const reason of reasonsAmong(rows, members)) {
      const those = members.filter((row) => rows.reason[row] === reason);
      if (reason === 0) this.addUsed(those, order);
      else this.addSetAside(those, reason, totals);
    }
  }

  private countBlankLine(row: number): void {
    const file = this.rows.file[row] as number;
    const known = this.blankLines.get(file);
    if (known === undefined) this.blankLines.set(file, { rows: 1, first: row });
    else known.rows += 1;
  }

  /** Gives a reason to rows that count so far or are set aside for a reason that comes later. */
  private setAside(members: Int32Array, reason: number, test: (row: number) => boolean): void {
    for (const row of members) {
      const own = this.rows.reason[row] as number;
      if ((own === 0 || own > reason) && test(row)) this.rows.reason[row] = reason;
    }
  }

  /** Rows without a date take their order's; where no row has one, they cannot be read. */
  private setAsideUndated(members: Int32Array): void {
    const { rows } = this;
    if (members.some((row) => rows.day[row] !== NO_DAY)) return;
    const isUndated = (row: number): boolean =>
      rows.reason[row] === 0 || (rows.reason[row] as number) > UNREADABLE_DATE;
    for (const row of members) if (isUndated(row) && !this.options.isWholeOrder(row)) this.undated.push(row);
    this.setAside(members, UNREADABLE_DATE, (row) => !this.options.isWholeOrder(row));
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

  /**
   * The rows that carry the order's total: the first of each file's version that counts and is not negative; else its first
   * that is filled. Empty where no row has an amount.
   */
  private totalRows(members: Int32Array): ReadonlyMap<number, number> {
    const { rows } = this;
    const rank = (row: number): number => (rows.reason[row] === 0 ? 0 : 2) + ((rows.amount[row] as number) < 0 ? 1 : 0);
    const totals = new Map<number, number>();
    for (const row of members) {
      if (Number.isNaN(rows.amount[row])) continue;
      const file = rows.file[row] as number;
      const best = totals.get(file);
      if (best === undefined || rank(row) < rank(best)) totals.set(file, row);
    }
    return totals;
  }

  /** The customer that the rows agree on, −1 where none is named; rows of orders with two are set aside. */
  private oneCustomer(members: Int32Array): number {
    const { rows } = this;
    const isOrder = (row: number): boolean => rows.reason[row] === 0 || rows.reason[row] === DUPLICATE;
    const named = members.filter((row) => isOrder(row) && (rows.customer[row] as number) >= 0);
    const [known] = named;
    if (known === undefined) return -1;
    if (named.some((row) => rows.customer[row] !== rows.customer[known])) this.refuseReuse(named, known);
    const used = named.filter((row) => rows.reason[row] === 0);
    const [first] = used;
    if (first === undefined) return rows.customer[known] as number;
    if (used.every((row) => rows.customer[row] === rows.customer[first])) return rows.customer[first] as number;
    this.setAside(members, TWO_CUSTOMERS, (row) => rows.reason[row] === 0);
    return -1;
  }

  private refuseReuse(named: Int32Array, known: number): void {
    const { rows, options } = this;
    const elsewhere = named.find(
      (row) =>
        rows.customer[row] !== rows.customer[known] && rows.day[row] !== rows.day[known] && rows.day[row] !== NO_DAY,
    );
    if (elsewhere === undefined || rows.day[known] === NO_DAY) return;
    const place = (row: number): string =>
      `${formatDay(rows.day[row] as number)} (${options.fileName(rows.file[row] as number)} line ${rows.line[row]})`;
    throw new InputError(
      `order ${options.orderId(rows.order[known] as number)} belongs to different customers on different days, ${place(known)} and ${place(elsewhere)}: the numbering was used twice`,
      { hint: "read the exports of each numbering on its own, or name another column with --order" },
    );
  }

  private addUsed(used: Int32Array, order: UsedOrder): void {
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
      const { customer } = order;
      const margin = this.margins?.ofRefund(refunds, net) ?? 0;
      this.push({ members: refunds, customer, day, net, refund: -net, margin, reason });
    }
  }

  private addPurchase(own: Int32Array, { day, customer }: UsedOrder): void {
    const { rows, options } = this;
    const first = own[0] as number;
    const gross = options.isOrderTotal(first) ? this.agreedTotal(own) : this.sum(own, rows.amount);
    const refunded = options.isOrderTotal(first)
      ? own.reduce((largest, row) => Math.max(largest, rows.refunded[row] as number), 0)
      : this.sum(own, rows.refunded);
    const counted = options.refunds === "ignore" ? 0 : refunded;
    const net = gross - counted;
    const isRefund = net < 0;
    const reason = isRefund && options.refunds === "ignore" ? REFUND_IGNORED : 0;
    const refund = isRefund && counted === 0 ? -net : counted;
    const margin = reason === 0 ? (this.margins?.ofOrder({ own, gross, refunded: counted }) ?? 0) : 0;
    this.push({ members: own, customer, day, net, refund, margin, reason });
  }

  /** The total that the rows agree on, with the negative rows of the order's own day taken off. */
  private agreedTotal(own: Int32Array): number {
    const { rows } = this;
    const filled = own.filter((row) => !Number.isNaN(rows.amount[row]));
    const positive = filled.filter((row) => (rows.amount[row] as number) >= 0);
    if (positive.length === 0) return this.sameAmount(filled);
    const negative = filled.filter((row) => (rows.amount[row] as number) < 0);
    return this.sameAmount(positive) + this.sum(negative, rows.amount);
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
      `order ${options.orderId(rows.order[other] as number)} has two totals, ${formatAmount(total)} and ${formatAmount(amount)} (${options.fileName(rows.file[other] as number)} line ${rows.line[other]})`,
      { hint: "if the column holds line amounts, pass --amount-per line" },
    );
  }

  private addSetAside(those: Int32Array, reason: number, totals: ReadonlyMap<number, number>): void {
    const { rows, options } = this;
    const first = those[0] as number;
    const perOrder = options.isOrderTotal(first);
    const carriers = perOrder ? [...totals].filter(([, row]) => those.includes(row)) : [];
    const gross = perOrder
      ? carriers.reduce((sum, [, row]) => sum + (rows.amount[row] as number), 0)
      : this.sum(those, rows.amount);
    const takenOff = perOrder
      ? carriers.reduce((sum, [file]) => sum + this.largestRefund(those, file), 0)
      : this.sum(those, rows.refunded);
    const counted = options.refunds === "ignore" ? 0 : takenOff;
    const net = gross - counted;
    const customer = those.reduce((known, row) => (known >= 0 ? known : (rows.customer[row] as number)), -1);
    const day = those.reduce((known, row) => (known === NO_DAY ? (rows.day[row] as number) : known), NO_DAY);
    const refund = net < 0 && counted === 0 ? -net : counted;
    this.push({ members: those, customer, day, net, refund, reason });
  }

  private largestRefund(those: Int32Array, file: number): number {
    const { rows } = this;
    return those.reduce(
      (largest, row) => (rows.file[row] === file ? Math.max(largest, rows.refunded[row] as number) : largest),
      0,
    );
  }

  private sum(those: Int32Array, values: Float64Array): number {
    let sum = 0;
    for (const row of those) {
      sum += values[row] || 0;
      if (Math.abs(sum) > LARGEST_AMOUNT) throw this.tooLarge(row);
    }
    return sum;
  }

  private tooLarge(row: number): InputError {
    const { rows, options } = this;
    return new InputError(
      `${options.fileName(rows.file[row] as number)}: line ${rows.line[row]} makes its order too large to add up exactly`,
      { hint: "check the amount column: it may hold something other than money" },
    );
  }

  /** Appends an entry for some rows; its place is that of the first. */
  private push(entry: {
    members: Int32Array;
    file?: number;
    customer: number;
    day: number;
    net: number;
    refund: number;
    margin?: number;
    rows?: number;
    reason: number;
  }): void {
    const { members, file, margin = 0, rows = members.length, ...rest } = entry;
    const row = members[0] as number;
    this.table.append({
      ...rest,
      margin,
      rows,
      order: this.rows.order[row] as number,
      file: file ?? (this.rows.file[row] as number),
      line: this.rows.line[row] as number,
      kept: this.rows.kept.map((codes) => firstFilled(members, codes)),
    });
  }
}

const DUPLICATE = reasonCode("duplicate");

/** The distinct reasons of an order's rows; nearly always one. */
function reasonsAmong(rows: RowColumns, members: Int32Array): readonly number[] {
  const first = rows.reason[members[0] as number] as number;
  if (members.every((row) => rows.reason[row] === first)) return [first];
  return [...new Set(Array.from(members, (row) => rows.reason[row] as number))].sort((a, b) => a - b);
}
