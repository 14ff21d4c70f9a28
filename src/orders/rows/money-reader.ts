import { type ColumnRoles, type Drop, mainAmount, numericColumns } from "../../exports/detect/columns/columns.ts";
import { contradictsMark } from "../../exports/detect/formats/column-profile.ts";
import { ContradictionError } from "../../exports/detect/formats/contradictions.ts";
import type { Formats } from "../../exports/detect/formats/resolve-formats.ts";
import { AmountColumn, type ReadAmount } from "../../exports/values/amount-column.ts";
import { currencyNamed, currencyOfCell } from "../../exports/values/currency-name.ts";
import { adjacentCurrency } from "../../exports/values/decimals.ts";
import type { UnreadableCell } from "../../exports/values/unreadable-cell.ts";

/** The money of one row: whole 1/10,000 of a unit. */
export interface RowMoney {
  /** NaN where blank or unreadable. */
  readonly amount: number;
  /** The refunded part, ≥ 0. */
  readonly refunded: number;
  /** The margin or the cost as its column has it, NaN where blank; 0 where no option names one. */
  readonly margin: number;
  readonly reject: UnreadableCell | null;
}

/** Stands for the amount of an order without money, so that it counts as a purchase. */
const COUNTED: ReadAmount = { amount: 1, rounded: false };

/** Reads the amounts of one file's rows. */
export class MoneyReader {
  private readonly fileName: string;
  private readonly formats: Formats;
  private readonly columns: ColumnRoles;
  private readonly amounts: AmountColumn;
  /** Rows whose amount was finer than 1/10,000 and was rounded. */
  rounded = 0;

  constructor(fileName: string, formats: Formats, columns: ColumnRoles) {
    this.fileName = fileName;
    this.formats = formats;
    this.columns = columns;
    this.amounts = new AmountColumn(formats.decimal, formats.amountUnit);
  }

  read(cells: readonly string[], line: number): RowMoney {
    const amount = this.amount(cells);
    const refunded = this.refunded(cells, amount);
    const margin = this.margin(cells);
    if (amount === "unreadable" || refunded === "unreadable" || margin === "unreadable") {
      return { amount: Number.NaN, refunded: 0, margin: 0, reject: this.unreadable(cells, line) };
    }
    if (amount?.rounded === true) this.rounded += 1;
    return { amount: amount === null ? Number.NaN : amount.amount, refunded, margin, reject: null };
  }

  /**
   * The row's currency: from its column, or the code or symbol beside the amount; else the one that the header of the amount
   * names. Empty where there is none.
   */
  currency(cells: readonly string[]): string {
    const { currency, amount } = this.columns;
    if (currency !== null) return this.currencyInColumn(cells[currency] ?? "");
    const beside = mainAmount(amount);
    const cell = beside === null ? "" : (cells[beside] ?? "");
    return currencyOfCell(currencyNamed(adjacentCurrency(cell)), this.columns.headerCurrency);
  }

  /** The currency of a row by its cell of the currency column. */
  currencyInColumn(cell: string): string {
    return currencyOfCell(currencyNamed(cell), this.columns.headerCurrency);
  }

  private amount(cells: readonly string[]): ReadAmount | "unreadable" | null {
    const { amount } = this.columns;
    if (amount.kind === "none") return null;
    if (amount.kind === "uncounted") return COUNTED;
    if (amount.kind === "product")
      return this.amounts.parseProduct(cells[amount.quantity] ?? "", cells[amount.price] ?? "");
    const [only] = amount.plus;
    const conditional = (amount.minusWhere ?? []).filter(({ where, is }) => is.includes(wordIn(cells[where])));
    const minus =
      conditional.length === 0 ? amount.minus : [...amount.minus, ...conditional.map(({ column }) => column)];
    if (amount.plus.length === 1 && minus.length === 0) return this.amounts.parse(cells[only ?? 0] ?? "");
    return this.sum(cells, amount.plus, minus);
  }

