import type { FilePlan } from "../../exports/file-plan.ts";
import { filteredFile } from "../../exports/file-plan.ts";
import { type LineExclusion, lineExclusion } from "../../exports/line-exclusion.ts";
import { type LineMoney, lineMoney } from "../../exports/lines/line-money.ts";
import type { UncomparedCell } from "../../exports/row-filter.ts";
import { AmountColumn, type ReadAmount } from "../../exports/values/amount-column.ts";

function amountOf(read: ReadAmount | "unreadable" | null): number {
  return read === null || read === "unreadable" ? Number.NaN : read.amount;
}

/** Finds the rows of a file that are lines to leave out, and what each of them costs. */
export class ExcludedLines {
  private readonly exclusion: LineExclusion | null;
  private readonly money: LineMoney | null;
  private readonly amounts: AmountColumn;

  constructor(plan: FilePlan) {
    this.exclusion = lineExclusion(filteredFile(plan), plan.filter.excludeLines);
    this.money = this.exclusion === null ? null : lineMoney(plan.layout);
    this.amounts = new AmountColumn(plan.formats.decimal, plan.formats.amountUnit);
  }

  get uncompared(): UncomparedCell | null {
    return this.exclusion?.uncompared() ?? null;
  }

  /**
   * What a line that is left out costs, in whole 1/10,000 of a unit; NaN where no column says so, or its cell is blank or
   * unreadable; `null` for a row that stays.
   */
  read(cells: readonly string[], line: number): number | null {
    if (this.exclusion?.leavesOut(cells, line) !== true) return null;
    const { money, amounts } = this;
    if (money === null) return Number.NaN;
    const cell = (column: number): string => cells[column] ?? "";
    if (money.kind === "product") return amountOf(amounts.parseProduct(cell(money.quantity), cell(money.price)));
    return money.total.reduce((sum, column) => sum + amountOf(amounts.parse(cell(column))), 0);
  }
}
