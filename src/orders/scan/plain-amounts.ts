import { AMOUNT_SCALE, LARGEST_AMOUNT } from "../../core/money/amount.ts";
import type { ColumnRoles } from "../detect/columns.ts";
import { CELL, type FieldScanner } from "./field-scanner.ts";

/** Stands for an amount that is not written plainly. */
export const ODD_AMOUNT = Number.POSITIVE_INFINITY;

/** Puts the amounts of rows together from cells that are written plainly: the short cut of `MoneyReader`. */
export class PlainAmounts {
  private readonly plus: readonly number[];
  private readonly minus: readonly number[];
  private readonly isProduct: boolean;
  private readonly refundedFrom: number;
  private readonly refundedTo: number;

  /** @param slotOf which of the scanner's wanted cells a column is */
  constructor({ amount, refunded }: ColumnRoles, slotOf: (column: number) => number) {
    this.isProduct = amount.kind === "product";
    this.plus = (amount.kind === "sum" ? amount.plus : [amount.quantity, amount.price]).map(slotOf);
    this.minus = (amount.kind === "sum" ? amount.minus : []).map(slotOf);
    this.refundedFrom = refunded === null ? -1 : slotOf(refunded.kind === "column" ? refunded.column : refunded.from);
    this.refundedTo = refunded?.kind === "drop" ? slotOf(refunded.to) : -1;
  }

  /** The row's amount: NaN where it is blank, {@link ODD_AMOUNT} where it is not written plainly. */
  amount(fields: FieldScanner): number {
    if (this.isProduct) return this.product(fields);
    const { plus, minus } = this;
    let amount = this.number(fields, plus[0] as number);
    if (amount === ODD_AMOUNT || Number.isNaN(amount)) return amount;
    for (let index = 1; index < plus.length; index += 1) {
      const part = this.number(fields, plus[index] as number);
      if (part === ODD_AMOUNT) return part;
      amount += part || 0;
    }
    for (let index = 0; index < minus.length; index += 1) {
      const part = this.number(fields, minus[index] as number);
      if (part === ODD_AMOUNT) return part;
      amount -= part || 0;
    }
    return amount;
  }

  /** The refunded part of a row with this amount, ≥ 0; {@link ODD_AMOUNT} where it is not written plainly. */
  refunded(fields: FieldScanner, amount: number): number {
    if (this.refundedFrom < 0) return 0;
    const from = this.number(fields, this.refundedFrom);
    if (this.refundedTo < 0) return Number.isNaN(from) ? 0 : Math.abs(from);
    const to = this.number(fields, this.refundedTo);
    if (from === ODD_AMOUNT || to === ODD_AMOUNT) return ODD_AMOUNT;
    if (Number.isNaN(from) || Number.isNaN(to) || to === 0 || Number.isNaN(amount)) return 0;
    return Math.max(0, from - to);
  }

  /** Whole quantities only: their products with a price need no rounding. */
  private product(fields: FieldScanner): number {
    const quantity = this.number(fields, this.plus[0] as number);
    const price = this.number(fields, this.plus[1] as number);
    if (quantity === ODD_AMOUNT || price === ODD_AMOUNT) return ODD_AMOUNT;
    const pieces = quantity / AMOUNT_SCALE;
    const amount = pieces * price;
    if (Number.isNaN(amount)) return amount;
    const areWhole = Math.floor(pieces) === pieces && pieces * AMOUNT_SCALE === quantity;
    const isExact = areWhole && amount <= LARGEST_AMOUNT && amount >= -LARGEST_AMOUNT;
    return isExact ? amount + 0 : ODD_AMOUNT;
  }

  private number(fields: FieldScanner, slot: number): number {
    if (fields.start(slot) === fields.end(slot)) return Number.NaN;
    if (fields.kind(slot) > CELL.quoted) return ODD_AMOUNT;
    const amount = fields.number(slot);
    return Number.isNaN(amount) ? ODD_AMOUNT : amount;
  }
}