  /** Blank where the first column is; other blank cells add nothing. */
  private sum(
    cells: readonly string[],
    plus: readonly number[],
    minus: readonly number[],
  ): ReadAmount | "unreadable" | null {
    let [amount, rounded] = [0, false];
    for (const [index, column] of [...plus, ...minus].entries()) {
      const part = this.amounts.parse(cells[column] ?? "");
      if (part === "unreadable" || (part === null && index === 0)) return part;
      if (part === null) continue;
      amount += index < plus.length ? part.amount : -part.amount;
      rounded ||= part.rounded;
    }
    return { amount, rounded };
  }

  private refunded(cells: readonly string[], amount: ReadAmount | "unreadable" | null): number | "unreadable" {
    const { refunded } = this.columns;
    if (refunded === null) return 0;
    if (refunded.kind === "drop") {
      const dropped = amount === null ? null : this.dropped(cells, refunded.drops);
      return dropped ?? (refunded.otherwise === null ? 0 : this.back(cells, refunded.otherwise));
    }
    const back = this.back(cells, refunded.column);
    if (back === "unreadable" || refunded.scale === undefined || back === 0) return back;
    return this.scaled(cells, back, refunded.scale);
  }

  /** What a column of refunds says, whatever its sign; 0 where it is blank. */
  private back(cells: readonly string[], column: number): number | "unreadable" {
    const parsed = this.amounts.parse(cells[column] ?? "");
    return parsed === "unreadable" ? parsed : Math.abs(parsed?.amount ?? 0);
  }

  /** Converts by the ratio of two totals, rounded once; as it stands where one of them is blank or 0. */
  private scaled(cells: readonly string[], back: number, scale: Drop): number | "unreadable" {
    const [from, to] = [this.amounts.parse(cells[scale.from] ?? ""), this.amounts.parse(cells[scale.to] ?? "")];
    if (from === "unreadable" || to === "unreadable") return "unreadable";
    if (from === null || to === null || from.amount <= 0 || to.amount <= 0 || from.amount === to.amount) return back;
    return Number((2n * BigInt(back) * BigInt(to.amount) + BigInt(from.amount)) / (2n * BigInt(from.amount)));
  }

  /** What the drops add up to, ≥ 0; `null` where the first is not there. */
  private dropped(cells: readonly string[], drops: readonly Drop[]): number | "unreadable" | null {
    let [refunded, isThere] = [0, true];
    for (const [index, drop] of drops.entries()) {
      const [from, to] = [this.amounts.parse(cells[drop.from] ?? ""), this.amounts.parse(cells[drop.to] ?? "")];
      if (from === "unreadable" || to === "unreadable") return "unreadable";
      const isFilled = from !== null && to !== null && !(drop.unlessZero === true && to.amount === 0);
      if (isFilled) refunded += from.amount - to.amount;
      else if (index === 0) isThere = false;
    }
    return isThere ? Math.max(0, refunded) : null;
  }

  /** What the column of the margin or of the cost says: NaN where it is blank; 0 where no option names either. */
  private margin(cells: readonly string[]): number | "unreadable" {
    const { margin, cost } = this.columns;
    const column = margin ?? cost;
    if (column === null) return 0;
    const parsed = this.amounts.parse(cells[column] ?? "");
    if (parsed === "unreadable") return parsed;
    return parsed === null ? Number.NaN : parsed.amount;
  }

  /** The first cell that cannot be read; stops the run where it contradicts the decimal mark that another row settled. */
  private unreadable(cells: readonly string[], line: number): UnreadableCell {
    const suspects = numericColumns(this.columns);
    const column = suspects.find((at) => this.amounts.parse(cells[at] ?? "") === "unreadable") ?? suspects[0] ?? 0;
    const { decimal, decimalShownBy } = this.formats;
    const value = cells[column] ?? "";
    if (decimalShownBy !== null && contradictsMark(value, decimal)) {
      throw ContradictionError.numbers(this.fileName, decimal, decimalShownBy, { value, line });
    }
    return { column, reason: "unreadable amount" };
  }
}

function wordIn(cell: string | undefined): string {
  return (cell ?? "").trim().toLowerCase();
}
