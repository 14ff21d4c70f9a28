import type { ReadonlyRows } from "../readonly-rows.ts";

/** How the margin of orders is made from a column of the exports. */
export interface MarginRule {
  readonly kind: "cost" | "margin";
  /** Whether a row's value is that of its whole order, to be counted once. */
  readonly isPerOrder: (row: number) => boolean;
}

/** Orders whose cost or margin is blank, wholly or on some of their rows; money in 1/10,000 of a unit. */
export interface BlankMargins {
  readonly rows: number;
  readonly orders: number;
  /** What these orders are worth, before refunds. */
  readonly money: bigint;
}

/** An order as far as it is put together: the rows that make it, its amount, and what was taken off it. */
interface AmountOfOrder {
  readonly own: Int32Array;
  readonly day: number;
  readonly gross: number;
  readonly refunded: number;
}

/**
 * The margins of orders. The cost is taken off what was paid in the end, so that a refund lowers the margin by what was given
 * back: goods count as gone unless a refund row states a cost of its own. A blank cost or margin counts as 0, and is counted.
 */
export class OrderMargins {
  private readonly rows: ReadonlyRows;
  private readonly rule: MarginRule;
  private readonly isCounted: (day: number) => boolean;
  private blankRows = 0;
  private blankOrders = 0;
  private blankMoney = 0n;

  /** @param isCounted whether a blank margin of that day is counted */
  constructor(rows: ReadonlyRows, rule: MarginRule, isCounted: (day: number) => boolean) {
    this.rows = rows;
    this.rule = rule;
    this.isCounted = isCounted;
  }

  /** @example ofOrder: paid 100, costs 20 and 30 on its lines, 10 refunded: 100 − 10 − 50 = 40 */
  ofOrder({ own, day, gross, refunded }: AmountOfOrder): number {
    const [first = 0] = own;
    const perOrder = this.rule.isPerOrder(first);
    const stated = own.filter((row) => !Number.isNaN(this.rows.margin[row]));
    if (gross < 0 && stated.length === 0) return gross - refunded;
    const blank = perOrder ? (stated.length === 0 ? own : []) : own.filter((row) => this.isBlankSale(row));
    if (gross > 0 && blank.length > 0 && this.isCounted(day)) this.countBlank(blank.length, gross);
    const value = perOrder ? this.first(stated) : this.sum(stated);
    return this.rule.kind === "cost" ? gross - refunded - value : value - refunded;
  }

  /** What refund rows on a later day than their order's lower the margin by; `net` is negative. */
  ofRefund(refunds: Int32Array, net: number): number {
    const [first = 0] = refunds;
    const stated = refunds.filter((row) => !Number.isNaN(this.rows.margin[row]));
    if (this.rule.isPerOrder(first) || stated.length === 0) return net;
    return this.rule.kind === "cost" ? net - this.sum(stated) : this.sum(stated);
  }

  get blank(): BlankMargins {
    return { rows: this.blankRows, orders: this.blankOrders, money: this.blankMoney };
  }

  private isBlankSale(row: number): boolean {
    return Number.isNaN(this.rows.margin[row]) && !((this.rows.amount[row] as number) < 0);
  }

  private countBlank(rows: number, gross: number): void {
    this.blankRows += rows;
    this.blankOrders += 1;
    this.blankMoney += BigInt(gross);
  }

  private first(stated: Int32Array): number {
    const [row] = stated;
    return row === undefined ? 0 : (this.rows.margin[row] as number);
  }

  private sum(stated: Int32Array): number {
    return stated.reduce((sum, row) => sum + (this.rows.margin[row] as number), 0);
  }
}
