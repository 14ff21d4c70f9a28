import { type AmountUnit, digitsOfUnit } from "../../basics/money/amount-unit.ts";
import type { DecimalMark } from "../../basics/money/decimal-mark.ts";
import { type Decimal, isBlankAmount, multiply, parseDecimal, toAmount } from "./decimals.ts";

/** An amount in whole 1/10,000 of a unit, and whether it was finer than that and rounded. */
export interface ReadAmount {
  readonly amount: number;
  readonly rounded: boolean;
}

/** Reads one file's amounts, remembering the numbers it has seen: prices and quantities repeat. */
export class AmountColumn {
  private readonly known = new Map<string, Decimal | "unreadable" | null>();
  private readonly mark: DecimalMark;
  private readonly shift: number;

  /** @param unit what the amounts count; quantities count pieces whatever it is */
  constructor(mark: DecimalMark, unit: AmountUnit = "whole") {
    this.mark = mark;
    this.shift = digitsOfUnit(unit);
  }

  /** The amount in a cell; `null` where it is blank. */
  parse(text: string): ReadAmount | "unreadable" | null {
    const decimal = this.decimal(text);
    if (decimal === null || decimal === "unreadable") return decimal;
    return this.amountOf(decimal) ?? "unreadable";
  }

  /** Quantity × price, exact and rounded once; `null` where either is blank. */
  parseProduct(quantity: string, price: string): ReadAmount | "unreadable" | null {
    const [a, b] = [this.decimal(quantity), this.decimal(price)];
    if (a === "unreadable" || b === "unreadable") return "unreadable";
    if (a === null || b === null) return null;
    return this.amountOf(multiply(a, b)) ?? "unreadable";
  }

  private amountOf({ mantissa, scale }: Decimal): ReadAmount | null {
    return toAmount({ mantissa, scale: scale + this.shift });
  }

  private decimal(text: string): Decimal | "unreadable" | null {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    if (this.known.size >= 100_000) this.known.clear();
    const decimal = isBlankAmount(text) ? null : (parseDecimal(text, this.mark) ?? "unreadable");
    this.known.set(text, decimal);
    return decimal;
  }
}
