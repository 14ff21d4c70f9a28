import { LARGEST_AMOUNT } from "../../basics/money/amount.ts";
import { type AmountUnit, partsOfUnit } from "../../basics/money/amount-unit.ts";
import { type ColumnRoles, type Drop, mainAmount, partsOfAmount } from "../../exports/detect/columns/columns.ts";
import { AMOUNT, CELL } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import type { PlainRowsLayout } from "../../kernel/plain-rows.ts";

/** Stands for an amount that is not written plainly, or must be converted. */
export const SLOW_AMOUNT = Number.POSITIVE_INFINITY;

/** Puts the amounts of rows together from cells that are written plainly: the short cut of `MoneyReader`. */
export class FastAmounts {
  private readonly plus: readonly number[];
  private readonly minus: readonly number[];
  private readonly isProduct: boolean;
  /** The cell that a currency stands beside. */
  readonly mainSlot: number;
  /** The refunded column, or the one that says it where there is no drop; −1 without one. */
  private readonly refundedColumn: number;
  private readonly drops: readonly Drop[];
  /** The totals by whose ratio what was refunded is converted. */
  private readonly scale: Pick<Drop, "from" | "to"> | null;

  /** Whether the last amount was finer than 1/10,000. */
  wasRounded = false;

  /** What the scanner gives for a 1. */
  readonly one: number;

  /** @param slotOf which of the scanner's wanted cells a column is */
  constructor({ amount, refunded }: ColumnRoles, unit: AmountUnit, slotOf: (column: number) => number) {
    this.one = partsOfUnit(unit);
    this.isProduct = amount.kind === "product";
    this.mainSlot = slotOf(mainAmount(amount) ?? -1);
    this.plus = (amount.kind === "sum" ? amount.plus : partsOfAmount(amount)).map(slotOf);
    this.minus = (amount.kind === "sum" ? amount.minus : []).map(slotOf);
    const column = refunded?.kind === "drop" ? refunded.otherwise : (refunded?.column ?? null);
    this.refundedColumn = column === null ? -1 : slotOf(column);
    const scale = (refunded?.kind === "column" ? refunded.scale : null) ?? null;
    this.scale = scale === null ? null : { from: slotOf(scale.from), to: slotOf(scale.to) };
    const drops = refunded?.kind === "drop" ? refunded.drops : [];
    this.drops = drops.map(({ from, to, ...rest }) => ({ from: slotOf(from), to: slotOf(to), ...rest }));
  }

  /** The cells of which an amount is one, or a quantity and its price, and that of refunds; `null` where more belongs to it. */
  get plainSlots(): Pick<PlainRowsLayout, "amount" | "price" | "refunded" | "refundedScale"> | null {
    const { plus, minus, drops, refundedColumn, isProduct } = this;
    const [amount = -1, price = -1] = plus;
    if (minus.length > 0 || drops.length > 0 || amount < 0) return null;
    const refunded = refundedColumn < 0 ? null : refundedColumn;
    const money = { amount, refunded, refundedScale: this.scale };
    if (isProduct) return { ...money, price };
    return plus.length === 1 ? { ...money, price: null } : null;
  }

  /** Whether the row's main amount has its currency beside it. */
  hasCurrency(fields: FieldScanner): boolean {
    return (fields.meaning(this.mainSlot) & AMOUNT.hasCurrency) !== 0;
  }

  /** The row's amount: NaN where it is blank, {@link SLOW_AMOUNT} where it is not written plainly. */
  amount(fields: FieldScanner): number {
    this.wasRounded = false;
    if (this.isProduct) return this.product(fields);
    const { plus, minus } = this;
    let amount = this.part(fields, plus[0] as number);
    if (amount === SLOW_AMOUNT || Number.isNaN(amount)) return amount;
    for (let index = 1; index < plus.length; index += 1) {
      const part = this.part(fields, plus[index] as number);
      if (part === SLOW_AMOUNT) return part;
      amount += part || 0;
    }
    for (let index = 0; index < minus.length; index += 1) {
      const part = this.part(fields, minus[index] as number);
      if (part === SLOW_AMOUNT) return part;
      amount -= part || 0;
    }
    return amount;
  }

  /** The refunded part of a row with this amount, ≥ 0; {@link SLOW_AMOUNT} where it is not written plainly, or must be converted. */
  refunded(fields: FieldScanner, amount: number): number {
    if (this.drops.length > 0 && !Number.isNaN(amount)) {
      const dropped = this.dropped(fields);
      if (!Number.isNaN(dropped)) return dropped;
    }
    if (this.refundedColumn < 0) return 0;
    const refunded = this.number(fields, this.refundedColumn);
    if (Number.isNaN(refunded) || refunded === 0) return 0;
    const { scale } = this;
    if (scale !== null) {
      const from = this.number(fields, scale.from);
      if (from === SLOW_AMOUNT || from !== this.number(fields, scale.to)) return SLOW_AMOUNT;
    }
    return Math.abs(refunded);
  }

  /** What the drops add up to, ≥ 0; NaN where the first is not there. */
  private dropped(fields: FieldScanner): number {
    let [refunded, isThere] = [0, true];
    for (let index = 0; index < this.drops.length; index += 1) {
      const { from: fromSlot, to: toSlot, unlessZero } = this.drops[index] as Drop;
      const [from, to] = [this.number(fields, fromSlot), this.number(fields, toSlot)];
      if (from === SLOW_AMOUNT || to === SLOW_AMOUNT) return SLOW_AMOUNT;
      const isFilled = !Number.isNaN(from) && !Number.isNaN(to) && !(unlessZero === true && to === 0);
      if (isFilled) refunded += from - to;
      else if (index === 0) isThere = false;
    }
    return isThere ? Math.max(0, refunded) : Number.NaN;
  }

  /** Whole quantities only: their products with a price need no rounding. */
  private product(fields: FieldScanner): number {
    const quantity = this.number(fields, this.plus[0] as number);
    const price = this.number(fields, this.plus[1] as number);
    if (quantity === SLOW_AMOUNT || price === SLOW_AMOUNT) return SLOW_AMOUNT;
    const pieces = quantity / this.one;
    const amount = pieces * price;
    if (Number.isNaN(amount)) return amount;
    if (this.isRounded(fields, this.plus[0] as number) || this.isRounded(fields, this.plus[1] as number))
      return SLOW_AMOUNT;
    const areWhole = Math.floor(pieces) === pieces && pieces * this.one === quantity;
    const isExact = areWhole && amount <= LARGEST_AMOUNT && amount >= -LARGEST_AMOUNT;
    return isExact ? amount + 0 : SLOW_AMOUNT;
  }

  private part(fields: FieldScanner, slot: number): number {
    if (this.isRounded(fields, slot)) this.wasRounded = true;
    return this.number(fields, slot);
  }

  private isRounded(fields: FieldScanner, slot: number): boolean {
    return (fields.meaning(slot) & AMOUNT.wasRounded) !== 0;
  }

  private number(fields: FieldScanner, slot: number): number {
    if (fields.start(slot) === fields.end(slot)) return Number.NaN;
    const kind = fields.kind(slot);
    if (kind > CELL.quoted && kind !== CELL.written) return SLOW_AMOUNT;
    const amount = fields.number(slot);
    return Number.isNaN(amount) ? SLOW_AMOUNT : amount;
  }
}
