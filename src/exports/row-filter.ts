import { NO_DAY } from "../basics/calendar/days.ts";
import { type CellCondition, cellCondition } from "./conditions/cell-condition.ts";
import type { ComparedFormats } from "./conditions/comparable.ts";
import { type ColumnCondition, conditionText } from "./conditions/condition.ts";
import { type FileHeader, optionColumn } from "./detect/header/named-columns.ts";

export interface FilterOptions {
  /** First and last day wanted, both included. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** All of these must hold. */
  readonly where?: readonly ColumnCondition[] | undefined;
  /** Line items that meet one of these are left out of their orders. */
  readonly excludeLines?: readonly ColumnCondition[] | undefined;
}

/** A file whose rows are filtered: its header, and how it writes numbers and days. */
export interface FilteredFile extends FileHeader {
  readonly formats: ComparedFormats;
  /** The column of the rows' days. */
  readonly date: number;
}

/** A cell that a condition cannot compare. */
export interface UncomparedCell {
  readonly line: number;
  readonly column: number;
  readonly value: string;
  /** What it was compared as. */
  readonly kind: CellCondition["kind"];
  /** The condition with its option, as it is written. */
  readonly condition: string;
}

/** A row as its conditions see it. */
export interface FilteredRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** NO_DAY without a date. */
  readonly day: number;
  /** What the row has for an order, −1 without one. */
  readonly order: number;
}

/** Which rows of a file the user wants; the others are set aside as filtered. */
export interface RowFilter {
  readonly keeps: (row: FilteredRow) => boolean;
  /** The first cell that a condition could not compare, where there is one; its row was not kept. */
  readonly uncompared: () => UncomparedCell | null;
}

/**
 * The filter for one file. A row without a date is judged by its other conditions, for its order's rows know the date; a
 * blank cell in a row that goes on with the order above is judged as that order's cell was.
 *
 * @throws MissingColumnError when a column that is asked for is not there; UsageError for a bound that cannot be compared
 */
export function rowFilter(file: FilteredFile, options: FilterOptions): RowFilter {
  const conditions = (options.where ?? []).map((condition) => new FilterColumn(file, condition));
  const [since, until] = [options.since ?? Number.NEGATIVE_INFINITY, options.until ?? Number.POSITIVE_INFINITY];
  return {
    keeps: (row) => {
      const isInSpan = row.day === NO_DAY || (row.day >= since && row.day <= until);
      let isKept = isInSpan;
      for (const condition of conditions) {
        const isMet = isInSpan && condition.isMetBy(row); // looks at each, for the rows that go on with this order
        isKept &&= isMet;
      }
      return isKept;
    },
    uncompared: () =>
      conditions.flatMap(({ uncompared }) => uncompared ?? []).sort((a, b) => a.line - b.line)[0] ?? null,
  };
}

/** One condition on a file's rows, and what it said of the order above. */
class FilterColumn {
  uncompared: UncomparedCell | null = null;
  private readonly column: number;
  private readonly condition: CellCondition;
  private readonly written: string;
  private readonly isDate: boolean;
  private above = { order: -1, isMet: true };

  constructor(file: FilteredFile, condition: ColumnCondition) {
    this.column = optionColumn(file, condition.column, "--where");
    this.condition = cellCondition(condition, file.formats, "--where");
    this.written = `--where "${conditionText(condition)}"`;
    this.isDate = this.column === file.date && condition.values.every((value) => value.trim() !== "");
  }

  isMetBy({ cells, line, day, order }: FilteredRow): boolean {
    const cell = cells[this.column] ?? "";
    const continues = cell.trim() === "" && order !== -1 && order === this.above.order;
    const isMet = continues ? this.above.isMet : this.judge(cell, { line, day });
    this.above = { order, isMet };
    return isMet;
  }

  private judge(cell: string, { line, day }: Pick<FilteredRow, "line" | "day">): boolean {
    const { column, condition, written, isDate } = this;
    const verdict = isDate && day !== NO_DAY ? condition.verdictOnDate(cell, day) : condition.verdict(cell);
    if (verdict !== "unreadable") return verdict;
    this.uncompared ??= { line, column, value: cell, kind: condition.kind, condition: written };
    return false;
  }
}
